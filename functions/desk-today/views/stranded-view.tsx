import { timeShort, whatText } from './texts.ts'
import type { TodayPage } from './today-page.ts'

type Props = { readonly page: TodayPage }

/** Visits that the outlet can't keep: each is somebody's to move or to cancel. */
export const StrandedView = ({ page }: Props) => {
  const { t, stranded, day } = page
  return (
    <section className="desk-part" aria-labelledby="stranded">
      <h2 id="stranded" className="desk-row">
        {t('desk.today.stranded')} <span className="desk-count">{stranded.length}</span>
      </h2>
      <p className="desk-muted">{t('desk.today.stranded.what')}</p>
      <ul className="desk-list" aria-labelledby="stranded">
        {stranded.map((visit) => (
          <li key={visit.code} className="desk-row">
            <a href={`/desk/visits/${visit.code}/`} id={`stranded-${visit.code}`}>
              {timeShort(page, day.outlet.zone, visit.startsAt ?? page.now)}
            </a>
            <span>{whatText(page, visit)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
