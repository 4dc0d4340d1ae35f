import { z } from '@hono/zod-openapi'
import type { SurveyFigures } from '#domain/surveys/figures.ts'
import type { Share } from '#domain/surveys/scores.ts'
import { DIMENSIONS } from '#domain/surveys/servqual.ts'
import { CALLBACK_OUTCOMES, deskDueAt, SURVEY_KINDS } from '#domain/surveys/survey.ts'
import { isoAt } from '#functions/http/iso-time.ts'
import type { Overview, ShownAnswer } from './show-figures.ts'
import type { ShownWave, WaveRow } from './show-waves.ts'

const share = z
  .object({ hits: z.int(), n: z.int(), share: z.number(), low: z.number(), high: z.number() })
  .nullable()
const net = z
  .object({ n: z.int(), score: z.number(), low: z.number(), high: z.number() })
  .nullable()

const figures = z
  .object({
    delivered: z.int(),
    answered: z.int(),
    responseRate: share,
    csat: share,
    dsat: share,
    ces: share,
    nps: net,
    suspected: z.int(),
    confirmed: z.int(),
    callbacks: z.int(),
    callbacksInTime: z.int(),
    answersNeeded: z.int(),
    isBigEnough: z.boolean(),
  })
  .openapi('SurveyFigures')

export const overviewAnswer = z.object({
  months: z.array(z.string()),
  all: figures,
  complaintHandling: figures,
  outlets: z.array(z.object({ outlet: z.string(), figures })),
})

export const callback = z
  .object({
    id: z.string(),
    version: z.int(),
    kind: z.enum(SURVEY_KINDS),
    outlet: z.string().nullable(),
    repairCode: z.string().nullable(),
    scores: z.record(z.string(), z.int()),
    comment: z.string().nullable(),
    dueAt: z.string().nullable(),
    toCall: z.boolean(),
    toDecide: z.boolean(),
    tries: z.int(),
  })
  .openapi('Callback')
export const callbackList = z.object({
  callbacks: z.array(callback),
  nextCursor: z.string().nullable(),
})

export const tryBody = z.object({
  outcome: z.enum(CALLBACK_OUTCOMES),
  words: z.string().trim().max(1000).default(''),
})
export const verdictBody = z.object({ confirmed: z.boolean() })
export const stepAnswer = z.object({
  callback: z.object({ id: z.string(), version: z.int(), status: z.string() }),
})

export const waveBody = z.object({
  fromDay: z.iso.date(),
  untilDay: z.iso.date(),
  wanted: z.int().min(1).max(1000),
})
const wave = z
  .object({
    id: z.string(),
    fromDay: z.string(),
    untilDay: z.string(),
    asked: z.int(),
    eligible: z.int(),
  })
  .openapi('SurveyWave')
export const waveList = z.object({ waves: z.array(wave) })
export const waveAnswer = z.object({
  wave,
  answered: z.int(),
  /** null under 100 answers of a dimension. */
  gaps: z
    .object({
      n: z.int(),
      unweighted: z.number(),
      weighted: z.number(),
      dimensions: z.array(
        z.object({
          dimension: z.enum(DIMENSIONS as [string, ...string[]]),
          ...{ n: z.int(), expected: z.number(), perceived: z.number(), gap: z.number() },
        }),
      ),
    })
    .nullable(),
})
export const begunAnswer = z.object({ wave: z.object({ id: z.string() }) })

const shareJson = (of: Share | null) =>
  of && { hits: of.hits, n: of.n, share: of.share, ...of.interval }

function figuresJson({
  response,
  csat,
  dsat,
  ces,
  nps,
  needed,
  dimensions: _,
  ...rest
}: SurveyFigures) {
  return {
    ...rest,
    responseRate: shareJson(response),
    ...{ csat: shareJson(csat), dsat: shareJson(dsat), ces: shareJson(ces) },
    nps: nps && { n: nps.n, score: nps.score, ...nps.interval },
    answersNeeded: needed,
  }
}

export const overviewJson = ({ months, all, complaints, outlets }: Overview) => ({
  months: [...months],
  all: figuresJson(all),
  complaintHandling: figuresJson(complaints),
  outlets: outlets.map(({ outlet, figures: own }) => ({ outlet, figures: figuresJson(own) })),
})

export function callbackJson({ survey, zone, comment }: ShownAnswer) {
  const { id, version, kind, outlet, repairCode, scores, suspicion } = survey
  const dueAt = deskDueAt(survey)
  return {
    ...{ id, version, kind, outlet, repairCode, comment, scores: scores as Record<string, number> },
    dueAt: dueAt === null ? null : isoAt(dueAt, zone),
    toCall: survey.callback?.doneAt === null,
    toDecide: suspicion?.state === 'open',
    tries: survey.callback?.tries.length ?? 0,
  }
}

export const waveJson = ({ id, from_day, until_day, asked, eligible }: WaveRow) => ({
  ...{ id, fromDay: from_day, untilDay: until_day, asked, eligible },
})

export function shownWaveJson({ wave: row, answered, table }: ShownWave) {
  const gaps =
    table.kind === 'too_few'
      ? null
      : {
          ...{ n: table.n, unweighted: table.unweighted, weighted: table.weighted },
          dimensions: DIMENSIONS.map((dimension) => ({
            dimension,
            ...table.dimensions[dimension],
          })),
        }
  return { wave: waveJson(row), answered, gaps }
}
