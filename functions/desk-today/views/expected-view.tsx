import type { DeskVisit } from '#domain/desk/queue-visit.ts'
import { StepButton } from './step-button.tsx'
import { timeShort, whatText } from './texts.ts'
import type { TodayPage } from './today-page.ts'

type RowProps = { readonly page: TodayPage; readonly visit: DeskVisit }

const ExpectedRow = ({ page, visit }: RowProps) => {
  const { t, day, now, canRun } = page
  const { code, version } = visit
  const startsAt = visit.startsAt ?? now
  const time = timeShort(page, day.outlet.zone, startsAt)
  const back = { outlet: day.outlet.code }
  return (
    <tr>
      <td className="desk-figure">
        {time}
        {startsAt < now ? <span className="desk-late"> {t('desk.today.not_here')}</span> : null}
      </td>
      <td>
        <a href={`/desk/visits/${code}/`} id={`visit-${code}`}>
          {whatText(page, visit)}
        </a>
        <span className="desk-muted">{t(`outlets.service.${visit.service}`)}</span>
      </td>
      {canRun ? (
        <td>
          <StepButton
            {...{ code, version, back }}
            action="arrive"
            label={t('desk.today.arrive')}
            spoken={t('desk.today.arrive_visit', { time, what: whatText(page, visit) })}
          />
        </td>
      ) : null}
    </tr>
  )
}

type Props = { readonly page: TodayPage }

/** Who is booked for the rest of the day and hasn't come. */
export const ExpectedView = ({ page }: Props) => {
  const { t, day, canRun } = page
  return (
    <section className="desk-part" aria-labelledby="expected">
      <h2 id="expected" className="desk-row">
        {t('desk.today.expected')} <span className="desk-count">{day.expected.length}</span>
      </h2>
      {day.expected.length === 0 ? (
        <p className="desk-muted">{t('desk.today.nobody_expected')}</p>
      ) : (
        <table className="desk-table desk-queue">
          <caption className="sr-only">{t('desk.today.expected')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('desk.today.time')}</th>
              <th scope="col">{t('desk.today.what')}</th>
              {canRun ? <th scope="col">{t('desk.today.steps')}</th> : null}
            </tr>
          </thead>
          <tbody>
            {day.expected.map((visit) => (
              <ExpectedRow key={visit.code} page={page} visit={visit} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

/** Numbers of an earlier day that nobody closed: they hold up no number of today. */
export const LeftOverView = ({ page }: Props) => {
  const { t, day, canRun } = page
  const { leftOver } = day.queue
  if (leftOver.length === 0 || !canRun) return null
  const back = { outlet: day.outlet.code }
  return (
    <section className="desk-part" aria-labelledby="left-over">
      <h2 id="left-over">{t('desk.today.left_over')}</h2>
      <ul className="desk-list">
        {leftOver.map((visit) => (
          <li key={visit.code} className="desk-row">
            <a href={`/desk/visits/${visit.code}/`} id={`visit-${visit.code}`}>
              {t('desk.today.number_of_day', {
                number: visit.queueNumber ?? 0,
                time: timeShort(page, day.outlet.zone, visit.arrivedAt ?? 0),
              })}
            </a>
            <StepButton
              {...{ code: visit.code, version: visit.version, back }}
              action="leave"
              label={t('desk.today.leave')}
              spoken={t('desk.today.leave_number', { number: visit.queueNumber ?? 0 })}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
