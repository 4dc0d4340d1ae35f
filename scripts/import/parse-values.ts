import {
  OPERATIONS,
  OUTLET_KINDS,
  OUTLET_TAGS,
  type OutletKind,
  OWNERSHIPS,
  PRODUCT_FAMILIES,
  QUALIFICATIONS,
  SERVICE_MODES,
  SERVICES,
  type Service,
  type ServiceMode,
  type ServicesOffered,
} from '#domain/outlets/outlet.ts'
import type { Field } from './fields.ts'
import { BadCell } from './row-problem.ts'

/** Written where a list is empty or a value is taken away; an empty cell means "as it was". */
export const NONE = 'none'

const CHINESE_KINDS: Readonly<Record<string, OutletKind>> = {
  客户服务中心: 'customer_service_centre',
  特约服务中心: 'special_service_centre',
  专卖店服务点: 'in_store',
  寄修中心: 'mail_in_centre',
  收机点: 'collection_point',
}

const enumName = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_')

function oneOf<T extends string>(field: Field, values: readonly T[]): (text: string) => T {
  return (text) => {
    const found = values.find((value) => value === enumName(text))
    if (!found) throw new BadCell(field, `"${text}" is none of ${values.join(', ')}`)
    return found
  }
}

/** Parts of a list cell: `a; b`, `a|b`, `a,b`; none for `none`. */
const partsOf = (text: string): string[] =>
  text.trim().toLowerCase() === NONE
    ? []
    : text
        .split(/[;；,，、|\s]+/)
        .map((part) => part.trim())
        .filter((part) => part !== '')

export const readKind = (text: string): OutletKind =>
  CHINESE_KINDS[text.replace(/（.*）/, '').trim()] ?? oneOf('kind', OUTLET_KINDS)(text)
export const readOwnership = oneOf('ownership', OWNERSHIPS)
export const readOperation = oneOf('operation', OPERATIONS)
export const readQualification = oneOf('qualification', QUALIFICATIONS)

/** In the order of the vocabulary and each once, so that another order is no change. */
function someOf<T extends string>(
  field: Field,
  values: readonly T[],
): (text: string) => readonly T[] {
  const read = oneOf(field, values)
  return (text) => {
    const named = new Set(partsOf(text).map(read))
    return values.filter((value) => named.has(value))
  }
}
export const readTags = someOf('tags', OUTLET_TAGS)
export const readFamilies = someOf('families', PRODUCT_FAMILIES)

/** `repair one_hour=collected`: a service without a mode is done here. */
export function readServices(text: string): ServicesOffered {
  const modes = new Map<Service, ServiceMode>()
  for (const part of partsOf(text)) {
    const [name = '', mode = 'done'] = part.split(/[=:]/)
    modes.set(oneOf('services', SERVICES)(name), oneOf('services', SERVICE_MODES)(mode))
  }
  return Object.fromEntries(
    SERVICES.filter((service) => modes.has(service)).map((name) => [name, modes.get(name)]),
  )
}

export function readDate(field: Field): (text: string) => string | null {
  return (text) => {
    if (text.toLowerCase() === NONE) return null
    const [, year, month = '01', day = '01'] =
      /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text) ?? []
    const date = `${year}-${month}-${day}`
    const instant = Date.parse(`${date}T00:00:00Z`)
    if (!year || Number.isNaN(instant) || new Date(instant).toISOString().slice(0, 10) !== date) {
      throw new BadCell(field, `"${text}" is no date (2026-10-03)`)
    }
    return date
  }
}

export function readCount(field: Field, most: number): (text: string) => number {
  return (text) => {
    const count = Number(text)
    if (!/^\d+$/.test(text) || count > most) {
      throw new BadCell(field, `"${text}" is no whole number up to ${most}`)
    }
    return count
  }
}

/** OSM's wheelchair values too: `limited` says neither yes nor no. */
export function readStepFree(text: string): boolean | null {
  const value = text.trim().toLowerCase()
  if (['yes', 'true', '1', 'y', '是', 'designated'].includes(value)) return true
  if (['no', 'false', '0', 'n', '否'].includes(value)) return false
  if (['limited', 'unknown', NONE].includes(value)) return null
  throw new BadCell('stepFree', `"${text}" is neither yes nor no`)
}

const MOST_LANGUAGES = 20
/** BCP 47 asks programs to make room for this many. */
const LONGEST_TAG = 35

/** BCP 47 tags, at most twenty; `zh` and `中文` mean `zh-CN`. */
export function readLanguages(text: string): readonly string[] {
  const parts = partsOf(text)
  if (parts.length > MOST_LANGUAGES) {
    throw new BadCell('languages', `names more than ${MOST_LANGUAGES} languages`)
  }
  return parts.map((part) => {
    if (part.length > LONGEST_TAG) throw new BadCell('languages', `"${part}" is no language tag`)
    if (['zh', '中文', '普通话'].includes(part.toLowerCase())) return 'zh'
    try {
      return Intl.getCanonicalLocales(part)[0] as string
    } catch {
      throw new BadCell('languages', `"${part}" is no language tag`)
    }
  })
}
