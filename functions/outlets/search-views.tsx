import { type CardSetting, cardView } from '#components/outlets/card-view.ts'
import { LocatorForm } from '#components/outlets/locator-form.tsx'
import { OutletCard } from '#components/outlets/outlet-card.tsx'
import type { FixpointConfig } from '#config'
import { type LocatorQuery, writeLocatorQuery } from '#domain/places/locator-query.ts'
import { placeTitle } from '#domain/places/place-label.ts'
import { formatDistance } from '#i18n/format.ts'
import { type Locale, localePath } from '#i18n/locale.ts'
import { plural, translator } from '#i18n/translate.ts'
import type { ListedOutlet, SearchResult } from './search-outlets.ts'

export type SearchPage = {
  readonly locale: Locale
  readonly query: LocatorQuery
  readonly result: SearchResult
  readonly languages: readonly string[]
  readonly config: Pick<FixpointConfig, 'hotline' | 'nearKm'>
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
  return (
    <ol>
      {outlets.map(({ hit, card }) => (
        <OutletCard key={card.code} view={cardView(hit, card, setting)} />
      ))}
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

function NoneMatch({ page: { locale, query } }: { page: FoundPage }) {
  const t = translator(locale)
  const { q, place } = query
  const bare = `?${new URLSearchParams({ q, ...(place && { place }) })}`
  return (
    <div>
      <p>{t('locator.none_match')}</p>
      <p>
        <a className="btn btn-outline" href={`${localePath(locale, '/outlets/search')}${bare}`}>
          {t('locator.filters.clear')}
        </a>
      </p>
    </div>
  )
}

function FoundOutlets({ page }: { page: FoundPage }) {
  const { locale, query, result, limit } = page
  const t = translator(locale)
  const { place } = result.origin
  const origin = place ? placeTitle(place, locale) : query.q
  const count = result.outlets.length
  const more = `${searchHref(locale, query)}&limit=${limit + limit}`
  return (
    <section className="mt-8" aria-labelledby="results">
      <h2 id="results">
        {count > 0 ? t('locator.results.heading', { origin }) : t('locator.none_heading')}
      </h2>
      <Namesakes page={page} />
      {result.far ? <Far page={page} /> : null}
      {count > 0 ? (
        <>
          <p className="text-muted">{plural(locale, 'locator.results.count', count)}</p>
          <Cards outlets={result.outlets} page={page} />
        </>
      ) : (
        <NoneMatch page={page} />
      )}
      {result.more && limit < MOST ? (
        <p>
          <a className="btn btn-outline" href={more}>
            {t('locator.results.more')}
          </a>
        </p>
      ) : null}
    </section>
  )
}

function Results(page: SearchPage) {
  const t = translator(page.locale)
  const { result } = page
  if (result.kind === 'idle') return <p className="mt-8">{t('locator.idle')}</p>
  if (result.kind === 'found') return <FoundOutlets page={{ ...page, result }} />
  return (
    <div className="mt-8" role="status">
      <p className="font-semibold">{t('locator.no_place', { q: page.query.q })}</p>
      <p>{t('locator.no_place_hint')}</p>
    </div>
  )
}

/** The locator without JavaScript: the same form, the same list. */
export function SearchView(page: SearchPage) {
  const { locale, query, languages } = page
  return (
    <>
      <h1 className="mb-4">{translator(locale)('locator.title')}</h1>
      <LocatorForm locale={locale} query={query} languages={languages} />
      <Results {...page} />
    </>
  )
}
