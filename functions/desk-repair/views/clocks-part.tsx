import { customerClock, workshopTime } from '#domain/repairs/clock.ts'
import { chargedTo, ledgerOf } from '#domain/repairs/ledger.ts'
import { HOLDERS } from '#domain/repairs/repair.ts'
import { durationText } from '#functions/repairs/views/duration-text.ts'
import type { RepairPage } from './repair-page.ts'

/** How long the customer has waited, how long the workshop had it, and who held it for how long. */
export function ClocksPart({ page }: { readonly page: RepairPage }) {
  const { t, locale, now, shown } = page
  const { repair, events } = shown
  const customer = customerClock(repair, now)
  const workshop = repair.wayIn === 'mail_in' ? workshopTime(repair, now) : null
  const charged = chargedTo(ledgerOf(events, now))
  const held = HOLDERS.filter((holder) => charged[holder] > 0)
  if (!customer && held.length === 0) return null
  return (
    <section className="desk-part" aria-labelledby="clocks">
      <h2 id="clocks">{t('desk.repair.clocks')}</h2>
      <dl className="facts facts-tight">
        {customer ? (
          <div>
            <dt>{t('desk.repair.clock.customer')}</dt>
            <dd>
              <strong>{durationText(locale, customer.elapsedMs)}</strong>{' '}
              {t(customer.isRunning ? 'desk.repair.clock.running' : 'desk.repair.clock.stopped')}
            </dd>
          </div>
        ) : null}
        {workshop ? (
          <div>
            <dt>{t('desk.repair.clock.workshop')}</dt>
            <dd>{durationText(locale, workshop.elapsedMs)}</dd>
          </div>
        ) : null}
        {held.map((holder) => (
          <div key={holder}>
            <dt>{t('desk.repair.clock.held_by', { holder: t(`desk.repair.holder.${holder}`) })}</dt>
            <dd>{durationText(locale, charged[holder])}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
