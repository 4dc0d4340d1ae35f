import { z } from '@hono/zod-openapi'
import { KPI_IDS, type KpiId } from '#domain/kpis/kpi-registry.ts'
import { SERVICES } from '#domain/outlets/outlet.ts'
import {
  BASIS_KINDS,
  CONCERNS,
  DIMENSIONS,
  FIVE_S,
  STAGES,
  STANDARD_AUDIENCES,
  STANDARD_CATEGORIES,
  STANDARD_ID,
  STANDARD_OWNERS,
  type Standard,
  TOUCHPOINTS,
} from '#domain/standards/standard.ts'

export const LONGEST = { title: 80, text: 500, short: 200, number: 40 } as const

const words = (most: number) => {
  const side = z.string().trim().min(1).max(most)
  return z.object({ en: side, 'zh-CN': side })
}
const benchmark = z.object({
  ...{ peer: words(LONGEST.short), chosen: words(LONGEST.text), source: words(LONGEST.text) },
  ...{ figures: words(LONGEST.text), decision: words(LONGEST.text), takenOn: z.iso.date() },
})
const figure = z.number().min(-1_000).max(10_000)

/** Fields in the order in which differences are told. */
export const standardSchema = z
  .object({
    id: z.string().regex(STANDARD_ID),
    audience: z.enum(STANDARD_AUDIENCES),
    serves: z.string().regex(STANDARD_ID).nullable(),
    stage: z.enum(STAGES),
    category: z.enum(STANDARD_CATEGORIES),
    dimension: z.enum(DIMENSIONS),
    fiveS: z.enum(FIVE_S),
    concerns: z.enum(CONCERNS),
    touchpoint: z.enum(TOUCHPOINTS),
    title: words(LONGEST.title),
    promise: words(LONGEST.text),
    appliesTo: words(LONGEST.short),
    measured: words(LONGEST.text),
    remedy: words(LONGEST.text),
    claim: words(LONGEST.text),
    basis: z.object({
      kind: z.enum(BASIS_KINDS),
      source: words(LONGEST.text),
      since: z.iso.date().nullable(),
    }),
    benchmark: benchmark
      .nullable()
      .default(null)
      .openapi({ description: 'Against whom it was held, and what was made of it' }),
    owner: z.enum(STANDARD_OWNERS),
    countries: z.array(z.string().regex(/^[A-Z]{2}$/)).max(60),
    service: z.enum(SERVICES).nullable(),
    kpi: z.enum(KPI_IDS as readonly [KpiId, ...KpiId[]]),
    threshold: figure.nullable(),
    target: figure,
  })
  .openapi('Standard')

export const headSchema = z.object({
  number: z
    .string()
    .trim()
    .regex(/^[\w./ -]{2,40}$/),
  scope: words(LONGEST.text),
  supervisor: words(LONGEST.short),
})

/** A standard with its fields in the schema's order, so that two wordings compare. Throws where it is none. */
export const tidyStandard = (standard: Standard): Standard => standardSchema.parse(standard)
