import { fullDate } from '#i18n/format.ts'
import { type Translate, translator } from '#i18n/translate.ts'
import { HoursTable } from './hours-table.tsx'
import { isShutOn, type OutletView, takesWalkIns } from './outlet-view.ts'
import { SpecialDaysList } from './special-days-list.tsx'

function checkedText({ locale, outlet }: OutletView, t: Translate): string | null {
  const { hours, hoursText, hoursCheckedOn } = outlet
  if (hoursCheckedOn) {
    return t('outlet_page.hours.checked', { date: fullDate(locale, hoursCheckedOn) })
  }
  return hours || hoursText ? t('outlet_page.hours.unchecked') : null
}

function HoursNotes({ view }: { readonly view: OutletView }) {
  const { locale, outlet } = view
  const t = translator(locale)
  const { hours } = outlet
  const checked = checkedText(view, t)
  return (
    <div className="notes">
      {hours ? <p data-clock-there>{t('outlet_page.hours.local')}</p> : null}
      {hours?.untilBecause === 'calendar' ? (
        <p>{t('outlet_page.hours.covered_until', { date: fullDate(locale, hours.until) })}</p>
      ) : null}
      {checked ? <p>{checked}</p> : null}
    </div>
  )
}

/** When it is open: the week, the days that differ, and how sure we are. */
export function HoursSection({ view }: { readonly view: OutletView }) {
  const { locale, outlet } = view
  const t = translator(locale)
  const title = isShutOn(view, view.madeOn)
    ? 'outlet_page.hours.reopening'
    : 'outlet_page.hours.title'
  return (
    <section className="hours-section" aria-labelledby="hours">
      <h2 id="hours">{t(title)}</h2>
      {outlet.hours ? (
        <>
          <HoursTable locale={locale} hours={outlet.hours} takesWalkIns={takesWalkIns(view)} />
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
