import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { bucketMeasure } from '#domain/kpis/sketch.ts'
import { figuresOfPublication } from '#domain/publications/figures-of-publication.ts'
import type { CountsByPlace, PublishedPlace } from '#domain/publications/months-of-places.ts'
import { fileKey } from '#domain/publications/publication.ts'
import {
  freezableMonth,
  freezeDayOf,
  monthAfter,
} from '#domain/publications/publication-calendar.ts'
import { publicationCsv } from '#domain/publications/publication-csv.ts'
import type {
  PublicationDocument,
  PublicationFile,
  PublicationHead,
} from '#domain/publications/publication-document.ts'
import { publishedOfStandard } from '#domain/publications/published-figures.ts'
import { summaryOf } from '#domain/publications/summary.ts'
import { type Random, seededRandom } from '#scripts/demo/seeded-random.ts'
import { defaultSet } from '../../fixpoint.standards.ts'

const DAYS = { freezeDay: 15, contestDays: 3 }
/** Enough that a figure that waits three months to be final has twelve of them still. */
const MONTHS = 16

export type DrawnPublication = {
  readonly head: PublicationHead
  readonly document: PublicationDocument
  readonly files: readonly { readonly key: string; readonly text: string }[]
  readonly frozen: string
}

/** A month of an outlet: most is kept, and how much differs from outlet to outlet. */
function drawnCounts(random: Random, quality: number): Record<string, number> {
  const received = random.between(4, 60)
  const of = (n: number, share: number) =>
    Array.from({ length: n }, () => random.chance(share)).filter(Boolean).length
  const asked = of(received, 0.9)
  const scores = Array.from({ length: of(asked, 0.2) }, () =>
    random.weighted([
      [1 - quality, 1],
      [1 - quality, 2],
      [0.5, 3],
      [2, 4],
      [4 * quality, 5],
    ] as const),
  )
  const complaints = of(received, 0.02)
  const cause = random.pick(['too_slow', 'price', 'product_quality', 'attitude'] as const)
  const counts: Record<string, number> = {
    repairs_received: received,
    ...{ promise_due: received, promise_kept: of(received, quality) },
    ...{ one_hour_due: received, one_hour_kept: of(received, quality * 0.96) },
    'turnaround_started|way_in=walk_in': received,
    'turnaround_done_3d|way_in=walk_in': of(received, 0.97),
    ...{ handed_over: received, repeat_30: of(received, 0.03), repeat_7: of(received, 0.01) },
    ...{ closed: received, unrepaired: of(received, 0.08), record_complete: received },
    ...{ first_time_fix_due: received, first_time_fix_kept: of(received, 0.93) },
    ...{
      queue_arrived: received,
      queue_called_15: of(received, 0.9),
      queue_left: of(received, 0.02),
    },
    ...{ complaints_registered: complaints, [`complaints_registered|cause=${cause}`]: complaints },
    ...{ 'survey.delivered': asked, 'survey.answered': scores.length },
  }
  const add = (measure: string) => {
    counts[measure] = (counts[measure] ?? 0) + 1
  }
  for (const score of scores) add(`survey.csat|score=${score}`)
  for (let one = 0; one < received; one += 1) {
    add(bucketMeasure('turnaround|way_in=walk_in', random.between(20, 6000)))
    add(bucketMeasure('queue_wait', random.between(0, 40)))
  }
  return counts
}

function countsOf(places: readonly PublishedPlace[], newest: string): CountsByPlace {
  const random = seededRandom('publications')
  const parents = new Map(places.map(({ id, parent }) => [id, parent]))
  const sums = new Map<string, Map<string, Record<string, number>>>()
  const addTo = (place: string, month: string, counts: Record<string, number>) => {
    const months = sums.get(place) ?? new Map<string, Record<string, number>>()
    const sum = months.get(month) ?? {}
    for (const [measure, count] of Object.entries(counts))
      sum[measure] = (sum[measure] ?? 0) + count
    sums.set(place, months.set(month, sum))
    const parent = parents.get(place)
    if (parent !== undefined) addTo(parent, month, counts)
  }
  for (const { id, scope } of places) {
    if (scope !== 'outlet') continue
    const quality = random.chance(0.03) ? 0.6 : 0.93
    for (let back = 0; back < MONTHS; back += 1) {
      addTo(id, monthAfter(newest, -back), drawnCounts(random, quality))
    }
  }
  return sums
}

const targets = defaultSet.standards.flatMap((standard) => {
  const figure = standard.audience === 'public' ? publishedOfStandard(standard) : null
  return figure ? [{ standard: standard.id, ...figure, target: standard.target }] : []
})

function fileOf(name: PublicationFile['name'], text: string): PublicationFile {
  const bytes = Buffer.from(text)
  return { name, sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length }
}

function filed(document: PublicationDocument): DrawnPublication {
  const head = document.publication
  const texts = [
    ['figures.json', JSON.stringify(document)],
    ['figures.csv', publicationCsv(document)],
    ['schema.json', readFileSync('public/data/publications/schema-1.json', 'utf8')],
  ] as const
  const files = texts.map(([name, text]) => ({ file: fileOf(name, text), text }))
  return {
    ...{ head, document },
    files: files.map(({ file, text }) => ({ key: fileKey(head.number, file), text })),
    frozen: JSON.stringify({
      files: files.map(({ file }) => file),
      summary: summaryOf(document),
      zeros: null,
    }),
  }
}

/**
 * Three publications of a network out of drawn counts: a month, the month after, and a revision of that.
 * The newest month that may be frozen is left to whoever tries the desk.
 */
export function drawnPublications(
  places: readonly PublishedPlace[],
  today: string,
): readonly DrawnPublication[] {
  const newest = monthAfter(freezableMonth(today, DAYS), -1)
  const counts = countsOf(places, newest)
  const heads = [
    { number: 1, month: monthAfter(newest, -1), revision: 1, revises: null, reason: null },
    { number: 2, month: newest, revision: 1, revises: null, reason: null },
    { number: 3, month: newest, revision: 2, revises: 2, reason: 'wrong_counts' },
  ] as const
  let previous: PublicationDocument | null = null
  return heads.map((head) => {
    const day = freezeDayOf(head.month, DAYS)
    const document = figuresOfPublication({
      head: { ...head, frozenAt: `${day}T02:00:00.000Z`, isDemo: true },
      ...{ today: day, counts, places, targets, exclusions: [] },
      network: { outlets: 411, cities: 203, oneHourOutlets: 215 },
      previous,
    })
    previous = document
    return filed(document)
  })
}
