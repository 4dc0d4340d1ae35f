import type { Context } from 'hono'
import type { AppEnv } from '#functions/http/context.ts'
import { pourPage } from '#functions/http/shell.tsx'
import type { Ticket } from '#functions/http/ticket-cookie.ts'
import { localePath } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import { ConfirmView } from './confirm-views.tsx'
import { pickUpCode } from './pick-up-code.ts'
import { showRepair } from './show-repair.ts'
import { StatusView } from './status-views.tsx'
import { isToCollect } from './views/collect-section.tsx'
import { mayTake } from './views/may-take.ts'
import { PRIVATE_PAGE } from './views/private-page.ts'
import { sentenceOf } from './views/sentence.ts'
import type { ConfirmedStep } from './views/status-forms.tsx'
import type { StatusNotice, StatusPage } from './views/status-page.ts'

type Page = Context<AppEnv>
type Tried = Pick<StatusPage, 'notice' | 'mistyped'>

const UNTRIED: Tried = { notice: null, mistyped: null }
const STATUS_OF: Record<StatusNotice, number> = { stale: 409, refused: 409, link_needed: 403 }

/** Back to the form: without a ticket there is nothing to show. */
export const toLookUp = (c: Page): Response =>
  c.redirect(localePath(c.var.context.locale, '/repairs/'), 303)

async function load(c: Page, ticket: Ticket, tried: Tried): Promise<StatusPage | null> {
  const { context } = c.var
  const { locale, now, config, requestId } = context
  const shown = await showRepair(context, ticket.code)
  const { via, askVersion } = ticket
  if (!shown) return null
  const page = { ...shown, locale, now, config, via, askVersion, commandId: requestId, ...tried }
  // Ticket code and digits stand on a receipt: who holds that isn't the customer yet.
  if (via !== 'link' || !isToCollect(page)) return page
  return { ...page, pickUpCode: await pickUpCode(context.keys, shown.repair) }
}

/** The repair that the ticket opens, and what became of the step just tried. */
export async function statusPage(
  c: Page,
  ticket: Ticket,
  tried: Tried = UNTRIED,
): Promise<Response> {
  const page = await load(c, ticket, tried)
  if (!page) return toLookUp(c)
  const { notice, mistyped } = tried
  return await pourPage(c.var.context, {
    title: sentenceOf(page),
    view: <StatusView page={page} />,
    status: notice ? STATUS_OF[notice] : mistyped ? 422 : 200,
    path: '/repairs/status/',
    headers: PRIVATE_PAGE,
  })
}

/** "Really?", or the status where the step isn't possible any more. */
export async function confirmPage(c: Page, ticket: Ticket, step: ConfirmedStep): Promise<Response> {
  const page = await load(c, ticket, UNTRIED)
  if (!page) return toLookUp(c)
  const { locale } = page
  if (!mayTake(page, step)) return c.redirect(localePath(locale, '/repairs/status/'), 303)
  return await pourPage(c.var.context, {
    title: translator(locale)(`repairs.confirm.${step}.title`),
    view: <ConfirmView page={page} step={step} />,
    path: `/repairs/confirm/${step}/`,
    headers: PRIVATE_PAGE,
  })
}
