import type { FixpointConfig } from '#config'
import type { Outlet } from '#domain/outlets/outlet.ts'
import { isChinesePostcode } from '#domain/places/parse-coordinates.ts'
import { placeTitle } from '#domain/places/place-label.ts'
import type { PlaceOrigin } from '#domain/places/place-origin.ts'
import { timeText } from '#functions/repairs/views/when.ts'
import { formatDistance } from '#i18n/format-distance.ts'
import { type Locale, localePath } from '#i18n/locale.ts'
import { type MessageKey, translator } from '#i18n/translate.ts'
import { bookAddress, type MadeChoice } from './choice-query.ts'
import type { OfferedNear, OfferedVisit } from './offered-visit.ts'
import { Chosen } from './views/chosen.tsx'
import { MailInColumn } from './views/mail-in-column.tsx'
import { OptionColumn } from './views/option-column.tsx'
import { PlaceBox } from './views/place-box.tsx'
import { StepLine } from './views/step-line.tsx'

export type WherePage = {
  readonly locale: Locale
  readonly choice: MadeChoice
  /** What lies near the place; `no_place` = there is no such place; null = none was named. */
  readonly near: OfferedNear | 'no_place' | null
  /** The outlet that was chosen before. */
  readonly chosen: OfferedVisit | null
  /** Why that outlet can't be booked; null = it can, or none was chosen. */
  readonly notThere: MessageKey | null
  /** Where phones are posted to; null = nowhere at present. */
  readonly mailIn: Outlet | null
  readonly commandId: string
  readonly config: Pick<
    FixpointConfig,
    'catalogue' | 'currency' | 'hotline' | 'mailIn' | 'nearKm' | 'countries'
  >
}

const METRES_PER_KM = 1000

type Column = readonly [key: 'soonest' | 'nearest' | 'both' | 'chosen', visit: OfferedVisit]

/** Side by side: the chosen outlet, or the soonest and the nearest of those that are near. */
function columnsOf({ near, chosen, config }: WherePage): readonly Column[] {
  const first: readonly Column[] = chosen ? [['chosen', chosen]] : []
  if (near === null || near === 'no_place') return first
  const isNear = (visit: OfferedVisit | null): visit is OfferedVisit =>
    visit !== null &&
    (visit.distanceMetres ?? 0) <= config.nearKm * METRES_PER_KM &&
    visit.outlet.code !== chosen?.outlet.code
  const { nearest, soonest } = near
  if (!isNear(nearest)) return first
  return isNear(soonest)
    ? [...first, ['soonest', soonest], ['nearest', nearest]]
    : [...first, [soonest ? 'nearest' : 'both', nearest]]
}

function Columns({ page }: { readonly page: WherePage }) {
  const { locale, choice, commandId, config } = page
  return (
    <div className="book-columns">
      {columnsOf(page).map(([key, visit]) => (
        <OptionColumn
          key={key}
          heading={translator(locale)(`bookings.where.${key}`)}
          {...{ locale, choice, commandId, visit }}
        />
      ))}
      <MailInColumn {...{ locale, choice, config }} centre={page.mailIn} />
    </div>
  )
}

function NoPlace({ page: { locale, choice } }: { readonly page: WherePage }) {
  const t = translator(locale)
  return (
    <div className="book-empty" role="status">
      <p className="font-semibold">
        {isChinesePostcode(choice.q)
          ? t('locator.no_postcode')
          : t('locator.no_place', { q: choice.q })}
      </p>
      <p>{t('locator.no_place_hint')}</p>
    </div>
  )
}

function Namesakes({ page, origin }: { readonly page: WherePage; readonly origin: PlaceOrigin }) {
  const { locale, choice } = page
  if (origin.namesakes.length === 0) return null
  return (
    <p>
      {translator(locale)('locator.results.did_you_mean')}{' '}
      {origin.namesakes.map((place) => (
        <a
          key={place.id}
          className="mr-3 tap-target"
          href={bookAddress(locale, 'where/', { ...choice, place: place.id })}
        >
          {placeTitle(place, locale)}
        </a>
      ))}
    </p>
  )
}

function NoneNear({ page: { locale, config } }: { readonly page: WherePage }) {
  const t = translator(locale)
  const distance = formatDistance(locale, config.nearKm * METRES_PER_KM)
  return (
    <div className="book-empty" role="status">
      <p className="font-semibold">{t('bookings.where.none_near', { distance })}</p>
      <p>
        {t('bookings.where.none_near_hint')}{' '}
        <a className="tap-target" href={`tel:${config.hotline.dial}`}>
          {config.hotline.display}
        </a>
      </p>
    </div>
  )
}

function Others({ page, near }: { readonly page: WherePage; readonly near: OfferedNear }) {
  const { locale, choice, config } = page
  const t = translator(locale)
  const reach = config.nearKm * METRES_PER_KM
  const others = near.others.filter(({ distanceMetres }) => (distanceMetres ?? 0) <= reach)
  if (others.length === 0) return null
  return (
    <section className="book-others" aria-labelledby="others">
      <h3 id="others">{t('bookings.where.others')}</h3>
      <ul>
        {others.map(({ outlet, service, distanceMetres, slots }) => (
          <li key={outlet.code} className="line-stop">
            <a
              href={bookAddress(locale, 'times/', { ...choice, outlet: outlet.code }, { service })}
            >
              {t('bookings.where.times_at', { outlet: outlet.name[locale] })}
            </a>
            <p className="line-note">
              {distanceMetres === null ? null : (
                <span>{formatDistance(locale, distanceMetres)}</span>
              )}
              {slots[0] ? (
                <span>
                  {t('bookings.where.first_free', {
                    time: timeText(locale, outlet.zone, slots[0].startsAt),
                  })}
                </span>
              ) : null}
              {service === 'one_hour' ? <span>{t('outlets.service.one_hour')}</span> : null}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Results({ page }: { readonly page: WherePage }) {
  const { locale, near, choice } = page
  const t = translator(locale)
  if (near === 'no_place') return <NoPlace page={page} />
  if (near === null) return <p className="book-empty">{t('bookings.where.idle')}</p>
  const { place } = near.origin
  const origin = place ? placeTitle(place, locale) : choice.q
  const isEmpty = columnsOf({ ...page, chosen: null }).length === 0
  return (
    <>
      <h2 className="book-results">{t('bookings.where.results', { origin })}</h2>
      <Namesakes page={page} origin={near.origin} />
      {isEmpty ? <NoneNear page={page} /> : null}
    </>
  )
}

/** Step 2: what it may cost, then where and when side by side. */
export function WhereView(page: WherePage) {
  const { locale, choice, config, near, notThere } = page
  const t = translator(locale)
  return (
    <div className="book">
      <StepLine locale={locale} now="where" back={{ fault: bookAddress(locale, '', choice) }} />
      <h1>{t('bookings.where.heading')}</h1>
      <Chosen locale={locale} choice={choice} config={config} />
      <PlaceBox locale={locale} choice={choice} action={localePath(locale, '/book/where/')} />
      {notThere ? (
        <p className="book-empty alarm-text" role="status">
          {t(notThere as 'problems.outlet_closed.title')}
        </p>
      ) : null}
      <Results page={page} />
      <Columns page={page} />
      {near === null || near === 'no_place' ? null : <Others page={page} near={near} />}
      <p className="book-hint">{t('bookings.where.local_time')}</p>
    </div>
  )
}
