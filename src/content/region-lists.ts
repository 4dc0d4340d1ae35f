import config from '#config'
import type { Outlet, Region } from '#domain/outlets/outlet.ts'
import { lineage } from '#domain/outlets/region-tree.ts'
import type { Locale } from '#i18n/locale.ts'
import type { Network } from './network.ts'

const collators: Record<Locale, Intl.Collator> = {
  en: new Intl.Collator('en', { numeric: true }),
  // By pinyin, as people look names up.
  'zh-CN': new Intl.Collator('zh-CN-u-co-pinyin', { numeric: true }),
}

/** Countries stand as the deployment lists them, everything else by the language's alphabet. */
const rank = ({ parentId, countryCode }: Region): number =>
  parentId === null ? config.countries.indexOf(countryCode) >>> 0 : 0

/** Regions right below one (null: countries) that have outlets, in the order of the language. */
export const regionsBelow = (
  { regions, figures }: Network,
  parentId: string | null,
  locale: Locale,
): readonly Region[] =>
  regions
    .filter(({ id, parentId: above }) => above === parentId && figures.get(id)?.outletCount)
    .sort((a, b) => rank(a) - rank(b) || collators[locale].compare(a.name[locale], b.name[locale]))

export type OutletGroup = { readonly region: Region; readonly outlets: readonly Outlet[] }

/** The outlets of a region under the regions right below it; its own come first. */
export function outletGroups(network: Network, region: Region, locale: Locale): OutletGroup[] {
  const groups = new Map<Region, Outlet[]>([[region, []]])
  for (const child of regionsBelow(network, region.id, locale)) groups.set(child, [])
  for (const outlet of network.listed) {
    const line = lineage(network.regionById, outlet.regionId)
    const at = line.indexOf(region)
    if (at >= 0) groups.get(line[at + 1] ?? region)?.push(outlet)
  }
  return [...groups].map(([below, outlets]) => ({
    region: below,
    outlets: outlets.sort((a, b) => collators[locale].compare(a.name[locale], b.name[locale])),
  }))
}

/** Regions that need a page: those that any outlet's trail leads through, even a closed one's. */
export const regionsWithPages = ({ outlets, regionById }: Network): readonly Region[] => [
  ...new Set(outlets.flatMap(({ regionId }) => lineage(regionById, regionId))),
]
