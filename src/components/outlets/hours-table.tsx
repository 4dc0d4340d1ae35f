import type { CompiledHours } from '#domain/outlets/compiled-hours.ts'
import { weekdayNames } from '#i18n/full-date.ts'
import type { Locale } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import { Intervals, intakeText } from './intervals.tsx'

type Props = { readonly locale: Locale; readonly hours: CompiledHours }

/** The usual week, Monday first. The visitor's browser marks today's row. */
export function HoursTable({ locale, hours }: Props) {
  const t = translator(locale)
  return (
    <table className="hours" data-week>
      <thead>
        <tr>
          <th scope="col">{t('outlet_page.hours.day')}</th>
          <th scope="col">{t('outlet_page.hours.open')}</th>
          <th scope="col">{t('outlet_page.hours.intake')}</th>
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
              <td>{intakeText(t, intervals, hours.lastIntakeMinutes) ?? '–'}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
