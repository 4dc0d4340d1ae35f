import { waitsForCustomer } from './from-conditions.ts'
import { lapsesAt } from './intake.ts'
import type { Repair } from './repair.ts'
import { ASSUMED_DELIVERY_DAYS, DAY_MS } from './spans.ts'

export const REMINDERS = ['ask_reminder', 'lapse_reminder', 'uncollected_reminder'] as const
export type Reminder = (typeof REMINDERS)[number]

/** Something due at an instant (epoch ms): a step of the system, or a message. */
export type Timer =
  | {
      readonly at: number
      readonly kind: 'expire' | 'lapse' | 'assume_delivered'
      readonly template: null
    }
  | { readonly at: number; readonly kind: 'remind'; readonly template: Reminder }

const ASK_REMINDER_DAYS = [2, 7]
const UNCOLLECTED_REMINDER_DAYS = [7, 30, 60]
const LAPSE_NOTICE_DAYS = 7

const remind = (template: Reminder, at: number): Timer => ({ at, kind: 'remind', template })

function requestTimers(repair: Repair, slotAt: number | null): readonly Timer[] {
  const at = lapsesAt(repair, slotAt)
  const reminder = remind('lapse_reminder', at - LAPSE_NOTICE_DAYS * DAY_MS)
  return [reminder, { at, kind: 'lapse', template: null }]
}

function askTimers({ ask }: Repair): readonly Timer[] {
  if (!ask) return []
  const { askedAt, expiresAt } = ask
  const reminders = ASK_REMINDER_DAYS.map((day) => remind('ask_reminder', askedAt + day * DAY_MS))
  return [...reminders, { at: expiresAt, kind: 'expire', template: null }]
}

function uncollectedTimers(repair: Repair): readonly Timer[] {
  const { readyAt } = repair
  if (readyAt === null || !waitsForCustomer(repair)) return []
  return UNCOLLECTED_REMINDER_DAYS.map((day) =>
    remind('uncollected_reminder', readyAt + day * DAY_MS),
  )
}

/**
 * What the clock brings while a repair stays as it is, earliest first: reminders and expiry of an ask,
 * one reminder a week before a request lapses, an assumed delivery, reminders to collect. `slotAt` is
 * the slot of a visit that was moved since the request.
 * An ask put on 1 October: reminders on the 3rd and 8th, expiry on the 15th.
 */
export function timersOf(repair: Repair, slotAt: number | null = null): readonly Timer[] {
  switch (repair.status) {
    case 'requested':
      return requestTimers(repair, slotAt)
    case 'awaiting_decision':
      return askTimers(repair)
    case 'in_transit_out': {
      const at = repair.lastHappenedAt + ASSUMED_DELIVERY_DAYS * DAY_MS
      return [{ at, kind: 'assume_delivered', template: null }]
    }
    case 'ready':
      return uncollectedTimers(repair)
    default:
      return []
  }
}

/** When the clock is next due after an instant, epoch ms; null = never, unless somebody acts. */
export const nextTimer = (
  repair: Repair,
  after: number,
  slotAt: number | null = null,
): number | null => timersOf(repair, slotAt).find(({ at }) => at > after)?.at ?? null
