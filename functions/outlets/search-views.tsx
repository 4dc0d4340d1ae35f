import { type CardSetting, cardView } from '#components/outlets/card-view.ts'
import { LocatorForm } from '#components/outlets/locator-form.tsx'
import { OutletCard } from '#components/outlets/outlet-card.tsx'
import type { FixpointConfig } from '#config'
import { type LocatorQuery, writeLocatorQuery } from '#domain/places/locator-query.ts'
import { isChinesePostcode } from '#domain/places/parse-coordinates.ts'
import { placeTitle } from '#domain/places/place-label.ts'
import { firstBeyond } from '#domain/places/reach.ts'
import { formatDistance } from '#i18n/format-distance.ts'
import { type Locale, localePath } from '#i18n/locale.ts'
import { plural, translator } from '#i18n/translate.ts'
import type { ListedOutlet, SearchResult } from './search-outlets.ts'

export type SearchPage = {
  readonly locale: Locale
  readonly query: LocatorQuery
  readonly result: SearchResult
  readonly languages: readonly string[]
  readonly zipCodes: boolean
  readonly config: Pick<FixpointConfig, 'countries' | 'hotline' | 'nearKm'>
  /** Now, epoch ms. */
  readonly at: number
  readonly limit: number
}
type Found = Extract<SearchResult, { readonly kind: 'found' }>
type FoundPage = SearchPage & { readonly result: Found }

const METRES_PER_KM = 1000
const MOST = 40

const searchHref = (locale: Locale, query: LocatorQuery): string =>
  `${localePath(locale, '/outlets/search')}${writeLocatorQuery(query)}`

const settingOf = ({ locale, at }: SearchPage): CardSetting => ({
  locale,
  t: translator(locale),
  at,
})

function Cards({ outlets, page }: { outlets: readonly ListedOutlet[]; page: SearchPage }) {
  const setting = settingOf(page)
  const { nearKm } = page.config
  const beyond = firstBeyond(
    outlets.map(({ hit }) => hit),
    nearKm,
  )
  return (
    <ol>
      {outlets.map(({ hit, card }, place) => {
        const beyondKm = place === beyond ? nearKm : null
        return <OutletCard key={card.code} view={cardView(hit, card, { ...setting, beyondKm })} />
      })}
    </ol>
  )
}

function Namesakes({ page }: { page: FoundPage }) {
  const { locale, query, result } = page
  if (result.origin.namesakes.length === 0) return null
  return (
    <p>
      {translator(locale)('locator.results.did_you_mean')}{' '}
      {result.origin.namesakes.map((place) => (
        <a
          key={place.id}
          className="mr-3 inline-flex min-h-11 items-center"
          href={searchHref(locale, { ...query, place: place.id })}
        >
          {placeTitle(place, locale)}
        </a>
      ))}
    </p>
  )
}

/** Nothing within reach: send the phone in, or call. */
function Far({ page }: { page: FoundPage }) {
  const { locale, config, result } = page
  const t = translator(locale)
  const mailIn = result.far?.mailIn ?? null
  return (
    <div className="panel my-4">
      <p>{t('locator.far', { distance: formatDistance(locale, config.nearKm * METRES_PER_KM) })}</p>
      {mailIn ? (
        <>
          <p>{t('locator.mail_in')}</p>
          <Cards outlets={[mailIn]} page={page} />
        </>
      ) : (
        <p>
          {t('locator.no_mail_in')}{' '}
          <a href={`tel:${config.hotline.dial}`}>{config.hotline.display}</a>
        </p>
      )}
    </div>
  )
}

/** What stands in the way are the filters, which one link removes. */
function NoneMatch({ page: { locale, query, config, result } }: { page: FoundPage }) {
  const t = translator(locale)
  const distance = formatDistance(locale, config.nearKm * METRES_PER_KM)
  const { q, place } = query
  const bare = `?${new URLSearchParams({ q, ...(place && { place }) })}`
  return (
    <div className="my-4">
      <p className="font-semibold">
        {result.filteredOut ? t('locator.none_near', { distance }) : t('locator.none_match')}
      </p>
      {result.filteredOut ? <p>{t('locator.none_near_hint')}</p> : null}
      <p className="mt-3">
        <a className="btn btn-outline" href={`${localePath(locale, '/outlets/search')}${bare}`}>
          {t('locator.filters.clear')}
        </a>
      </p>
    </div>
  )
}

const countKey = (more: boolean) => (more ? 'locator.results.nearest' : 'locator.results.count')

function FoundOutlets({ page }: { page: FoundPage }) {
  const { locale, query, result, limit } = page
  const t = translator(locale)
  const { place } = result.origin
  const origin = place ? placeTitle(place, locale) : query.q
  const region = place?.region
  const count = result.outlets.length
  const more = `${searchHref(locale, query)}&limit=${limit + limit}`
  return (
    <section className="mt-8" aria-labelledby="results">
      <h2 id="results">
        {count > 0 ? t('locator.results.heading', { origin }) : t('locator.none_heading')}
      </h2>
      <Namesakes page={page} />
      {result.far ? <Far page={page} /> : null}
      {result.filteredOut || count === 0 ? <NoneMatch page={page} /> : null}
      {count > 0 ? (
        <>
          <p className="text-muted">{plural(locale, countKey(result.more), count)}</p>
          <Cards outlets={result.outlets} page={page} />
        </>
      ) : null}
      {result.more && limit < MOST ? (
        <p>
          <a className="btn btn-outline" href={more}>
            {t('locator.results.more')}
          </a>
        </p>
      ) : null}
      {region ? (
        <p className="mt-2">
          <a
            className="inline-flex min-h-11 items-center"
            href={localePath(locale, `/outlets/in/${region.id}/`)}
          >
            {plural(locale, 'locator.region.page', region.outletCount)}
          </a>
        </p>
      ) : null}
    </section>
  )
}

function Results(page: SearchPage) {
  const t = translator(page.locale)
  const { result, query, config } = page
  if (result.kind === 'idle') return <p className="mt-8">{t('locator.idle')}</p>
  if (result.kind === 'found') return <FoundOutlets page={{ ...page, result }} />
  return (
    <div className="mt-8" role="status">
      <p className="font-semibold">
        {isChinesePostcode(query.q)
          ? t('locator.no_postcode')
          : t('locator.no_place', { q: query.q })}
      </p>
      <p>{t('locator.no_place_hint')}</p>
      <p className="mt-3">
        <a
          className="inline-flex min-h-11 items-center"
          href={localePath(page.locale, `/outlets/in/${config.countries[0].toLowerCase()}/`)}
        >
          {t('locator.region.browse')}
        </a>
      </p>
    </div>
  )
}

/** The locator without JavaScript: the same form, the same list. With it, the page moves on to the locator. */
export function SearchView(page: SearchPage) {
  const { locale, query, languages, zipCodes } = page
  return (
    <div data-with-script-at={localePath(locale, '/outlets/')}>
      <h1 className="mb-4">{translator(locale)('locator.title')}</h1>
      <LocatorForm locale={locale} query={query} languages={languages} zipCodes={zipCodes} />
      <Results {...page} />
    </div>
  )
}
