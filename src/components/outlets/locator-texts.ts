import { OUTLET_KINDS } from '#domain/outlets/outlet.ts'
import type { Locale } from '#i18n/locale.ts'
import { type MessageKey, translator } from '#i18n/translate.ts'

const kindKeys = OUTLET_KINDS.map((kind) => `outlets.kind.${kind}` as const)

/** What the locator says after the page has loaded; the page carries these and no other texts for it. */
const KEYS = [
  ...kindKeys,
  'outlets.open_until',
  'outlets.open_break',
  'outlets.open_round_the_clock',
  'outlets.closed_opens',
  'outlets.closed_now',
  'outlets.unknown.no_hours',
  'outlets.unknown.holiday_not_confirmed',
  'outlets.unknown.beyond_horizon',
  'outlets.last_intake',
  'outlets.intake_over',
  'outlets.intake_over_session',
  'outlets.tomorrow',
  'outlets.on_date',
  'locator.suggestions_count.one',
  'locator.suggestions_count.other',
  'locator.near.waiting',
  'locator.near.denied',
  'locator.near.failed',
  'locator.near.origin',
  'locator.region.any',
  'locator.region.all',
  'locator.region.option',
  'locator.region.page.one',
  'locator.region.page.other',
  'locator.filters.legend',
  'locator.filters.set',
  'locator.results.heading',
  'locator.results.heading_region',
  'locator.results.count.one',
  'locator.results.count.other',
  'locator.results.nearest.one',
  'locator.results.nearest.other',
  'locator.idle',
  'locator.loading',
  'locator.error',
  'locator.offline',
  'locator.no_place',
  'locator.no_place_hint',
  'locator.none_heading',
  'locator.none_match',
  'locator.no_postcode',
  'locator.none_near',
  'locator.none_near_hint',
  'locator.beyond',
  'locator.far',
  'locator.mail_in',
  'locator.no_mail_in',
  'locator.card.call',
  'locator.card.one_hour',
  'locator.map.show',
  'locator.map.hide',
  'locator.map.cluster.one',
  'locator.map.cluster.other',
  'locator.map.marker',
  'locator.map.origin',
  'locator.map.zoom_in',
  'locator.map.zoom_out',
  'locator.map.failed',
  'locator.map.attribution',
] as const satisfies readonly MessageKey[]

/** The locator's texts in one language, by key and still with their `{name}` places. */
export function locatorTexts(locale: Locale): Readonly<Record<string, string>> {
  const t = translator(locale) as (key: MessageKey) => string
  return Object.fromEntries(KEYS.map((key) => [key, t(key)]))
}
