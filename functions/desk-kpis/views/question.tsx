import { kpiPlaceOf } from '#domain/kpis/kpi-place.ts'
import type { NamedPlace, SeenPlace } from '#functions/kpis/see-place.ts'
import type { Locale } from '#i18n/locale.ts'
import type { Translate } from '#i18n/translate.ts'
import type { KpisAsked } from '../kpis-query.ts'

type Told = { readonly t: Translate; readonly locale: Locale }

/** What a place is called: a partner's or an outlet's with its code. */
export function placeText(
  { t, locale }: Told,
  { place, name }: Pick<SeenPlace, 'place' | 'name'>,
): string {
  if (place.kind === 'network') return t('desk.kpis.network')
  if (place.kind === 'region') return name?.[locale] ?? place.id
  return name ? `${place.id} · ${name[locale]}` : place.id
}

function choiceText(told: Told, { key, name }: NamedPlace): string {
  const place = kpiPlaceOf(key)
  return place ? placeText(told, { place, name }) : key
}

type Props = Told & {
  readonly path: string
  readonly ask: KpisAsked
  /** The place shown; null = none is. */
  readonly shown: string | null
  readonly places: readonly NamedPlace[]
}

/** Which month, and where: by choice or by an outlet's code. */
export const Question = ({ t, locale, path, ask, shown, places }: Props) => {
  const { typed, wrong } = ask
  const current = shown ?? typed.place
  const isListed = current === '' || places.some(({ key }) => key === current)
  return (
    <form className="desk-row kpis-question" method="get" action={path}>
      <label className="desk-field">
        <span>{t('desk.kpis.month')}</span>
        <input
          className="input"
          type="month"
          name="month"
          value={typed.month}
          pattern="\d{4}-\d{2}"
          aria-invalid={wrong.includes('month') ? 'true' : undefined}
        />
      </label>
      <label className="desk-field">
        <span>{t('desk.kpis.place')}</span>
        <select className="select" name="place">
          {!isListed && (
            <option value={current} selected>
              {choiceText({ t, locale }, { key: current, name: null })}
            </option>
          )}
          {places.map((place) => (
            <option key={place.key} value={place.key} selected={place.key === current}>
              {choiceText({ t, locale }, place)}
            </option>
          ))}
        </select>
      </label>
      <label className="desk-field">
        <span>{t('desk.kpis.outlet')}</span>
        <input
          className="input"
          name="outlet"
          value={wrong.includes('outlet') ? typed.outlet || typed.place : ''}
          maxLength={12}
          autoComplete="off"
          aria-invalid={wrong.includes('outlet') ? 'true' : undefined}
        />
      </label>
      <button className="btn btn-primary" type="submit">
        {t('desk.kpis.look')}
      </button>
    </form>
  )
}

export const Wrong = ({ t, ask }: { readonly t: Translate; readonly ask: KpisAsked }) =>
  ask.wrong.map((what) => (
    <p key={what} className="desk-alarm" role="alert">
      {t(`desk.kpis.wrong.${what}`)}
    </p>
  ))
