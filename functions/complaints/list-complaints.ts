import type { Complaint } from '#domain/complaints/complaint.ts'
import {
  complaintActorAt,
  complaintRoles,
  NOWHERE,
  seesComplaint,
} from '#domain/complaints/complaint-actor.ts'
import { nextDue } from '#domain/complaints/complaint-timers.ts'
import { carries } from '#domain/staff/permissions.ts'
import type { Place, Staff } from '#domain/staff/staff.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readEverywhere } from '#functions/db/statement.ts'
import { findPlaces } from '#functions/outlets/find-places.ts'
import { codesInRegion, codesOfPartner } from './scope-store.ts'
import { complaintFromRow, openComplaints, openComplaintsAt } from './store.ts'

/** A list holds so many; what is older stands first, so nothing that waits longest is cut. */
const MOST = 300
const MOST_OUTLETS = 400

type Asking = Pick<Sources, 'hub' | 'databases' | 'now'> & { readonly staff: Staff }

export type ListedComplaint = {
  readonly complaint: Complaint
  /** Whether it is the asker's, by name or by role. */
  readonly isMine: boolean
}

export type ComplaintsListed = {
  readonly listed: readonly ListedComplaint[]
  /** There is more than a list holds. */
  readonly isCut: boolean
}

const isWide = ({ grants }: Staff): boolean =>
  grants.some(({ role, scope }) => scope.kind === 'network' && carries(role, 'complaint.see'))

/** The outlets that somebody holds a part in, a few hundred at most. */
async function outletsOf({ hub, staff }: Asking): Promise<readonly string[]> {
  const scopes = staff.grants
    .filter(({ role }) => carries(role, 'complaint.see'))
    .map(({ scope }) => scope)
  const named = scopes.flatMap((scope) => (scope.kind === 'outlets' ? scope.outlets : []))
  const rows = await readEverywhere(
    scopes.flatMap((scope) => {
      if (scope.kind === 'region') return [codesInRegion(hub, scope.region, MOST_OUTLETS)]
      return scope.kind === 'partner' ? [codesOfPartner(hub, scope.partner, MOST_OUTLETS)] : []
    }),
  )
  return [...new Set([...named, ...rows.flat().map(({ code }) => code)])].slice(0, MOST_OUTLETS)
}

async function readOpen(asking: Asking): Promise<readonly Complaint[]> {
  const { databases } = asking
  const outlets = isWide(asking.staff) ? null : await outletsOf(asking)
  if (outlets?.length === 0) return []
  const rows = await readEverywhere(
    databases.all.map((one) =>
      outlets === null ? openComplaints(one, MOST + 1) : openComplaintsAt(one, outlets, MOST + 1),
    ),
  )
  return rows.flat().map(complaintFromRow)
}

/** Mine first, then what is due first; what owes nothing any more last. */
function inOrder(a: ListedComplaint, b: ListedComplaint): number {
  if (a.isMine !== b.isMine) return a.isMine ? -1 : 1
  const due = ({ complaint }: ListedComplaint): number =>
    nextDue(complaint)?.dueAt ?? Number.MAX_SAFE_INTEGER
  return due(a) - due(b) || a.complaint.receivedAt - b.complaint.receivedAt
}

/**
 * The open complaints that somebody sees: the complaint team all of them, a region or partner those of
 * its outlets, an outlet those that it was asked about or that are its own. The asker's own stand first,
 * each part by what is due first, so that what is overdue leads.
 */
export async function listComplaints(asking: Asking): Promise<ComplaintsListed> {
  const { hub, staff } = asking
  const open = await readOpen(asking)
  const places = await findPlaces(
    hub,
    staff,
    open.flatMap(({ outlet }) => outlet ?? []),
  )
  const byCode = new Map(places.map((place) => [place.outlet, place]))
  const placeOf = ({ outlet }: Complaint): Place =>
    (outlet === null ? undefined : byCode.get(outlet)) ?? NOWHERE
  const listed = open.flatMap((complaint): readonly ListedComplaint[] => {
    const actor = complaintActorAt(staff, placeOf(complaint))
    if (!seesComplaint(complaint, actor)) return []
    return [{ complaint, isMine: complaintRoles(complaint, actor).includes('owner') }]
  })
  const ordered = listed.toSorted(inOrder)
  return { listed: ordered.slice(0, MOST), isCut: open.length > MOST }
}
