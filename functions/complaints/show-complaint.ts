import { allowedComplaintActions } from '#domain/complaints/allowed-complaint-actions.ts'
import type { Complaint } from '#domain/complaints/complaint.ts'
import type { ComplaintActionType } from '#domain/complaints/complaint-action.ts'
import { NOWHERE } from '#domain/complaints/complaint-actor.ts'
import type { ComplaintEvent, ComplaintEventType } from '#domain/complaints/complaint-event.ts'
import { bucketOfTicket } from '#domain/identifiers/ticket-code.ts'
import type { Outlet } from '#domain/outlets/outlet.ts'
import { carries, holdsAnywhere } from '#domain/staff/permissions.ts'
import { rolesAt } from '#domain/staff/scope.ts'
import type { Place, Staff } from '#domain/staff/staff.ts'
import type { Database } from '#functions/db/database.ts'
import { readNamed } from '#functions/db/read-named.ts'
import type { Sources } from '#functions/db/sources.ts'
import { type Prepared, readTogether } from '#functions/db/statement.ts'
import { outletOnRecord, placedOutlet } from '#functions/outlets/outlet-on-record.ts'
import { placesOf } from '#functions/outlets/places-of-outlets.ts'
import { standingAt } from '#functions/repairs/see-repair.ts'
import { type ShownRepair, showRepair } from '#functions/repairs/show-repair.ts'
import { noteAccess } from '#functions/staff/log-access.ts'
import { staffNamesOf } from '#functions/staff/names-of-staff.ts'
import {
  databaseOfVoice,
  photosRead,
  readVoice,
  type VoicePhotoRow,
  voiceRead,
} from '#functions/voices/voice-on-record.ts'
import type { VoicePrivate } from '#functions/voices/voice-private.ts'
import { type PersonRow, peopleOfPlaces } from './scope-store.ts'
import { complaintSeenBy, type NotSeen } from './see-complaint.ts'
import {
  type ComplaintEventRow,
  complaintByCode,
  complaintEvents,
  complaintFromRow,
  complaintSubject,
} from './store.ts'

export type Person = { readonly id: string; readonly name: string }

export type ToldComplaint = {
  readonly database: Database
  readonly complaint: Complaint
  readonly events: readonly ComplaintEvent[]
  /** Null = erased. */
  readonly personal: VoicePrivate | null
  /** The outlet it is about; null = none. */
  readonly outlet: Outlet | null
  readonly photos: readonly VoicePhotoRow[]
}

/** Everything the desk knows about a complaint, for somebody who sees it. */
export type DeskComplaint = ToldComplaint & {
  /** When each event was put on record, by version. */
  readonly recordedAt: ReadonlyMap<number, number>
  readonly allowed: readonly ComplaintActionType[]
  /** Names of everybody of the staff that is spoken of, by id. */
  readonly names: ReadonlyMap<string, string>
  /** Who may be given it, and who may have worked on the phone. */
  readonly owners: readonly Person[]
  readonly hands: readonly Person[]
  /** The linked repair as it stands now; null = none, or not this person's to see. */
  readonly repair: ShownRepair | null
  /** The row that says who looked; written by whoever shows it. */
  readonly access: Prepared
}

const eventOf = (code: string, row: ComplaintEventRow): ComplaintEvent => ({
  subject: complaintSubject(code),
  version: row.version,
  type: row.type as ComplaintEventType,
  happenedAt: row.happened_at,
  data: JSON.parse(row.data),
})

type Reading = Pick<Sources, 'hub' | 'databases'>

async function read({ hub, databases }: Reading, code: string) {
  const database = databases.of(bucketOfTicket(code))
  const { named } = await readNamed({
    complaint: complaintByCode(database, code),
    events: complaintEvents(database, code),
    personal: voiceRead(database, code),
    photos: photosRead(database, code),
  })
  const [row] = named.complaint
  if (!row) return null
  const complaint = complaintFromRow(row)
  const { outlet, source } = complaint
  const from = source && 'feedback' in source ? source.feedback : null
  const { named: beside } = await readNamed({
    placed: outlet === null ? null : outletOnRecord(hub, outlet),
    // What was shown when it was no complaint yet belongs to it too.
    photos: from === null ? null : photosRead(databaseOfVoice(databases, { code: from }), from),
  })
  const personal = readVoice(named.personal)
  const told: ToldComplaint = {
    ...{ database, complaint },
    events: named.events.map((event) => eventOf(code, event)),
    personal,
    outlet: placedOutlet(beside.placed)?.outlet ?? null,
    photos: personal ? [...beside.photos, ...named.photos] : [],
  }
  return { told, rows: named.events }
}

/** A complaint with all that was said about it, whoever asks; null = no such code. */
export const tellComplaint = async (
  reading: Reading,
  code: string,
): Promise<ToldComplaint | null> => (await read(reading, code))?.told ?? null

const MOST_PEOPLE = 200

const staffOf = ({ id, name, grants }: PersonRow): Staff => ({
  ...{ id, name, email: '', locale: 'en' },
  grants: JSON.parse(grants),
})

/** Who may be given the complaint, and who works where it is about, told from one look at the network. */
async function peopleAround(hub: Database, { outlet }: Complaint) {
  const [place = NOWHERE] = outlet === null ? [] : await placesOf(hub, [outlet])
  const places: readonly (readonly [kind: string, place: string])[] = [
    ['network', ''],
    ...(outlet === null ? [] : [['outlet', outlet] as const]),
    ...place.regions.map((region) => ['region', region] as const),
    ...(place.partner === null ? [] : [['partner', place.partner] as const]),
  ]
  const [rows] = await readTogether([peopleOfPlaces(hub, places, MOST_PEOPLE)])
  const people = [...new Map(rows.map((row) => [row.id, staffOf(row)])).values()]
  const named = (isOne: (staff: Staff, place: Place) => boolean): readonly Person[] =>
    people.filter((staff) => isOne(staff, place)).map(({ id, name }) => ({ id, name }))
  return {
    owners: named((staff, at) => rolesAt(staff, at).some((role) => carries(role, 'complaint.act'))),
    hands: named((staff) =>
      staff.grants.some(
        ({ scope }) => scope.kind === 'outlets' && scope.outlets.includes(outlet ?? ''),
      ),
    ),
  }
}

type Asking = Reading & Pick<Sources, 'now' | 'randomByte'> & { readonly staff: Staff }

/** The linked repair, followed as it stands in its own record, for who sees it there. */
async function linkedRepair(asking: Asking, code: string | null): Promise<ShownRepair | null> {
  const shown = code === null ? null : await showRepair(asking, code)
  if (!shown) return null
  const standing = await standingAt(asking, shown.repair, 'repair.see')
  return 'refusal' in standing ? null : shown
}

/** A complaint as the desk shows it; whoever opens it has opened a customer's record: `access` says so. */
export async function showComplaint(
  asking: Asking,
  code: string,
): Promise<DeskComplaint | { readonly refusal: NotSeen }> {
  const { hub, staff, now, randomByte } = asking
  const found = await read(asking, code)
  if (!found) return { refusal: 'unknown_complaint' }
  const { told, rows } = found
  const { complaint, events, database } = told
  const seen = await complaintSeenBy({ hub, staff }, complaint, 'complaint.see')
  if (!seen.ok) return seen
  const spokenOf = [
    ...events.map(({ data }) => data.by),
    ...events.flatMap(({ data }) => data.owner ?? []),
  ]
  const [around, repair, names] = await Promise.all([
    peopleAround(hub, complaint),
    linkedRepair(asking, complaint.repair),
    staffNamesOf(hub, [...new Set(spokenOf)]),
  ])
  const access = { subject: complaintSubject(code), staffId: staff.id, act: 'opened' }
  const acts = holdsAnywhere(staff, 'complaint.act')
  return {
    ...told,
    ...around,
    ...{ repair, names },
    recordedAt: new Map(rows.map(({ version, recorded_at: at }) => [version, at])),
    allowed: acts ? allowedComplaintActions(complaint, seen.actor, now) : [],
    access: noteAccess(database, access, { now, randomByte }),
  }
}
