import type { Outlet, Partner, Region } from '#domain/outlets/outlet.ts'
import { phoneCell } from './parse-phones.ts'
import { NONE } from './parse-values.ts'

/** An outlet as the hub holds it, with what an `Outlet` doesn't say. */
export type ExportedOutlet = {
  readonly outlet: Outlet
  readonly lastIntakeMinutes: number | null
}
export type ExportPlaces = {
  readonly regions: ReadonlyMap<string, Region>
  readonly partners: ReadonlyMap<string, Partner>
}
export type ExportRow = Readonly<Record<string, string>>

const list = (values: readonly string[]): string => (values.length ? values.join(' ') : NONE)
const text = (value: string | number | null): string => (value === null ? '' : String(value))

/** Country first, the region itself last. */
function chainOf(id: string, regions: ReadonlyMap<string, Region>): Region[] {
  const chain: Region[] = []
  for (let at = regions.get(id); at; at = at.parentId ? regions.get(at.parentId) : undefined) {
    chain.unshift(at)
  }
  return chain
}

function regionCells(outlet: Outlet, { regions }: ExportPlaces): ExportRow {
  const chain = chainOf(outlet.regionId, regions)
  const cells: Record<string, string> = {
    country: chain[0]?.countryCode ?? '',
    region_path: chain.map(({ id }) => id).join('/'),
  }
  for (const level of ['province', 'city', 'district'] as const) {
    const region = chain.find((one) => one.level === level)
    cells[`${level}_en`] = region?.name.en ?? ''
    cells[`${level}_zh`] = region?.name['zh-CN'] ?? ''
  }
  return cells
}

function partnerCells(outlet: Outlet, { partners }: ExportPlaces): ExportRow {
  const partner = outlet.partnerId === null ? undefined : partners.get(outlet.partnerId)
  return {
    partner: partner?.name.en ?? NONE,
    partner_zh: partner?.name['zh-CN'] ?? '',
    partner_id: partner?.id ?? '',
  }
}

function doorCells({ door }: Outlet): ExportRow {
  const parts = { floor: door.floor, shop: door.shop, metro_exit: door.metroExit }
  return Object.fromEntries(
    Object.entries(parts).flatMap(([name, said]) => [
      [`${name}_en`, said?.en ?? ''],
      [`${name}_zh`, said?.['zh-CN'] ?? ''],
    ]),
  )
}

function standingCells(outlet: Outlet): ExportRow {
  const { suspension } = outlet
  return {
    operation: outlet.operation,
    suspended_from: suspension?.from ?? '',
    suspended_until: suspension?.until ?? '',
    suspension_reason_en: suspension?.reason?.en ?? '',
    suspension_reason_zh: suspension?.reason?.['zh-CN'] ?? '',
    qualification: outlet.qualification,
    qualification_since: text(outlet.qualificationSince),
    opened_on: text(outlet.openedOn),
    closed_on: text(outlet.closedOn),
  }
}

/** Cells that the import reads back to the same outlet. No plaque code and no private contact. */
export function exportRow(exported: ExportedOutlet, places: ExportPlaces): ExportRow {
  const { outlet, lastIntakeMinutes } = exported
  return {
    code: outlet.code,
    name_en: outlet.name.en,
    name_zh: outlet.name['zh-CN'],
    kind: outlet.kind,
    tags: list(outlet.tags),
    ownership: outlet.ownership,
    ...partnerCells(outlet, places),
    ...regionCells(outlet, places),
    lat: String(outlet.lat),
    lon: String(outlet.lon),
    address_en: outlet.address.en,
    address_zh: outlet.address['zh-CN'],
    ...doorCells(outlet),
    phones: outlet.phones.length ? phoneCell(outlet.phones) : NONE,
    opening_hours: outlet.hoursText ?? NONE,
    hours_checked_on: text(outlet.hoursCheckedOn),
    last_intake_minutes: text(lastIntakeMinutes),
    zone: outlet.zone,
    services: list(Object.entries(outlet.services).map(([name, mode]) => `${name}=${mode}`)),
    product_families: list(outlet.productFamilies),
    languages: list(outlet.languages),
    step_free: outlet.stepFree === null ? '' : outlet.stepFree ? 'yes' : 'no',
    counter_seats: String(outlet.counterSeats),
    benches: String(outlet.benches),
    bucket: String(outlet.bucket),
    ...standingCells(outlet),
  }
}
