import type { Context } from 'hono'
import type { RepairAction } from '#domain/repairs/repair-action.ts'
import { readTracking } from '#domain/repairs/tracking.ts'
import { carryStep } from '#functions/http/carry-step.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { dropTicket, type Ticket } from '#functions/http/ticket-cookie.ts'
import { localePath } from '#i18n/locale.ts'
import { actOnRepair } from './act-on-repair.ts'
import { customerBy } from './repair-routes.ts'
import { statusPage, toLookUp } from './status-pages.tsx'
import { formFields } from './views/form-fields.ts'
import { DECLINE_REASONS } from './views/reasons.ts'
import { known } from './views/report-facts.ts'
import type { CustomerStep } from './views/status-forms.tsx'
import type { StatusNotice } from './views/status-page.ts'

type Fields = (name: string) => string
type Page = Context<AppEnv>

const WHOLE = /^\d{1,9}$/

const numberOf = (text: string): number | null => (WHOLE.test(text) ? Number(text) : null)

const parcelOf = (field: Fields) => ({
  courier: field('courier'),
  tracking: readTracking(field('tracking')) ?? field('tracking'),
})

const reasonOf = (field: Fields): string => known(DECLINE_REASONS, field('reason')) ?? 'no_reason'

/** What a form asks for, in the domain's terms. */
const ACTION_OF: Record<CustomerStep, (field: Fields) => RepairAction> = {
  accept: (field) => ({
    type: 'accept',
    askVersion: numberOf(field('askVersion')) ?? 0,
    evidence: null,
  }),
  decline: (field) => ({
    type: 'decline',
    askVersion: numberOf(field('askVersion')) ?? 0,
    reason: reasonOf(field),
    evidence: null,
  }),
  withdraw: (field) => ({ type: 'withdraw', reason: reasonOf(field) }),
  cancel: () => ({ type: 'cancel', proof: null }),
  post: (field) => ({ type: 'post', ...parcelOf(field) }),
  delivered: () => ({ type: 'delivered' }),
}

/** The ask that a step answers; null = none. */
const askOf = (action: RepairAction): number | null =>
  action.type === 'accept' || action.type === 'decline' ? action.askVersion : null

const NOTICE_OF: Partial<Record<string, StatusNotice>> = {
  stale: 'stale',
  ask_closed: 'stale',
  link_needed: 'link_needed',
}

function isMistyped(c: Page, action: RepairAction): boolean {
  if (action.type !== 'post') return false
  const { couriers } = c.var.context.config.mailIn
  const { courier, tracking } = action
  return !(couriers.some(({ id }) => id === courier) && readTracking(tracking ?? '') !== null)
}

/** Takes a customer's step and leads back to the status; what can't be done is said there. */
export async function takeStep(c: Page, ticket: Ticket, step: CustomerStep): Promise<Response> {
  const { context } = c.var
  const field = await formFields(c)
  const action = ACTION_OF[step](field)
  const seen = numberOf(field('version'))
  const refuse = (notice: StatusNotice) => statusPage(c, ticket, { notice, mistyped: null })
  // Another repair was opened since in another tab: its ticket is not for this form.
  if (seen === null || field('code') !== ticket.code) return await refuse('stale')
  if (isMistyped(c, action)) {
    return await statusPage(c, ticket, { notice: null, mistyped: parcelOf(field) })
  }
  const outcome = await carryStep(() =>
    actOnRepair(context, {
      code: ticket.code,
      action,
      expectedVersion: seen,
      actor: customerBy(ticket, askOf(action)),
      happenedAt: null,
      key: field('commandId') || null,
    }),
  )
  if (outcome.kind === 'done') {
    return c.redirect(localePath(context.locale, '/repairs/status/'), 303)
  }
  if (outcome.refusal === 'unknown_repair') {
    dropTicket(c)
    return toLookUp(c)
  }
  return await refuse(NOTICE_OF[outcome.refusal] ?? 'refused')
}
