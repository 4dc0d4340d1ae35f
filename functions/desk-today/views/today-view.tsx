import { spellCode } from '#domain/identifiers/crockford.ts'
import { AlarmsView } from './alarms-view.tsx'
import { ExpectedView, LeftOverView } from './expected-view.tsx'
import { JobsView } from './jobs-view.tsx'
import { BoardLost, OutletHead } from './outlet-head.tsx'
import { QueueView } from './queue-view.tsx'
import { StrandedView } from './stranded-view.tsx'
import { backOf, type Said, type TodayPage } from './today-page.ts'
import { WaitsView } from './waits-view.tsx'

type Props = { readonly page: TodayPage }

/** What is told when somebody new waits: the last number that was drawn. */
function newest({ t, day }: TodayPage): string {
  const numbers = day.queue.waiting.map(({ queueNumber }) => queueNumber ?? 0)
  return numbers.length === 0 ? '' : t('desk.today.arrived', { number: Math.max(...numbers) })
}

/** The part of Today that changes by itself. */
export const TodayBoard = ({ page }: Props) => (
  <div
    className="desk-today"
    data-says={newest(page)}
    data-now={page.now}
    data-minutes={page.t('desk.today.minutes', { minutes: '{minutes}' })}
  >
    <div className="desk-stack">
      <QueueView page={page} />
      <ExpectedView page={page} />
      <LeftOverView page={page} />
    </div>
    <div className="desk-stack">
      {page.stranded.length > 0 ? <StrandedView page={page} /> : null}
      {page.alarming ? <AlarmsView page={page} alarming={page.alarming} /> : null}
      <JobsView page={page} />
      <WaitsView page={page} />
    </div>
  </div>
)

type SaidProps = { readonly page: TodayPage; readonly said: Said }

const SaidView = ({ page, said }: SaidProps) => {
  const { t } = page
  if (said.kind === 'drawn') {
    return (
      <p className="desk-said" role="status">
        {t('desk.today.drawn', { number: said.number, code: spellCode(said.code) })}
      </p>
    )
  }
  const { visit, refusal } = said
  return (
    <div className="desk-alarm" role="alert">
      {visit ? (
        <p>
          {t('desk.today.changed', {
            number: visit.queueNumber ?? spellCode(visit.code),
            state: t(`desk.today.visit.${visit.status}`),
          })}
        </p>
      ) : (
        <p>{t(`problems.${refusal as 'stale'}.detail`)}</p>
      )}
    </div>
  )
}

/** Today at an outlet: who waits, whose turn it is, what there is to do and what is late. */
export const TodayView = ({ page }: Props) => {
  const { t, day, said } = page
  const source = `/desk/today/fragment?${new URLSearchParams(backOf(page))}`
  return (
    <>
      <OutletHead page={page} title={t('desk.today.title')} />
      {said ? <SaidView page={page} said={said} /> : null}
      <BoardLost page={page} />
      <p className="sr-only" aria-live="polite" data-live-says />
      <live-board src={source} data-etag={day.tag}>
        <TodayBoard page={page} />
      </live-board>
      <p>
        <button className="btn" type="button" data-keys-switch hidden>
          {t('desk.today.keys')} <span className="keys-are-on">{t('desk.today.keys_on')}</span>
          <span className="keys-are-off">{t('desk.today.keys_off')}</span>
        </button>
      </p>
    </>
  )
}
