import type { LocalText, Region, RegionLevel } from '#domain/outlets/outlet.ts'
import { knownProvince } from './area-names.ts'
import { countryName } from './country-code.ts'
import type { Fields } from './fields.ts'
import { stableSymbols } from './outlet-code.ts'
import { BadCell } from './row-problem.ts'

const LONGEST_ID = 60
const LONGEST_PART = 24

/** `São Paulo` is `sao-paulo`; a name without Latin letters gets symbols that always come out the same. */
export function slugOf(name: string): string {
  const latin = name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  const readable = latin.slice(0, LONGEST_PART).replace(/-$/, '')
  const lost =
    [...name.normalize('NFC').matchAll(/\p{Letter}/gu)].length - latin.replace(/[^a-z]/g, '').length
  return readable.length >= 2 && lost <= 1 ? readable : stableSymbols(name, 6).toLowerCase()
}

type Part = { readonly level: RegionLevel; readonly id: string; readonly name: LocalText }

/** A name in both languages from what was given; the side nobody wrote holds the other's words. */
export function localText(plain?: string, en?: string, zh?: string): LocalText | null {
  const chinese = zh ?? (plain && /\p{Script=Han}/u.test(plain) ? plain : undefined)
  const english = en ?? (plain !== chinese ? plain : undefined)
  const some = english ?? chinese ?? plain
  return some === undefined ? null : { en: english ?? some, 'zh-CN': chinese ?? some }
}

function provinceOf(countryCode: string, fields: Fields): Part | null {
  const name = localText(fields.province, fields.provinceEn, fields.provinceZh)
  if (!name) return null
  const known = knownProvince(countryCode, name.en) ?? knownProvince(countryCode, name['zh-CN'])
  if (!known) return { level: 'province', id: slugOf(name.en), name }
  return {
    level: 'province',
    id: known.id,
    name: { en: fields.provinceEn ?? known.en, 'zh-CN': fields.provinceZh ?? known.zh },
  }
}

function partsOf(countryCode: string, fields: Fields): Part[] {
  const province = provinceOf(countryCode, fields)
  const parts: Part[] = province ? [province] : []
  const lower: [RegionLevel, LocalText | null][] = [
    ['city', localText(fields.city, fields.cityEn, fields.cityZh)],
    ['district', localText(fields.district, fields.districtEn, fields.districtZh)],
  ]
  for (const [level, name] of lower) {
    const above = parts.at(-1)?.name
    if (!name) continue
    // A municipality is its own city: 上海市 is not doubled. A path says itself what there is.
    const isDoubled = name['zh-CN'] === above?.['zh-CN'] || name.en === above?.en
    if (isDoubled && !fields.regionPath) continue
    parts.push({ level, id: slugOf(name.en), name })
  }
  return parts
}

/** Ids that the file itself names for the chain, `cn/cn-gd/cn-gd-shenzhen`: the country's own first. */
function givenIds(
  path: string | undefined,
  country: string,
  length: number,
): readonly string[] | null {
  if (!path) return null
  const ids = path.split('/')
  if (ids.length !== length || ids.some((id) => !/^[a-z0-9-]{2,60}$/.test(id))) {
    throw new BadCell('regionPath', `"${path}" doesn't name the ${length} regions of this row`)
  }
  if (ids[0] !== country) {
    throw new BadCell('regionPath', `"${path}" doesn't begin with the row's country, ${country}`)
  }
  if (new Set(ids).size < length) {
    throw new BadCell('regionPath', `"${path}" names a region twice`)
  }
  return ids
}

/**
 * The regions a row lies in, country first: `us`, `us-al`, `us-al-huntsville`. An id is made of the
 * names above it, so the same names always meet the same region.
 */
export function regionChain(countryCode: string, fields: Fields): readonly Region[] {
  const country = {
    level: 'country' as const,
    id: countryCode.toLowerCase(),
    name: { en: countryName(countryCode, 'en'), 'zh-CN': countryName(countryCode, 'zh-CN') },
  }
  const parts = [country, ...partsOf(countryCode, fields)]
  const given = givenIds(fields.regionPath, country.id, parts.length)
  const chain: Region[] = []
  for (const [i, { level, id, name }] of parts.entries()) {
    const parentId = chain.at(-1)?.id ?? null
    const made = (parentId ? `${parentId}-${id}` : id).slice(0, LONGEST_ID).replace(/-$/, '')
    chain.push({ id: given?.[i] ?? made, parentId, level, name, countryCode })
  }
  return chain
}
