import type { FeedbackAction } from '#domain/feedback/feedback.ts'
import { readTicketCode } from '#domain/identifiers/ticket-code.ts'
import { get, goTo, type Page, slashed } from '#functions/bookings/declare-routes.ts'
import { writeRows } from '#functions/db/commit.ts'
import { carryStep } from '#functions/http/carry-step.ts'
import { formPosts } from '#functions/http/form-posts.ts'
import { otherSubjectPage } from '#functions/http/other-subject-page.tsx'
import { answerProblem } from '#functions/http/problem-page.tsx'
import { type Allowance, type DeclaredRoute, pageRoute } from '#functions/http/route.ts'
import { pourPage } from '#functions/http/shell.tsx'
import { setVoice, type VoiceTicket, voiceOf } from '#functions/http/voice-cookie.ts'
import { isMarkedFor, MARK, voiceMark } from '#functions/http/voice-mark.ts'
import { lookUpVoice } from '#functions/repairs/look-up-voice.ts'
import { photoLinks } from '#functions/repairs/photo-link.ts'
import { PRIVATE_PAGE } from '#functions/repairs/views/private-page.ts'
import { whoAsks } from '#functions/staff/who-asks.ts'
import { LOCALES, localePath } from '#i18n/locale.ts'
import { type MessageKey, translator } from '#i18n/translate.ts'
import { actOnFeedback } from './act-on-feedback.ts'
import { fieldOf, LONGEST_SAID, type Refused, readTyped, type Typed } from './feedback-query.ts'
import { type LookUpFault, LookUpView } from './look-up-views.tsx'
import { CUSTOMER } from './register-feedback.ts'
import { showFeedback } from './show-feedback.ts'
import { StatusView, sentenceOf } from './status-views.tsx'

const HOUR_MS = 3_600_000

type Tried = {
  readonly typed: Typed
  readonly errors: Refused
  readonly fault: LookUpFault | null
  readonly headers?: Readonly<Record<string, string>>
}

const statusOf = ({ errors, fault }: Tried): number => {
  if (fault) return fault.kind === 'miss' ? 404 : 429
  return Object.keys(errors).length > 0 ? 422 : 200
}

async function lookUpPage(c: Page, tried: Tried): Promise<Response> {
  const { context } = c.var
  const { locale, config } = context
  const { typed, errors, fault, headers } = tried
  return await pourPage(context, {
    title: translator(locale)('feedback.look_up.title'),
    view: LookUpView({ locale, typed, errors, fault, hotline: config.hotline }),
    status: statusOf(tried),
    path: '/feedback/look-up/',
    headers: { ...PRIVATE_PAGE, ...headers },
  })
}

/** Four digits, or the last four of a whole number, or an address; null = neither. */
export function contactTried(text: string): string | null {
  const plain = text.normalize('NFKC').trim()
  if (plain.includes('@')) return plain.length <= 120 ? plain : null
  const digits = plain.replace(/[\s-]/g, '')
  return /^\d{4,15}$/.test(digits) ? digits.slice(-4) : null
}

async function lookUp(c: Page): Promise<Response> {
  const { context } = c.var
  const { locale, now } = context
  const typed = await readTyped(c.req.raw)
  const written = fieldOf(typed, 'code')
  const code = readTicketCode(written.slice(0, 40))
  const contact = contactTried(fieldOf(typed, 'contact'))
  const wrongCode: MessageKey = written
    ? 'feedback.look_up.error.mistyped'
    : 'feedback.look_up.error.code'
  if (code === null || contact === null) {
    const errors: Refused = {
      ...(code === null && { code: wrongCode }),
      ...(contact === null && { contact: 'feedback.look_up.error.contact' }),
    }
    return await lookUpPage(c, { typed, errors, fault: null })
  }
  const { rows, answer } = await lookUpVoice(context, { code, contact })
  const judged = answer(await writeRows(rows[0].database, rows))
  if (judged.kind === 'locked') {
    const waitsMs = judged.until - now
    return await lookUpPage(c, {
      ...{ typed, errors: {}, fault: { kind: 'locked', hours: Math.ceil(waitsMs / HOUR_MS) } },
      headers: { 'Retry-After': `${Math.ceil(waitsMs / 1000)}` },
    })
  }
  if (judged.kind === 'miss') {
    return await lookUpPage(c, { typed, errors: {}, fault: { kind: 'miss' } })
  }
  await setVoice(c, { subject: judged.subject, via: 'lookup' })
  const page = judged.isComplaint ? '/feedback/complaint/' : '/feedback/status/'
  return goTo(c, localePath(locale, page))
}

const CODE_AT = 'feedback/'.length

/** Only with a ticket for feedback; without one, to where it is looked up. */
const withVoice =
  (handler: (c: Page, code: string, voice: VoiceTicket) => Promise<Response>) =>
  async (c: Page): Promise<Response> => {
    const voice = await voiceOf(c)
    if (voice?.subject.startsWith('feedback/')) {
      return await handler(c, voice.subject.slice(CODE_AT), voice)
    }
    // Another tab opened something else meanwhile: what was typed here isn't lost.
    const typed = voice && c.req.method === 'POST' ? await readTyped(c.req.raw) : null
    if (typed) return await otherSubjectPage(c, typed, fieldOf(typed, 'words'))
    return goTo(c, localePath(c.var.context.locale, '/feedback/look-up/'))
  }

async function statusPage(c: Page, code: string, stale: string | null = null): Promise<Response> {
  const { context } = c.var
  const { locale, now, config, requestId } = context
  const shown = await showFeedback(context, code)
  if (!shown) return goTo(c, localePath(locale, '/feedback/look-up/'))
  const page = {
    ...{ ...shown, locale, now, config, commandId: requestId },
    ...{ isStale: stale !== null, typed: stale ?? '' },
    photoLinks: await photoLinks(
      context,
      shown.photos.map(({ id }) => id),
    ),
    mark: await voiceMark(c, `feedback/${code}`),
  }
  return await pourPage(context, {
    title: sentenceOf(page),
    view: StatusView({ page }),
    status: stale === null ? 200 : 409,
    path: '/feedback/status/',
    headers: PRIVATE_PAGE,
  })
}

const VERSION = /^\d{1,9}$/

const act = (action: FeedbackAction & { readonly type: 'solve' | 'reopen' }) =>
  withVoice(async (c, code, { subject }) => {
    const { context } = c.var
    // Nobody of ours speaks for a customer, least of all who answered them.
    if ((await whoAsks(context, c.req.raw.headers, { prolong: false })) !== null) {
      return await answerProblem(c, 'not_your_role')
    }
    const typed = await readTyped(c.req.raw)
    if (!(await isMarkedFor(c, subject, typed[MARK]))) {
      return await otherSubjectPage(c, typed, fieldOf(typed, 'words'))
    }
    const version = fieldOf(typed, 'version')
    const words = [...fieldOf(typed, 'words')].slice(0, LONGEST_SAID).join('')
    const step = {
      ...({ code, actions: [action], by: CUSTOMER, words } as const),
      expectedVersion: VERSION.test(version) ? Number(version) : 0,
      key: fieldOf(typed, 'commandId').slice(0, 200) || null,
    }
    const outcome = await carryStep(() => actOnFeedback(context, step))
    return outcome.kind === 'done'
      ? goTo(c, localePath(context.locale, '/feedback/status/'))
      : await statusPage(c, code, words)
  })

/** From feedback to the complaint it became: the same person's, so the same ticket leads on. */
const toComplaint = withVoice(async (c, code, { via }) => {
  const { context } = c.var
  const shown = await showFeedback(context, code)
  const complaint = shown?.feedback.suspicion?.complaint
  if (!complaint) return await statusPage(c, code)
  await setVoice(c, { subject: `complaint/${complaint}`, via })
  return goTo(c, localePath(context.locale, '/feedback/complaint/'))
})

type Posts = {
  readonly handler: (c: Page) => Promise<Response>
  readonly allowance: Allowance
  readonly audience?: 'public' | 'ticket'
}

const post = (path: string, { handler, allowance, audience = 'ticket' }: Posts) =>
  LOCALES.map((locale) =>
    pageRoute({
      ...{ audience, allowance, method: 'post', path: localePath(locale, path), handler },
      middleware: [formPosts],
    }),
  )

const status = LOCALES.map((locale) =>
  pageRoute({
    ...{ audience: 'ticket', allowance: 'lookups', method: 'get' },
    path: localePath(locale, '/feedback/status/'),
    handler: withVoice((c, code) => statusPage(c, code)),
  }),
)

export const feedbackStatusRoutes: readonly DeclaredRoute[] = [
  ...['/feedback/look-up', '/feedback/status'].flatMap(slashed),
  ...get('/feedback/look-up/', (c) => lookUpPage(c, { typed: {}, errors: {}, fault: null })),
  ...post('/feedback/look-up/', { handler: lookUp, allowance: 'lookups', audience: 'public' }),
  ...status,
  ...post('/feedback/actions/solve', { handler: act({ type: 'solve' }), allowance: 'writes' }),
  ...post('/feedback/actions/reopen', { handler: act({ type: 'reopen' }), allowance: 'writes' }),
  ...post('/feedback/actions/complaint', { handler: toComplaint, allowance: 'writes' }),
]
