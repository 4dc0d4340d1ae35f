import type { CompiledHours } from '#domain/outlets/compiled-hours.ts'
import type { Locale } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import { weekdayNames } from '#i18n/weekday-names.ts'
import { Intervals, intakeText, isAllDay } from './intervals.tsx'

type Props = {
  readonly locale: Locale
  readonly hours: CompiledHours
  /** Whether people hand phones in over the counter. */
  readonly takesWalkIns: boolean
}

/** Last intake is worth a column only where some day has one. */
const hasIntake = ({ week }: CompiledHours): boolean =>
  week.some((day) => day.length > 0 && !isAllDay(day))

/** The usual week, Monday first. The visitor's browser marks today's row. */
export function HoursTable({ locale, hours, takesWalkIns }: Props) {
  const t = translator(locale)
  const showsIntake = takesWalkIns && hasIntake(hours)
  return (
    <table className="hours" data-week>
      <thead>
        <tr>
          <th scope="col">{t('outlet_page.hours.day')}</th>
          <th scope="col">{t('outlet_page.hours.open')}</th>
          {showsIntake ? <th scope="col">{t('outlet_page.hours.intake')}</th> : null}
        </tr>
      </thead>
      <tbody>
        {weekdayNames(locale).map((name, day) => {
          const intervals = hours.week[day] ?? []
          return (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>
                <Intervals t={t} intervals={intervals} />
              </td>
              {showsIntake ? (
                <td>{intakeText(t, intervals, hours.lastIntakeMinutes) ?? '–'}</td>
              ) : null}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
