import type { Locale } from '#i18n/locale.ts'

/** Where the texts of a language lie in the built site, for the Worker alone. */
export const textsPath = (locale: Locale): string => `/shell/texts.${locale}.json`

/** Where the numbering plans of all countries lie, for the Worker alone. */
export const PHONE_PLANS_PATH = '/shell/phone-plans.json'

/** Where the description of the API lies, for the Worker alone. */
export const API_DESCRIPTION_PATH = '/shell/openapi.json'
