import { PRODUCT_FAMILIES, SERVICES } from '#domain/outlets/outlet.ts'
import { filterCount } from '#domain/places/locator-query.ts'
import { translator } from '#i18n/translate.ts'
import type { LocatorFormProps } from './locator-form.tsx'

type Option = { readonly value: string; readonly label: string }
type ChoiceProps = {
  readonly name: string
  readonly label: string
  readonly any: string
  readonly chosen: string
  readonly options: readonly Option[]
}

function Choice({ name, label, any, chosen, options }: ChoiceProps) {
  return (
    <label className="block">
      <span className="mb-1 block">{label}</span>
      <select className="select h-11 w-full" name={name}>
        <option value="" selected={chosen === ''}>
          {any}
        </option>
        {options.map(({ value, label: text }) => (
          <option key={value} value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}

type TickProps = { readonly name: string; readonly label: string; readonly ticked: boolean }

function Tick({ name, label, ticked }: TickProps) {
  return (
    <label className="flex min-h-11 items-center gap-3 pr-4">
      <input
        className="checkbox border-(--field-line)"
        type="checkbox"
        name={name}
        value="1"
        checked={ticked}
      />
      {label}
    </label>
  )
}

/** The conditions an outlet must meet. Folded away unless some are set. */
export function LocatorFilters({ locale, query, languages }: LocatorFormProps) {
  const t = translator(locale)
  const any = t('locator.filters.any')
  const languageNames = new Intl.DisplayNames(locale, { type: 'language' })
  const count = filterCount(query)
  return (
    <details open={count > 0} data-locator-filters="">
      <summary className="w-fit cursor-pointer py-2">
        <span data-filter-count="">
          {count > 0 ? t('locator.filters.set', { count }) : t('locator.filters.legend')}
        </span>
      </summary>
      <div className="mt-1 grid gap-x-4 gap-y-3 pb-2 sm:grid-cols-3">
        <Choice
          name="service"
          label={t('locator.filters.service')}
          any={any}
          chosen={query.service}
          options={SERVICES.map((value) => ({ value, label: t(`outlets.service.${value}`) }))}
        />
        <Choice
          name="family"
          label={t('locator.filters.family')}
          any={any}
          chosen={query.family}
          options={PRODUCT_FAMILIES.map((value) => ({
            value,
            label: t(`outlets.family.${value}`),
          }))}
        />
        <Choice
          name="language"
          label={t('locator.filters.language')}
          any={any}
          chosen={query.language}
          options={languages.map((value) => ({ value, label: languageNames.of(value) ?? value }))}
        />
        <div className="flex flex-wrap sm:col-span-3">
          <Tick name="openNow" label={t('locator.filters.open_now')} ticked={query.openNow} />
          <Tick name="doneHere" label={t('locator.filters.done_here')} ticked={query.doneHere} />
          <Tick name="stepFree" label={t('locator.filters.step_free')} ticked={query.stepFree} />
        </div>
      </div>
    </details>
  )
}
