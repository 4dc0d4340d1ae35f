import type { Context } from 'hono'
import { isOpen } from '#domain/surveys/survey.ts'
import { carryStep } from '#functions/http/carry-step.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { formPosts } from '#functions/http/form-posts.ts'
import { otherSubjectPage } from '#functions/http/other-subject-page.tsx'
import { PROBLEMS, type ProblemCode } from '#functions/http/problem.ts'
import { answerProblem } from '#functions/http/problem-page.tsx'
import { type DeclaredRoute, pageRoute } from '#functions/http/route.ts'
import { voiceOf } from '#functions/http/voice-cookie.ts'
import { isMarkedFor, MARK } from '#functions/http/voice-mark.ts'
import { whoAsks } from '#functions/staff/who-asks.ts'
import { LOCALES, localePath } from '#i18n/locale.ts'
import { answerSurvey } from './answer-survey.ts'
import { showSurvey } from './show-survey.ts'
import { gonePage, staffPage, surveyPage, surveySubject, thanksPage } from './survey-pages.tsx'
import { fieldsToKeep, NOTHING_TYPED, type Typed, typedIn } from './survey-query.ts'

type Page = Context<AppEnv>

const SUBJECT = 'survey/'

const bodyOf = (c: Page): Promise<Readonly<Record<string, unknown>>> =>
  c.req.parseBody().catch(() => ({}))

/** Whatever another tab opened meanwhile, what was answered here isn't lost. */
async function otherSubject(c: Page): Promise<Response> {
  const body = await bodyOf(c)
  return await otherSubjectPage(c, fieldsToKeep(body), typedIn(body).comment)
}

/** Whether somebody of the staff is signed in here: no answer comes from their devices. */
async function isOfStaff(c: Page): Promise<boolean> {
  const { context, req } = { context: c.var.context, req: c.req }
  return (await whoAsks(context, req.raw.headers, { prolong: false })) !== null
}

type Held = (c: Page, id: string) => Promise<Response>

/** Only with a survey's link in hand, and on nobody's of the staff. */
const withSurvey =
  (handler: Held) =>
  async (c: Page): Promise<Response> => {
    if (await isOfStaff(c)) return await staffPage(c)
    const voice = await voiceOf(c)
    if (voice?.subject.startsWith(SUBJECT)) {
      return await handler(c, voice.subject.slice(SUBJECT.length))
    }
    return voice && c.req.method === 'POST' ? await otherSubject(c) : await gonePage(c, 'no_link')
  }

async function show(c: Page, id: string, typed: Typed = NOTHING_TYPED): Promise<Response> {
  const survey = await showSurvey(c.var.context, id)
  if (!survey) return await gonePage(c, 'no_link')
  if (survey.status === 'completed') return await gonePage(c, 'used')
  if (!isOpen(survey, c.var.context.now)) return await gonePage(c, 'expired')
  return await surveyPage(c, { survey, typed })
}

async function send(c: Page, id: string): Promise<Response> {
  const body = await bodyOf(c)
  const isSame = await isMarkedFor(c, surveySubject(id), fieldsToKeep(body)[MARK])
  if (!isSame) return await otherSubject(c)
  const typed = typedIn(body)
  const { context } = c.var
  const outcome = await carryStep(() => answerSurvey(context, id, typed))
  if (outcome.kind === 'done') {
    return c.redirect(localePath(context.locale, '/survey/thanks/'), 303)
  }
  const { refusal } = outcome
  if (refusal === 'nothing_answered' || refusal === 'bad_value') {
    return await show(c, id, { ...typed, fault: refusal })
  }
  return refusal === 'survey_over' ? await show(c, id) : await refusedProblem(c, refusal)
}

const refusedProblem = (c: Page, refusal: string) =>
  answerProblem(c, refusal in PROBLEMS ? (refusal as ProblemCode) : 'internal')

async function thanks(c: Page, id: string): Promise<Response> {
  const survey = await showSurvey(c.var.context, id)
  return survey?.firstAnsweredAt ? await thanksPage(c, survey) : await show(c, id)
}

const ticket = { audience: 'ticket', allowance: 'lookups' } as const

export const surveyPageRoutes: readonly DeclaredRoute[] = LOCALES.flatMap((locale) => {
  const path = (to: string): string => localePath(locale, to)
  return [
    pageRoute({
      ...{ audience: 'public', method: 'get', path: path('/survey') },
      handler: (c) => c.redirect(path('/survey/'), 308),
    }),
    pageRoute({ ...ticket, method: 'get', path: path('/survey/'), handler: withSurvey(show) }),
    pageRoute({
      ...{ audience: 'ticket', allowance: 'writes', method: 'post', path: path('/survey/') },
      middleware: [formPosts],
      handler: withSurvey(send),
    }),
    pageRoute({
      ...{ ...ticket, method: 'get', path: path('/survey/thanks/') },
      handler: withSurvey(thanks),
    }),
  ]
})
