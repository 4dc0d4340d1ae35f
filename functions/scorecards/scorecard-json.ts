import { z } from '@hono/zod-openapi'
import { criterionOf } from '#domain/scorecards/criteria.ts'
import { STANDING_OF } from '#domain/scorecards/qualification-table.ts'
import type { ShownScorecard } from './show-scorecard.ts'

const criterion = z.object({
  id: z.string(),
  figure: z.string().nullable(),
  months: z.array(z.string()),
  value: z.number().nullable().openapi({ description: 'Not rounded' }),
  n: z.number(),
  interval: z.object({ low: z.number(), high: z.number() }).nullable(),
  pointsPossible: z.number(),
  points: z.number().nullable().openapi({ description: 'null = it doesn’t apply' }),
  notApplicable: z.string().nullable(),
  cases: z
    .object({ of: z.number(), open: z.number() })
    .nullable()
    .openapi({ description: 'Returns that somebody classifies, and of how many nobody has yet' }),
})

export const scorecardAnswer = z
  .object({
    scorecard: z.object({
      outlet: z.string(),
      month: z.string(),
      method: z.int(),
      closesOn: z.string().nullable().openapi({ description: 'null = closed' }),
      earned: z.number(),
      applicable: z.number(),
      score: z.number().nullable(),
      passes: z.boolean().nullable(),
      stars: z.int(),
      criteria: z.array(criterion),
      qualification: z.object({
        standing: z.string(),
        status: z.string(),
        deadlines: z.record(z.string(), z.string()),
        missed: z.array(z.object({ clock: z.string(), dueAt: z.string() })),
        history: z.array(z.object({ standing: z.string(), since: z.string() })),
      }),
    }),
  })
  .openapi('Scorecard')

const instant = (at: number): string => new Date(at).toISOString()

/** A scorecard as the API tells it. */
export function scorecardJson({ outlet, month, card, closesOn, qualification }: ShownScorecard) {
  const { method, earned, applicable, score, passes, stars, criteria } = card
  const { status, deadlines, missed, history } = qualification
  return {
    ...{ outlet: outlet.code, month, method, closesOn, earned, applicable, score, passes, stars },
    criteria: criteria.map(({ id, months, value, n, interval, points, why, cases }) => ({
      ...{ id, figure: criterionOf(id).figure, months: [...months], value, n, interval },
      ...{
        pointsPossible: criterionOf(id).points,
        points,
        notApplicable: why,
        cases: cases ?? null,
      },
    })),
    qualification: {
      ...{ standing: STANDING_OF[status], status, history: [...history] },
      deadlines: Object.fromEntries(
        Object.entries(deadlines).map(([clock, at]) => [clock, instant(at)]),
      ),
      missed: missed.map(({ clock, dueAt }) => ({ clock, dueAt: instant(dueAt) })),
    },
  }
}
