import { spellCode } from '#domain/identifiers/crockford.ts'
import { isFaultCode } from '#domain/repairs/catalogue.ts'
import { isAtHome } from '#domain/repairs/from-conditions.ts'
import type { Money, Parcel } from '#domain/repairs/repair.ts'
import { DAY_MS } from '#domain/repairs/spans.ts'
import { CLASSIFIED_DAYS } from '#domain/repeats/repeat.ts'
import { holdsAnywhere } from '#domain/staff/permissions.ts'
import { datedFacts } from '#functions/repairs/views/dated-facts.ts'
import { formatPrice } from '#i18n/format-price.ts'
import { addressOf, asStatusPage, choicesHere, type RepairPage } from './repair-page.ts'
import { wordOf } from './words.ts'

type Props = { readonly page: RepairPage }
type Fact = readonly [term: string, value: string]

const priced = ({ locale }: RepairPage, { amountMinor, currency }: Money): string =>
  formatPrice(locale, amountMinor, currency)

const parcelText = (page: RepairPage, { courier, tracking }: Parcel): string =>
  [courier && wordOf('couriers', courier, choicesHere(page)), tracking].filter(Boolean).join(' ')

function faultFacts(page: RepairPage): readonly Fact[] {
  const { t, shown } = page
  const { faultCode, finding, coverage } = shown.repair
  const covered = finding?.coverage ?? coverage
  const found = finding?.faultCode
  return [
    ...(isFaultCode(faultCode)
      ? [[t('desk.repair.field.fault'), t(`repairs.finding.${faultCode}`)] as const]
      : []),
    ...(found
      ? [[t('desk.repair.field.finding'), wordOf('faults', found, choicesHere(page))] as const]
      : []),
    ...(covered
      ? [[t('desk.repair.field.coverage'), t(`desk.repair.coverage.${covered}`)] as const]
      : []),
    ...(shown.repair.barrier
      ? [[t('desk.repair.field.barrier'), t(`repairs.barrier.${shown.repair.barrier}`)] as const]
      : []),
  ]
}

function moneyFacts(page: RepairPage): readonly Fact[] {
  const { t, shown } = page
  const { ceiling, agreed, amountDue, paid } = shown.repair
  return [
    ...(ceiling ? [[t('desk.repair.field.ceiling'), priced(page, ceiling)] as const] : []),
    ...(agreed?.currency
      ? [
          [
            t('desk.repair.fact.agreed'),
            priced(page, { amountMinor: agreed.totalMinor, currency: agreed.currency }),
          ] as const,
        ]
      : []),
    ...(amountDue ? [[t('desk.repair.fact.due'), priced(page, amountDue)] as const] : []),
    ...(paid ? [[t('desk.repair.fact.paid'), paidText(page)] as const] : []),
  ]
}

/** How the sum was paid, with the invoice's number; '' = not yet. */
export function paidText(page: RepairPage): string {
  const { paid } = page.shown.repair
  return paid ? [paidWord(page, paid.how), paid.invoice].filter(Boolean).join(' · ') : ''
}

const paidWord = (page: RepairPage, how: string): string =>
  how === 'nothing_due'
    ? page.t('desk.repair.nothing_due')
    : wordOf('payments', how, choicesHere(page))

function wayFacts(page: RepairPage): readonly Fact[] {
  const { t, shown } = page
  const { wayIn, wayBack, parcelIn, parcelOut } = shown.repair
  const ways = t('desk.repair.fact.ways_text', {
    in: t(`desk.repair.way_in.${wayIn}`),
    back: t(`desk.repair.way_back.${wayBack}`),
  })
  return [
    [t('desk.repair.fact.ways'), ways],
    ...(parcelIn ? [[t('desk.repair.fact.parcel_in'), parcelText(page, parcelIn)] as const] : []),
    ...(parcelOut
      ? [[t('desk.repair.fact.parcel_out'), parcelText(page, parcelOut)] as const]
      : []),
  ]
}

const Times = ({ page }: Props) => (
  <>
    {datedFacts(asStatusPage(page)).map(({ term, value, notes, late }) => (
      <div key={term}>
        <dt>{term}</dt>
        <dd>
          {value}
          {notes.map((note) => (
            <div key={note} className="desk-muted">
              {note}
            </div>
          ))}
          {late ? <div className="late">{late}</div> : null}
        </dd>
      </div>
    ))}
  </>
)

function Places({ page }: Props) {
  const { t, shown, locale } = page
  const { repair, outlet, home } = shown
  return (
    <>
      <div>
        <dt>{t('desk.repair.fact.at')}</dt>
        <dd>
          {outlet.name[locale]} <span className="desk-muted">{outlet.code}</span>
        </dd>
      </div>
      {isAtHome(repair) ? null : (
        <div>
          <dt>{t('desk.repair.fact.home')}</dt>
          <dd>
            {home.name[locale]} <span className="desk-muted">{home.code}</span>
          </dd>
        </div>
      )}
    </>
  )
}

/** Where it is said whose fault a return is. */
function WhyBack({ page: { t, shown, staff } }: Props) {
  const { code, figures } = shown.repair
  const isSoon = (figures?.repeat?.afterMs ?? Infinity) <= CLASSIFIED_DAYS * DAY_MS
  if (!isSoon || !holdsAnywhere(staff, 'repeat.see')) return null
  return (
    <>
      {' · '}
      <a href={`/desk/repeats/${code}/`}>{t('desk.repeats.one')}</a>
    </>
  )
}

/** When, where, what was found, and what it costs. */
export function FactsPart({ page }: Props) {
  const { t, shown } = page
  const { repeatOf, isOneHourListed } = shown.repair
  const facts = [...faultFacts(page), ...moneyFacts(page), ...wayFacts(page)]
  return (
    <section className="desk-part" aria-labelledby="facts">
      <h2 id="facts">{t('desk.repair.facts')}</h2>
      <dl className="facts facts-tight">
        <Times page={page} />
        <Places page={page} />
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {repeatOf ? (
          <div>
            <dt>{t('desk.repair.fact.repeat_of')}</dt>
            <dd>
              <a href={addressOf(repeatOf)}>{spellCode(repeatOf)}</a>
              <WhyBack page={page} />
            </dd>
          </div>
        ) : null}
      </dl>
      {isOneHourListed ? <p>{t('desk.repair.one_hour')}</p> : null}
    </section>
  )
}
