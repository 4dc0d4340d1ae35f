import { z } from '@hono/zod-openapi'
import { spellCode } from '#domain/identifiers/crockford.ts'
import { isoAt } from '#functions/http/iso-time.ts'
import type { Scanned } from './scan-phone.ts'
import type { CountedPhone, PastCount, ShownCount } from './show-count.ts'

const instantOrNull = z.iso.datetime({ offset: true }).nullable()

const phoneSchema = z.object({
  code: z.string(),
  status: z.string().nullable(),
  outletCode: z.string().nullable(),
  model: z.string().nullable(),
  shelf: z.string().nullable(),
})

export const countAnswer = z.object({
  count: z.object({
    id: z.string(),
    outletCode: z.string(),
    serviceDate: z.iso.date(),
    expected: z.int().openapi({ description: 'Phones on record here when it was begun' }),
    finishedAt: instantOrNull,
    found: z.array(z.string()),
    unknown: z.array(phoneSchema),
    missing: z.array(phoneSchema).nullable(),
  }),
})

export const countsAnswer = z.object({
  counts: z.array(
    z.object({
      id: z.string(),
      serviceDate: z.iso.date(),
      finishedAt: instantOrNull,
      found: z.int(),
      unknown: z.int(),
      missing: z.int().nullable(),
    }),
  ),
  nextCursor: z.null(),
})

export const begunAnswer = z.object({ count: z.object({ id: z.string(), outletCode: z.string() }) })

export const scanBody = z.object({
  code: z.string().trim().min(1).max(100).openapi({ description: 'A label, or an IMEI' }),
})

export const scanAnswer = z.object({
  scan: z.object({
    verdict: z.enum(['found', 'duplicate', 'unknown', 'unknown_again']),
    code: z.string(),
    recorded: z.object({ status: z.string(), outletCode: z.string() }).nullable(),
    text: z.string().openapi({ description: 'The same in the language of whoever scans' }),
  }),
})

const phoneJson = ({ code, status, atOutlet, model, shelf }: CountedPhone) => ({
  ...{ code: spellCode(code), status, outletCode: atOutlet, model, shelf },
})

export function countJson(count: ShownCount): z.input<typeof countAnswer> {
  const { id, outlet, day, expected, finishedAt, found, unknown, missing } = count
  return {
    count: {
      ...{ id, outletCode: outlet.code, serviceDate: day, expected },
      finishedAt: finishedAt === null ? null : isoAt(finishedAt, outlet.zone),
      found: found.map(spellCode),
      unknown: unknown.map(phoneJson),
      missing: missing === null ? null : missing.map(phoneJson),
    },
  }
}

export const countsJson = (
  counts: readonly PastCount[],
  zone: string,
): z.input<typeof countsAnswer> => ({
  counts: counts.map(({ id, service_date, finished_at, found, unknown, missing }) => ({
    ...{ id, serviceDate: service_date, found, unknown, missing },
    finishedAt: finished_at === null ? null : isoAt(finished_at, zone),
  })),
  nextCursor: null,
})

export const scanJson = (
  { verdict, code, recorded }: Scanned,
  text: string,
): z.input<typeof scanAnswer> => ({
  scan: {
    ...{ verdict, text, code: spellCode(code) },
    recorded: recorded && { status: recorded.status, outletCode: recorded.atOutlet },
  },
})
