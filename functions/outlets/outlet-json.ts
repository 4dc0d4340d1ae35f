import { z } from '@hono/zod-openapi'
import { isSuspendedOn } from '#domain/outlets/matching.ts'
import {
  OUTLET_KINDS,
  OUTLET_TAGS,
  type Outlet,
  OWNERSHIPS,
  PRODUCT_FAMILIES,
  SERVICE_MODES,
  SERVICES,
} from '#domain/outlets/outlet.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import { LOCALES, type Locale, localePath } from '#i18n/locale.ts'
import { openingOf, openingSchema } from './opening-json.ts'

const localText = z.object({ en: z.string(), 'zh-CN': z.string() })
const localDate = z.iso.date().nullable()

/** How an outlet stands on its own calendar's present day, for the public. */
const OUTLET_STATUSES = ['open', 'suspended', 'disqualified', 'closed'] as const
type OutletStatus = (typeof OUTLET_STATUSES)[number]

export const outletSummarySchema = z
  .object({
    code: z.string(),
    name: z.string().openapi({ description: 'In the language asked for by `locale`' }),
    names: localText,
    kind: z.enum(OUTLET_KINDS),
    tags: z.array(z.enum(OUTLET_TAGS)),
    ownership: z.enum(OWNERSHIPS),
    status: z.enum(OUTLET_STATUSES),
    regionId: z.string(),
    lat: z.number(),
    lon: z.number(),
    address: z.string(),
    addresses: localText,
    phones: z.array(z.object({ dial: z.string(), display: z.string() })),
    services: z.partialRecord(z.enum(SERVICES), z.enum(SERVICE_MODES)),
    productFamilies: z.array(z.enum(PRODUCT_FAMILIES)),
    languages: z.array(z.string()),
    stepFree: z.boolean().nullable(),
    zone: z.string(),
    ...openingSchema.shape,
    url: z.url(),
  })
  .openapi('OutletSummary')

export const nearbyOutletSchema = outletSummarySchema
  .extend({ distanceKm: z.number().openapi({ description: 'Straight line over the ellipsoid' }) })
  .openapi('NearbyOutlet')

export const outletSchema = outletSummarySchema
  .extend({
    version: z.int(),
    suspension: z
      .object({ from: localDate, until: localDate, reason: localText.nullable() })
      .nullable(),
    floor: localText.nullable(),
    shop: localText.nullable(),
    metroExit: localText.nullable(),
    hoursText: z.string().nullable().openapi({ description: 'OSM opening_hours' }),
    hoursCheckedOn: localDate,
    openedOn: localDate,
    closedOn: localDate,
  })
  .openapi('Outlet')

export function statusOf(outlet: Outlet, at: number): OutletStatus {
  if (outlet.operation === 'closed') return 'closed'
  if (outlet.qualification === 'disqualified') return 'disqualified'
  const { suspension } = outlet
  const dates = suspension && ([suspension.from, suspension.until] as const)
  return isSuspendedOn(dates, wallTimeIn(outlet.zone, at).date) ? 'suspended' : 'open'
}

type Telling = {
  readonly locale: Locale
  /** Whether it is open, closed or suspended is said of this instant, epoch ms. */
  readonly at: number
  readonly siteUrl: string
}

/** An outlet as lists show it. What only staff need to know has no place here. */
export const outletSummary = (
  outlet: Outlet,
  { locale, at, siteUrl }: Telling,
): z.input<typeof outletSummarySchema> => ({
  code: outlet.code,
  name: outlet.name[locale],
  names: outlet.name,
  kind: outlet.kind,
  tags: [...outlet.tags],
  ownership: outlet.ownership,
  status: statusOf(outlet, at),
  regionId: outlet.regionId,
  lat: outlet.lat,
  lon: outlet.lon,
  address: outlet.address[locale],
  addresses: outlet.address,
  phones: [...outlet.phones],
  services: outlet.services,
  productFamilies: [...outlet.productFamilies],
  languages: [...outlet.languages],
  stepFree: outlet.stepFree,
  zone: outlet.zone,
  ...openingOf(outlet, at),
  url: `${siteUrl}${localePath(locale, `/outlets/${outlet.code.toLowerCase()}/`)}`,
})

/** Everything the public may know about one outlet. */
export const outletDetails = (
  outlet: Outlet,
  version: number,
  telling: Telling,
): z.input<typeof outletSchema> => ({
  ...outletSummary(outlet, telling),
  version,
  suspension: outlet.suspension,
  ...outlet.door,
  hoursText: outlet.hoursText,
  hoursCheckedOn: outlet.hoursCheckedOn,
  openedOn: outlet.openedOn,
  closedOn: outlet.closedOn,
})

export const localeParam = z.enum(LOCALES).default('en')
