import type { OutletView } from '#components/outlets/outlet-view.ts'
import config from '#config'
import type { MinuteInterval } from '#domain/outlets/compiled-hours.ts'
import { formatMinutes } from '#i18n/format.ts'
import { localePath } from '#i18n/locale.ts'

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** schema.org has no 24:00: a day without a break ends at 23:59. */
const closing = (minutes: number): string => formatMinutes(minutes === 1440 ? 1439 : minutes)

const specification = ([open, close]: MinuteInterval) => ({
  '@type': 'OpeningHoursSpecification',
  opens: formatMinutes(open),
  closes: closing(close),
})

function weekOf({ outlet }: OutletView) {
  return outlet.hours?.week.flatMap((intervals, day) =>
    intervals.map((interval) => ({
      ...specification(interval),
      dayOfWeek: `https://schema.org/${DAYS[day]}`,
    })),
  )
}

function exceptionsOf({ specialDays }: OutletView) {
  const closed: readonly MinuteInterval[] = [[0, 0]]
  return specialDays.flatMap(({ date, intervals }) =>
    (intervals?.length === 0 ? closed : (intervals ?? [])).map((interval) => ({
      ...specification(interval),
      validFrom: date,
      validThrough: date,
    })),
  )
}

/** The outlet for search engines; null for one that customers should not be sent to. */
export function outletJsonLd(view: OutletView, countryCode: string): object | undefined {
  const { locale, outlet, standing } = view
  if (standing === 'closed' || standing === 'disqualified') return undefined
  const url = new URL(localePath(locale, `/outlets/${outlet.code.toLowerCase()}/`), config.siteUrl)
    .href
  return {
    '@context': 'https://schema.org',
    '@type': ['MobilePhoneStore', 'LocalBusiness'],
    '@id': url,
    url,
    name: outlet.name[locale],
    branchCode: outlet.code,
    parentOrganization: { '@type': 'Organization', name: config.brand.name, url: config.siteUrl },
    address: {
      '@type': 'PostalAddress',
      streetAddress: outlet.address[locale],
      addressCountry: countryCode,
    },
    geo: { '@type': 'GeoCoordinates', latitude: outlet.lat, longitude: outlet.lon },
    telephone: outlet.phones.map(({ dial }) => dial),
    knowsLanguage: outlet.languages,
    ...(standing === 'serving'
      ? {
          openingHoursSpecification: weekOf(view),
          specialOpeningHoursSpecification: exceptionsOf(view),
        }
      : {}),
  }
}
