import type { CompiledHours } from '#domain/outlets/compiled-hours.ts'
import type { Door, LocalText, Outlet, Suspension } from '#domain/outlets/outlet.ts'

/** A row of the table `outlets`, as any driver answers it: column names to SQLite values. */
export type OutletRow = Readonly<Record<string, unknown>>

/** The columns that say what `Outlet` says, in the order of `outletValues`. */
export const OUTLET_COLUMNS = [
  'code',
  'name_en',
  'name_zh',
  'kind',
  'tags',
  'ownership',
  'partner_id',
  'region_id',
  'operation',
  'suspended_from',
  'suspended_until',
  'suspension_reason_en',
  'suspension_reason_zh',
  'qualification',
  'qualification_since',
  'services',
  'product_families',
  'lat',
  'lon',
  'address_en',
  'address_zh',
  'floor_en',
  'floor_zh',
  'shop_en',
  'shop_zh',
  'metro_exit_en',
  'metro_exit_zh',
  'phones',
  'hours_text',
  'hours',
  'hours_checked_on',
  'zone',
  'languages',
  'step_free',
  'counter_seats',
  'benches',
  'bucket',
  'opened_on',
  'closed_on',
] as const

export type SqlValue = string | number | null

const both = (text: LocalText | null): [string | null, string | null] => [
  text?.en ?? null,
  text?.['zh-CN'] ?? null,
]

const stepFreeColumn = (stepFree: boolean | null): number | null =>
  stepFree === null ? null : Number(stepFree)

/** An outlet as values of OUTLET_COLUMNS; the row's version, plaque and change number are the writer's. */
export function outletValues(outlet: Outlet): SqlValue[] {
  const { suspension, door } = outlet
  return [
    outlet.code,
    ...both(outlet.name),
    outlet.kind,
    JSON.stringify(outlet.tags),
    outlet.ownership,
    outlet.partnerId,
    outlet.regionId,
    outlet.operation,
    suspension?.from ?? null,
    suspension?.until ?? null,
    ...both(suspension?.reason ?? null),
    outlet.qualification,
    outlet.qualificationSince,
    JSON.stringify(outlet.services),
    JSON.stringify(outlet.productFamilies),
    outlet.lat,
    outlet.lon,
    ...both(outlet.address),
    ...both(door.floor),
    ...both(door.shop),
    ...both(door.metroExit),
    JSON.stringify(outlet.phones),
    outlet.hoursText,
    outlet.hours && JSON.stringify(outlet.hours),
    outlet.hoursCheckedOn,
    outlet.zone,
    JSON.stringify(outlet.languages),
    stepFreeColumn(outlet.stepFree),
    outlet.counterSeats,
    outlet.benches,
    outlet.bucket,
    outlet.openedOn,
    outlet.closedOn,
  ]
}

type Read = (column: (typeof OUTLET_COLUMNS)[number]) => unknown

const textOf = (row: OutletRow, name: string): LocalText | null =>
  row[`${name}_en`] === null || row[`${name}_en`] === undefined
    ? null
    : { en: String(row[`${name}_en`]), 'zh-CN': String(row[`${name}_zh`] ?? row[`${name}_en`]) }

function suspensionOf(row: OutletRow): Suspension | null {
  if (row.operation !== 'suspended') return null
  const date = (value: unknown) => (value as string | null) ?? null
  return {
    from: date(row.suspended_from),
    until: date(row.suspended_until),
    reason: textOf(row, 'suspension_reason'),
  }
}

const doorOf = (row: OutletRow): Door => ({
  floor: textOf(row, 'floor'),
  shop: textOf(row, 'shop'),
  metroExit: textOf(row, 'metro_exit'),
})

/**
 * The outlet that a row of `outlets` (`SELECT *`) says. The database's checks hold the vocabulary,
 * so nothing is validated again; a row that lacks a column throws.
 */
export function outletFromRow(row: OutletRow): Outlet {
  const read: Read = (column) => {
    if (!(column in row)) throw new Error(`The row of outlet ${row.code} lacks ${column}.`)
    return row[column] ?? null
  }
  const json = (column: Parameters<Read>[0]) => JSON.parse(String(read(column)))
  const text = (column: Parameters<Read>[0]) => read(column) as string | null
  return {
    code: String(read('code')),
    name: textOf(row, 'name') as LocalText,
    kind: read('kind') as Outlet['kind'],
    tags: json('tags'),
    ownership: read('ownership') as Outlet['ownership'],
    partnerId: text('partner_id'),
    regionId: String(read('region_id')),
    operation: read('operation') as Outlet['operation'],
    suspension: suspensionOf(row),
    qualification: read('qualification') as Outlet['qualification'],
    qualificationSince: text('qualification_since'),
    services: json('services'),
    productFamilies: json('product_families'),
    lat: Number(read('lat')),
    lon: Number(read('lon')),
    address: textOf(row, 'address') as LocalText,
    door: doorOf(row),
    phones: json('phones'),
    hoursText: text('hours_text'),
    hours: row.hours ? (JSON.parse(String(row.hours)) as CompiledHours) : null,
    hoursCheckedOn: text('hours_checked_on'),
    zone: String(read('zone')),
    languages: json('languages'),
    stepFree: read('step_free') === null ? null : row.step_free === 1,
    counterSeats: Number(read('counter_seats')),
    benches: Number(read('benches')),
    bucket: Number(read('bucket')),
    openedOn: text('opened_on'),
    closedOn: text('closed_on'),
  }
}
