/** What a deployment decides about itself. Everything here is public: secrets live in the environment. */
export type FixpointConfig = {
  readonly brand: {
    readonly name: string
    readonly legalName: { readonly en: string; readonly 'zh-CN': string }
    readonly since: number
  }
  /** Where the site is served in production, without a trailing slash. */
  readonly siteUrl: string
  /** ISO 3166-1 alpha-2, the first one is home: its phone numbers and coordinates are the default. */
  readonly countries: readonly [string, ...string[]]
  readonly defaultLocale: 'en' | 'zh-CN'
  readonly hotline: { readonly dial: string; readonly display: string }
  /** Beyond this distance the locator offers mail-in first. */
  readonly nearKm: number
  readonly hours: {
    /** Days ahead that opening hours are compiled for. */
    readonly horizonDays: number
    /** Minutes before closing when the counter stops taking phones in, unless the outlet says otherwise. */
    readonly lastIntakeMinutes: number
  }
  readonly map: {
    /** Raster tiles `https://…/{z}/{x}/{y}.png`; null draws the bundled outline map. */
    readonly tilesUrl: string | null
    readonly tilesAttribution: string | null
  }
  readonly gazetteer: {
    /** Places of the listed countries are searchable from this population on, places elsewhere from the other. */
    readonly minPopulationHome: number
    readonly minPopulationElsewhere: number
  }
}

const config: FixpointConfig = {
  brand: {
    name: 'Fixpoint',
    legalName: { en: 'Fixpoint demo network', 'zh-CN': 'Fixpoint 演示网络' },
    since: 2026,
  },
  siteUrl: 'https://fixpoint.example',
  countries: ['CN', 'US'],
  defaultLocale: 'en',
  // A number that can't be assigned, so that a demonstration rings nobody.
  hotline: { dial: '+861000000000', display: '010-0000 0000' },
  nearKm: 100,
  hours: { horizonDays: 400, lastIntakeMinutes: 30 },
  map: { tilesUrl: null, tilesAttribution: null },
  gazetteer: { minPopulationHome: 500, minPopulationElsewhere: 15_000 },
}

export default config
