import type { Complaint } from '#domain/complaints/complaint.ts'
import type { ComplaintAction } from '#domain/complaints/complaint-action.ts'
import {
  type ComplaintActor,
  complaintActorAt,
  isOfTeam,
} from '#domain/complaints/complaint-actor.ts'
import type { ComplaintRefusal } from '#domain/complaints/complaint-decision.ts'
import {
  type ComplaintWordKey,
  keptWords,
  wordsMissing,
} from '#domain/complaints/complaint-words.ts'
import { decideComplaint } from '#domain/complaints/decide-complaint.ts'
import { readTicketCode } from '#domain/identifiers/ticket-code.ts'
import { ownOutlets } from '#domain/staff/scope.ts'
import type { Staff } from '#domain/staff/staff.ts'
import { type Command, commandOf, toldBefore } from '#functions/db/command-record.ts'
import type { Proposal, Task } from '#functions/db/commit.ts'
import { orReplayed } from '#functions/db/replayed.ts'
import type { Sources } from '#functions/db/sources.ts'
import type { Prepared } from '#functions/db/statement.ts'
import { activeStaff } from '#functions/staff/active-staff.ts'
import { whyNotAtOutlet } from '#functions/staff/desk-actor.ts'
import { wordsRow } from '#functions/voices/voice-on-record.ts'
import { type LoadedComplaint, loadComplaint } from './load-complaint.ts'
import { mayOwnThere } from './may-own.ts'
import { complaintSeenBy } from './see-complaint.ts'
import { refuseClosed, updateComplaint } from './store.ts'

export type ComplaintWords = Readonly<Partial<Record<ComplaintWordKey, string>>>

export type ComplaintStep = {
  readonly code: string
  readonly action: Exclude<ComplaintAction, { type: 'register' }>
  /** What was said with it: goes to the private row. */
  readonly words: ComplaintWords
  /** The version that the asker has seen; null = whatever stands, for clocks. */
  readonly expectedVersion: number | null
  readonly actor: ComplaintActor
  /** Somebody of the staff: what they may is read from where it belongs, and `actor` only names them. */
  readonly staff?: Staff
  /** A late entry after an outage; null = now. */
  readonly happenedAt: number | null
  readonly key: string | null
}

export type ComplaintStepAnswer = {
  readonly code: string
  readonly version: number
  readonly status: string
}
export type ComplaintStepRefusal =
  | ComplaintRefusal
  | 'unknown_complaint'
  | 'unknown_outlet'
  | 'merge_closed'
  | 'key_reused'

type Asking = Pick<Sources, 'hub' | 'databases' | 'keys' | 'now'>
type Proposed = Proposal<ComplaintStepAnswer, ComplaintStepRefusal>

const refused = (refusal: ComplaintStepRefusal): Proposed => ({ kind: 'refused', refusal })

/** A step that was taken before under the same key, told by its own event. */
function replayed({ later, complaint }: LoadedComplaint, command: Command): Proposed | null {
  const told = toldBefore(later, command)
  if (!told) return null
  if ('refusal' in told) return refused(told.refusal)
  const { status } = JSON.parse(told.own.data) as { readonly status: string }
  return { kind: 'replay', answer: { code: complaint.code, version: told.own.version, status } }
}

const targetOf = (action: ComplaintStep['action']): string | null =>
  action.type === 'assign' || action.type === 'dispatch' ? action.outlet : null

const otherOf = (action: ComplaintStep['action']): string | null =>
  action.type === 'merge' ? readTicketCode(action.into) : null

/** A complaint is merged into one that the same person sees and that still goes on: somebody must answer it. */
async function whyNotMerge(
  { hub }: Asking,
  { action, staff }: ComplaintStep,
  { other, complaint }: LoadedComplaint,
): Promise<'bad_value' | 'merge_closed' | null> {
  if (action.type !== 'merge') return null
  if (!other || !staff || other.code === complaint.code) return 'bad_value'
  if (!(await complaintSeenBy({ hub, staff }, other, 'complaint.see')).ok) return 'bad_value'
  return other.status === 'closed' ? 'merge_closed' : null
}

/** Whoever is said to have worked on the phone works for that outlet, and still does. */
async function isHandThere(
  { hub }: Asking,
  { action }: ComplaintStep,
  { complaint }: LoadedComplaint,
): Promise<boolean> {
  if (action.type !== 'report' || action.technician === null) return true
  const staff = await activeStaff(hub, action.technician)
  return staff !== null && complaint.outlet !== null && ownOutlets(staff).includes(complaint.outlet)
}

/**
 * Whoever gives a complaint to an outlet is in charge of complaints there, too, or of the complaint team,
 * which gives to any: nobody rids themselves of one, and of its figures, at somebody else's cost.
 */
async function mayGiveTo(
  { hub }: Asking,
  { action, actor, staff }: ComplaintStep,
  { complaint }: LoadedComplaint,
): Promise<boolean> {
  const outlet = targetOf(action)
  if (outlet === null || outlet === complaint.outlet || !staff) return true
  if (isOfTeam(actor)) return true
  return (await whyNotAtOutlet({ hub, staff }, outlet, 'complaint.act')) === null
}

/** Whoever is named as owner works there and may act on complaints. */
async function mayOwn(
  { hub }: Asking,
  { action }: ComplaintStep,
  { complaint }: LoadedComplaint,
): Promise<boolean> {
  if (action.type !== 'dispatch' && action.type !== 'redirect') return true
  if (action.owner === null) return true
  const outlet = (action.type === 'dispatch' ? action.outlet : null) ?? complaint.outlet
  return await mayOwnThere(hub, action.owner, outlet)
}

async function whyNot(
  asking: Asking,
  step: ComplaintStep,
  loaded: LoadedComplaint,
): Promise<ComplaintStepRefusal | null> {
  const { action, words, expectedVersion } = step
  const { complaint, target } = loaded
  if (expectedVersion !== null && complaint.version !== expectedVersion) return 'stale'
  if (targetOf(action) !== null && !target) return 'unknown_outlet'
  if (!(await mayGiveTo(asking, step, loaded))) return 'unknown_outlet'
  const unmergeable = await whyNotMerge(asking, step, loaded)
  if (unmergeable) return unmergeable
  if (!(await mayOwn(asking, step, loaded))) return 'bad_value'
  if (!(await isHandThere(asking, step, loaded))) return 'bad_value'
  const isSystem = step.actor.roles.includes('system')
  return !isSystem && wordsMissing(complaint, action, words) !== null ? 'bad_value' : null
}

function rowsOf(
  { database, complaint: before, other, otherDatabase }: LoadedComplaint,
  { after, words, now }: { after: Complaint; words: ComplaintWords; now: number },
): readonly Prepared[] {
  const kept = keptWords(after.version, words)
  const isSilent = Object.keys(kept).length === 0
  return [
    updateComplaint(database, { before, after }, now),
    // Two that are merged into each other at once: the second finds the first closed.
    ...(other && otherDatabase?.d1 === database.d1 ? [refuseClosed(database, other.code)] : []),
    ...(isSilent ? [] : [wordsRow(database, after.code, kept)]),
  ]
}

async function proposalOf(
  asking: Asking,
  loaded: LoadedComplaint,
  { step, command }: { readonly step: ComplaintStep; readonly command: Command },
): Promise<Proposed> {
  const { complaint } = loaded
  const { now } = asking
  const before = replayed(loaded, command)
  if (before) return before
  const { action, actor, happenedAt, words } = step
  // What the table refuses is said before what a form lacks.
  const decision = decideComplaint(complaint, plain(action), {
    ...{ now, happenedAt, actor, zone: complaint.zone },
  })
  const refusal = await whyNot(asking, step, loaded)
  if (refusal === 'stale') return refused(refusal)
  if (!decision.ok) return refused(decision.refusal)
  if (refusal) return refused(refusal)
  const { complaint: after, event } = decision
  return {
    kind: 'change',
    answer: { code: after.code, version: after.version, status: after.status },
    events: [event],
    rows: rowsOf(loaded, { after, words, now }),
  }
}

/** With the other complaint's code as it is stored, however it was typed. */
const plain = (action: ComplaintStep['action']): ComplaintStep['action'] =>
  action.type === 'merge' ? { ...action, into: readTicketCode(action.into) ?? '' } : action

async function commandOfStep({ keys, now }: Asking, step: ComplaintStep): Promise<Command> {
  const { code, action, words, expectedVersion, actor, key } = step
  const command = await commandOf({
    ...{ name: `complaint.${action.type}`, key, actor: actor.id, now },
    body: { code, expectedVersion, action, words },
    mac: (text) => keys.mac('command', text),
  })
  return { ...command, toldByEvents: expectedVersion !== null }
}

/** Staff act by the roles that they hold where the complaint belongs, which is known once it is loaded. */
export const namedOnly = (staff: Staff): ComplaintActor => ({
  ...complaintActorAt(staff, null),
  roles: [],
})

/**
 * Takes one step of a complaint: load, decide, propose. A step taken before under the same key gets its
 * first answer; another version than the one seen is `stale`. Out of a person's sight it isn't there.
 */
export async function actOnComplaint(
  asking: Asking,
  step: ComplaintStep,
): Promise<Task<ComplaintStepAnswer, ComplaintStepRefusal>> {
  const { code, action, expectedVersion, staff } = step
  const command = await commandOfStep(asking, step)
  const loaded = await loadComplaint(asking, {
    ...{ code, expectedVersion },
    ...{ targetOutlet: targetOf(action), otherCode: otherOf(action) },
  })
  if (!loaded) {
    return {
      database: asking.hub,
      command,
      proposal: { kind: 'refused', refusal: 'unknown_complaint' },
    }
  }
  const { database, complaint } = loaded
  const seen =
    staff && (await complaintSeenBy({ hub: asking.hub, staff }, complaint, 'complaint.act'))
  if (seen && !seen.ok) {
    return { database, command, proposal: { kind: 'refused', refusal: seen.refusal } }
  }
  const acting = { step: { ...step, actor: seen?.actor ?? step.actor }, command }
  const proposal = await proposalOf(asking, loaded, acting)
  return { database, command, proposal: await orReplayed(database, command, proposal) }
}
