import { customerClock } from '#domain/repairs/clock.ts'
import { holderOf } from '#domain/repairs/holder.ts'
import { chargedTo, ledgerOf } from '#domain/repairs/ledger.ts'
import { HOLDERS, type Holder } from '#domain/repairs/repair.ts'
import { localePath } from '#i18n/locale.ts'
import { type Translate, translator } from '#i18n/translate.ts'
import { type DatedFact, datedFacts } from './dated-facts.ts'
import { durationText } from './duration-text.ts'
import type { StatusPage } from './status-page.ts'
import { timeText } from './when.ts'

type Props = { readonly page: StatusPage }

/** A date, what was told before it, and whether it is late. */
function Dated({ fact }: { readonly fact: DatedFact }) {
  const { term, value, notes, late } = fact
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        {value}
        {notes.map((note) => (
          <p key={note} className="text-muted">
            {note}
          </p>
        ))}
        {late ? <p className="late">{late}</p> : null}
      </dd>
    </div>
  )
}

function holderName({ repair }: StatusPage, t: Translate): string | null {
  const holder = holderOf(repair)
  return holder === 'nobody' ? null : t(`repairs.holder.${holder}`)
}

type Fact = readonly [term: string, value: string]

function plainFacts(page: StatusPage, t: Translate): readonly Fact[] {
  const { locale, repair, booking, home } = page
  const { status } = repair
  const visit = status === 'requested' ? (booking?.startsAt ?? repair.visitAt) : null
  const holder = status === 'closed' ? null : holderName(page, t)
  return [
    ...(visit === null
      ? []
      : [[t('repairs.fact.visit'), timeText(locale, home.zone, visit)] as const]),
    ...(holder ? [[t('repairs.fact.turn'), holder] as const] : []),
  ]
}

function OutletFact({ page, place }: Props & { readonly place: 'outlet' | 'home' }) {
  const { locale } = page
  const { code, name } = page[place]
  const t = translator(locale)
  return (
    <div>
      <dt>{t(`repairs.fact.${place}`)}</dt>
      <dd>
        <a href={localePath(locale, `/outlets/${code.toLowerCase()}/`)}>{name[locale]}</a>
      </dd>
    </div>
  )
}

/** Whose turn it is, what is promised, and where the phone is. */
export function FactsSection({ page }: Props) {
  const t = translator(page.locale)
  return (
    <section aria-labelledby="times">
      <h2 id="times">{t('repairs.fact.title')}</h2>
      <dl className="facts">
        {plainFacts(page, t).map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {datedFacts(page).map((fact) => (
          <Dated key={fact.term} fact={fact} />
        ))}
        <OutletFact page={page} place="outlet" />
        {page.home.code === page.outlet.code ? null : <OutletFact page={page} place="home" />}
      </dl>
    </section>
  )
}

type Share = readonly [holder: Exclude<Holder, 'nobody'>, elapsedMs: number]

/** Who had how much of the customer's time: the ledger, cut to the clock's span. */
function sharesOf({ events, now }: StatusPage, from: number, to: number): readonly Share[] {
  const within = ledgerOf(events, now)
    .map((part) => ({ ...part, from: Math.max(part.from, from), to: Math.min(part.to, to) }))
    .filter((part) => part.to > part.from)
  const charged = chargedTo(within)
  return HOLDERS.filter((holder) => holder !== 'nobody')
    .map((holder): Share => [holder, charged[holder]])
    .filter(([, elapsedMs]) => elapsedMs > 0)
}

/** How long it has taken, and with whom: no pause hides a wait. */
export function ClockSection({ page }: Props) {
  const { locale, repair, now } = page
  const t = translator(locale)
  const clock = customerClock(repair, now)
  if (!clock) return null
  const total = durationText(locale, clock.elapsedMs)
  return (
    <section aria-labelledby="clock">
      <h2 id="clock">{t('repairs.clock.title')}</h2>
      <p className="clock-total">
        {t(clock.isRunning ? 'repairs.clock.running' : 'repairs.clock.stopped', { time: total })}
      </p>
      <dl className="facts">
        {sharesOf(page, clock.from, clock.to).map(([holder, elapsedMs]) => (
          <div key={holder}>
            <dt>{t(`repairs.clock.with_${holder}`)}</dt>
            <dd>{durationText(locale, elapsedMs)}</dd>
          </div>
        ))}
      </dl>
      <p className="text-muted">{t('repairs.clock.note')}</p>
    </section>
  )
}
