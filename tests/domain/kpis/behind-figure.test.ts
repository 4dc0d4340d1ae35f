import { describe, expect, it } from 'vitest'
import { behindFigure, countedIn } from '#domain/kpis/behind-figure.ts'
import { figureOf } from '#domain/kpis/figure-of.ts'
import { FIGURE_IDS } from '#domain/kpis/kpi-definitions.ts'
import { tallyOfRepair } from '#domain/kpis/tally-of-repair.ts'
import { aRepair } from '#support/a-repair.ts'

const STORIES = {
  open: aRepair().received(),
  fixed: aRepair().collected(),
  'given back unrepaired': aRepair().givenUp().collected(),
  reopened: aRepair().reopened().collected(),
}
const RETURNS = new Set([
  ...['repeat_7', 'repeat_30', 'repeat_90', 'first_time_fix'],
  ...['attributable_repeat', 'repeat_classified'],
])

describe('what stands behind a figure', () => {
  it.each(Object.entries(STORIES))(
    'a repair that is %s counts as its own tally says',
    (_, story) => {
      const { repair } = story
      const counts: Record<string, number> = {}
      for (const { measure, by } of tallyOfRepair(repair)) {
        counts[measure] = (counts[measure] ?? 0) + by
      }
      for (const id of FIGURE_IDS.filter((one) => behindFigure(one) === 'repairs')) {
        const { n, hits } = figureOf(id, counts)
        const counted = countedIn(id, repair)
        expect(counted !== null, id).toBe(n > 0)
        if (!RETURNS.has(id) && hits !== null && counted) {
          expect(counted.as, id).toBe(hits > 0 ? 'hit' : 'miss')
        }
      }
    },
  )

  it('leaves to the later repair whether a phone came back', () => {
    expect(countedIn('repeat_30', STORIES.fixed.repair)?.as).toBe('counted')
    expect(countedIn('first_time_fix', STORIES.fixed.repair)?.as).toBe('counted')
    expect(countedIn('first_time_fix', STORIES.reopened.repair)?.as).toBe('miss')
  })

  it('doesn’t count a repair that is a return of another twice', () => {
    const { repair } = aRepair().received()
    const repeat = {
      ...{ of: '0123456789ABC', outlet: repair.homeOutlet, day: '2026-10-01', afterMs: 1_000 },
      firstTime: 'no_fault' as const,
    }
    const figures = repair.figures && { ...repair.figures, repeat }
    expect(countedIn('first_time_fix', { ...repair, figures })).toBeNull()
  })

  it('is repairs, or what the numerator is made of', () => {
    expect(behindFigure('complaint_rate')).toBe('complaints')
    expect(behindFigure('nps')).toBe('surveys')
    expect(behindFigure('queue_p50')).toBe('visits')
    expect(behindFigure('feedback_solved_in_time')).toBe('feedback')
    expect(behindFigure('own_held_p50')).toBe('repairs')
  })
})
