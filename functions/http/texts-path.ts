import type { Locale } from '#i18n/locale.ts'

/** Where the texts of a language lie in the built site, for the Worker alone. */
export const textsPath = (locale: Locale): string => `/shell/texts.${locale}.json`
