import { lastRound } from '#domain/feedback/feedback-steps.ts'
import { takesPhotos } from '#domain/feedback/photos.ts'
import { get, goTo, type Page, post, slashed } from '#functions/bookings/declare-routes.ts'
import { placeOfVisit } from '#functions/bookings/place-of-visit.ts'
import { complaintNow } from '#functions/complaints/complaint-now.ts'
import { carryOut } from '#functions/db/commit.ts'
import { answerProblem } from '#functions/http/problem-page.tsx'
import type { DeclaredRoute } from '#functions/http/route.ts'
import { pourPage } from '#functions/http/shell.tsx'
import { ticketOf } from '#functions/http/ticket-cookie.ts'
import { setVoice, voiceOf } from '#functions/http/voice-cookie.ts'
import { voiceMark } from '#functions/http/voice-mark.ts'
import { showRepair } from '#functions/repairs/show-repair.ts'
import { PRIVATE_PAGE } from '#functions/repairs/views/private-page.ts'
import { type Voice, voiceOfSubject, voiceToken } from '#functions/voices/voice-link.ts'
import { localePath } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import {
  type About,
  FORM_KINDS,
  type FormKind,
  formPath,
  type Refused,
  readComplaint,
  readFeedback,
  readTyped,
  type Typed,
} from './feedback-query.ts'
import { type FormPage, FormView, ReviewView } from './form-views.tsx'
import { registerFeedback } from './register-feedback.ts'
import { sendComplaint } from './send-complaint.ts'
import { type Sent, SentView } from './sent-views.tsx'
import { showFeedback } from './show-feedback.ts'
import { StartView } from './start-views.tsx'

type Offered = FormPage['offered'] & {
  readonly repairOutlet: string | null
  readonly country: string
}

/** An outlet's code as an address or a form may name it. */
const codeIn = (text: string | null | undefined): string | null => {
  const code = (text ?? '').trim().toUpperCase()
  return /^[A-Z0-9-]{2,12}$/.test(code) ? code : null
}

/** What it may be about: the repair this browser has a ticket for, and the outlet that the address names. */
async function offeredIn(c: Page, outletCode: string | null): Promise<Offered> {
  const { context } = c.var
  const ticket = await ticketOf(c)
  const [placed, shown] = await Promise.all([
    placeOfVisit(context, codeIn(outletCode)),
    ticket ? showRepair(context, ticket.code) : null,
  ])
  const { locale, config } = context
  return {
    repair: shown?.repair.code ?? null,
    repairOutlet: shown?.home.code ?? null,
    outlet: placed && { code: placed.outlet.code, name: placed.outlet.name[locale] },
    country: placed?.country ?? config.countries[0],
  }
}

async function start(c: Page): Promise<Response> {
  const { context } = c.var
  const { locale, config } = context
  const offered = await offeredIn(c, c.req.query('outlet') ?? null)
  const { outlet } = offered
  return await pourPage(context, {
    title: translator(locale)('feedback.title'),
    view: StartView({ locale, config, outlet, country: outlet && offered.country }),
    path: '/feedback/',
    listed: outlet === null,
  })
}

type Shown = Pick<FormPage, 'kind' | 'commandId' | 'typed' | 'errors'> & {
  readonly offered: Offered
  readonly status?: number
}

async function formPage(c: Page, { status = 200, ...shown }: Shown): Promise<Response> {
  const { context } = c.var
  const { locale } = context
  const t = translator(locale)
  const title = t(`feedback.form.${shown.kind}`)
  return await pourPage(context, {
    title: status === 200 ? title : t('feedback.form.error_title', { title }),
    view: FormView({ ...shown, locale }),
    status,
    path: formPath(shown.kind),
    headers: PRIVATE_PAGE,
  })
}

async function reviewPage(c: Page, shown: Shown): Promise<Response> {
  const { context } = c.var
  const { locale } = context
  return await pourPage(context, {
    title: translator(locale)('feedback.review.title'),
    view: ReviewView({ ...shown, locale }),
    path: formPath(shown.kind),
    headers: PRIVATE_PAGE,
  })
}

const show = (kind: FormKind) => async (c: Page) => {
  const offered = await offeredIn(c, c.req.query('outlet') ?? null)
  const commandId = c.var.context.requestId
  return await formPage(c, { kind, offered, commandId, typed: {}, errors: {} })
}

/** What the customer left ticked of what was offered. */
const aboutIn = (typed: Typed, { repair, repairOutlet, outlet }: Offered): About => {
  const isOfRepair = typed['aboutRepair'] === 'yes'
  const named = typed['aboutOutlet'] === 'yes' ? (outlet?.code ?? null) : null
  return {
    repair: isOfRepair ? repair : null,
    outlet: named ?? (isOfRepair ? repairOutlet : null),
  }
}

const REFUSED: Readonly<Record<string, Refused>> = {
  client_cap: { said: 'feedback.error.cap' },
  phone_cap: { reach: 'feedback.error.cap' },
}

type Sending = { readonly kind: FormKind; readonly typed: Typed; readonly offered: Offered }

/** What a form says: what is wrong with it, and how it is sent once it isn't. */
function readForm(c: Page, { kind, typed, offered }: Sending, key: string) {
  const { context } = c.var
  const terms = {
    ...{ about: aboutIn(typed, offered), key },
    ...{ country: offered.country, locale: context.locale },
  }
  if (kind === 'complaint') {
    const { errors, wish } = readComplaint(typed, terms)
    return {
      errors,
      send: wish && (async () => await carryOut(await sendComplaint(context, wish))),
    }
  }
  const { errors, wish } = readFeedback(typed, kind, terms)
  return {
    errors,
    send: wish && (async () => await carryOut(await registerFeedback(context, wish))),
  }
}

const send = (kind: FormKind) => async (c: Page) => {
  const { locale, requestId } = c.var.context
  const typed = await readTyped(c.req.raw)
  const offered = await offeredIn(c, typed['outlet'] ?? null)
  const commandId = typed['commandId']?.slice(0, 200) || requestId
  const shown = { kind, offered, commandId, typed: { ...typed, commandId }, errors: {} }
  if (typed['step'] === 'change') return await formPage(c, shown)
  const { errors, send: sendIt } = readForm(c, { kind, typed, offered }, commandId)
  if (!sendIt) return await formPage(c, { ...shown, errors, status: 422 })
  if (typed['step'] !== 'send') return await reviewPage(c, shown)
  const outcome = await sendIt()
  if (outcome.kind === 'done') {
    const about = kind === 'complaint' ? 'complaint' : 'feedback'
    await setVoice(c, { subject: `${about}/${outcome.answer.code}`, via: 'link' })
    return goTo(c, localePath(locale, '/feedback/sent/'))
  }
  const { refusal } = outcome
  // The same form sent once more after something in it was changed: what came first stands.
  const isThere = refusal === 'key_reused' && (await voiceOf(c)) !== null
  if (isThere) return goTo(c, localePath(locale, '/feedback/sent/'))
  const why = REFUSED[refusal]
  if (why) return await formPage(c, { ...shown, errors: why, status: 429 })
  return await answerProblem(c, refusal === 'unknown_outlet' ? 'unknown_outlet' : 'stale')
}

/** What was just sent, as far as its page says it; null = the ticket is for nothing of the kind. */
async function justSent(c: Page, { kind, id }: Voice): Promise<Sent | null> {
  const { context } = c.var
  if (kind === 'feedback') {
    const found = await showFeedback(context, id)
    if (!found) return null
    const { feedback } = found
    const { dueAt } = lastRound(feedback)
    const { zone, isReachable, status } = feedback
    return {
      ...{ code: id, kind, zone, dueAt, isReachable },
      takesPhotos: takesPhotos(kind, status),
    }
  }
  const complaint = kind === 'complaint' ? await complaintNow(context, id) : null
  if (!complaint) return null
  const { zone, rounds, anonymous, status } = complaint
  const dueAt = rounds[0]?.contact?.dueAt ?? null
  return {
    ...{ code: id, kind: 'complaint', zone, dueAt, isReachable: !anonymous },
    takesPhotos: takesPhotos('complaint', status),
  }
}

/** What was just sent, by the ticket that sending it gave. */
async function sent(c: Page): Promise<Response> {
  const { context } = c.var
  const { locale, config, keys } = context
  const ticket = await voiceOf(c)
  const voice = ticket && voiceOfSubject(ticket.subject)
  const found = voice && (await justSent(c, voice))
  if (!ticket || !found) return goTo(c, localePath(locale, '/feedback/look-up/'))
  const isToKeep = ticket.via === 'link' && !found.isReachable
  const path = isToKeep ? localePath(locale, `/t/${await voiceToken(keys, ticket.subject)}`) : null
  return await pourPage(context, {
    title: translator(locale)('feedback.sent.title'),
    view: SentView({
      ...{ locale, sent: found, mark: await voiceMark(c, ticket.subject) },
      link: path === null ? null : { path, text: `${config.siteUrl}${path}` },
    }),
    path: '/feedback/sent/',
    headers: PRIVATE_PAGE,
  })
}

export const feedbackFormRoutes: readonly DeclaredRoute[] = [
  ...['/feedback', '/feedback/sent'].flatMap(slashed),
  ...get('/feedback/', start),
  ...get('/feedback/sent/', sent),
  ...FORM_KINDS.flatMap((kind) => [
    ...slashed(formPath(kind).slice(0, -1)),
    ...get(formPath(kind), show(kind)),
    ...post(formPath(kind), send(kind)),
  ]),
]
