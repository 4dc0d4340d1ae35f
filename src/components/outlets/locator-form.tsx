import { type LocatorQuery, MAX_QUERY_LENGTH } from '#domain/places/locator-query.ts'
import { type Locale, localePath } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import { LocatorFilters } from './locator-filters.tsx'
import { LocatorNearMe } from './locator-near-me.tsx'

export type LocatorFormProps = {
  readonly locale: Locale
  readonly query: LocatorQuery
  /** BCP 47 tags spoken somewhere in the network. */
  readonly languages: readonly string[]
  /** US outlets exist, so a ZIP code finds something. */
  readonly zipCodes: boolean
}

/** The one box and the filters. Without JavaScript it asks the edge; the locator element takes it over. */
export function LocatorForm(props: LocatorFormProps) {
  const { locale, query, zipCodes } = props
  const t = translator(locale)
  return (
    <form
      role="search"
      method="get"
      action={localePath(locale, '/outlets/search')}
      data-locator-form=""
    >
      <label className="mb-1 block font-semibold" htmlFor="locator-q">
        {t('locator.q.label')}
      </label>
      <div className="flex gap-2">
        <div className="relative min-w-0 flex-1">
          <input
            className="input h-12 w-full"
            id="locator-q"
            name="q"
            type="search"
            value={query.q}
            maxLength={MAX_QUERY_LENGTH}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            enterKeyHint="search"
            placeholder={t('locator.q.example')}
          />
          <input type="hidden" name="place" value={query.place} disabled={!query.place} />
          <ul
            className="place-suggestions"
            id="locator-suggestions"
            data-suggestions=""
            role="listbox"
            aria-label={t('locator.suggestions')}
            hidden
          />
        </div>
        <button className="btn btn-primary h-12" type="submit">
          {t('locator.find')}
        </button>
      </div>
      {zipCodes ? <p className="mt-1 text-muted text-sm">{t('locator.q.zip')}</p> : null}
      <LocatorNearMe locale={locale} />
      <LocatorFilters {...props} />
    </form>
  )
}
