import type { Locale } from '#i18n/locale.ts'

export { networkZone } from '#domain/outlets/network-zone.ts'

/** An instant with its date, by a zone's clock. */
export const timeText = (locale: Locale, zone: string, at: number): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    ...({ dateStyle: 'medium', timeStyle: 'short' } as const),
    timeZone: zone,
  }).format(at)
