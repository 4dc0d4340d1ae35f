import type { Repair } from '../repairs/repair.ts'
import { type Reminder, timersOf } from '../repairs/timers.ts'
import type { Template } from './templates.ts'

/** The templates of a reminder, in the order in which it comes. */
const IN_TURN: Readonly<Record<Reminder, readonly Template[]>> = {
  ask_reminder: ['answer_reminder', 'answer_reminder_last'],
  lapse_reminder: ['lapse_reminder'],
  uncollected_reminder: [
    'uncollected_reminder',
    'uncollected_reminder_second',
    'uncollected_reminder_last',
  ],
}

/**
 * Which message the reminder due at an instant (epoch ms) is: the first, the second or the last of its
 * kind while the repair stays as it is; `slotAt` is the slot of a visit that was moved. Null = no reminder of that kind is due then.
 * The second reminder of an ask, on day 7, is `answer_reminder_last`.
 */
export function reminderTemplate(
  repair: Repair,
  reminder: Reminder,
  at: number,
  slotAt: number | null = null,
): Template | null {
  const turn = timersOf(repair, slotAt)
    .filter(({ template }) => template === reminder)
    .findIndex((timer) => timer.at === at)
  return IN_TURN[reminder][turn] ?? null
}
