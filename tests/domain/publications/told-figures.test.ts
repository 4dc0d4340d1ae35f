import { expect, it } from 'vitest'
import type { PackedCounts } from '#domain/kpis/figure-of.ts'
import { outletFunnel } from '#domain/publications/outlet-funnel.ts'
import {
  figureOver,
  headlineOf,
  monthsOf,
  toldFigures,
  verdictOf,
} from '#domain/publications/told-figures.ts'
import { publish } from './a-publication.ts'

const PROMISES = { kpi: 'promise_kept', cut: null } as const
const QUESTIONS = { kpi: 'feedback_answered_in_time', cut: 'touchpoint=web' } as const
const target = { standard: 'promised-time-kept', ...PROMISES, target: 90 }

/** Counts of outlets alone: nobody's stand beside them. */
const atOutlets = (place: string, counts: PackedCounts): PackedCounts =>
  place === 'none' ? {} : counts

const promised = (kept: number, due: number) =>
  toldFigures(
    publish((place) => atOutlets(place, { promise_kept: kept, promise_due: due }), {
      targets: [target],
    }),
  )

it('lets the newest final month speak for a promise where enough stand behind it', () => {
  const told = promised(18, 20)
  const headline = headlineOf(told, PROMISES)
  expect([headline?.period.kind, headline?.period.to, headline?.n]).toEqual([
    'month',
    '2026-10',
    60,
  ])
  expect(verdictOf(headline)).toBe('kept')
  expect(verdictOf(headlineOf(promised(17, 20), PROMISES))).toBe('missed')
})

it('lets three months speak, or twelve, where a month tells no rate', () => {
  const three = headlineOf(promised(3, 4), PROMISES)
  expect([three?.period.kind, three?.n]).toEqual(['rolling_3', 36])
  const twelve = headlineOf(promised(1, 1), PROMISES)
  expect([twelve?.period.kind, twelve?.n]).toEqual(['rolling_12', 36])
})

it('says that too few stand behind it rather than kept or missed', () => {
  const told = toldFigures(
    publish((place, month) =>
      place === 'E-001' && month === '2026-10'
        ? { promise_kept: 5, promise_due: 5 }
        : ({} as Record<string, number>),
    ),
  )
  const headline = headlineOf(told, PROMISES)
  expect([headline?.disclosure, headline?.n]).toEqual(['count', 5])
  expect(verdictOf(headline)).toBe('too_few')
})

it('says nothing of fewer than ten people, whichever period they are of', () => {
  const told = toldFigures(
    publish((place, month) =>
      place === 'E-001' && month === '2026-10'
        ? {
            'feedback.answered_in_time|touchpoint=web': 9,
            'feedback.answer_due|touchpoint=web': 9,
          }
        : ({} as Record<string, number>),
    ),
  )
  const headline = headlineOf(told, QUESTIONS)
  expect(headline?.n).toBeNull()
  expect(verdictOf(headline)).toBe('no_data')
  expect(verdictOf(null)).toBe('no_data')
})

it('tells a month that isn’t final before those that are, and never lets it speak', () => {
  const told = toldFigures(publish((place) => atOutlets(place, { handed_over: 20, repeat_30: 1 })))
  const id = { kpi: 'repeat_30', cut: null } as const
  expect(
    monthsOf(told, id)
      .map(({ status }) => status)
      .slice(0, 2),
  ).toEqual(['not_final', 'final'])
  expect(headlineOf(told, id)?.period.to).toBe('2026-09')
})

it('answers what is told of a place over three and twelve months, and nothing of one that isn’t told', () => {
  const told = promised(18, 20)
  const asked = { ...PROMISES, scope: 'outlet', place: 'E-001' } as const
  expect(figureOver(told, asked, 'rolling_3')?.n).toBe(60)
  expect(figureOver(told, asked, 'rolling_12')?.n).toBe(240)
  expect(figureOver(told, { ...asked, place: 'E-009' }, 'rolling_3')).toBeNull()
})

it('holds outlets against each other by code, and says which side is the better one', () => {
  const codes = Array.from({ length: 30 }, (_, at) => `E-${100 + at}`)
  const places = codes.map((id) => ({ id, scope: 'outlet', parent: 'network' }) as const)
  const { document } = toldFigures(
    publish((place) => ({ promise_kept: place === 'E-107' ? 8 : 18, promise_due: 20 }), {
      places: places.toReversed(),
    }),
  )
  const outlets = outletFunnel(document, 'promise_kept')?.outlets ?? []
  expect(outlets.map(({ code }) => code)).toEqual(codes)
  expect(outlets.filter(({ standing }) => standing === 'act')).toEqual([
    { code: 'E-107', hits: 96, n: 240, standing: 'act', isBetter: false },
  ])
  expect(outlets[0]?.isBetter).toBe(true)
  expect(outletFunnel(document, 'turnaround_walk_in_p50')).toBeNull()
})
