import type { Recounted } from './recount.ts'

/** A packed row as it is stored. */
export type PackedRow = {
  readonly outlet: string
  readonly period: string
  readonly counts: string
}

export type CountDifference = {
  readonly outlet: string
  readonly period: string
  readonly measure: string
  readonly stands: number
  readonly shouldBe: number
}

const NOTHING: ReadonlyMap<string, number> = new Map()

/** What of one row isn't as the events say; a measure that isn't there is 0. */
export function rowDifferences(
  { outlet, period, counts }: PackedRow,
  shouldBe: ReadonlyMap<string, number> = NOTHING,
): readonly CountDifference[] {
  const stands = JSON.parse(counts) as Readonly<Record<string, number>>
  const measures = new Set([...Object.keys(stands), ...shouldBe.keys()])
  return [...measures].flatMap((measure) => {
    const [is, should] = [stands[measure] ?? 0, shouldBe.get(measure) ?? 0]
    return is === should ? [] : [{ outlet, period, measure, stands: is, shouldBe: should }]
  })
}

/** Rows that the events call for and that aren't there, as empty ones. */
export const missingRows = (
  rows: readonly PackedRow[],
  recounted: Recounted,
): readonly PackedRow[] => {
  const there = new Set(rows.map(({ outlet, period }) => `${outlet} ${period}`))
  return [...recounted.keys()]
    .filter((key) => !there.has(key))
    .map((key) => {
      const [outlet = '', period = ''] = key.split(' ')
      return { outlet, period, counts: '{}' }
    })
}

/** `SZ-001 2026-10: handed_over stands at 41, should be 42` */
export const differenceLine = ({ outlet, period, measure, stands, shouldBe }: CountDifference) =>
  `${outlet} ${period}: ${measure} stands at ${stands}, should be ${shouldBe}`
