import { z } from '@hono/zod-openapi'
import { THEMES } from '#domain/feedback/themes.ts'
import { IMPROVEMENT_STATUSES, isOverdue, OWNER_ROLES } from '#domain/improvements/improvement.ts'
import type { PublicImprovement } from '#domain/improvements/public-improvement.ts'
import { figureBody } from './improvement-query.ts'
import type { SeenImprovement } from './see-improvements.ts'

const both = z.object({ en: z.string(), 'zh-CN': z.string() })
const facts = {
  id: z.string(),
  status: z.enum(IMPROVEMENT_STATUSES),
  themes: z.array(z.enum(THEMES)),
  region: z.string().nullable().openapi({ description: 'null: the whole network' }),
  owner: z.enum(OWNER_ROLES),
  dueDay: z.iso.date(),
  firstDueDay: z.iso.date().openapi({ description: 'The day that was named at first' }),
  overdue: z.boolean(),
  endedOn: z.iso.date().nullable(),
  kpi: z.string().nullable(),
  heard: both,
  change: both,
  evidence: both.nullable(),
  reason: both.nullable(),
}

const interval = z.object({ low: z.number(), high: z.number() })
const period = { from: z.iso.date(), until: z.iso.date() }
const publicFigure = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('too_few'), ...period }),
    z.object({ kind: z.literal('count'), hits: z.int(), n: z.int(), interval, ...period }),
    z.object({ kind: z.literal('rate'), share: z.number(), n: z.int(), interval, ...period }),
    z.object({ kind: z.literal('value'), value: z.number(), n: z.int(), ...period }),
  ])
  .openapi('PublishedFigure')

export const publicImprovementSchema = z
  .object({
    ...facts,
    before: publicFigure.nullable(),
    after: publicFigure.nullable(),
    earlier: z.array(publicFigure),
  })
  .openapi('PublicImprovement')
export const publicList = z.object({
  improvements: z.array(publicImprovementSchema),
  nextCursor: z.string().nullable(),
})

export const improvementSchema = z
  .object({
    ...{ ...facts, version: z.int(), public: z.boolean() },
    before: figureBody.nullable(),
    after: figureBody.nullable(),
    earlier: z.array(figureBody),
  })
  .openapi('Improvement')
export const improvementAnswer = z.object({ improvement: improvementSchema })
export const improvementList = z.object({
  improvements: z.array(improvementSchema),
  nextCursor: z.string().nullable(),
})

export const publicJson = (improvement: PublicImprovement, today: string) => ({
  ...improvement,
  themes: [...improvement.themes],
  earlier: [...improvement.earlier],
  overdue: isOverdue(improvement, today),
})

export const improvementJson = ({ improvement, words }: SeenImprovement, today: string) => {
  const { isPublic, themes, earlier = [], ...rest } = improvement
  return {
    ...{ ...rest, ...words, themes: [...themes], earlier: [...earlier], public: isPublic },
    overdue: isOverdue(improvement, today),
  }
}
