import type { OutletFilter } from '../outlets/filter.ts'
import { PRODUCT_FAMILIES, type ProductFamily, SERVICES, type Service } from '../outlets/outlet.ts'

/**
 * What a customer asks of the locator, as it stands in the address. A device's position never does:
 * it stays in the page's memory.
 */
export type LocatorQuery = {
  /** What was typed: a place, coordinates, a ZIP code. */
  readonly q: string
  /** Id of the place meant, where `q` has namesakes; '' = the best one. */
  readonly place: string
  /** Region ids from the picker, the widest first; at most province, city, district. */
  readonly regions: readonly string[]
  readonly service: Service | ''
  readonly family: ProductFamily | ''
  /** BCP 47 tag; '' = any. */
  readonly language: string
  readonly openNow: boolean
  readonly doneHere: boolean
  readonly stepFree: boolean
}

/** Parameters of the region picker, the widest first. */
export const REGION_PARAMS = ['province', 'city', 'district'] as const

/** How long a query may be: a place's name, or coordinates with directions. */
export const MAX_QUERY_LENGTH = 80

const oneOf = <Value extends string>(all: readonly Value[], text: string | null): Value | '' =>
  all.find((value) => value === text) ?? ''

function readRegions(params: URLSearchParams): readonly string[] {
  const ids = REGION_PARAMS.map((name) => params.get(name) ?? '')
  const given = ids.findIndex((id) => !/^[a-z0-9-]{1,64}$/.test(id))
  return given < 0 ? ids : ids.slice(0, given)
}

/** Reads an address; whatever makes no sense counts as not asked. `?q=深圳&openNow=1` asks for open ones. */
export function readLocatorQuery(params: URLSearchParams): LocatorQuery {
  const language = params.get('language') ?? ''
  const place = params.get('place') ?? ''
  return {
    q: (params.get('q') ?? '').trim().slice(0, MAX_QUERY_LENGTH),
    place: /^(?:zip-)?\d{1,10}$|^(?:area|region)-[A-Za-z0-9-]{1,64}$/.test(place) ? place : '',
    regions: readRegions(params),
    service: oneOf(SERVICES, params.get('service')),
    family: oneOf(PRODUCT_FAMILIES, params.get('family')),
    language: /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language) ? language : '',
    openNow: params.get('openNow') === '1',
    doneHere: params.get('doneHere') === '1',
    stepFree: params.get('stepFree') === '1',
  }
}

/** The address of a query, without what was not asked; `readLocatorQuery` reads it back. */
export function writeLocatorQuery(query: LocatorQuery): string {
  const params = new URLSearchParams()
  const { q, place, regions, service, family, language } = query
  for (const [name, value] of Object.entries({ q, place })) if (value) params.set(name, value)
  regions.forEach((id, level) => {
    const name = REGION_PARAMS[level]
    if (name) params.set(name, id)
  })
  for (const [name, value] of Object.entries({ service, family, language })) {
    if (value) params.set(name, value)
  }
  for (const name of ['openNow', 'doneHere', 'stepFree'] as const) {
    if (query[name]) params.set(name, '1')
  }
  const text = params.toString()
  return text ? `?${text}` : ''
}

/** How many filters are set. */
export const filterCount = (query: LocatorQuery): number =>
  [
    query.service,
    query.family,
    query.language,
    query.openNow,
    query.doneHere,
    query.stepFree,
  ].filter(Boolean).length

/** The conditions on outlets; `now` (epoch ms) is when they must be open if that was asked. */
export const outletFilter = (query: LocatorQuery, now: number): OutletFilter => ({
  ...(query.service && { service: query.service }),
  ...(query.family && { family: query.family }),
  ...(query.language && { language: query.language }),
  ...(query.doneHere && { doneHere: true }),
  ...(query.stepFree && { stepFree: true }),
  ...(query.openNow && { openAt: now }),
})
