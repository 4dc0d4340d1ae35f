import { fillIn } from '#i18n/fill-in.ts'
import type { Locale } from '#i18n/locale.ts'
import { formatNumber, pluralForm } from '#i18n/numbers.ts'
import type { Translate } from '#i18n/translate.ts'

/** What the page tells the locator: see the data block on the locator page. */
export type PageSetting = {
  readonly locale: Locale
  readonly nearKm: number
  readonly homeCountries: readonly string[]
  /** Country of each mail-in centre by its code. */
  readonly mailIn: Readonly<Record<string, string>>
  readonly hotline: { readonly dial: string; readonly display: string }
  readonly tiles: { readonly url: string; readonly attribution: string } | null
  readonly texts: Readonly<Record<string, string>>
}

export type Counted = (base: string, count: number) => string

export type LocatorSetting = Omit<PageSetting, 'texts'> & {
  readonly t: Translate
  readonly counted: Counted
}

/** The page's texts as a translator, so that server and browser word things alike. */
export function readSetting(root: ParentNode): LocatorSetting {
  const block = root.querySelector('script[type="application/json"]')?.textContent ?? '{}'
  const { texts, ...setting } = JSON.parse(block) as PageSetting
  const say = (key: string, params: Readonly<Record<string, string | number>> = {}): string =>
    fillIn(texts[key] ?? key, params)
  return {
    ...setting,
    t: say as Translate,
    counted: (base, count) =>
      say(`${base}.${pluralForm(setting.locale, count)}`, { count: formatNumber(count) }),
  }
}
