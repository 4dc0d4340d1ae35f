import { NETWORK } from '#domain/kpis/close-months.ts'
import { networkZone } from '#domain/outlets/network-zone.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import { excludedDays } from '#domain/publications/excluded-days.ts'
import { figuresOfPublication } from '#domain/publications/figures-of-publication.ts'
import type { PublishedPlace } from '#domain/publications/months-of-places.ts'
import type { Publication } from '#domain/publications/publication.ts'
import type {
  NetworkFacts,
  PublicationDocument,
  PublishedTarget,
} from '#domain/publications/publication-document.ts'
import { publishedOfStandard } from '#domain/publications/published-figures.ts'
import type { WrongZero } from '#domain/publications/wrong-zeros.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readTogether } from '#functions/db/statement.ts'
import { publicStandards } from '#functions/standards/show-standards.ts'
import { findZeros } from './find-zeros.ts'
import { gatherCounts } from './gather-counts.ts'
import { readExclusions } from './read-exclusions.ts'
import { everyOutlet, everyRegion, type OutletRow, type RegionRow } from './store.ts'

type Asking = Pick<Sources, 'hub' | 'databases' | 'now' | 'config'>

/** Regions with outlets, whatever became of those, and the outlets, each by its id. */
function placesOf(regions: readonly RegionRow[], outlets: readonly OutletRow[]) {
  const byId = new Map(regions.map((region) => [region.id, region]))
  const used = new Set<string>()
  const use = (id: string | null): void => {
    const region = id === null ? undefined : byId.get(id)
    if (!region || used.has(region.id)) return
    used.add(region.id)
    use(region.parent)
  }
  for (const { region } of outlets) use(region)
  const above = (id: string | null) => (id !== null && byId.has(id) ? id : NETWORK)
  const order = (a: PublishedPlace, b: PublishedPlace) => (a.id < b.id ? -1 : 1)
  return [
    ...regions
      .filter(({ id }) => used.has(id))
      .map(({ id, parent }): PublishedPlace => ({ id, scope: 'region', parent: above(parent) }))
      .toSorted(order),
    ...outlets
      .map(
        ({ code, region }): PublishedPlace => ({
          ...{ id: code, scope: 'outlet', parent: above(region) },
        }),
      )
      .toSorted(order),
  ]
}

/** The city of a region: itself, or the one above it. */
function factsOf(regions: readonly RegionRow[], outlets: readonly OutletRow[]): NetworkFacts {
  const byId = new Map(regions.map((region) => [region.id, region]))
  const cityOf = (id: string | null): string | null => {
    const region = id === null ? undefined : byId.get(id)
    return !region || region.level === 'city' ? (region?.id ?? null) : cityOf(region.parent)
  }
  const serving = outlets.filter(({ serves }) => serves === 1)
  return {
    outlets: serving.length,
    cities: new Set(serving.flatMap(({ region }) => cityOf(region) ?? [])).size,
    oneHourOutlets: serving.filter(({ oneHour }) => oneHour === 1).length,
  }
}

/** What the public standards in force promise, where a figure tells just that. */
async function targetsNow(asking: Asking): Promise<readonly PublishedTarget[]> {
  const found = await publicStandards(asking, null)
  if ('refusal' in found) return []
  return found.standards.flatMap(({ standard, base }) => {
    const figure = publishedOfStandard({ ...standard, ...base })
    return figure ? [{ standard: standard.id, ...figure, target: base.target }] : []
  })
}

/**
 * Makes the document of a publication out of the counts as they stand, and says where there is no data
 * though there should be some. Reads every outlet's months: for the freeze, not for a page.
 */
export async function makeDocument(
  asking: Asking,
  publication: Publication,
  previous: PublicationDocument | null,
): Promise<{ readonly document: PublicationDocument; readonly zeros: readonly WrongZero[] }> {
  const { number, month, revision, revises, reason } = publication
  const { hub, now, config } = asking
  const [outlets, regions] = await readTogether([everyOutlet(hub), everyRegion(hub)])
  const places = placesOf(regions, outlets)
  const exclusions = await readExclusions(asking, month)
  const document = figuresOfPublication({
    head: {
      ...{ number, month, revision, revises, reason },
      ...{ frozenAt: new Date(now).toISOString(), isDemo: config.publications.isDemo },
    },
    today: wallTimeIn(networkZone(config), now).date,
    counts: await gatherCounts(asking, { places, month, exclusions }),
    ...{ places, targets: await targetsNow(asking), network: factsOf(regions, outlets) },
    ...{ exclusions, previous },
  })
  const serving = outlets.filter(({ serves }) => serves === 1)
  const excluded = new Set(excludedDays(exclusions).map((one) => one.join(' ')))
  const zeros = await findZeros(asking, { outlets: serving, month })
  return { document, zeros: zeros.filter(({ outlet, day }) => !excluded.has(`${outlet} ${day}`)) }
}
