import type { Outlet } from '#domain/outlets/outlet.ts'
import type { BookableService } from '#domain/repairs/repair.ts'
import { carryOut } from '#functions/db/commit.ts'
import { PROBLEMS, type ProblemCode } from '#functions/http/problem.ts'
import { answerProblem } from '#functions/http/problem-page.tsx'
import type { DeclaredRoute } from '#functions/http/route.ts'
import { pourPage } from '#functions/http/shell.tsx'
import { setTicket, ticketOf } from '#functions/http/ticket-cookie.ts'
import { PRIVATE_PAGE } from '#functions/repairs/views/private-page.ts'
import { localePath } from '#i18n/locale.ts'
import { madeChoice, pathOf, queryOf } from './book-start-routes.ts'
import { serviceOf, startOf } from './book-times-routes.ts'
import { bookVisit } from './book-visit.ts'
import type { MadeChoice } from './choice-query.ts'
import {
  type Refused,
  type RepairDetails,
  readDetails,
  readTyped,
  type Typed,
} from './contact-query.ts'
import { ContactView } from './contact-views.tsx'
import { get, goTo, type Page, post, slashed } from './declare-routes.ts'
import { type Hold, readHold } from './hold-slot.ts'
import { placeOfVisit } from './place-of-visit.ts'
import { helpsAnotherTime, nextThree } from './slot-alternatives.ts'
import { CONSENT_WORDING } from './views/details-fields.tsx'
import { stepTitle } from './views/step-line.tsx'

/** Refusals that say no more than that the hold is no longer there. */
const GONE: ReadonlySet<string> = new Set(['hold_gone', 'unknown_hold'])

/** What is being booked, as address or form say it. */
type Wanted = {
  readonly choice: MadeChoice
  readonly outlet: Outlet
  readonly country: string
  readonly service: BookableService
  readonly startsAt: number
  readonly hold: Hold | null
}

/** A hold that still keeps this very time; null = it is gone. */
async function standingHold(c: Page, id: string | null, startsAt: number): Promise<Hold | null> {
  const { context } = c.var
  const hold = id ? await readHold(context, id) : null
  return hold && hold.expiresAt > context.now && hold.startsAt === startsAt ? hold : null
}

/** Reads what is being booked; a page that says what is wrong where that can't be told. */
async function wantedOf(c: Page, params: URLSearchParams): Promise<Wanted | Response> {
  const choice = await madeChoice(c, params)
  if (choice instanceof Response) return choice
  const startsAt = startOf(params.get('at'))
  const [place, hold] = await Promise.all([
    placeOfVisit(c.var.context, choice.outlet),
    standingHold(c, params.get('hold'), startsAt),
  ])
  if (!place) return await answerProblem(c, 'unknown_outlet')
  const service = hold?.service ?? serviceOf(choice, params.get('service'), c)
  return { choice, ...place, service, startsAt, hold }
}

type Shown = Wanted & {
  readonly typed: Typed
  readonly errors: Refused
  readonly commandId: string
  /** The time can't be had: others are to choose from. */
  readonly isGone: boolean
}

/** Looking at a page whose time is gone is no conflict; sending its form is. */
const statusOf = (c: Page, { isGone, errors }: Pick<Shown, 'isGone' | 'errors'>): number =>
  c.req.method === 'GET' ? 200 : isGone ? 409 : Object.keys(errors).length > 0 ? 422 : 200

async function contactPage(c: Page, shown: Shown): Promise<Response> {
  const { context } = c.var
  const { locale, config, now } = context
  const { choice, outlet, service, startsAt, hold, typed, errors, isGone, commandId } = shown
  const asked = { outletCode: outlet.code, startsAt: startsAt || now, service }
  const { slots } = isGone ? await nextThree(context, asked) : { slots: [] }
  const hasErrors = isGone || Object.keys(errors).length > 0
  const view = ContactView({
    ...{ locale, choice, outlet, service, startsAt, commandId, typed, errors, config },
    hold: isGone ? null : hold,
    next: slots,
  })
  const extra = { service, ...(hold && { hold: hold.id, at: String(startsAt) }) }
  return await pourPage(context, {
    title: stepTitle(locale, 'contact', hasErrors),
    view,
    status: statusOf(c, shown),
    path: pathOf('contact/', { ...choice, outlet: outlet.code }, extra),
    headers: PRIVATE_PAGE,
  })
}

async function show(c: Page): Promise<Response> {
  const wanted = await wantedOf(c, queryOf(c))
  if (wanted instanceof Response) return wanted
  const commandId = c.var.context.requestId
  const empty = { typed: {}, errors: {}, commandId }
  return await contactPage(c, { ...wanted, ...empty, isGone: wanted.hold === null })
}

type Sent = {
  readonly wanted: Wanted
  readonly details: RepairDetails
  /** As the form sent it, though it may be gone: a form sent twice must meet its first booking. */
  readonly holdId: string | null
  readonly commandId: string
}

/** Books under the hold; where that is gone the time may still be free, so it is asked for by itself. */
async function book(c: Page, { wanted, details, holdId, commandId }: Sent) {
  const { context } = c.var
  const { choice, outlet, service, startsAt } = wanted
  const wish = {
    ...details,
    ...{ service, model: choice.model, faultCode: choice.fault, locale: context.locale },
    consent: { wording: CONSENT_WORDING },
    ...{ outletCode: outlet.code, startsAt, key: `${commandId} ${startsAt}` },
  }
  if (holdId !== null) {
    const outcome = await carryOut(await bookVisit(context, { ...wish, holdId }))
    const isGone = outcome.kind === 'refused' && GONE.has(outcome.refusal)
    if (!isGone) return outcome
  }
  return await carryOut(await bookVisit(context, { ...wish, holdId: null }))
}

/** Other times to choose from, or a page that says why nothing helps. */
async function notBooked(c: Page, shown: Omit<Shown, 'isGone'>, refusal: string) {
  const { locale, requestId } = c.var.context
  // The same form sent once more after something in it was changed: the booking stands.
  const ticket = refusal === 'key_reused' ? await ticketOf(c) : null
  if (ticket) return goTo(c, localePath(locale, '/book/done/'))
  if (helpsAnotherTime(refusal)) {
    // What was typed stays; the key goes, for it belongs to the time that could not be had.
    return await contactPage(c, { ...shown, commandId: requestId, isGone: true })
  }
  return await answerProblem(c, refusal in PROBLEMS ? (refusal as ProblemCode) : 'stale')
}

async function send(c: Page): Promise<Response> {
  const { context } = c.var
  const { locale, config, requestId } = context
  const typed = await readTyped(c.req.raw)
  const wanted = await wantedOf(c, new URLSearchParams(typed))
  if (wanted instanceof Response) return wanted
  const terms = { country: wanted.country, currency: config.currency }
  const { errors, details } = readDetails(typed, terms)
  const commandId = typed['commandId'] || requestId
  const shown = { ...wanted, typed, errors, commandId }
  if (Number.isNaN(wanted.startsAt)) {
    const chooseTime = { at: 'bookings.error.time', ...errors } as const
    return await contactPage(c, { ...shown, errors: chooseTime, isGone: true })
  }
  if (!details) return await contactPage(c, { ...shown, isGone: wanted.hold === null })
  const holdId = typed['hold'] || null
  const outcome = await book(c, { wanted, details, holdId, commandId })
  if (outcome.kind === 'refused') return await notBooked(c, shown, outcome.refusal)
  await setTicket(c, { code: outcome.answer.code, via: 'lookup', askVersion: null })
  return goTo(c, localePath(locale, '/book/done/'))
}

export const bookContactRoutes: readonly DeclaredRoute[] = [
  ...slashed('/book/contact'),
  ...get('/book/contact/', show),
  ...post('/book/contact/', send),
]
