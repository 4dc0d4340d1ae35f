import type { FigureId } from '#domain/kpis/kpi-definitions.ts'
import { monthsUpTo } from '#domain/kpis/months-up-to.ts'
import { networkZone } from '#domain/outlets/network-zone.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import type { Contest, ContestStatus } from '#domain/publications/contest.ts'
import {
  type ComingPublication,
  comingPublications,
} from '#domain/publications/publication-calendar.ts'
import type { ExclusionReason } from '#domain/publications/publication-document.ts'
import { opensRoute, whyNotPermitted } from '#domain/staff/permissions.ts'
import { ownOutlets } from '#domain/staff/scope.ts'
import type { Staff } from '#domain/staff/staff.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readTogether } from '#functions/db/statement.ts'
import { findPlaces } from '#functions/outlets/find-places.ts'
import {
  type ContestRow,
  type ContestWords,
  contestById,
  contestsOfOutlets,
  latestContests,
  undecidedContests,
} from './contest-store.ts'

export type Asking = Pick<Sources, 'hub' | 'now' | 'config'> & { readonly staff: Staff }

const MOST = 200
const MONTHS_OPEN = 3
const YEAR_MONTHS = 12
export const YEAR_MS = 366 * 86_400_000
const TIME_LETTERS = 9

/** How an id begins that is given at an instant: later contests sort after earlier ones. */
export const contestIdAt = (at: number): string =>
  `cts_${at.toString(36).padStart(TIME_LETTERS, '0')}`

export const contestFromRow = (row: ContestRow): Contest => ({
  ...{ id: row.id, version: row.version, outlet: row.outlet_code, month: row.month },
  ...{ kpi: row.kpi as FigureId, repair: row.repair_code, status: row.status as ContestStatus },
  ...{ raisedBy: row.raised_by, raisedAt: row.raised_at },
  ...{ decidedBy: row.decided_by, approvedBy: row.approved_by },
  exclusion:
    row.from_day === null || row.to_day === null
      ? null
      : { from: row.from_day, to: row.to_day, reason: row.reason as ExclusionReason },
})

export type ShownContests = {
  /** Of a year, those to be decided first, then the newest, of the outlets that somebody may see. */
  readonly contests: readonly Contest[]
  /** Months that may be contested today, with their last day for it. */
  readonly months: readonly ComingPublication[]
  /** What a form begins with. */
  readonly own: readonly string[]
}

export const todayOf = ({ config, now }: Pick<Sources, 'config' | 'now'>): string =>
  wallTimeIn(networkZone(config), now).date

const isUndecided = ({ status }: Contest): boolean => status === 'open' || status === 'proposed'

/** What is to be decided is never behind what came later. */
async function withUndecided(
  { hub }: Pick<Asking, 'hub'>,
  today: string,
  latest: readonly ContestRow[],
): Promise<readonly ContestRow[]> {
  const months = monthsUpTo(today.slice(0, 7), YEAR_MONTHS)
  const [undecided] = await readTogether([undecidedContests(hub, months, MOST)])
  return [...new Map([...latest, ...undecided].map((row) => [row.id, row])).values()]
}

/** Contests of the outlets in somebody's scope, and what may be contested today. */
export async function showContests(
  asking: Asking,
): Promise<ShownContests | { readonly refusal: 'not_your_role' }> {
  const { hub, staff, config, now } = asking
  if (!opensRoute(staff, 'publication.see')) return { refusal: 'not_your_role' }
  const own = ownOutlets(staff)
  const isNamed = staff.grants.every(({ scope }) => scope.kind === 'outlets')
  const today = todayOf(asking)
  const [latest] = await readTogether([
    isNamed ? contestsOfOutlets(hub, own, contestIdAt(now - YEAR_MS)) : latestContests(hub, MOST),
  ])
  const rows = isNamed || latest.length < MOST ? latest : await withUndecided(asking, today, latest)
  const places = await findPlaces(
    ...([hub, staff, rows.map(({ outlet_code }) => outlet_code)] as const),
  )
  const seen = new Set(
    places
      .filter((place) => whyNotPermitted(staff, 'publication.see', [place]) === null)
      .map(({ outlet }) => outlet),
  )
  const isOpen = ({ month, contestUntil }: ComingPublication) =>
    month <= today.slice(0, 7) && today <= contestUntil
  return {
    contests: rows
      .map(contestFromRow)
      .filter(({ outlet }) => seen.has(outlet))
      .toSorted(
        (a, b) => Number(isUndecided(b)) - Number(isUndecided(a)) || (a.id < b.id ? 1 : -1),
      ),
    months: comingPublications(today, config.publications, MONTHS_OPEN).filter(isOpen),
    own,
  }
}

export type ContestFound = { readonly contest: Contest; readonly words: ContestWords }

/** A contest with its words, for whoever may see its outlet. */
export async function findContest(
  { hub, staff }: Pick<Asking, 'hub' | 'staff'>,
  id: string,
): Promise<ContestFound | { readonly refusal: 'not_found' | 'not_your_role' }> {
  if (!opensRoute(staff, 'publication.see')) return { refusal: 'not_your_role' }
  const [[row]] = await readTogether([contestById(hub, id)])
  const places = row ? await findPlaces(hub, staff, [row.outlet_code]) : []
  if (!row || whyNotPermitted(staff, 'publication.see', places)) return { refusal: 'not_found' }
  return { contest: contestFromRow(row), words: { said: row.said, answer: row.answer } }
}
