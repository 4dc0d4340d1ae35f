import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { freezeDayOf, monthAfter } from '#domain/publications/publication-calendar.ts'
import type { PublicationDocument } from '#domain/publications/publication-document.ts'
import { countsOf, type Given, HEAD, PLACES, publish } from './a-publication.ts'
import { echelon, isWorkedOut, type Row } from './linear-equations.ts'

const DAYS = { freezeDay: 15, contestDays: 3 }
const FROZEN = ['2026-06', '2026-07', '2026-08', '2026-09'] as const
const NEWEST = '2026-09'
const MONTHS = Array.from({ length: 15 }, (_, back) => monthAfter(NEWEST, -back)).toReversed()
const LEAVES = ['E-001', 'E-002', 'W-001', 'none'] as const
const FEWEST = 10

const parents = new Map(PLACES.map(({ id, parent }) => [id, parent]))
const isIn = (leaf: string, place: string): boolean =>
  leaf === place || isInAbove(leaf === 'none' ? 'network' : parents.get(leaf), place)
const isInAbove = (above: string | undefined, place: string): boolean =>
  above !== undefined && (above === place || isInAbove(parents.get(above), place))

/** Which outlets and months a figure adds up, as a row of ones. */
const rowOf = (place: string, from: string, to: string): Row =>
  LEAVES.flatMap((leaf) =>
    MONTHS.map((month) => Number(isIn(leaf, place) && month >= from && month <= to)),
  )

/** People by outlet and month. */
type People = readonly number[]

const givenOf =
  (people: People): Given =>
  (place, month): Readonly<Record<string, number>> => {
    const leaf = (LEAVES as readonly string[]).indexOf(place)
    return { 'survey.csat|score=5': people[leaf * MONTHS.length + MONTHS.indexOf(month)] ?? 0 }
  }

const told = ({ figures }: PublicationDocument) =>
  figures.filter(({ kpi, disclosure }) => kpi === 'csat' && disclosure !== 'nothing')

/** A publication of each month, the first of them revised before the next, and the last. */
function chainOf(people: People): readonly PublicationDocument[] {
  const counts = countsOf(givenOf(people), PLACES, MONTHS)
  const documents: PublicationDocument[] = []
  const add = (month: string, revises: number | null) => {
    const number = documents.length + 1
    const head = { ...HEAD, number, month, revises, revision: revises === null ? 1 : 2 }
    const today = freezeDayOf(month, DAYS)
    const previous = documents.at(-1) ?? null
    documents.push(publish(givenOf(people), { head, today, counts, previous }))
  }
  for (const month of FROZEN) {
    add(month, null)
    if (month === FROZEN[0] || month === FROZEN[3]) add(month, documents.length)
  }
  return documents
}

const EVERYWHERE = ['network', ...PLACES.map(({ id }) => id), 'none']
const PERIODS = MONTHS.flatMap((from, at) => MONTHS.slice(at).map((to) => [from, to] as const))

/**
 * Whatever counts 1 to 9 people, and can be worked out from all documents by who knows already where
 * there was nobody: before an outlet opened, after it closed.
 */
function workedOut(documents: readonly PublicationDocument[], people: People): readonly string[] {
  const of = (place: string, from: string, to: string) =>
    rowOf(place, from, to).filter((_, at) => people[at] !== 0)
  const some = people.filter((n) => n > 0)
  const rows = documents.flatMap((document) =>
    told(document).map(({ place, period }) => of(place ?? 'network', period.from, period.to)),
  )
  const basis = echelon(rows)
  return EVERYWHERE.flatMap((place) =>
    PERIODS.flatMap(([from, to]) => {
      const row = of(place, from, to)
      const n = row.reduce((sum, one, at) => sum + one * (some[at] ?? 0), 0)
      const isSmall = n > 0 && n < FEWEST
      return isSmall && isWorkedOut(row, basis) ? [`${place} ${from} ${to}: ${n}`] : []
    }),
  )
}

/** An outlet's people by month: some opened or closed in between, some have a month of few. */
const drawnOutlet = fc
  .record({
    most: fc.constantFrom(1, 3, 12, 40, 120),
    opened: fc.oneof(fc.constant(0), fc.nat({ max: MONTHS.length })),
    closed: fc.oneof(fc.constant(MONTHS.length), fc.nat({ max: MONTHS.length })),
    shares: fc.array(
      fc.oneof(fc.constant(1), fc.constant(0.1), fc.double({ min: 0, max: 1, noNaN: true })),
      {
        ...{ minLength: MONTHS.length, maxLength: MONTHS.length },
      },
    ),
  })
  .map(({ most, opened, closed, shares }) =>
    shares.map((share, at) => (at >= opened && at < closed ? Math.round(share * most) : 0)),
  )
const drawn = fc
  .tuple(drawnOutlet, drawnOutlet, drawnOutlet, drawnOutlet)
  .map((outlets): People => outlets.flat())

const everyMonth = (of: (leaf: string, month: string) => number): People =>
  LEAVES.flatMap((leaf) => MONTHS.map((month) => of(leaf, month)))

describe('of fewer than ten people', () => {
  it('nothing can be worked out from four months of publications and their revisions', () => {
    const figures = { month: 0, rolling_3: 0, rolling_12: 0, places: 0 }
    fc.assert(
      fc.property(drawn, (people) => {
        const documents = chainOf(people)
        for (const { place, period } of documents.flatMap(told)) {
          figures[place === null ? period.kind : 'places'] += 1
        }
        expect(workedOut(documents, people)).toEqual([])
      }),
      { numRuns: 200, seed: 3 },
    )
    for (const n of Object.values(figures)) expect(n).toBeGreaterThan(100)
  }, 60_000)

  it('would be, were small figures alone hidden', () => {
    const people = everyMonth((leaf) => (leaf === 'E-002' ? 1 : 40))
    const naive = ['E-001', 'east'].map((place) => rowOf(place, '2025-10', NEWEST))
    expect(isWorkedOut(rowOf('E-002', '2025-10', NEWEST), echelon(naive))).toBe(true)
    expect(workedOut(chainOf(people), people)).toEqual([])
  })

  it('would be, were a month told that was left out before a later one', () => {
    const people = everyMonth((leaf, month) =>
      leaf !== 'none' ? 0 : month === '2025-08' ? 3 : month < '2026-07' ? 20 : 40,
    )
    const given = givenOf(people)
    const counts = countsOf(given, PLACES, MONTHS)
    const told = (month: string, previous: PublicationDocument | null) =>
      publish(given, {
        ...{ head: { ...HEAD, month }, today: freezeDayOf(month, DAYS) },
        ...{ counts, previous },
      })
    const july = told('2026-07', null)
    expect(workedOut([july, told('2026-09', july)], people)).toEqual([])
    expect(workedOut([july, told('2026-09', july), told('2026-08', july)], people)).not.toEqual([])
  })

  it('no month is told by the twelve months of the publication after it', () => {
    const few = everyMonth((leaf, month) =>
      leaf !== 'none' ? 0 : month === '2026-07' ? 3 : month === '2025-10' ? 12 : 50,
    )
    const documents = chainOf(few)
    expect(workedOut(documents, few)).toEqual([])
    const sums = documents
      .flatMap(told)
      .filter(({ period }) => period.from <= '2026-07' && period.to >= '2026-07')
    expect(sums).toEqual([])
    expect(documents.flatMap(told).length).toBeGreaterThan(30)
  })

  it('no month of a new outlet is told by how its twelve months grow', () => {
    const people = everyMonth((leaf, month) =>
      leaf === 'none'
        ? 0
        : leaf !== 'E-002'
          ? 40
          : month < '2026-05'
            ? 0
            : month === NEWEST
              ? 4
              : 12,
    )
    const documents = chainOf(people)
    expect(documents.flatMap(told).filter(({ place }) => place === 'E-002')).toEqual([])
    expect(documents.flatMap(told).some(({ place }) => place === 'W-001')).toBe(true)
    expect(workedOut(documents, people)).toEqual([])
  })

  it('a revision tells nothing that what it revises hid, though there are more by now', () => {
    const of = (n: number, change = {}) => {
      const given = givenOf(everyMonth(() => n))
      return publish(given, { counts: countsOf(given, PLACES, MONTHS), ...change })
    }
    const before = of(2)
    const head = { ...HEAD, number: 2, revision: 2, revises: 1, reason: 'late_facts' as const }
    const revised = of(40, { head, previous: before })
    const keys = (document: PublicationDocument) =>
      told(document).map(({ place, period }) => `${place} ${period.from} ${period.to}`)
    const known = new Set(keys(before))
    expect(keys(revised).filter((key) => !known.has(key))).toEqual([])
    expect(keys(of(40)).length).toBeGreaterThan(known.size)
  })
})
