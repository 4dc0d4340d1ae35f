import { LOCALES, type Locale } from '#i18n/locale.ts'

/** A text that isn't there is called by its key, so that a page without a site still answers. */
const nameless = (): Record<string, string> =>
  new Proxy<Record<string, string>>(
    {},
    { get: (texts, key) => Reflect.get(texts, key) ?? String(key) },
  )

/**
 * Takes the place of `src/i18n/messages.ts` in the Worker's bundle: the texts are a file of the site,
 * which `load-texts.ts` reads once. They would be a sixth of the bundle.
 */
export const messages = Object.fromEntries(LOCALES.map((locale) => [locale, nameless()])) as Record<
  Locale,
  Record<string, string>
>
