import { CUT_NAMES } from '#components/performance/cut-names.ts'
import type { FigureRow } from '#components/performance/figure-table.tsx'
import type { KpiSeries } from '#components/performance/kpi-months.tsx'
import { type OutletFunnel, outletFunnel } from '#domain/publications/outlet-funnel.ts'
import type { PublishedDefinition } from '#domain/publications/publication-document.ts'
import { OF_NETWORK, OF_PLACES, type PublishedId } from '#domain/publications/published-figures.ts'
import { figureOver, headlineOf, verdictOf } from '#domain/publications/told-figures.ts'
import type { Standard } from '#domain/standards/standard.ts'
import { type Locale, localePath } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import { everyMonth } from './every-month.ts'
import { theNetwork } from './network.ts'
import { firstRegions } from './place-figures.ts'
import { type Newest, thePublications } from './publications.ts'
import { everStandards, theStandards } from './standards.ts'

export type KpiPage = {
  readonly series: readonly KpiSeries[]
  readonly standards: readonly Standard[]
  /** Regions over twelve months, in the order of the language. */
  readonly regions: readonly FigureRow[]
  /** null = outlets aren't told of this, or not as a share. */
  readonly funnel: {
    readonly compared: OutletFunnel
    readonly nameOf: (code: string) => string
    readonly hasPage: (code: string) => boolean
  } | null
}

async function seriesOf(
  locale: Locale,
  newest: Newest,
  id: PublishedId,
): Promise<KpiSeries | null> {
  const headline = headlineOf(newest, id)
  if (!headline) return null
  const { standing } = await thePublications()
  const months = await everyMonth(id)
  const monthOf = (number: number) => standing.find((one) => one.number === number)?.month ?? null
  const network = { ...id, scope: 'network', place: null } as const
  return {
    title: id.cut && translator(locale)(CUT_NAMES[id.cut]),
    ...{ headline, verdict: verdictOf(headline) },
    months: months.map(({ figure, number }) => ({
      figure,
      month: number === newest.entry.number ? null : monthOf(number),
    })),
    rolling: (['rolling_3', 'rolling_12'] as const).flatMap(
      (kind) => figureOver(newest, network, kind) ?? [],
    ),
  }
}

async function regionRows(
  locale: Locale,
  newest: Newest,
  definition: PublishedDefinition,
): Promise<readonly FigureRow[]> {
  const regions = await firstRegions(locale)
  return regions.flatMap(({ id, name }) => {
    const asked = { kpi: definition.kpi, cut: null, scope: 'region', place: id } as const
    const figure = figureOver(newest, asked, 'rolling_12')
    const href = localePath(locale, `/performance/in/${id}/`)
    return figure ? [{ key: id, name: name[locale], href, figure, definition }] : []
  })
}

/** Everything that the page of a figure shows. */
export async function kpiPage(
  locale: Locale,
  newest: Newest,
  definition: PublishedDefinition,
): Promise<KpiPage> {
  const { kpi } = definition
  const { document } = newest
  const { byCode } = await theNetwork()
  const ever = everStandards(await theStandards())
  const series = await Promise.all(
    OF_NETWORK.filter((id) => id.kpi === kpi).map((id) => seriesOf(locale, newest, id)),
  )
  const isAtPlaces = OF_PLACES.some((id) => id.kpi === kpi)
  const compared = isAtPlaces ? outletFunnel(document, kpi) : null
  return {
    series: series.filter((one) => one !== null),
    standards: document.targets
      .filter((target) => target.kpi === kpi)
      .flatMap(({ standard }) => ever.find(({ id }) => id === standard) ?? []),
    regions: isAtPlaces ? await regionRows(locale, newest, definition) : [],
    funnel: compared && {
      compared,
      nameOf: (code) => byCode.get(code)?.name[locale] ?? code,
      hasPage: (code) => byCode.has(code),
    },
  }
}
