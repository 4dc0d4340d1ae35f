import {
  type CountryCode,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/core'
import metadata from 'libphonenumber-js/metadata.min'

/**
 * Reads a number by the numbering plans of all countries, at home in `country` (ISO 3166-1 alpha-2) where
 * it names none; undefined = there is no number in it. The plans stand apart from the code that reads them:
 * the Worker finds them beside the site (docs/decisions/worker-weight.md).
 * `parsePhone('138 0013 8000', 'CN')?.number` is `+8613800138000`.
 */
export const parsePhone = (text: string, country?: string): PhoneNumber | undefined =>
  country === undefined
    ? parsePhoneNumberFromString(text, metadata)
    : parsePhoneNumberFromString(text, country as CountryCode, metadata)
