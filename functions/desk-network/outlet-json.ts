import { z } from '@hono/zod-openapi'
import {
  dayText,
  type HoursPlan,
  keepsNightsApart,
  runsOverMidnight,
} from '#domain/desk/network-hours.ts'
import { readDay, readHours } from '#domain/desk/network-hours-text.ts'
import { detailsOf, type OutletDetails } from '#domain/desk/network-outlet.ts'
import { readPhone } from '#domain/identifiers/phone.ts'
import {
  OPERATIONS,
  OUTLET_KINDS,
  OWNERSHIPS,
  PRODUCT_FAMILIES,
  QUALIFICATIONS,
  SERVICE_MODES,
  SERVICES,
} from '#domain/outlets/outlet.ts'
import { cursor, limitUpTo } from '#functions/http/query.ts'
import type { EditableOutlet } from '#functions/outlets/edit-outlet.ts'
import { OUTLET_CODE } from '#functions/outlets/outlet-query.ts'
import { isZone } from './new-outlet-query.ts'

const text = (most: number) =>
  z.object({ en: z.string().trim().min(1).max(most), 'zh-CN': z.string().trim().min(1).max(most) })
const count = z.int().min(0).max(200)
const custom = { params: { code: 'invalid' } }

/** A day's hours: `09:00-12:00,13:30-18:00`; '' = closed. */
const dayHours = z
  .string()
  .max(80)
  .refine((typed) => readDay(typed) !== null, custom)
  .openapi({ example: '09:00-12:00,13:30-18:00' })

export const detailsSchema = z
  .object({
    name: text(120),
    kind: z.enum(OUTLET_KINDS),
    address: text(200),
    position: z
      .object({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) })
      .openapi({ description: 'WGS 84, degrees' }),
    floor: text(60).nullable(),
    shop: text(60).nullable(),
    metroExit: text(60).nullable(),
    phones: z.array(z.string().trim().min(3).max(60)).max(10),
    contacts: z
      .string()
      .trim()
      .min(1)
      .max(500)
      .nullable()
      .openapi({ description: 'Whom the network calls there; never public' }),
    services: z.partialRecord(z.enum(SERVICES), z.enum(SERVICE_MODES)),
    productFamilies: z.array(z.enum(PRODUCT_FAMILIES)),
    languages: z
      .array(z.string().regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8}){0,3}$/))
      .min(1)
      .max(20),
    stepFree: z.boolean().nullable(),
    counterSeats: count,
    benches: count,
    lastIntakeMinutes: z.int().min(0).max(480).nullable(),
  })
  .openapi('OutletDetails')

export const planSchema = z
  .object({
    week: z.array(dayHours).length(7).openapi({ description: 'Monday first' }),
    holidays: dayHours.nullable().openapi({ description: 'null: like any other day' }),
    special: z.record(z.iso.date(), dayHours),
  })
  .openapi('HoursPlan')

export const hoursBody = z.object({ hours: planSchema.nullable() })
export const detailsBody = z.object({ details: detailsSchema.partial() })
export const absenceBody = z.object({ seats: count, benches: count })
export const suspendBody = z.object({
  from: z.iso.date().nullish(),
  until: z.iso.date().nullish(),
  reason: text(200).nullish(),
})
export const closeBody = z.object({ on: z.iso.date() })

export const newOutletBody = z.object({
  code: z
    .string()
    .regex(OUTLET_CODE)
    .refine((code) => !/^(?:IN|SEARCH|DATA|NEAR|NEAREST|VERIFY)$/.test(code), custom),
  name: text(120),
  kind: z.enum(OUTLET_KINDS),
  ownership: z.enum(OWNERSHIPS),
  partnerId: z.string().max(60).nullable(),
  regionId: z.string().max(60),
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
  zone: z.string().max(60).refine(isZone, custom),
  address: text(200),
})

const standing = z.object({
  code: z.string(),
  version: z.int(),
  kind: z.enum(OUTLET_KINDS),
  ownership: z.enum(OWNERSHIPS),
  partnerId: z.string().nullable(),
  regionId: z.string(),
  zone: z.string(),
  operation: z.enum(OPERATIONS),
  qualification: z.enum(QUALIFICATIONS),
  details: detailsSchema,
  hours: planSchema.nullable(),
  hoursText: z.string().nullable(),
})
export const deskOutletAnswer = z.object({ outlet: standing.openapi('DeskOutlet') })

const listed = z.object({
  code: z.string(),
  name: z.string(),
  nameZh: z.string(),
  kind: z.string(),
  operation: z.string(),
  qualification: z.string(),
  regionId: z.string(),
})
export const deskOutletList = z.object({
  outlets: z.array(listed.openapi('ListedOutlet')),
  nextCursor: z.string().nullable(),
})
export const deskOutletQuery = z.object({
  limit: limitUpTo(100, 50),
  cursor: cursor(OUTLET_CODE).optional(),
  q: z.string().trim().max(60).default(''),
})
export const absenceAnswer = z.object({
  absence: z.object({ date: z.iso.date(), seats: z.int(), benches: z.int() }),
})

export const absenceList = z.object({
  absences: z.array(z.object({ date: z.iso.date(), seats: z.int(), benches: z.int() })),
})

const planJson = ({ week, holidays, special }: HoursPlan): z.input<typeof planSchema> => ({
  week: week.map(dayText),
  holidays: holidays && dayText(holidays),
  special: Object.fromEntries(Object.entries(special).map(([date, day]) => [date, dayText(day)])),
})

/** An outlet as the desk edits it; hours written by hand have a text only. */
export function deskOutletJson({ version, ...known }: EditableOutlet) {
  const { outlet } = known
  const { code, kind, ownership, partnerId, regionId, zone, operation, qualification } = outlet
  const details = detailsOf(known)
  const plan = outlet.hoursText === null ? null : readHours(outlet.hoursText, outlet.hours)
  const { hoursText } = outlet
  return {
    ...{ code, version, kind, ownership, partnerId, regionId, zone, operation, qualification },
    details: {
      ...details,
      phones: details.phones.map(({ display }) => display),
      productFamilies: [...details.productFamilies],
      languages: [...details.languages],
    },
    ...{ hours: plan && planJson(plan), hoursText },
  } satisfies z.input<typeof standing>
}

/** The plan that a body says; null = openings that nobody could tell the day of. */
export function planOf({ week, holidays, special }: z.output<typeof planSchema>): HoursPlan | null {
  const plan: HoursPlan = {
    week: week.map((typed) => readDay(typed) ?? []),
    holidays: holidays === null ? null : readDay(holidays),
    special: Object.fromEntries(
      Object.entries(special).map(([date, typed]) => [date, readDay(typed) ?? []]),
    ),
  }
  const isApart = keepsNightsApart(plan) && !(plan.holidays && runsOverMidnight(plan))
  return isApart && Object.keys(special).length <= 40 ? plan : null
}

/** The details with those that a body says in their place; null = a number that can't be dialled. */
export function detailsAfter(
  { country, ...known }: EditableOutlet,
  said: z.output<typeof detailsBody>['details'],
): OutletDetails | null {
  const before = detailsOf(known)
  const { phones, ...rest } = said
  const read = phones?.map((line) => {
    const known = before.phones.find(({ display }) => display === line)
    const reading = readPhone(line, country)
    return known ?? (reading.ok ? { dial: reading.dial, display: reading.display } : null)
  })
  if (read?.includes(null)) return null
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
  return { ...before, ...given, ...(read && { phones: read.filter((phone) => phone !== null) }) }
}
