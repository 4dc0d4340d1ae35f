/** What the network knows about an outlet. Vocabulary: docs/domain.md, "Outlets". */

export const OUTLET_KINDS = [
  'customer_service_centre',
  'special_service_centre',
  'in_store',
  'mail_in_centre',
  'collection_point',
] as const
export type OutletKind = (typeof OUTLET_KINDS)[number]

export const OWNERSHIPS = ['owned', 'authorised'] as const
export type Ownership = (typeof OWNERSHIPS)[number]

export const SERVICES = [
  'repair',
  'one_hour',
  'exchange',
  'accessories',
  'software_update',
  'data_help',
  'screen_protection',
  'consultation',
] as const
export type Service = (typeof SERVICES)[number]

/** `done`: here, at this counter. `collected`: taken in here, done elsewhere. */
export const SERVICE_MODES = ['done', 'collected'] as const
export type ServiceMode = (typeof SERVICE_MODES)[number]
export type ServicesOffered = Readonly<Partial<Record<Service, ServiceMode>>>

export const PRODUCT_FAMILIES = ['phone', 'tablet', 'laptop', 'watch', 'earbuds'] as const
export type ProductFamily = (typeof PRODUCT_FAMILIES)[number]

export const OPERATIONS = ['open', 'suspended', 'closed'] as const
export type Operation = (typeof OPERATIONS)[number]

export const QUALIFICATIONS = ['qualified', 'on_notice', 'disqualified'] as const
export type Qualification = (typeof QUALIFICATIONS)[number]

export const OUTLET_TAGS = ['flagship', 'demo'] as const
export type OutletTag = (typeof OUTLET_TAGS)[number]

/** The same text in both languages. A side nobody wrote holds the other side's words, never ''. */
export type LocalText = { readonly en: string; readonly 'zh-CN': string }

/** `dial` is what follows `tel:`: E.164 where that exists, else as dialled in the country. */
export type OutletPhone = { readonly dial: string; readonly display: string }

/** How to find the door. */
export type Door = {
  readonly floor: LocalText | null
  readonly shop: LocalText | null
  readonly metroExit: LocalText | null
}

/** `[from, until)` as local dates of the outlet; null = open-ended. Only while `operation` is `suspended`. */
export type Suspension = {
  readonly from: string | null
  readonly until: string | null
  readonly reason: LocalText | null
}

export type Outlet = {
  readonly code: string
  readonly name: LocalText
  readonly kind: OutletKind
  readonly tags: readonly OutletTag[]
  readonly ownership: Ownership
  readonly partnerId: string | null
  readonly regionId: string
  readonly operation: Operation
  readonly suspension: Suspension | null
  readonly qualification: Qualification
  /** Local date the present qualification began. */
  readonly qualificationSince: string | null
  readonly services: ServicesOffered
  readonly productFamilies: readonly ProductFamily[]
  readonly lat: number
  readonly lon: number
  readonly address: LocalText
  readonly door: Door
  readonly phones: readonly OutletPhone[]
  /** OSM opening_hours text as published; null = nobody told us. */
  readonly hoursText: string | null
  /** null = no hours, or a text that can't be read: unknown, never open. */
  readonly hours: import('./compiled-hours.ts').CompiledHours | null
  readonly hoursCheckedOn: string | null
  readonly zone: string
  /** BCP 47 tags spoken at the counter. */
  readonly languages: readonly string[]
  /** null = not known. */
  readonly stepFree: boolean | null
  readonly counterSeats: number
  readonly benches: number
  /** 0-1023; names the database that holds the outlet's bookings and repairs. */
  readonly bucket: number
  readonly openedOn: string | null
  readonly closedOn: string | null
}

/** Level in the tree HQ > country > province > city > district. */
export const REGION_LEVELS = ['country', 'province', 'city', 'district'] as const
export type RegionLevel = (typeof REGION_LEVELS)[number]

/** `id` is the URL segment of `/outlets/in/<id>/`: lower case `a-z 0-9 -`, unique in the network. */
export type Region = {
  readonly id: string
  readonly parentId: string | null
  readonly level: RegionLevel
  readonly name: LocalText
  readonly countryCode: string
}

export type Partner = { readonly id: string; readonly name: LocalText }
