import { dayText } from '#domain/desk/network-hours.ts'
import { DETAIL_NAMES, type DetailName, type OutletDetails } from '#domain/desk/network-outlet.ts'
import type { CompiledHours } from '#domain/outlets/compiled-hours.ts'
import type { LocalText, Outlet, Service } from '#domain/outlets/outlet.ts'
import { formatDate } from '#i18n/format.ts'
import type { Locale } from '#i18n/locale.ts'
import type { Translate } from '#i18n/translate.ts'
import { weekdayNames } from '#i18n/weekday-names.ts'

/** What differs, before and after, line by line. */
export type Difference = {
  readonly label: string
  readonly before: readonly string[]
  readonly after: readonly string[]
}

const sides = (text: LocalText | null): readonly string[] =>
  text ? [...new Set([text.en, text['zh-CN']])].filter((side) => side !== '') : []

function detailText(t: Translate, name: DetailName, details: OutletDetails): readonly string[] {
  switch (name) {
    case 'name':
    case 'address':
    case 'floor':
    case 'shop':
    case 'metroExit':
      return sides(details[name])
    case 'kind':
      return [t(`outlets.kind.${details.kind}`)]
    case 'position':
      return [`${details.position.lat}, ${details.position.lon}`]
    case 'contacts':
      return details.contacts === null ? [] : [details.contacts]
    case 'phones':
      return details.phones.map(({ display }) => display)
    case 'services':
      return Object.entries(details.services).map(
        ([service, mode]) =>
          `${t(`outlets.service.${service as Service}`)}: ${t(`outlets.mode.${mode}`)}`,
      )
    case 'productFamilies':
      return details.productFamilies.map((family) => t(`outlets.family.${family}`))
    case 'languages':
      return details.languages
    case 'stepFree':
      return [t(`desk.network.step_free.${stepFreeKey(details.stepFree)}`)]
    case 'counterSeats':
    case 'benches':
      return [String(details[name])]
    case 'lastIntakeMinutes':
      return [
        details.lastIntakeMinutes === null
          ? t('desk.network.last_intake.usual')
          : String(details.lastIntakeMinutes),
      ]
  }
}

export const stepFreeKey = (stepFree: boolean | null): 'unknown' | 'yes' | 'no' =>
  stepFree === null ? 'unknown' : stepFree ? 'yes' : 'no'

const LABELS = {
  name: 'name',
  kind: 'kind',
  address: 'address',
  position: 'position',
  floor: 'floor',
  shop: 'shop',
  metroExit: 'metro_exit',
  phones: 'phones',
  contacts: 'contacts',
  services: 'services',
  productFamilies: 'families',
  languages: 'languages',
  stepFree: 'step_free',
  counterSeats: 'seats',
  benches: 'benches',
  lastIntakeMinutes: 'last_intake',
} as const satisfies Record<DetailName, string>

export const detailLabel = (t: Translate, name: DetailName): string =>
  t(`desk.network.${LABELS[name]}`)

/** The details that differ, in words. */
export const detailDifferences = (
  t: Translate,
  before: OutletDetails,
  after: OutletDetails,
): readonly Difference[] =>
  DETAIL_NAMES.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name])).map(
    (name) => ({
      label: detailLabel(t, name),
      before: detailText(t, name, before),
      after: detailText(t, name, after),
    }),
  )

/** A day's hours to read: `09:00-12:00, 13:30-18:00`. */
export const hoursText = (
  t: Translate,
  day: CompiledHours['week'][number] | null | undefined,
): string =>
  day === null
    ? t('desk.network.hours.not_confirmed')
    : dayText(day ?? []).replaceAll(',', ', ') || t('desk.network.hours.closed')

type Spoken = { readonly t: Translate; readonly locale: Locale }

const unknownHours = ({ t }: Spoken) => t('desk.network.hours.unknown')

/** The weekdays and coming dates whose hours differ, in words. */
export function hoursDifferences(
  spoken: Spoken,
  before: Outlet['hours'],
  after: Outlet['hours'],
  today: string,
): readonly Difference[] {
  const { t, locale } = spoken
  const names = weekdayNames(locale)
  const read = (hours: Outlet['hours'], day: CompiledHours['week'][number] | null | undefined) => [
    hours ? hoursText(t, day) : unknownHours(spoken),
  ]
  const week = names.map((label, day) => ({
    label,
    before: read(before, before?.week[day]),
    after: read(after, after?.week[day]),
  }))
  const dates = [
    ...new Set([...Object.keys(before?.days ?? {}), ...Object.keys(after?.days ?? {})]),
  ]
  const weekday = (date: string) => (new Date(date).getUTCDay() + 6) % 7
  const on = (hours: Outlet['hours'], date: string) =>
    hours && Object.hasOwn(hours.days, date) ? hours.days[date] : hours?.week[weekday(date)]
  const special = dates
    .filter((date) => date >= today)
    .sort()
    .map((date) => ({
      label: `${formatDate(locale, date)} ${date.slice(0, 4)}`,
      before: read(before, on(before, date)),
      after: read(after, on(after, date)),
    }))
  return [...week, ...special].filter((one) => one.before[0] !== one.after[0])
}
