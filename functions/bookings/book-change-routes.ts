import type { Booking } from '#domain/bookings/booking.ts'
import { carryStep } from '#functions/http/carry-step.ts'
import { answerProblem } from '#functions/http/problem-page.tsx'
import type { DeclaredRoute } from '#functions/http/route.ts'
import { pourPage } from '#functions/http/shell.tsx'
import type { Ticket } from '#functions/http/ticket-cookie.ts'
import { actOnRepair } from '#functions/repairs/act-on-repair.ts'
import { customerBy } from '#functions/repairs/repair-routes.ts'
import type { ShownRepair } from '#functions/repairs/show-repair.ts'
import { PRIVATE_PAGE } from '#functions/repairs/views/private-page.ts'
import { localePath } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import { heldRepair, noTicketPage, withRepair } from './book-done-routes.ts'
import { queryOf } from './book-start-routes.ts'
import {
  daysWanted,
  pickerOf,
  type RefusedTime,
  refusedTime,
  startOf,
} from './book-times-routes.ts'
import { cancelBooking } from './cancel-booking.ts'
import { CancelView, MoveView, NotNowView } from './change-views.tsx'
import { readTyped, type Typed } from './contact-query.ts'
import { get, goTo, type Page, post, slashed } from './declare-routes.ts'
import { listSlots } from './list-slots.ts'
import { moveBooking } from './move-booking.ts'
import { WINDOW_DAYS } from './views/slot-picker.tsx'

const MOVABLE: readonly Booking['status'][] = ['booked', 'no_show', 'left']

const toDone = (c: Page): Response => goTo(c, localePath(c.var.context.locale, '/book/done/'))

async function notNow(c: Page, about: 'move' | 'cancel'): Promise<Response> {
  const { context } = c.var
  const { locale, config } = context
  return await pourPage(context, {
    title: translator(locale)(`bookings.${about}.title`),
    view: NotNowView({ locale, about, hotline: config.hotline }),
    status: 409,
    path: `/book/${about}/`,
    headers: PRIVATE_PAGE,
  })
}

const moveAddress = (c: Page, extra: Readonly<Record<string, string | undefined>>): string => {
  const given = Object.entries(extra).filter((one): one is [string, string] => Boolean(one[1]))
  const query = new URLSearchParams(given).toString()
  return `${localePath(c.var.context.locale, '/book/move/')}${query ? `?${query}` : ''}`
}

async function movePage(
  c: Page,
  { booking, repair }: ShownRepair,
  refused: RefusedTime | null = null,
): Promise<Response> {
  const { context } = c.var
  const { locale, requestId } = context
  if (!booking || booking.startsAt === null) return await notNow(c, 'move')
  if (!MOVABLE.includes(booking.status) || repair.status !== 'requested') {
    return await notNow(c, 'move')
  }
  const wanted = daysWanted(queryOf(c))
  const place = { outletCode: booking.outlet, service: booking.service }
  const offer = await listSlots(context, { ...place, from: wanted.from, days: WINDOW_DAYS })
  if (offer.kind === 'refused') return await answerProblem(c, offer.refusal)
  const view = MoveView({
    locale,
    startsAt: booking.startsAt,
    picker: {
      ...pickerOf(c, { outlet: offer.outlet, days: offer.days, wanted }),
      at: (extra) => moveAddress(c, extra),
      sending: {
        action: localePath(locale, '/book/move/'),
        sent: { code: repair.code, version: String(booking.version), commandId: requestId },
      },
    },
    refused: refused && (await refusedTime(c, refused, place)),
  })
  const title = translator(locale)('bookings.move.title')
  return await pourPage(context, {
    title: refused ? translator(locale)('bookings.error_title', { title }) : title,
    view,
    status: refused ? 409 : 200,
    path: '/book/move/',
    headers: PRIVATE_PAGE,
  })
}

/** The version that a form was made for; null = it says none. */
/** The version that a form has seen; null = none, or the form of another repair, opened in another tab. */
const versionOf = (typed: Typed, { code }: Ticket): number | null =>
  typed['code'] === code && /^\d{1,9}$/.test(typed['version'] ?? '')
    ? Number(typed['version'])
    : null

async function move(c: Page): Promise<Response> {
  const { context } = c.var
  const held = await heldRepair(c)
  if (!held) return await noTicketPage(c)
  const typed = await readTyped(c.req.raw)
  const startsAt = startOf(typed['at'])
  const { ticket, shown } = held
  const expectedVersion = versionOf(typed, ticket)
  if (Number.isNaN(startsAt) || expectedVersion === null) return await movePage(c, shown)
  const step = {
    ...{ code: ticket.code, startsAt, expectedVersion, actor: customerBy(ticket, null) },
    key: typed['commandId'] ? `${typed['commandId']} ${startsAt}` : null,
  }
  const outcome = await carryStep(() => moveBooking(context, step))
  if (outcome.kind === 'done') return toDone(c)
  const now = (await heldRepair(c))?.shown ?? shown
  return await movePage(c, now, { refusal: outcome.refusal, startsAt })
}

const canCancel = ({ repair }: ShownRepair): boolean => repair.status === 'requested'

async function cancelPage(c: Page, shown: ShownRepair): Promise<Response> {
  const { context } = c.var
  const { locale, requestId } = context
  const { booking, repair, home } = shown
  if (repair.status === 'closed') return toDone(c)
  if (!canCancel(shown)) return await notNow(c, 'cancel')
  return await pourPage(context, {
    title: translator(locale)('bookings.cancel.title'),
    view: CancelView({
      ...{ locale, outlet: home, commandId: requestId, code: repair.code },
      startsAt: booking?.startsAt ?? null,
      version: (booking ?? repair).version,
    }),
    path: '/book/cancel/',
    headers: PRIVATE_PAGE,
  })
}

async function cancel(c: Page): Promise<Response> {
  const { context } = c.var
  const held = await heldRepair(c)
  if (!held) return await noTicketPage(c)
  const typed = await readTyped(c.req.raw)
  const { ticket, shown } = held
  const expectedVersion = versionOf(typed, ticket)
  if (expectedVersion === null) return await cancelPage(c, shown)
  const step = {
    ...{ code: ticket.code, expectedVersion, actor: customerBy(ticket, null) },
    key: typed['commandId'] || null,
  }
  const action = { type: 'cancel', proof: null } as const
  const outcome = shown.booking
    ? await carryStep(() => cancelBooking(context, step))
    : await carryStep(() => actOnRepair(context, { ...step, action, happenedAt: null }))
  if (outcome.kind === 'done') return toDone(c)
  const now = (await heldRepair(c))?.shown ?? shown
  return outcome.refusal === 'stale' ? await cancelPage(c, now) : await notNow(c, 'cancel')
}

export const bookChangeRoutes: readonly DeclaredRoute[] = [
  ...['/book/move', '/book/cancel'].flatMap(slashed),
  ...get(
    '/book/move/',
    withRepair((c, shown) => movePage(c, shown)),
  ),
  ...post('/book/move/', move),
  ...get('/book/cancel/', withRepair(cancelPage)),
  ...post('/book/cancel/', cancel),
]
