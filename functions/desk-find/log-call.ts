import type { CallResult, HotlineSolution, HotlineTopic } from '#domain/desk/hotline-codes.ts'
import { contactSolved, timedId } from '#domain/desk/hotline-contact.ts'
import { bucketOfTicket } from '#domain/identifiers/ticket-code.ts'
import { holdsAnywhere } from '#domain/staff/permissions.ts'
import type { Staff } from '#domain/staff/staff.ts'
import { commandOf } from '#functions/db/command-record.ts'
import type { Task } from '#functions/db/commit.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readTogether } from '#functions/db/statement.ts'
import { actorFor } from '#functions/staff/desk-actor.ts'
import { type CallRow, checkOf, lastCalls, logCall } from './hotline-store.ts'

export type Asking = Pick<Sources, 'hub' | 'databases' | 'now' | 'randomByte'> & {
  readonly staff: Staff
}

export type CallWish = {
  readonly result: CallResult
  readonly topic: HotlineTopic
  /** With what it was solved; only where it was. */
  readonly solution: HotlineSolution | null
  /** The repair it was about, read; null = none. */
  readonly code: string | null
  /** Idempotency key. */
  readonly key: string | null
}

export type LoggedCall = { readonly id: string }
export type CallRefusal = 'not_your_role' | 'unknown_repair' | 'bad_value' | 'key_reused'

/** Why a call can't be about this repair; null = it can, or it is about none. */
async function whyNotAbout(
  { hub, databases, staff }: Asking,
  code: string | null,
): Promise<CallRefusal | null> {
  if (code === null) return null
  const [[row]] = await readTogether([checkOf(databases.of(bucketOfTicket(code)), code)])
  if (!row) return 'unknown_repair'
  const place = { atOutlet: row.at_outlet, homeOutlet: row.home_outlet }
  const seen = await actorFor({ hub, staff }, place, 'repair.see')
  if (seen.ok) return null
  return seen.refusal === 'out_of_scope' ? 'unknown_repair' : 'not_your_role'
}

/**
 * Logs a call the hotline took, in codes. One that was solved on the spot is a solved contact: an event
 * of its own, which surveys and figures count.
 */
export async function logHotlineCall(
  asking: Asking,
  { key, ...said }: CallWish,
): Promise<Task<LoggedCall, CallRefusal>> {
  const { hub, staff, now, randomByte } = asking
  const command = await commandOf({
    ...{ name: 'hotline.call', key, body: said, actor: staff.id, now },
  })
  const refused = (refusal: CallRefusal): Task<LoggedCall, CallRefusal> => ({
    ...{ database: hub, command, proposal: { kind: 'refused', refusal } },
  })
  if (!holdsAnywhere(staff, 'hotline.use')) return refused('not_your_role')
  const { result, topic, solution, code } = said
  if ((result === 'solved') !== (solution !== null)) return refused('bad_value')
  const why = await whyNotAbout(asking, code)
  if (why) return refused(why)
  const id = timedId('cal', now, randomByte)
  return {
    database: hub,
    command,
    proposal: {
      kind: 'change',
      answer: { id },
      events: solution === null ? [] : [contactSolved({ id, topic, solution, code }, now)],
      rows: [logCall(hub, { id, at: now, staff_id: staff.id, result, topic, code })],
    },
  }
}

const LOOKED_AT = 50
const MOST_SHOWN = 8

/** Somebody's own calls among the newest of all, the last first. */
export async function ownCalls({
  hub,
  staff,
}: Pick<Asking, 'hub' | 'staff'>): Promise<readonly CallRow[]> {
  if (!holdsAnywhere(staff, 'hotline.use')) return []
  const [rows] = await readTogether([lastCalls(hub, LOOKED_AT)])
  return rows.filter((row) => row.staff_id === staff.id).slice(0, MOST_SHOWN)
}
