import { MAX_QUERY_LENGTH } from '#domain/places/locator-query.ts'
import type { Locale } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import type { MadeChoice } from '../choice-query.ts'

type Props = {
  readonly locale: Locale
  readonly choice: MadeChoice
  readonly action: string
}

/** Where somebody is, by a place's name or coordinates. A place may stand in an address. */
export function PlaceBox({ locale, choice, action }: Props) {
  const t = translator(locale)
  const kept = { fault: choice.fault, model: choice.model, outlet: choice.outlet }
  return (
    <form className="book-place" role="search" method="get" action={action}>
      {Object.entries(kept).map(([name, value]) =>
        value ? <input key={name} type="hidden" name={name} value={value} /> : null,
      )}
      <label className="place-label" htmlFor="q">
        {t(choice.outlet ? 'bookings.where.elsewhere' : 'site.place.label')}
      </label>
      <div className="place-row">
        <input
          className="input place-input"
          id="q"
          name="q"
          type="search"
          value={choice.q}
          maxLength={MAX_QUERY_LENGTH}
          autoComplete="address-level2"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="search"
          required
          placeholder={t('bookings.where.example')}
        />
        <button
          className={choice.q ? 'btn btn-outline place-button' : 'btn btn-primary place-button'}
          type="submit"
        >
          {t('bookings.where.find')}
        </button>
      </div>
    </form>
  )
}
