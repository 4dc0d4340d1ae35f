import { afterWorkingDays } from '#domain/calendar/working-days.ts'
import type { Actor } from '#domain/repairs/actor.ts'
import { isInstant } from '#domain/repairs/coded-values.ts'
import { decideSeveral } from '#domain/repairs/decide-repair.ts'
import type { RepairRefusal } from '#domain/repairs/decision.ts'
import { NEEDS_WORKING_DAYS } from '#domain/repairs/next-update.ts'
import type { Repair } from '#domain/repairs/repair.ts'
import type { RepairAction, RepairActionType } from '#domain/repairs/repair-action.ts'
import type { Staff } from '#domain/staff/staff.ts'
import { besideRepair } from '#functions/bookings/beside-repair.ts'
import { unlessMoved } from '#functions/bookings/booking-on-record.ts'
import { type Command, commandOf, toldBefore } from '#functions/db/command-record.ts'
import type { Proposal, Task } from '#functions/db/commit.ts'
import type { Database } from '#functions/db/database.ts'
import { orReplayed } from '#functions/db/replayed.ts'
import type { Sources } from '#functions/db/sources.ts'
import type { Prepared } from '#functions/db/statement.ts'
import { networkCalendar } from '#functions/outlets/network-calendar.ts'
import { actorFor, whyNotAtOutlet } from '#functions/staff/desk-actor.ts'
import { alarmOf } from './alarm.ts'
import { deviceHashes, insertDevices } from './device-chain.ts'
import { parcelRows, tailHashes } from './find-rows.ts'
import { mayHandOver } from './hand-over.ts'
import { linkOf } from './link-token.ts'
import { type LoadedRepair, loadRepair } from './load-repair.ts'
import { insertLink } from './lookup-store.ts'
import { contactRows } from './private-rows.ts'
import type { PrivateChange } from './private-store.ts'
import { renewedLinks, withNewPhone } from './renew-links.ts'
import { moveRepair, updateRepair } from './store.ts'
import { withHistory } from './with-history.ts'

export type RepairStep = {
  readonly code: string
  readonly action: RepairAction
  /** Steps of the same person that follow in the same batch: all of them happen, or none. */
  readonly followedBy?: readonly RepairAction[]
  /** The version the asker has seen; null = whatever stands, for clocks and scripts. */
  readonly expectedVersion: number | null
  readonly actor: Actor
  /** Somebody of the staff: what they may is read from where the repair is, and `actor` only names them. */
  readonly staff?: Staff
  /** Rows of the desk's own beside the step: the shelf, the number of a parcel. */
  readonly beside?: (database: Database, repair: Repair) => readonly Prepared[]
  /** A late entry after an outage; null = now. */
  readonly happenedAt: number | null
  /** Idempotency key of the step. */
  readonly key: string | null
  /**
   * What a repetition is told by, where the actions hold what was reckoned from it (a proposed time):
   * may be personal.
   */
  readonly asked?: unknown
  /** What somebody else who collects the phone showed. */
  readonly pickUpCode?: string
  /** Names, numbers and words that belong to the step: they go to the private row. */
  readonly personal?: PrivateChange
}

export type StepAnswer = {
  readonly code: string
  readonly version: number
  readonly status: string
}
export type StepRefusal = RepairRefusal | 'unknown_repair' | 'unknown_outlet' | 'key_reused'

type Asking = Pick<Sources, 'hub' | 'databases' | 'keys' | 'now' | 'config'>

const answerOf = ({ code, version, status }: Repair): StepAnswer => ({ code, version, status })

/** A step that was taken before under the same key, told by its own event. */
function replayOf(
  loaded: LoadedRepair,
  command: Command,
): Proposal<StepAnswer, 'key_reused'> | null {
  const told = toldBefore(loaded.later, command)
  if (!told) return null
  if ('refusal' in told) return { kind: 'refused', refusal: told.refusal }
  const { status } = JSON.parse(told.own.data) as { readonly status: string }
  const { code } = loaded.repair
  return { kind: 'replay', answer: { code, version: told.own.version, status } }
}

async function decide(asking: Asking, loaded: LoadedRepair, step: RepairStep) {
  const { zone, country, repair } = loaded
  const { followedBy = [], actor, happenedAt } = step
  const actions = await withNewPhone(asking.keys, loaded, {
    actions: [step.action, ...followedBy],
    personal: step.personal,
  })
  const calendar = NEEDS_WORKING_DAYS.has(step.action.type)
    ? await networkCalendar(asking, country)
    : null
  return decideSeveral(repair, actions, {
    now: asking.now,
    happenedAt,
    actor,
    zone,
    afterWorkingDays: (at, days) => afterWorkingDays(at, days, { zone, calendar }),
  })
}

/** The outlet that a step brings the phone to; null = it stays where it is. */
const targetOf = (action: RepairAction): string | null =>
  action.type === 'send_on' || action.type === 'found' ? (action.outlet ?? null) : null

/** Everything a step writes beside its events. */
async function rowsOf(
  asking: Asking,
  loaded: LoadedRepair,
  { repair, step }: { readonly repair: Repair; readonly step: RepairStep },
): Promise<readonly Prepared[]> {
  const { database, target } = loaded
  const { code } = repair
  const { now, keys } = asking
  // What is answered in the same breath needs no link to answer by.
  const asked = repair.askCount > loaded.repair.askCount && !step.followedBy
  const link =
    asked &&
    (await linkOf(keys, {
      ...{ code, purpose: 'answer', askVersion: repair.askCount },
      linkEpoch: repair.linkEpoch,
    }))
  const devices = [
    ...(await deviceHashes(keys, step.personal)),
    ...(await tailHashes(keys, step.personal)),
  ]
  return [
    updateRepair(
      database,
      { before: loaded.repair, after: repair },
      {
        dueAt: alarmOf(repair, now, loaded.booking?.startsAt ?? null),
        now,
      },
    ),
    ...(target?.outlet.code === repair.atOutlet
      ? [moveRepair(database, code, { zone: target.outlet.zone, country: target.country })]
      : []),
    ...(link ? [insertLink(database, link, now)] : []),
    ...insertDevices(database, devices, { code, now }),
    ...(await renewedLinks(asking, loaded, repair)),
    ...(await contactRows(keys, database, { code, change: step.personal })),
    ...parcelRows(database, step.action, code),
    ...(step.beside?.(database, repair) ?? []),
  ]
}

/** A phone in custody is known by an IMEI or a serial number. */
const isIdentified = ({ personal }: RepairStep): boolean => {
  const { imeis = [], serial = null } = personal?.device ?? {}
  return imeis.length > 0 || serial !== null
}

/** Nobody moves a lost phone's record to where they have no say. */
async function mayBeFoundThere({ hub }: Asking, { action, staff }: RepairStep): Promise<boolean> {
  if (action.type !== 'found' || !action.outlet || !staff) return true
  return (await whyNotAtOutlet({ hub, staff }, action.outlet, 'repair.act')) === null
}

async function proposalOf(
  asking: Asking,
  loaded: LoadedRepair,
  { step, command }: { readonly step: RepairStep; readonly command: Command },
): Promise<Proposal<StepAnswer, StepRefusal>> {
  const replay = replayOf(loaded, command)
  if (replay) return replay
  const { expectedVersion, action } = step
  if (expectedVersion !== null && loaded.repair.version !== expectedVersion) {
    return { kind: 'refused', refusal: 'stale' }
  }
  if (targetOf(action) !== null && !loaded.target) {
    return { kind: 'refused', refusal: 'unknown_outlet' }
  }
  if (!(await mayBeFoundThere(asking, step))) {
    return { kind: 'refused', refusal: 'unknown_outlet' }
  }
  if (action.type === 'receive' && !isIdentified(step)) {
    return { kind: 'refused', refusal: 'bad_value' }
  }
  const decision = await decide(asking, loaded, {
    ...step,
    action: withHistory(step, loaded, asking),
  })
  if (!decision.ok) return { kind: 'refused', refusal: decision.refusal }
  const { repair } = decision
  const { actor, happenedAt } = step
  if (step.staff && !(await mayHandOver(asking, loaded, step))) {
    return { kind: 'refused', refusal: 'bad_value' }
  }
  const visit = besideRepair(loaded, action, {
    now: asking.now,
    happenedAt,
    actor,
    zone: loaded.zone,
  })
  return {
    kind: 'change',
    answer: answerOf(repair),
    events: [...visit.events, ...decision.events],
    rows: [
      ...(GOES_BY_VISIT.has(action.type) && loaded.booking && visit.events.length === 0
        ? [unlessMoved(loaded.database, loaded.booking)]
        : []),
      ...visit.rows,
      ...(await rowsOf(asking, loaded, { repair, step })),
    ],
  }
}

/** Steps that go by how the visit stands: where they leave it so, it must still stand so as they are written. */
const GOES_BY_VISIT: ReadonlySet<RepairActionType> = new Set(['receive', 'cancel', 'lapse'])

/** The first of some instants; what is none is for deciding to refuse. */
const earliest = (instants: readonly (number | null)[]): number =>
  Math.min(...instants.filter((at) => at !== null && isInstant(at)).map(Number))

type SeenBy =
  | { readonly ok: true; readonly actor: Actor }
  | { readonly ok: false; readonly refusal: 'unknown_repair' | 'not_your_role' }

/** Who acts. Staff act by the roles they hold where the phone is; elsewhere there is no such repair. */
async function seenBy(
  { hub }: Asking,
  { repair }: LoadedRepair,
  { staff, actor }: RepairStep,
): Promise<SeenBy> {
  if (!staff) return { ok: true, actor }
  const seen = await actorFor({ hub, staff }, repair, 'repair.act')
  if (seen.ok) return seen
  return {
    ok: false,
    refusal: seen.refusal === 'out_of_scope' ? 'unknown_repair' : 'not_your_role',
  }
}

/** What is personal belongs to what was asked, and is no use hashed without a key. */
async function commandOfStep({ keys, now }: Asking, step: RepairStep): Promise<Command> {
  const { code, action, followedBy, expectedVersion, asked, actor, key } = step
  const said = { action, followedBy, personal: step.personal ?? null }
  const command = await commandOf({
    ...{ name: `repair.${action.type}`, key, actor: actor.id, now },
    body: { code, expectedVersion, ...(asked === undefined ? said : { asked }) },
    mac: (text) => keys.mac('command', text),
  })
  return { ...command, toldByEvents: expectedVersion !== null }
}

/**
 * Takes one step of a repair: load, decide, propose. What it does to the visit that shares the code
 * (served by receiving, cancelled with it) goes into the same batch. A step taken before under the
 * same key gets its first answer; another version than the one seen is `stale`.
 */
export async function actOnRepair(
  asking: Asking,
  step: RepairStep,
): Promise<Task<StepAnswer, StepRefusal>> {
  const { code, action, expectedVersion } = step
  const command = await commandOfStep(asking, step)
  const loaded = await loadRepair(asking, {
    code,
    expectedVersion,
    targetOutlet: targetOf(action),
    receiving:
      action.type === 'receive'
        ? {
            deviceHashes: await deviceHashes(asking.keys, step.personal),
            since: earliest([asking.now, step.happenedAt, action.arrivedAt]),
          }
        : null,
  })
  if (!loaded) {
    const proposal = { kind: 'refused', refusal: 'unknown_repair' } as const
    return { database: asking.hub, command, proposal }
  }
  const { database } = loaded
  const seen = await seenBy(asking, loaded, step)
  if (!seen.ok) {
    return { database, command, proposal: { kind: 'refused', refusal: seen.refusal } }
  }
  const acting = { step: { ...step, actor: seen.actor }, command }
  const proposal = await proposalOf(asking, loaded, acting)
  return { database, command, proposal: await orReplayed(database, command, proposal) }
}
