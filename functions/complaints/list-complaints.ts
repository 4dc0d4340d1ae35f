import type { Complaint } from '#domain/complaints/complaint.ts'
import {
  complaintActorAt,
  complaintRoles,
  levelsOwnedBy,
  NOWHERE,
  seesAllOf,
  seesComplaint,
} from '#domain/complaints/complaint-actor.ts'
import { listedAt } from '#domain/complaints/complaint-timers.ts'
import type { Place, Staff } from '#domain/staff/staff.ts'
import { type Page, pageOf, readInOrder } from '#functions/db/read-in-order.ts'
import type { Place as PlaceInList } from '#functions/db/sealed-place.ts'
import type { Sources } from '#functions/db/sources.ts'
import { outletsWith } from '#functions/desk-find/searched-outlets.ts'
import { findPlaces } from '#functions/outlets/find-places.ts'
import { closedComplaints, openComplaints } from './list-store.ts'
import { complaintFromRow } from './store.ts'

const A_PAGE = 50
const FIRST: PlaceInList = { at: 0, id: '' }
const LATEST: PlaceInList = { at: Number.MAX_SAFE_INTEGER, id: '' }

type Asking = Pick<Sources, 'hub' | 'databases' | 'now'> & { readonly staff: Staff }

export type ComplaintsWish = {
  /** Only what is the asker's, by name or by role. */
  readonly mine: boolean
  /** '' = any. */
  readonly level: string
  /** '' = any but closed. */
  readonly status: string
  /** Where the page begins; null = at the beginning. */
  readonly after: PlaceInList | null
}
export const ALL_COMPLAINTS: ComplaintsWish = { mine: false, level: '', status: '', after: null }

export type ListedComplaint = {
  readonly complaint: Complaint
  /** Whether it is the asker's, by name or by role. */
  readonly isMine: boolean
}
export type ComplaintsListed = Page<ListedComplaint>

/** What of a page the asker sees, and which of it is theirs. */
async function seenOf(
  { hub, staff }: Asking,
  open: readonly Complaint[],
): Promise<readonly ListedComplaint[]> {
  const codes = open.flatMap(({ outlet }) => outlet ?? [])
  const places = codes.length > 0 ? await findPlaces(hub, staff, codes) : []
  const byCode = new Map(places.map((place) => [place.outlet, place]))
  const placeOf = ({ outlet }: Complaint): Place => byCode.get(outlet ?? '') ?? NOWHERE
  return open.flatMap((complaint): readonly ListedComplaint[] => {
    const actor = complaintActorAt(staff, placeOf(complaint))
    if (!seesComplaint(complaint, actor)) return []
    return [{ complaint, isMine: complaintRoles(complaint, actor).includes('owner') }]
  })
}

/**
 * A page of the complaints that somebody sees, of open ones what is due first at the beginning, so that
 * what is overdue leads, of closed ones what reached us last: the complaint team all of them, a region or partner those of its outlets, an outlet
 * those that it was asked about or that are its own. What the database finds is more than that by a few
 * where somebody holds several roles; they are taken out of their page, and no page is lost.
 */
export async function listComplaints(
  asking: Asking,
  { mine, level, status, after }: ComplaintsWish = ALL_COMPLAINTS,
): Promise<ComplaintsListed> {
  const { hub, databases, staff } = asking
  const outlets = await outletsWith(hub, staff, 'complaint.see')
  const isLatestFirst = status === 'closed'
  const read = isLatestFirst ? closedComplaints : openComplaints
  const rows = await readInOrder(
    databases,
    outlets,
    read({
      ...{ after: after ?? (isLatestFirst ? LATEST : FIRST), most: A_PAGE + 1 },
      ...{ level, status, me: staff.id, levels: levelsOwnedBy(staff) },
      ...{ isMineOnly: mine, seesAll: seesAllOf(staff) },
    }),
  )
  const placeOf = (complaint: Complaint): PlaceInList => ({
    at: listedAt(complaint) ?? complaint.receivedAt,
    id: complaint.code,
  })
  const page = pageOf(rows.map(complaintFromRow), { most: A_PAGE, placeOf, isLatestFirst })
  const seen = await seenOf(asking, page.listed)
  return { listed: seen.filter(({ isMine }) => !mine || isMine), next: page.next }
}
