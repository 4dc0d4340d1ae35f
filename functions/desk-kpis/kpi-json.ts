import { z } from '@hono/zod-openapi'
import { definitionOf, type FigureId } from '#domain/kpis/kpi-definitions.ts'
import type { KpiLine } from '#functions/kpis/kpi-lines.ts'

const interval = z.object({ low: z.number(), high: z.number() }).nullable()
const figure = {
  value: z.number().nullable().openapi({ description: 'Not rounded; null = no data' }),
  n: z.number().openapi({ description: 'How many it stands on' }),
  hits: z.number().nullable(),
  interval: interval.openapi({ description: '95 %' }),
  isMet: z.boolean().nullable().openapi({ description: 'null = no target, no data, not final' }),
  finalFrom: z.string().nullable().openapi({ description: 'Not final before; null = it is final' }),
}
const peers = z
  .object({ value: z.number().nullable(), n: z.number(), others: z.int() })
  .nullable()
  .openapi({
    description:
      'Outlets of its kind and size, itself too; null = no outlet, not closed, or fewer than five others',
  })
const head = {
  id: z.string(),
  unit: z.string(),
  betterIs: z.enum(['higher', 'lower']),
  definitionVersion: z.int(),
  target: z.number().nullable(),
  standardId: z.string().nullable(),
}
const month = z.object({ month: z.string(), ...figure })

export const kpiList = z
  .object({
    scope: z.string(),
    month: z.string(),
    kpis: z.array(
      z.object({
        ...head,
        ...figure,
        monthBefore: z.number().nullable(),
        network: z.number().nullable(),
        peers,
      }),
    ),
    nextCursor: z.string().nullable(),
  })
  .openapi('Kpis')

export const kpiAnswer = z
  .object({ kpi: z.object({ ...head, scope: z.string(), months: z.array(month) }) })
  .openapi('Kpi')

const headJson = (id: FigureId, held: KpiLine['held']) => {
  const { unit, betterIs, version } = definitionOf(id)
  return {
    ...{ id, unit, betterIs, definitionVersion: version },
    ...{ target: held?.target ?? null, standardId: held?.standard.id ?? null },
  }
}

const figureJson = ({ value, n, hits, interval: sure, met, finalOn }: KpiLine['now']) => ({
  ...{ value, n, hits, interval: sure, isMet: met, finalFrom: finalOn },
})

const peersJson = (of: KpiLine['peers']) =>
  of === null || of === 'too_few' ? null : { value: of.value, n: of.n, others: of.others }

/** A KPI's month with what it is held against. */
export const lineJson = ({ id, held, now, before, network, peers: of }: KpiLine) => ({
  ...headJson(id, held),
  ...figureJson(now),
  ...{ monthBefore: before.value, network: network.value, peers: peersJson(of) },
})

/** A KPI's months. */
export const monthsJson = ({ id, held, months }: KpiLine, scope: string) => ({
  ...headJson(id, held),
  scope,
  months: months.map((one) => ({ month: one.month, ...figureJson(one) })),
})
