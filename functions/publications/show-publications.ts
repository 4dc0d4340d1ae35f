import { NETWORK } from '#domain/kpis/close-months.ts'
import { networkZone } from '#domain/outlets/network-zone.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import { type ChangedFigure, changedFigures } from '#domain/publications/changed-figures.ts'
import { figuresOfPublication } from '#domain/publications/figures-of-publication.ts'
import { figureReader } from '#domain/publications/months-of-places.ts'
import type { Publication, SummaryLine } from '#domain/publications/publication.ts'
import {
  type ComingPublication,
  comingPublications,
  freezableMonth,
  monthAfter,
} from '#domain/publications/publication-calendar.ts'
import type { PublicationDocument } from '#domain/publications/publication-document.ts'
import { summaryOf } from '#domain/publications/summary.ts'
import { opensRoute } from '#domain/staff/permissions.ts'
import type { Staff } from '#domain/staff/staff.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readTogether } from '#functions/db/statement.ts'
import { openContests } from './contest-store.ts'
import { publicationFromRow } from './publication-rows.ts'
import { type ReadFile, readDocument } from './read-document.ts'
import { countsTakenOut, MONTHS_BACK, readExclusions } from './read-exclusions.ts'
import { everyPublication, networkMonths } from './store.ts'

type Asking = Pick<Sources, 'hub' | 'databases' | 'now' | 'config'> & { readonly staff: Staff }

const COMING = 3

export type DeskPublications = {
  /** Newest first. */
  readonly all: readonly Publication[]
  /** The newest month that may be frozen. */
  readonly month: string
  readonly coming: readonly ComingPublication[]
}

const todayOf = ({ config, now }: Asking): string => wallTimeIn(networkZone(config), now).date

/** Every publication there is, and when the next ones freeze. */
export async function deskPublications(
  asking: Asking,
): Promise<DeskPublications | { readonly refusal: 'not_your_role' }> {
  if (!opensRoute(asking.staff, 'publication.see')) return { refusal: 'not_your_role' }
  const days = asking.config.publications
  const [rows] = await readTogether([everyPublication(asking.hub)])
  const today = todayOf(asking)
  return {
    all: rows.map(publicationFromRow).toReversed(),
    month: freezableMonth(today, days),
    coming: comingPublications(today, days, COMING),
  }
}

export type ShownPublication = {
  readonly publication: Publication
  /** Of the network, as frozen; of a draft as it stands now. */
  readonly summary: readonly SummaryLine[]
  /** The last one published before it; null = there is none. */
  readonly last: Publication | null
  /** Contests of its month that nobody has decided. */
  readonly openContests: number
  /** Of a draft: figures whose definition changed since the last one was published. */
  readonly changed: readonly ChangedFigure[]
}

/** A draft's figures of the network, from its closed months less the days that were excluded. */
async function previewOf(
  asking: Asking,
  { month, ...head }: Publication,
  last: PublicationDocument | null,
) {
  const months = Array.from({ length: MONTHS_BACK + 1 }, (_, back) => monthAfter(month, -back))
  const [rows] = await readTogether([networkMonths(asking.hub, months)])
  const counts = new Map(rows.map((row) => [row.month, JSON.parse(row.counts)]))
  for (const taken of await countsTakenOut(asking, await readExclusions(asking, month))) {
    const sum = counts.get(taken.month) ?? {}
    for (const measure in taken.counts)
      sum[measure] = (sum[measure] ?? 0) - (taken.counts[measure] ?? 0)
  }
  const { number, revision, revises, reason } = head
  const document = figuresOfPublication({
    head: { number, month, revision, revises, reason, frozenAt: '', isDemo: false },
    ...{ today: todayOf(asking), places: [], targets: [], exclusions: [], previous: null },
    network: { outlets: 0, cities: 0, oneHourOutlets: 0 },
    counts: new Map([[NETWORK, counts]]),
  })
  const changed = last ? changedFigures(last, figureReader(new Map([[NETWORK, counts]]))) : []
  return { summary: summaryOf(document), changed }
}

/** A publication with its figures of the network beside those published last. */
export async function showPublication(
  asking: Asking,
  number: number,
  read: ReadFile,
): Promise<ShownPublication | { readonly refusal: 'not_your_role' | 'not_found' }> {
  const found = await deskPublications(asking)
  if ('refusal' in found) return found
  const publication = found.all.find((one) => one.number === number)
  if (!publication) return { refusal: 'not_found' }
  const isBefore = (one: Publication) => one.number < number && one.status === 'published'
  const [[open]] = await readTogether([openContests(asking.hub, publication.month)])
  const last = found.all.find(isBefore) ?? null
  const shown = { publication, last, openContests: open?.open ?? 0 }
  const { frozen, status } = publication
  if (frozen || status !== 'draft') return { ...shown, summary: frozen?.summary ?? [], changed: [] }
  const document = await readDocument(found.all, last?.number ?? null, read)
  return { ...shown, ...(await previewOf(asking, publication, document)) }
}
