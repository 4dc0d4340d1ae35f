import type { WayToBook } from '#domain/outlets/way-to-book.ts'
import { type Locale, localePath } from '#i18n/locale.ts'

/** Where a visit at an outlet begins, or a parcel to it. */
export const bookingHref = (locale: Locale, code: string, way: WayToBook): string =>
  localePath(locale, `${way === 'visit' ? '/book/' : '/book/mail-in/'}?outlet=${code}`)
