import { reminderTemplate } from '#domain/messages/reminder-template.ts'
import type { Repair } from '#domain/repairs/repair.ts'
import type { Reminder } from '#domain/repairs/timers.ts'
import type { Database } from '#functions/db/database.ts'
import type { Prepared } from '#functions/db/statement.ts'
import { askOnce } from './store.ts'

type Reminding = {
  readonly repair: Repair
  readonly template: Reminder
  /** When it fell due. */
  readonly at: number
  /** Slot of the visit as it stands; null = none. */
  readonly slotAt: number | null
  readonly now: number
}

/** Asks for a reminder; two clocks that run side by side ask for it once. */
export function askForReminder(
  database: Database,
  { repair, template: reminder, at, slotAt, now }: Reminding,
): readonly Prepared[] {
  const template = reminderTemplate(repair, reminder, at, slotAt)
  if (template === null) return []
  const subject = `repair/${repair.code}`
  return [askOnce(database, { subject, version: repair.version, template }, now)]
}
