import { visitCalendar } from '#components/bookings/visit-calendar.ts'
import type { DeclaredRoute } from '#functions/http/route.ts'
import { pourPage } from '#functions/http/shell.tsx'
import { ticketOf } from '#functions/http/ticket-cookie.ts'
import { type ShownRepair, showRepair } from '#functions/repairs/show-repair.ts'
import { PRIVATE_PAGE } from '#functions/repairs/views/private-page.ts'
import { localePath } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import { queryOf } from './book-start-routes.ts'
import { get, goTo, type Page, slashed } from './declare-routes.ts'
import { DoneView, doneTitle, NoTicketView, standingOf } from './done-views.tsx'
import { SlipView } from './slip-views.tsx'

/** Days after which a request by mail that brought nothing lapses. */
const LAPSE_DAYS = 30
const DAY_MS = 86_400_000

/** The repair that this browser's ticket is for, and whether money may be agreed by it. */
export async function heldRepair(c: Page) {
  const ticket = await ticketOf(c)
  const shown = ticket && (await showRepair(c.var.context, ticket.code))
  return ticket && shown ? { ticket, shown } : null
}

/** What a page of the flow shows to whoever holds no ticket any more. */
export async function noTicketPage(c: Page): Promise<Response> {
  const { context } = c.var
  return await pourPage(context, {
    title: translator(context.locale)('bookings.done.gone_title'),
    view: NoTicketView({ locale: context.locale }),
    path: '/book/',
    headers: PRIVATE_PAGE,
  })
}

/** A page only for whoever holds the ticket. */
export const withRepair =
  (handler: (c: Page, shown: ShownRepair) => Promise<Response>) =>
  async (c: Page): Promise<Response> => {
    const held = await heldRepair(c)
    return held ? await handler(c, held.shown) : await noTicketPage(c)
  }

function pickUpOf(c: Page): 'door' | 'own' | null {
  const by = queryOf(c).get('by')
  return by === 'door' || by === 'own' ? by : null
}

async function done(c: Page, { repair, booking, home }: ShownRepair): Promise<Response> {
  const { context } = c.var
  const { locale, config } = context
  const isPosted = repair.wayIn === 'mail_in'
  const page = {
    ...{ locale, repair, booking, outlet: home, config },
    pickUp: pickUpOf(c),
    lapsesAt: isPosted ? repair.requestedAt + LAPSE_DAYS * DAY_MS : null,
  }
  return await pourPage(context, {
    title: doneTitle(locale, standingOf(page)),
    view: DoneView(page),
    path: `/book/done/${new URL(c.req.url).search}`,
    headers: PRIVATE_PAGE,
  })
}

async function calendar(c: Page): Promise<Response> {
  const { locale, config, now } = c.var.context
  const held = await heldRepair(c)
  const booking = held?.shown.booking
  if (!held || !booking || booking.startsAt === null || booking.status !== 'booked') {
    return goTo(c, localePath(locale, '/book/done/'))
  }
  const { code, version, startsAt } = booking
  const visit = { code, version, startsAt, outlet: held.shown.home }
  return c.body(visitCalendar(locale, visit, { config, now }), 200, {
    ...PRIVATE_PAGE,
    'Content-Type': 'text/calendar; charset=utf-8',
    'Content-Language': locale,
    'Content-Disposition': `attachment; filename="${config.brand.name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}-visit.ics"`,
  })
}

async function slip(c: Page, { repair, home }: ShownRepair): Promise<Response> {
  const { context } = c.var
  const { locale, config } = context
  if (repair.wayIn !== 'mail_in') return goTo(c, localePath(locale, '/book/done/'))
  const { code, model } = repair
  return await pourPage(context, {
    title: translator(locale)('bookings.slip.title'),
    view: SlipView({ locale, code, model, centre: home, pickUp: pickUpOf(c), config }),
    path: '/book/slip/',
    headers: PRIVATE_PAGE,
  })
}

export const bookDoneRoutes: readonly DeclaredRoute[] = [
  ...['/book/done', '/book/slip'].flatMap(slashed),
  ...get('/book/done/', withRepair(done)),
  ...get('/book/visit.ics', calendar),
  ...get('/book/slip/', withRepair(slip)),
]
