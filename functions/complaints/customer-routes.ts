import { allowedComplaintActions } from '#domain/complaints/allowed-complaint-actions.ts'
import { customerActor } from '#domain/complaints/complaint-actor.ts'
import { LONGEST_WORDS } from '#domain/complaints/complaint-words.ts'
import { whyNotComplaintStep } from '#domain/complaints/may-complain.ts'
import { goTo, type Page, slashed } from '#functions/bookings/declare-routes.ts'
import { carryStep } from '#functions/http/carry-step.ts'
import { formPosts } from '#functions/http/form-posts.ts'
import { otherSubjectPage } from '#functions/http/other-subject-page.tsx'
import { PROBLEMS } from '#functions/http/problem.ts'
import { answerProblem } from '#functions/http/problem-page.tsx'
import { type DeclaredRoute, pageRoute } from '#functions/http/route.ts'
import { pourPage } from '#functions/http/shell.tsx'
import { type VoiceTicket, voiceOf } from '#functions/http/voice-cookie.ts'
import { isMarkedFor, MARK, voiceMark } from '#functions/http/voice-mark.ts'
import { photoLinks } from '#functions/repairs/photo-link.ts'
import { PRIVATE_PAGE } from '#functions/repairs/views/private-page.ts'
import { whoAsks } from '#functions/staff/who-asks.ts'
import { LOCALES, localePath } from '#i18n/locale.ts'
import { actOnComplaint } from './act-on-complaint.ts'
import { type Typed, typedIn, versionIn } from './form-query.ts'
import { tellComplaint } from './show-complaint.ts'
import {
  CUSTOMER_REFUSALS,
  CUSTOMER_STEPS,
  type CustomerPage,
  type CustomerStep,
  sentenceOf,
} from './views/customer-page.ts'
import { CustomerView } from './views/customer-view.tsx'

const PATH = '/feedback/complaint/'
const CODE_AT = 'complaint/'.length

const toLookUp = (c: Page): Response =>
  goTo(c, localePath(c.var.context.locale, '/feedback/look-up/'))

type Held = {
  readonly code: string
  readonly subject: string
  readonly via: VoiceTicket['via']
}

const typedBy = async (c: Page): Promise<Typed> =>
  typedIn(await c.req.formData().catch(() => new FormData()))

/** Whatever another tab opened meanwhile, what was typed here isn't lost. */
const otherSubject = async (c: Page): Promise<Response> => {
  const typed = await typedBy(c)
  return await otherSubjectPage(c, typed, typed['words'] ?? '')
}

/** Only with a ticket for a complaint; without one, to where it is looked up. */
const withComplaint =
  (handler: (c: Page, held: Held) => Promise<Response>) =>
  async (c: Page): Promise<Response> => {
    const voice = await voiceOf(c)
    if (!voice?.subject.startsWith('complaint/')) {
      return voice && c.req.method === 'POST' ? await otherSubject(c) : toLookUp(c)
    }
    return await handler(c, { ...voice, code: voice.subject.slice(CODE_AT) })
  }

const statusOf = (tried: CustomerPage['tried']): number => {
  if (!tried) return 200
  if (tried.refusal === 'link_needed') return PROBLEMS.link_needed
  return tried.refusal ? 409 : 422
}

async function complaintPage(
  c: Page,
  { code, subject, via }: Held,
  tried: CustomerPage['tried'] = null,
): Promise<Response> {
  const { context } = c.var
  const { locale, now, config, requestId } = context
  const told = await tellComplaint(context, code)
  if (!told) return toLookUp(c)
  const actor = customerActor(via)
  const may = allowedComplaintActions(told.complaint, actor, now)
  const links = await photoLinks(
    context,
    told.photos.map(({ id }) => id),
  )
  const page: CustomerPage = {
    ...{ ...told, locale, now, config, commandId: requestId, tried },
    allowed: CUSTOMER_STEPS.filter((step) => may.includes(step)),
    needsLink: whyNotComplaintStep(told.complaint, 'agree', actor) === 'link_needed',
    mark: await voiceMark(c, subject),
    photoLinks: links,
  }
  return await pourPage(context, {
    title: sentenceOf(page),
    view: CustomerView({ page }),
    status: statusOf(tried),
    path: PATH,
    headers: PRIVATE_PAGE,
  })
}

/** Under which key the words of a step are kept. */
const KEY_OF = { disagree: 'why', reopen: 'facts' } as const

const hasWords = (step: CustomerStep): step is keyof typeof KEY_OF => step in KEY_OF

function faultOf(step: CustomerStep, words: string): 'required' | 'too_long' | null {
  if (!hasWords(step)) return null
  if (words === '') return 'required'
  return words.length > LONGEST_WORDS ? 'too_long' : null
}

const refusalOf = (refusal: string): (typeof CUSTOMER_REFUSALS)[number] =>
  CUSTOMER_REFUSALS.find((one) => one === refusal) ?? 'not_now'

const act = (step: CustomerStep) =>
  withComplaint(async (c, held) => {
    const { context } = c.var
    // Nobody of ours speaks for a customer, least of all who is complained of.
    if ((await whoAsks(context, c.req.raw.headers, { prolong: false })) !== null) {
      return await answerProblem(c, 'not_your_role')
    }
    const typed = await typedBy(c)
    const { words = '' } = typed
    if (!(await isMarkedFor(c, held.subject, typed[MARK]))) {
      return await otherSubjectPage(c, typed, words)
    }
    const fault = faultOf(step, words)
    if (fault) return await complaintPage(c, held, { step, typed: words, fault, refusal: null })
    const outcome = await carryStep(() =>
      actOnComplaint(context, {
        ...{ code: held.code, action: { type: step }, happenedAt: null },
        words: hasWords(step) ? { [KEY_OF[step]]: words } : {},
        expectedVersion: versionIn(typed),
        actor: customerActor(held.via),
        key: typed['commandId']?.slice(0, 100) || null,
      }),
    )
    if (outcome.kind === 'done') return goTo(c, localePath(context.locale, PATH))
    const refusal = refusalOf(outcome.refusal)
    return await complaintPage(c, held, { step, typed: words, fault: null, refusal })
  })

const page = LOCALES.map((locale) =>
  pageRoute({
    ...{ audience: 'ticket', allowance: 'lookups', method: 'get' },
    path: localePath(locale, PATH),
    handler: withComplaint((c, held) => complaintPage(c, held)),
  }),
)

const steps = CUSTOMER_STEPS.flatMap((step) =>
  LOCALES.map((locale) =>
    pageRoute({
      ...{ audience: 'ticket', allowance: 'writes', method: 'post' },
      path: localePath(locale, `${PATH}${step}`),
      middleware: [formPosts],
      handler: act(step),
    }),
  ),
)

export const complaintCustomerRoutes: readonly DeclaredRoute[] = [
  ...slashed('/feedback/complaint'),
  ...page,
  ...steps,
]
