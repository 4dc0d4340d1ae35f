import type { OfferedDay } from '#domain/bookings/offer.ts'
import type { Outlet } from '#domain/outlets/outlet.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import { BOOKABLE_SERVICES, type BookableService } from '#domain/repairs/repair.ts'
import { PROBLEMS, type ProblemCode } from '#functions/http/problem.ts'
import { answerProblem } from '#functions/http/problem-page.tsx'
import type { DeclaredRoute } from '#functions/http/route.ts'
import { pourPage } from '#functions/http/shell.tsx'
import type { MessageKey } from '#i18n/translate.ts'
import { madeChoice, pathOf, queryOf } from './book-start-routes.ts'
import { carryHold } from './carry-hold-routes.ts'
import { bookAddress, type MadeChoice, servicesOf } from './choice-query.ts'
import { readTyped } from './contact-query.ts'
import { get, goTo, type Page, post, slashed } from './declare-routes.ts'
import { listSlots } from './list-slots.ts'
import { helpsAnotherTime, nextThree } from './slot-alternatives.ts'
import { TimesView } from './times-views.tsx'
import { holding } from './views/slot-form.tsx'
import { type PickerProps, WINDOW_DAYS } from './views/slot-picker.tsx'
import { stepTitle } from './views/step-line.tsx'

const DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/

const dateIn = (params: URLSearchParams, name: string): string | null => {
  const text = params.get(name) ?? ''
  return DATE.test(text) && !Number.isNaN(Date.parse(text)) ? text : null
}

const isService = (text: string | null): text is BookableService =>
  BOOKABLE_SERVICES.some((service) => service === text)

/** A service that was asked for where this choice may be booked so, or the best one. */
export function serviceOf(choice: MadeChoice, asked: string | null, page: Page): BookableService {
  const { best, elsewhere } = servicesOf(choice, page.var.context.config.catalogue)
  return isService(asked) && (asked === best || asked === elsewhere) ? asked : best
}

/** Reads from an address which days are wanted. */
export const daysWanted = (params: URLSearchParams) => ({
  from: dateIn(params, 'from'),
  day: dateIn(params, 'day'),
})

/** The day to show first: the one asked for, else the first with a free time, else the first. */
const dayToShow = (days: readonly OfferedDay[], asked: string | null): string =>
  days.find(({ date }) => date === asked)?.date ??
  days.find(({ slots }) => slots.some(({ free }) => free > 0))?.date ??
  days[0]?.date ??
  ''

type Windowed = {
  readonly outlet: Outlet
  readonly days: readonly OfferedDay[]
  readonly wanted: ReturnType<typeof daysWanted>
}

/** What a slot picker shows, but for where its links and buttons lead. */
export function pickerOf(
  c: Page,
  { outlet, days, wanted }: Windowed,
): Omit<PickerProps, 'at' | 'sending'> {
  const { now, locale, config } = c.var.context
  const today = wallTimeIn(outlet.zone, now).date
  const from = wanted.from !== null && wanted.from > today ? wanted.from : today
  const { horizonDays } = config.booking
  return { locale, outlet, days, day: dayToShow(days, wanted.day), from, today, horizonDays }
}

export type RefusedTime = { readonly refusal: string; readonly startsAt: number }

const titleOfProblem = (refusal: string): MessageKey => {
  const code: ProblemCode = refusal in PROBLEMS ? (refusal as ProblemCode) : 'stale'
  return `problems.${code}.title`
}

/** What to say of a time that could not be had, with the next free ones. */
export async function refusedTime(
  c: Page,
  { refusal, startsAt }: RefusedTime,
  { outletCode, service }: { readonly outletCode: string; readonly service: BookableService },
) {
  const key = titleOfProblem(refusal)
  if (!helpsAnotherTime(refusal)) return { key, next: [] }
  const { slots } = await nextThree(c.var.context, { outletCode, startsAt, service })
  return { key, next: slots }
}

type TimesWish = {
  readonly choice: MadeChoice
  readonly service: BookableService
  readonly wanted: ReturnType<typeof daysWanted>
  readonly refused: RefusedTime | null
}

/** The times of the chosen outlet; a one-hour fault is a usual visit where nobody does it within the hour. */
async function offerOf(c: Page, { choice, service, wanted }: TimesWish) {
  const { context } = c.var
  const { elsewhere } = servicesOf(choice, context.config.catalogue)
  const outletCode = choice.outlet ?? ''
  const asked = { outletCode, from: wanted.from, days: WINDOW_DAYS }
  const offer = await listSlots(context, { ...asked, service })
  const isElsewhere = offer.kind === 'refused' && offer.refusal === 'service_not_offered'
  if (!isElsewhere || service === elsewhere) return { ...offer, service }
  return { ...(await listSlots(context, { ...asked, service: elsewhere })), service: elsewhere }
}

async function timesPage(c: Page, wish: TimesWish): Promise<Response> {
  const { choice, wanted, refused } = wish
  const { context } = c.var
  const { locale, config, requestId } = context
  const offer = await offerOf(c, wish)
  if (offer.kind === 'refused') return await answerProblem(c, offer.refusal)
  const { outlet, days, service } = offer
  const place = { outletCode: outlet.code, service }
  const view = TimesView({
    ...{ locale, choice, config },
    picker: {
      ...pickerOf(c, { outlet, days, wanted }),
      at: (extra) => bookAddress(locale, 'times/', choice, { service, ...extra }),
      sending: holding({ ...{ locale, choice, ...place }, commandId: requestId }),
    },
    refused: refused && (await refusedTime(c, refused, place)),
  })
  return await pourPage(context, {
    title: stepTitle(locale, 'where', refused !== null),
    view,
    status: refused ? 409 : 200,
    path: pathOf('times/', choice, { service }),
  })
}

async function times(c: Page): Promise<Response> {
  const params = queryOf(c)
  const choice = await madeChoice(c, params)
  if (choice instanceof Response) return choice
  if (!choice.outlet) return goTo(c, bookAddress(c.var.context.locale, 'where/', choice))
  const service = serviceOf(choice, params.get('service'), c)
  return await timesPage(c, { choice, service, wanted: daysWanted(params), refused: null })
}

/** A start as buttons send it, epoch ms; NaN = none. */
export const startOf = (text: string | null | undefined): number =>
  /^\d{10,14}$/.test(text ?? '') ? Number(text) : Number.NaN

async function hold(c: Page): Promise<Response> {
  const { context } = c.var
  const params = new URLSearchParams(await readTyped(c.req.raw))
  const choice = await madeChoice(c, params)
  if (choice instanceof Response) return choice
  const service = serviceOf(choice, params.get('service'), c)
  const startsAt = startOf(params.get('at'))
  const outletCode = choice.outlet ?? ''
  const commandId = params.get('commandId')
  const key = commandId ? `${commandId} ${outletCode} ${startsAt}` : null
  const outcome = await carryHold(context, { outletCode, startsAt, service, key })
  if (outcome.kind === 'held') {
    const extra = { hold: outcome.hold.id, service, at: String(startsAt) }
    return goTo(c, bookAddress(context.locale, 'contact/', choice, extra))
  }
  const refused = { refusal: outcome.refusal, startsAt: startsAt || context.now }
  const wanted = { from: null, day: null }
  return await timesPage(c, { choice, service, wanted, refused })
}

export const bookTimesRoutes: readonly DeclaredRoute[] = [
  ...slashed('/book/times'),
  ...get('/book/times/', times),
  ...post('/book/hold', hold),
]
