import type { PackedCounts } from '#domain/kpis/figure-of.ts'
import {
  figuresOfPublication,
  type PublicationInput,
} from '#domain/publications/figures-of-publication.ts'
import type { PublishedPlace } from '#domain/publications/months-of-places.ts'
import { monthAfter } from '#domain/publications/publication-calendar.ts'
import type { PublicationHead } from '#domain/publications/publication-document.ts'

export const HEAD: PublicationHead = {
  ...{ number: 1, month: '2026-10', revision: 1, revises: null, reason: null },
  ...{ frozenAt: '2026-11-15T02:00:00.000Z', isDemo: true },
}

export const PLACES: readonly PublishedPlace[] = [
  { id: 'east', scope: 'region', parent: 'network' },
  { id: 'west', scope: 'region', parent: 'network' },
  { id: 'E-001', scope: 'outlet', parent: 'east' },
  { id: 'E-002', scope: 'outlet', parent: 'east' },
  { id: 'W-001', scope: 'outlet', parent: 'west' },
]

/** Twelve months up to a newest one, the newest first. */
export const yearTo = (newest: string): readonly string[] =>
  Array.from({ length: 12 }, (_, back) => monthAfter(newest, -back))

/** An outlet's counts of a month, or of nobody's. */
export type Given = (place: string, month: string) => PackedCounts

/** Counts of outlets (and of `none`) by month, with the sums of their regions and of the network. */
export function countsOf(given: Given, places = PLACES, months = yearTo('2026-10')) {
  const parents = new Map(places.map(({ id, parent }) => [id, parent]))
  const lineOf = (id: string): readonly string[] => {
    const parent = parents.get(id)
    return parent === undefined ? [id] : [id, ...lineOf(parent)]
  }
  const sums = new Map<string, Map<string, Record<string, number>>>()
  const leaves = places.filter(({ scope }) => scope === 'outlet').map(({ id }) => id)
  for (const leaf of [...leaves, 'none']) {
    for (const month of months) {
      const line = leaf === 'none' ? ['none', 'network'] : lineOf(leaf)
      for (const [measure, count] of Object.entries(given(leaf, month))) {
        for (const place of line) {
          const byMonth = sums.get(place) ?? new Map<string, Record<string, number>>()
          const sum = byMonth.get(month) ?? {}
          sum[measure] = (sum[measure] ?? 0) + count
          sums.set(place, byMonth.set(month, sum))
        }
      }
    }
  }
  return sums
}

/** A publication of given counts, all else being usual. */
export const publish = (given: Given, change: Partial<PublicationInput> = {}) =>
  figuresOfPublication({
    ...{ head: HEAD, today: '2026-11-15', places: PLACES, targets: [], exclusions: [] },
    ...{ network: { outlets: 3, cities: 2, oneHourOutlets: 1 }, previous: null },
    counts: countsOf(given, change.places),
    ...change,
  })
