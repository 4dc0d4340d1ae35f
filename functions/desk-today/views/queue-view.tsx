import { waitedMs } from '#domain/desk/queue-order.ts'
import type { DeskVisit } from '#domain/desk/queue-visit.ts'
import { spellCode } from '#domain/identifiers/crockford.ts'
import { CurrentVisit } from './current-visit.tsx'
import { Key, StepButton } from './step-button.tsx'
import { minutesOf, timeShort, whatText } from './texts.ts'
import { backOf, type TodayPage } from './today-page.ts'
import { WalkInForm } from './walk-in-form.tsx'

type RowProps = { readonly page: TodayPage; readonly visit: DeskVisit; readonly place: number }

/** How somebody came: with the time they were booked for, or without. */
const cameText = (page: TodayPage, { startsAt }: DeskVisit): string =>
  startsAt === null
    ? page.t('desk.today.walk_in')
    : page.t('desk.today.booked', { time: timeShort(page, page.day.outlet.zone, startsAt) })

const Waited = ({ page, visit }: Omit<RowProps, 'place'>) => (
  <time data-since={visit.calledAt === null ? visit.arrivedAt : undefined}>
    {page.t('desk.today.minutes', { minutes: minutesOf(waitedMs(visit, page.now)) })}
  </time>
)

const WaitingRow = ({ page, visit, place }: RowProps) => {
  const { t, canRun } = page
  const { code, version } = visit
  const number = visit.queueNumber ?? 0
  const step = { code, version, back: backOf(page) }
  return (
    <tr>
      <td className="desk-number">
        {number}
        <span className="sr-only">{t('desk.today.place', { place })}</span>
      </td>
      <td>
        <a href={`/desk/visits/${code}/`} id={`visit-${code}`}>
          {cameText(page, visit)}
        </a>
        <span className="desk-muted">
          {t(`outlets.service.${visit.service}`)}
          {visit.model ? ` · ${whatText(page, visit)}` : ''}
        </span>
      </td>
      <td className="desk-figure">
        <Waited page={page} visit={visit} />
      </td>
      {canRun ? (
        <td>
          <div className="desk-row">
            <StepButton
              {...step}
              action="call"
              label={t('desk.today.call')}
              spoken={t('desk.today.call_number', { number })}
            />
            <StepButton
              {...step}
              action="leave"
              label={t('desk.today.leave')}
              spoken={t('desk.today.leave_number', { number })}
            />
          </div>
        </td>
      ) : null}
    </tr>
  )
}

type PageProps = { readonly page: TodayPage }

const Waiting = ({ page }: PageProps) => {
  const { t, day, canRun } = page
  const { waiting } = day.queue
  if (waiting.length === 0) return <p className="desk-muted">{t('desk.today.nobody_waits')}</p>
  return (
    <table className="desk-table desk-queue">
      <caption className="sr-only">{t('desk.today.queue')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('desk.today.number')}</th>
          <th scope="col">{t('desk.today.came')}</th>
          <th scope="col">{t('desk.today.waited')}</th>
          {canRun ? <th scope="col">{t('desk.today.steps')}</th> : null}
        </tr>
      </thead>
      <tbody>
        {waiting.map((visit, place) => (
          <WaitingRow key={visit.code} page={page} visit={visit} place={place + 1} />
        ))}
      </tbody>
    </table>
  )
}

const CallNext = ({ page }: PageProps) => {
  const { t, day } = page
  const [next] = day.queue.waiting
  if (!next) return null
  const label = t('desk.today.call_next', { number: next.queueNumber ?? 0 })
  const { code, version } = next
  const back = { outlet: day.outlet.code }
  const form = { code, version, back, label, action: 'call', hotkey: 'n' } as const
  return <StepButton {...form} isMain={page.current === null} id="call-next" />
}

/** Called by somebody, and at no counter that this screen knows of. */
const Called = ({ page }: PageProps) => {
  const { t, day, current } = page
  const others = day.queue.called.filter(({ code }) => code !== current?.code)
  if (others.length === 0) return null
  return (
    <section className="desk-stack" aria-labelledby="called">
      <h3 id="called">{t('desk.today.called')}</h3>
      <ul className="desk-list">
        {others.map((visit) => (
          <li key={visit.code} className="desk-row">
            <a
              className="btn"
              id={`visit-${visit.code}`}
              href={`/desk/?${new URLSearchParams({ outlet: day.outlet.code, visit: visit.code })}`}
            >
              {t('desk.today.number_at_counter', { number: visit.queueNumber ?? 0 })}
            </a>
            <span className="desk-muted">{whatText(page, visit) || spellCode(visit.code)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A phone that comes in without the queue. */
const Intake = ({ page }: PageProps) => (
  <p>
    <a className="btn" href="/desk/intake/" data-key="i" aria-keyshortcuts="i" id="take-in">
      {page.t('desk.today.take_in_unbooked')}
      <Key hint="i" />
    </a>
  </p>
)

/** Who has arrived, booked and walked in alike, in the order in which they are called. */
export const QueueView = ({ page }: PageProps) => {
  const { t, day, canRun, current } = page
  const { waiting } = day.queue
  return (
    <section className="desk-part" aria-labelledby="queue">
      <h2 id="queue" className="desk-row">
        {t('desk.today.queue')} <span className="desk-count">{waiting.length}</span>
      </h2>
      {canRun && current ? <CurrentVisit page={page} visit={current} /> : null}
      {canRun ? (
        <div className="desk-row">
          <CallNext page={page} />
          <WalkInForm page={page} />
        </div>
      ) : null}
      <Called page={page} />
      <Waiting page={page} />
      {canRun && !current ? <Intake page={page} /> : null}
    </section>
  )
}
