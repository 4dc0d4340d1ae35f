import { bucketOfTicket } from '#domain/identifiers/ticket-code.ts'
import type { Actor } from '#domain/repairs/actor.ts'
import { allowedActions } from '#domain/repairs/allowed-actions.ts'
import type { RepairPrivate } from '#domain/repairs/contact.ts'
import type { Repair } from '#domain/repairs/repair.ts'
import type { RepairActionType } from '#domain/repairs/repair-action.ts'
import type { Database } from '#functions/db/database.ts'
import type { Sources } from '#functions/db/sources.ts'
import { type Prepared, readEverywhere } from '#functions/db/statement.ts'
import { noteAccess } from '#functions/staff/log-access.ts'
import { deviceHashes } from './device-chain.ts'
import { isHand } from './hands-at.ts'
import { namesOf, peopleAt } from './job-store.ts'
import { type NoteRow, notesOf } from './note-store.ts'
import { type PhotoRow, photosOf } from './photo-store.ts'
import { privateByCode, privateFromRow } from './private-store.ts'
import { repairFromRow } from './repair-rows.ts'
import { type AskingStaff, type NotSeen, type Standing, standingAt } from './see-repair.ts'
import { type RecordedRepair, showRepair } from './show-repair.ts'
import { repairsOfDevice } from './store.ts'

export type Person = { readonly id: string; readonly name: string }

/** Everything the desk knows about a repair, as far as this person may see it. */
export type DeskRepair = RecordedRepair & {
  readonly database: Database
  readonly actor: Actor
  readonly may: Standing['may']
  /** Steps this person may take now. */
  readonly allowed: readonly RepairActionType[]
  readonly notes: readonly NoteRow[]
  readonly photos: readonly PhotoRow[]
  /** Names of everybody of the staff that is spoken of, by id. */
  readonly names: ReadonlyMap<string, string>
  /** Who may be given the job: who works where the phone is. */
  readonly people: readonly Person[]
  /** Other repairs of the same device, the last first. */
  readonly sameDevice: readonly Repair[]
  /** Whom it belongs to; null = not this person's to see, or erased. */
  readonly personal: RepairPrivate | null
  /** The row that says who looked, whatever they saw of it; written by whoever shows it. */
  readonly access: readonly Prepared[]
}

type Asking = AskingStaff & Pick<Sources, 'keys' | 'now' | 'randomByte'>

/** What somebody does with the record: it stands in the access log. */
export type Opening = 'opened' | 'printed_job_sheet' | 'printed_report'

/** What else the device was here for, the last first. */
async function historyOf(
  { databases, keys }: Asking,
  code: string,
  personal: RepairPrivate | null,
): Promise<readonly Repair[]> {
  const hashes = await deviceHashes(keys, personal ? { device: personal.device } : undefined)
  if (hashes.length === 0) return []
  const seen = await readEverywhere(databases.all.map((one) => repairsOfDevice(one, hashes)))
  const repairs = new Map(seen.flat().map((row) => [row.code, repairFromRow(row)]))
  repairs.delete(code)
  return [...repairs.values()].toSorted((a, b) => b.requestedAt - a.requestedAt)
}

async function recordOf(asking: Asking, code: string) {
  const { databases } = asking
  const database = databases.of(bucketOfTicket(code))
  const [notes, photos, [row]] = await readEverywhere([
    notesOf(database, code),
    photosOf(database, code),
    privateByCode(database, code),
  ])
  const personal = row ? privateFromRow(row) : null
  return {
    database,
    sameDevice: await historyOf(asking, code, personal),
    notes,
    photos: photos.toSorted((a, b) => a.at - b.at),
    personal,
  }
}

type Recorded = Awaited<ReturnType<typeof recordOf>>

/** The names of everybody who is spoken of, and who works where the phone is. */
async function peopleAround(
  { hub }: Asking,
  { repair, recordings, job }: RecordedRepair,
  { notes, photos, sameDevice }: Recorded,
) {
  const ids = [
    ...recordings.map(({ actor }) => actor),
    ...[...notes, ...photos].map(({ staff_id: id }) => id),
    ...[job.assignedTo, ...sameDevice.map(({ finishedBy }) => finishedBy)].filter(
      (id) => id !== null,
    ),
  ]
  const [names, people] = await readEverywhere([namesOf(hub, ids), peopleAt(hub, repair.atOutlet)])
  return {
    names: new Map(names.map(({ id, name }) => [id, name])),
    people: people
      .filter((person) => isHand(person, repair.atOutlet))
      .map(({ id, name }) => ({ id, name })),
  }
}

/**
 * A repair as the desk shows it to somebody. Notes and photos are words and pictures of a customer's
 * matter: whoever may not see the customer doesn't see those. Whoever opens it has opened a customer's
 * record: `access` says so and is to be written.
 */
export async function showDeskRepair(
  asking: Asking,
  code: string,
  opening: Opening = 'opened',
): Promise<DeskRepair | { readonly refusal: NotSeen }> {
  const [shown, everything] = await Promise.all([showRepair(asking, code), recordOf(asking, code)])
  if (!shown) return { refusal: 'unknown_repair' }
  const standing = await standingAt(asking, shown.repair, 'repair.see')
  if ('refusal' in standing) return standing
  const { actor, may } = standing
  const { staff, now, randomByte } = asking
  const seesCustomer = may('customer.see')
  const recorded: Recorded = seesCustomer
    ? everything
    : { ...everything, notes: [], photos: [], personal: null }
  const subject = `repair/${code}`
  const access = { subject, staffId: staff.id, act: opening }
  return {
    ...shown,
    ...recorded,
    ...(await peopleAround(asking, shown, recorded)),
    actor,
    may,
    allowed: may('repair.act') ? allowedActions(shown.repair, actor) : [],
    access: [noteAccess(recorded.database, access, { now, randomByte })],
  }
}
