import type { OfferedSlot } from '#domain/bookings/offer.ts'
import { spellCode } from '#domain/identifiers/crockford.ts'
import type { ShownVisit } from '#functions/bookings/show-visit.ts'
import { Hidden, StepButton } from './step-button.tsx'
import { timeShort, type Voice, whatText } from './texts.ts'

export type VisitPage = Voice & {
  readonly visit: ShownVisit
  /** What the person may do now. */
  readonly may: ReadonlySet<string>
  /** Free times that it could be moved to. */
  readonly slots: readonly OfferedSlot[]
  /** The time that was chosen and isn't to be had. */
  readonly chosen: number | null
  readonly refusal: string | null
}

type Props = { readonly page: VisitPage }

const MoveForm = ({ page }: Props) => {
  const { t, visit, slots, chosen } = page
  const { code, version } = visit.booking
  const { zone } = visit.outlet
  if (slots.length === 0) return <p className="desk-muted">{t('desk.today.no_slots')}</p>
  return (
    <form className="desk-row" method="post" action={`/desk/visits/${code}/move`}>
      <Hidden values={{ version, from: 'visit', commandId: crypto.randomUUID() }} />
      <label htmlFor="starts-at">{t('desk.today.another_time')}</label>
      <select className="select" id="starts-at" name="startsAt" required>
        <option value="">{t('desk.today.choose')}</option>
        {slots.map(({ startsAt }) => (
          <option key={startsAt} value={startsAt} selected={startsAt === chosen}>
            {timeShort(page, zone, startsAt)}
          </option>
        ))}
      </select>
      <button className="btn" type="submit">
        {t('desk.today.move')}
      </button>
    </form>
  )
}

const BUTTONS = ['arrive', 'call', 'leave'] as const

const Steps = ({ page }: Props) => {
  const { t, visit, may } = page
  const { code, version, outlet, status } = visit.booking
  return (
    <section className="desk-part" aria-labelledby="steps">
      <h2 id="steps">{t('desk.today.steps')}</h2>
      <div className="desk-row">
        {BUTTONS.filter((action) => may.has(action)).map((action) => (
          <StepButton
            key={action}
            {...{ code, version, action }}
            back={{ outlet, ...(action === 'call' ? {} : { from: 'visit' }) }}
            label={t(
              action === 'call' && status === 'called'
                ? 'desk.today.recall'
                : `desk.today.${action}`,
            )}
          />
        ))}
      </div>
      {may.has('move') ? <MoveForm page={page} /> : null}
      {may.has('cancel') ? (
        <details className="desk-fold">
          <summary>{t('desk.today.cancel')}</summary>
          <StepButton
            {...{ code, version }}
            action="cancel"
            back={{ outlet, from: 'visit' }}
            label={t('desk.today.cancel_yes')}
          />
        </details>
      ) : null}
    </section>
  )
}

/** One visit: where it stands, and what may be done about it. */
export const VisitView = ({ page }: Props) => {
  const { t, visit, refusal, may } = page
  const { booking, repair, outlet } = visit
  const { queueNumber, startsAt, status } = booking
  return (
    <div className="desk-stack">
      <h1>
        {t('desk.today.visit')} {spellCode(booking.code)}
      </h1>
      {refusal ? (
        <p className="desk-alarm" role="alert">
          {t(`problems.${refusal as 'stale'}.detail`)}
        </p>
      ) : null}
      <p>
        <strong>{t(`desk.today.visit_is.${status}`)}</strong>
        {startsAt === null ? '' : ` · ${timeShort(page, outlet.zone, startsAt)}`}
        {queueNumber === null
          ? ''
          : ` · ${t('desk.today.number_at_counter', { number: queueNumber })}`}
      </p>
      <p>
        {t(`outlets.service.${booking.service}`)}
        {repair ? ` · ${whatText(page, repair)}` : ''}
      </p>
      <nav className="desk-row">
        {repair ? (
          <a className="btn" href={`/desk/repairs/${repair.code}/`}>
            {t('desk.today.open_repair')}
          </a>
        ) : null}
        <a className="btn" href={`/desk/?${new URLSearchParams({ outlet: outlet.code })}`}>
          {t('desk.nav.today')}
        </a>
      </nav>
      {may.size > 0 ? <Steps page={page} /> : null}
    </div>
  )
}
