/** `npm run check:calendar`: warns 60 days before the last day whose holidays are known. Never fails. */
import config from '#config'
import { daysUntilCoverageEnds, endingCalendars } from '#domain/calendar/calendar.ts'
import { compileCalendar } from '../calendar/compile-calendar.ts'

const today = new Date().toISOString().slice(0, 10)
const calendars = config.countries.flatMap((country) => compileCalendar(country, today) ?? [])
const ending = new Set(endingCalendars(calendars, today).map(({ countryCode }) => countryCode))
for (const calendar of calendars.filter(({ countryCode }) => ending.has(countryCode))) {
  const { countryCode, coveredUntil, source } = calendar
  console.warn(
    `WARNING  ${countryCode}: holidays are known until ${coveredUntil}, ${daysUntilCoverageEnds(calendar, today)} more days. Update ${source}, then \`npm run calendar:refresh\`; after that day opening hours are unknown.`,
  )
}
const known = calendars.map(
  ({ countryCode, coveredUntil }) => `${countryCode} until ${coveredUntil}`,
)
const unknown = config.countries.filter((code) => !calendars.some((it) => it.countryCode === code))
console.log(`calendars: ${[...known, ...unknown.map((code) => `${code} none`)].join(', ')}`)
