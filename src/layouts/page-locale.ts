import { LOCALES, type Locale, localePath } from '#i18n/locale.ts'

/** The rest parameter of `[...locale]`: nothing for the language at `/`, `zh` for Chinese. */
export const localeParam = (locale: Locale): string | undefined =>
  localePath(locale, '').slice(1) || undefined

/** The language of a page built under `[...locale]`. */
export const pageLocale = (param: string | undefined): Locale =>
  LOCALES.find((locale) => localeParam(locale) === param) ?? 'en'

/** The static paths of a page that exists once per language. */
export const bothLanguages = () =>
  LOCALES.map((locale) => ({ params: { locale: localeParam(locale) } }))
