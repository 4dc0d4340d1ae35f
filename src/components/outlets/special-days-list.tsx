import type { SpecialDay } from '#domain/outlets/special-days.ts'
import { addDays } from '#domain/outlets/wall-time.ts'
import { formatDate } from '#i18n/format.ts'
import { translator } from '#i18n/translate.ts'
import { Intervals } from './intervals.tsx'
import type { OutletView } from './outlet-view.ts'

export const SHOWN_DAYS = 30

type RowProps = { readonly view: OutletView; readonly day: SpecialDay }

function SpecialDayRow({ view, day }: RowProps) {
  const { locale } = view
  const t = translator(locale)
  const later = day.date >= addDays(view.madeOn, SHOWN_DAYS)
  return (
    <tr data-date={day.date} hidden={later}>
      <th scope="row">
        {formatDate(locale, day.date)}
        {day.name ? <span className="day-name">{day.name[locale]}</span> : null}
      </th>
      <td>
        <Intervals t={t} intervals={day.intervals} />
      </td>
    </tr>
  )
}

/** Days whose hours differ; as time passes, the browser hides what is over and shows what has come near. */
export function SpecialDaysList({ view }: { readonly view: OutletView }) {
  const t = translator(view.locale)
  const { specialDays } = view
  if (specialDays.length === 0) return null
  const none = specialDays.every(({ date }) => date >= addDays(view.madeOn, SHOWN_DAYS))
  return (
    <table className="hours" data-special-days={SHOWN_DAYS} hidden={none}>
      <caption>{t('outlet_page.hours.special')}</caption>
      <tbody>
        {specialDays.map((day) => (
          <SpecialDayRow key={day.date} view={view} day={day} />
        ))}
      </tbody>
    </table>
  )
}
