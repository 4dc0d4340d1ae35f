import { z } from '@hono/zod-openapi'
import type { OutletFilter } from '#domain/outlets/filter.ts'
import { OUTLET_KINDS, PRODUCT_FAMILIES, SERVICES } from '#domain/outlets/outlet.ts'
import type { FieldError } from '#functions/http/problem.ts'
import { cursor, flag, instant, limitUpTo, numberBetween } from '#functions/http/query.ts'
import { localeParam } from './outlet-json.ts'

export const OUTLET_CODE = /^[A-Z0-9-]{2,12}$/

const conditions = {
  service: z.enum(SERVICES).optional(),
  doneHere: flag().optional(),
  family: z.enum(PRODUCT_FAMILIES).optional(),
  language: z
    .string()
    .regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8}){0,3}$/)
    .optional()
    .openapi({ description: 'BCP 47; `zh` also finds `zh-CN`', example: 'zh' }),
  stepFree: flag().optional(),
  kind: z.enum(OUTLET_KINDS).optional(),
  openAt: instant().optional(),
  locale: localeParam,
}

export const nearestQuery = z.object({
  lat: numberBetween(-90, 90),
  lon: numberBetween(-180, 180),
  limit: limitUpTo(50, 10),
  ...conditions,
})

export const listQuery = z.object({
  limit: limitUpTo(100, 20),
  cursor: cursor(OUTLET_CODE).optional(),
  region: z.string().min(1).max(60).optional(),
  ...conditions,
})

const DAY_MS = 86_400_000
const FIVE_YEARS_MS = 5 * 365 * DAY_MS

/** What is wrong with a query at an instant (epoch ms): `openAt` within five years of it makes sense. */
export const errorsAt = (openAt: number | undefined, now: number): readonly FieldError[] =>
  openAt !== undefined && Math.abs(openAt - now) > FIVE_YEARS_MS
    ? [{ field: 'openAt', code: 'out_of_range' }]
    : []

type Conditions = Omit<z.output<typeof nearestQuery>, 'lat' | 'lon' | 'limit' | 'locale'>

/** The filter that a query's conditions make; a condition that is off is no condition. */
export const filterOf = (wish: Conditions): OutletFilter => ({
  service: wish.service,
  doneHere: wish.doneHere || undefined,
  family: wish.family,
  language: wish.language,
  stepFree: wish.stepFree || undefined,
  kind: wish.kind,
  openAt: wish.openAt,
})
