import type { PlaceRow } from '#components/performance/place-figures.tsx'
import type { Region } from '#domain/outlets/outlet.ts'
import type { FigureScope } from '#domain/publications/publication-document.ts'
import { OF_PLACES } from '#domain/publications/published-figures.ts'
import { figureOver, type ToldFigures } from '#domain/publications/told-figures.ts'
import type { Locale } from '#i18n/locale.ts'
import { type Network, theNetwork } from './network.ts'
import { newestFigures } from './publications.ts'
import { regionsBelow } from './region-lists.ts'

/** What a publication tells of a place, a row for each figure that it tells there at all. */
export function placeRows(
  told: ToldFigures,
  { scope, place }: { readonly scope: FigureScope; readonly place: string },
): readonly PlaceRow[] {
  return OF_PLACES.flatMap(({ kpi, cut }) => {
    const definition = told.document.definitions.find((one) => one.kpi === kpi)
    const three = figureOver(told, { kpi, cut, scope, place }, 'rolling_3')
    const twelve = figureOver(told, { kpi, cut, scope, place }, 'rolling_12')
    const network = figureOver(told, { kpi, cut, scope: 'network', place: null }, 'rolling_12')
    return definition && network && (three ?? twelve)
      ? [{ kpi, definition, three, twelve, network }]
      : []
  })
}

/** The newest publication's rows of a place; none where nothing was published, or nothing of it. */
export async function newestRows(scope: FigureScope, place: string): Promise<readonly PlaceRow[]> {
  const newest = await newestFigures()
  return newest ? placeRows(newest, { scope, place }) : []
}

/** Regions of which the newest publication tells something. */
export async function toldRegions(): Promise<ReadonlySet<string>> {
  const newest = await newestFigures()
  return new Set(
    newest?.document.figures.flatMap(({ scope, place }) =>
      scope === 'region' && place !== null ? [place] : [],
    ),
  )
}

/**
 * The told regions nearest below one, in the order of the language: a municipality's only city tells what
 * it tells itself, and where a region isn't told nothing below it is. null = below the network.
 */
export async function toldBelow(parent: string | null, locale: Locale): Promise<readonly Region[]> {
  const network: Network = await theNetwork()
  const told = await toldRegions()
  return regionsBelow(network, parent, locale).filter(({ id }) => told.has(id))
}

/** The regions that a reader compares first: below the country where there is but one. */
export async function firstRegions(locale: Locale): Promise<readonly Region[]> {
  const countries = await toldBelow(null, locale)
  const [only] = countries
  return countries.length === 1 && only ? await toldBelow(only.id, locale) : countries
}
