import { fullDate } from '#i18n/full-date.ts'
import { translator } from '#i18n/translate.ts'
import { HoursTable } from './hours-table.tsx'
import type { OutletView } from './outlet-view.ts'
import { SpecialDaysList } from './special-days-list.tsx'

function HoursNotes({ view }: { readonly view: OutletView }) {
  const { locale, outlet } = view
  const t = translator(locale)
  const { hours, hoursCheckedOn } = outlet
  return (
    <div className="notes">
      {hours ? <p data-clock-there>{t('outlet_page.hours.local')}</p> : null}
      {hours?.untilBecause === 'calendar' ? (
        <p>{t('outlet_page.hours.covered_until', { date: fullDate(locale, hours.until) })}</p>
      ) : null}
      <p>
        {hoursCheckedOn
          ? t('outlet_page.hours.checked', { date: fullDate(locale, hoursCheckedOn) })
          : t('outlet_page.hours.unchecked')}
      </p>
    </div>
  )
}

/** When it is open: the week, the days that differ, and how sure we are. */
export function HoursSection({ view }: { readonly view: OutletView }) {
  const { locale, outlet } = view
  const t = translator(locale)
  return (
    <section aria-labelledby="hours">
      <h2 id="hours">{t('outlet_page.hours.title')}</h2>
      {outlet.hours ? (
        <>
          <HoursTable locale={locale} hours={outlet.hours} />
          <SpecialDaysList view={view} />
        </>
      ) : (
        <p>{t('outlet_page.hours.none')}</p>
      )}
      {!outlet.hours && outlet.hoursText ? (
        <p>{t('outlet_page.hours.as_told', { text: outlet.hoursText })}</p>
      ) : null}
      <HoursNotes view={view} />
    </section>
  )
}
