import { z } from '@hono/zod-openapi'
import { FIND_KINDS, LONGEST_FIND } from '#domain/desk/find-query.ts'
import { spellCode } from '#domain/identifiers/crockford.ts'
import { REPAIR_STATUSES, type RepairStatus } from '#domain/repairs/repair.ts'
import { isoAt } from '#functions/http/iso-time.ts'
import type { Found, Hit } from './find-repairs.ts'

/** An outlet's code as people type it. */
export const outletCode = z
  .string()
  .trim()
  .min(2)
  .max(12)
  .transform((code) => code.toUpperCase())

export const findBody = z.object({
  q: z
    .string()
    .trim()
    .min(1)
    .max(LONGEST_FIND)
    .openapi({ description: 'Code, phone, IMEI, name, parcel; last 4 or 6 digits' }),
  outletCode: outletCode.nullish().openapi({
    description: 'Among whose open repairs the last 4 digits of a phone are looked for',
  }),
})

export const hitSchema = z.object({
  code: z.string(),
  status: z.enum(REPAIR_STATUSES),
  model: z.string().nullable(),
  faultCode: z.string().nullable(),
  outletCode: z.string(),
  homeOutletCode: z.string(),
  updatedAt: z.iso.datetime({ offset: true }),
  customer: z
    .object({ name: z.string(), phone: z.string().nullable() })
    .nullable()
    .openapi({ description: 'Masked' }),
})

export const foundAnswer = z.object({
  repairs: z.array(hitSchema),
  nextCursor: z.null(),
  isCut: z.boolean(),
  lookedForAs: z.array(z.enum(FIND_KINDS)),
})

const hitJson = (hit: Hit): z.input<typeof hitSchema> => ({
  code: spellCode(hit.code),
  status: hit.status as RepairStatus,
  model: hit.model,
  faultCode: hit.faultCode,
  outletCode: hit.atOutlet,
  homeOutletCode: hit.homeOutlet,
  updatedAt: isoAt(hit.updatedAt, hit.zone),
  customer: hit.customer,
})

export const foundJson = ({ hits, isCut, kinds }: Found): z.input<typeof foundAnswer> => ({
  repairs: hits.map(hitJson),
  nextCursor: null,
  isCut,
  lookedForAs: [...kinds],
})
