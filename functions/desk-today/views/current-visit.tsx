import { waitedMs } from '#domain/desk/queue-order.ts'
import { NOTHING_RECEIVED_REASONS } from '#domain/desk/queue-reasons.ts'
import type { DeskVisit } from '#domain/desk/queue-visit.ts'
import { spellCode } from '#domain/identifiers/crockford.ts'
import { Hidden, Key, StepButton } from './step-button.tsx'
import { minutesOf, whatText } from './texts.ts'
import type { TodayPage } from './today-page.ts'

type Props = { readonly page: TodayPage; readonly visit: DeskVisit }

/** Served without anything taken in: with why. */
const NothingReceived = ({ page, visit }: Props) => {
  const { t, day } = page
  const { code, version } = visit
  return (
    <details className="desk-fold" id={`nothing-${code}`}>
      <summary data-key="o" aria-keyshortcuts="o">
        {t('desk.today.nothing_received')} <Key hint="o" />
      </summary>
      <form className="desk-row" method="post" action={`/desk/visits/${code}/serve`}>
        <Hidden values={{ version, outlet: day.outlet.code, commandId: crypto.randomUUID() }} />
        <label htmlFor={`reason-${code}`}>{t('desk.today.why')}</label>
        <select className="select" id={`reason-${code}`} name="reason" required>
          <option value="">{t('desk.today.choose')}</option>
          {NOTHING_RECEIVED_REASONS.map((reason) => (
            <option key={reason} value={reason}>
              {t(`desk.today.nothing.${reason}`)}
            </option>
          ))}
        </select>
        <button className="btn" type="submit" id="serve">
          {t('desk.today.end_visit')}
        </button>
      </form>
    </details>
  )
}

/** Who stands at this counter: what follows is one key away. */
export const CurrentVisit = ({ page, visit }: Props) => {
  const { t, day } = page
  const { code, version } = visit
  const number = visit.queueNumber ?? 0
  const outlet = day.outlet.code
  const step = { code, version, back: { outlet } }
  const waited = minutesOf(waitedMs(visit, page.now))
  return (
    <section className="desk-current" aria-labelledby="current">
      <h3 id="current">{t('desk.today.at_your_counter', { number })}</h3>
      <p>
        {t(`outlets.service.${visit.service}`)}
        {visit.model ? ` · ${whatText(page, visit)}` : ''} · {spellCode(code)}
        <span className="desk-muted"> · {t('desk.today.has_waited', { minutes: waited })}</span>
      </p>
      <div className="desk-row">
        <a
          className="btn btn-primary"
          id="take-in"
          href={`/desk/intake/?${new URLSearchParams({ code, outlet })}`}
          data-key="i"
          aria-keyshortcuts="i"
        >
          {t('desk.today.take_in')}
          <Key hint="i" />
        </a>
        <StepButton
          {...step}
          back={{ outlet, visit: code }}
          action="call"
          label={t('desk.today.recall')}
          hotkey="r"
        />
        <StepButton {...step} action="skip" label={t('desk.today.skip')} hotkey="s" />
        <StepButton {...step} action="leave" label={t('desk.today.leave')} hotkey="l" />
      </div>
      <NothingReceived page={page} visit={visit} />
    </section>
  )
}
