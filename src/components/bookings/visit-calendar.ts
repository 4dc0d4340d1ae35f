import ical, { ICalAlarmType, ICalCalendarMethod } from 'ical-generator'
import type { FixpointConfig } from '#config'
import { SLOT_MS } from '#domain/bookings/booking.ts'
import { spellCode } from '#domain/identifiers/crockford.ts'
import type { Outlet } from '#domain/outlets/outlet.ts'
import { type Locale, localePath } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'

type Visit = {
  readonly code: string
  /** Of the booking: a moved visit replaces the entry. */
  readonly version: number
  readonly startsAt: number
  readonly outlet: Outlet
}

const REMINDER_SECONDS = 12 * 3600

/**
 * A visit as a calendar's file (RFC 5545), in UTC, with a reminder the evening before. Its code is the
 * only thing in it that points to a repair; nobody's name is.
 */
export function visitCalendar(
  locale: Locale,
  { code, version, startsAt, outlet }: Visit,
  {
    config,
    now,
  }: { readonly config: Pick<FixpointConfig, 'brand' | 'siteUrl'>; readonly now: number },
): string {
  const t = translator(locale)
  const { brand, siteUrl } = config
  const spelled = spellCode(code)
  const calendar = ical({
    prodId: { company: brand.name, product: 'booking', language: locale.slice(0, 2).toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
  })
  const event = calendar.createEvent({
    id: `${code}@${new URL(siteUrl).hostname}`,
    sequence: version,
    stamp: new Date(now),
    start: new Date(startsAt),
    end: new Date(startsAt + SLOT_MS),
    summary: t('bookings.calendar.summary', { brand: brand.name, code: spelled }),
    description: t('bookings.calendar.text', { code: spelled }),
    location: {
      title: outlet.name[locale],
      address: outlet.address[locale],
      geo: { lat: outlet.lat, lon: outlet.lon },
    },
    url: `${siteUrl}${localePath(locale, `/outlets/${outlet.code.toLowerCase()}/`)}`,
  })
  event.createAlarm({
    type: ICalAlarmType.display,
    trigger: REMINDER_SECONDS,
    description: t('bookings.calendar.reminder'),
  })
  return calendar.toString()
}
