import { SYSTEM_ACTOR } from '#domain/complaints/complaint-actor.ts'
import { nextComplaintTimer } from '#domain/complaints/complaint-timers.ts'
import { writeRows } from '#functions/db/commit.ts'
import type { Database } from '#functions/db/database.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readTogether } from '#functions/db/statement.ts'
import { carryStep } from '#functions/http/carry-step.ts'
import { actOnComplaint } from './act-on-complaint.ts'
import { lostPhoneWish } from './lost-phone-wish.ts'
import { registerComplaint } from './register-complaint.ts'
import {
  complaintByCode,
  complaintFromRow,
  type DueComplaint,
  dueComplaints,
  owedComplaints,
  resetComplaintDue,
  settleOwed,
} from './store.ts'

/** A run takes so many; the rest is for the next minute. */
const MOST = 100

/** How long a step that was refused is left alone: somebody was quicker, or has to look. */
const LEFT_ALONE_MS = 3_600_000

/** One complaint's clock: a missed word takes it up, an answer nobody replied to closes it. */
async function runClock(sources: Sources, database: Database, due: DueComplaint): Promise<void> {
  const { code } = due
  const { now } = sources
  const [[row]] = await readTogether([complaintByCode(database, code)])
  const timer = row ? nextComplaintTimer(complaintFromRow(row)) : null
  if (!timer || timer.at > now) {
    await writeRows(database, [resetComplaintDue(database, due, timer?.at ?? null)])
    return
  }
  const { type } = timer
  const step = { code, action: { type }, words: {}, expectedVersion: null, happenedAt: null }
  const outcome = await carryStep(() =>
    actOnComplaint(sources, { ...step, actor: SYSTEM_ACTOR, key: null }),
  )
  if (outcome.kind === 'done') return
  await writeRows(database, [resetComplaintDue(database, due, now + LEFT_ALONE_MS)])
}

type Owed = Parameters<typeof settleOwed>[1]

async function registerOne(sources: Sources, database: Database, owed: Owed): Promise<void> {
  const wish = await lostPhoneWish(sources, owed)
  const outcome = wish && (await carryStep(() => registerComplaint(sources, wish)))
  // Under its key it was registered before, with what has been corrected since.
  const isThere = outcome?.kind !== 'refused' || outcome.refusal === 'key_reused'
  if (!isThere) throw new Error(`a lost phone's complaint: ${outcome.refusal}`)
  await writeRows(database, [settleOwed(database, owed)])
}

/** Registers the complaint of each phone that was reported lost: the step that says so writes one row only. */
async function registerLost(
  sources: Sources,
  database: Database,
  failures: unknown[],
): Promise<number> {
  const [owed] = await readTogether([owedComplaints(database, MOST)])
  for (const one of owed) {
    // One that fails is told and tried again; it keeps no other from being registered.
    await registerOne(sources, database, one).catch((error: unknown) => void failures.push(error))
  }
  return owed.length
}

/**
 * Runs the clocks of complaints that are due, in every database, and registers what is owed for phones
 * that were lost. Answers how many there were.
 */
export async function runComplaintClocks(sources: Sources): Promise<number> {
  let ran = 0
  const failures: unknown[] = []
  for (const database of sources.databases.all) {
    const [due] = await readTogether([dueComplaints(database, sources.now, MOST)])
    for (const complaint of due) {
      // One that can't be run holds up no other; it is tried again later, and the failure is told.
      await runClock(sources, database, complaint).catch(async (error: unknown) => {
        failures.push(error)
        const later = sources.now + LEFT_ALONE_MS
        await writeRows(database, [resetComplaintDue(database, complaint, later)])
      })
    }
    ran += due.length + (await registerLost(sources, database, failures))
  }
  if (failures.length > 0) throw failures[0]
  return ran
}
