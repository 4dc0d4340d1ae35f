import type { Actor } from '#domain/repairs/actor.ts'
import type { RepairAction } from '#domain/repairs/repair-action.ts'
import { type Timer, timersOf } from '#domain/repairs/timers.ts'
import { bookingRead, shownBooking } from '#functions/bookings/booking-on-record.ts'
import { writeRows } from '#functions/db/commit.ts'
import type { Database } from '#functions/db/database.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readTogether } from '#functions/db/statement.ts'
import { carryStep } from '#functions/http/carry-step.ts'
import { askForReminder } from '#functions/messages/ask-for-reminder.ts'
import { actOnRepair } from './act-on-repair.ts'
import { alarmOf } from './alarm.ts'
import { repairFromRow } from './repair-rows.ts'
import { type DueRepair, dueRepairs, repairByCode, resetDue } from './store.ts'

export const SYSTEM: Actor = { id: 'system', roles: ['system'], via: 'system' }

/** A run takes so many; the rest is for the next minute. */
const MOST = 100

/** How long a step that was refused is left alone: somebody was quicker, or has to look. */
const LEFT_ALONE_MS = 3_600_000

type StepKind = Exclude<Timer['kind'], 'remind'>

/** By which slot a request lapses is read again as it does. */
const stepOf = (kind: StepKind): RepairAction =>
  kind === 'assume_delivered' ? { type: 'delivered' } : { type: kind }

async function takeStep(
  sources: Sources,
  database: Database,
  { due, action }: { readonly due: DueRepair; readonly action: RepairAction },
): Promise<void> {
  const { code } = due
  const step = { code, action, expectedVersion: null, actor: SYSTEM, happenedAt: null, key: null }
  const outcome = await carryStep(() => actOnRepair(sources, step))
  if (outcome.kind === 'done') return
  await writeRows(database, [resetDue(database, due, sources.now + LEFT_ALONE_MS)])
}

/** One repair's clock: a visit that was moved moved its times too, so nothing may be due yet. The last reminder is asked for, and what the system must do is done. */
async function runClock(sources: Sources, database: Database, due: DueRepair): Promise<void> {
  const { code, due_at: setFor } = due
  const [[row], bookings] = await readTogether([
    repairByCode(database, code),
    bookingRead(database, code),
  ])
  if (!row) return
  const repair = repairFromRow(row)
  const slotAt = shownBooking(bookings)?.startsAt ?? null
  const { now } = sources
  // A step that couldn't be taken before is still owed; a reminder that was asked for isn't.
  const timers = timersOf(repair, slotAt).filter(
    ({ at, kind }) => at <= now && (kind !== 'remind' || at >= setFor),
  )
  for (const { kind } of timers) {
    if (kind === 'remind') continue
    return await takeStep(sources, database, { due, action: stepOf(kind) })
  }
  const reminders = timers.flatMap(({ at, template }) => (template ? [{ at, template }] : []))
  await writeRows(database, [
    ...reminders
      .slice(-1)
      .flatMap(({ at, template }) =>
        askForReminder(database, { repair, template, at, slotAt, now }),
      ),
    resetDue(database, due, alarmOf(repair, now, slotAt)),
  ])
}

/** Runs the clocks of repairs that are due, in every database. Answers how many there were. */
export async function runRepairClocks(sources: Sources): Promise<number> {
  let ran = 0
  const failures: unknown[] = []
  for (const database of sources.databases.all) {
    const [due] = await readTogether([dueRepairs(database, sources.now, MOST)])
    for (const repair of due) {
      // One that can't be run holds up no other; it is tried again later, and the failure is told.
      await runClock(sources, database, repair).catch(async (error: unknown) => {
        failures.push(error)
        await writeRows(database, [resetDue(database, repair, sources.now + LEFT_ALONE_MS)])
      })
    }
    ran += due.length
  }
  if (failures.length > 0) throw failures[0]
  return ran
}
