import { isFaultCode } from '#domain/repairs/catalogue.ts'
import type { Barrier, Repair } from '#domain/repairs/repair.ts'
import { formatPrice } from '#i18n/format-price.ts'
import { type Translate, translator } from '#i18n/translate.ts'
import { guaranteeEndsAt, reportFacts } from './report-facts.ts'
import { onDayOfYear, type StatusPage } from './status-page.ts'

type Fact = readonly [term: string, value: string]

/** Words as a list that stands for itself: `Touch, calls`. */
function listed(locale: StatusPage['locale'], words: readonly string[]): string {
  const type = locale === 'en' ? 'unit' : 'conjunction'
  const list = new Intl.ListFormat(locale, { type, style: 'short' }).format(words)
  return list.charAt(0).toUpperCase() + list.slice(1)
}

/** What was found, in words; null where nothing was, or a code has none. */
export function findingText({ finding }: Repair, t: Translate): string | null {
  const code = finding?.faultCode
  return code !== undefined && isFaultCode(code) ? t(`repairs.finding.${code}`) : null
}

function findings({ repair }: StatusPage, t: Translate): readonly Fact[] {
  const { outcome, coverage, finding } = repair
  const found = findingText(repair, t)
  const barrier: Barrier | null = outcome === 'returned_unrepaired' ? repair.barrier : null
  const isServed = outcome === 'repaired' || outcome === 'exchanged'
  const covered = isServed ? (finding?.coverage ?? coverage) : null
  return [
    ...(found ? [[t('repairs.report.finding'), found] as const] : []),
    ...(barrier ? [[t('repairs.report.barrier'), t(`repairs.barrier.${barrier}`)] as const] : []),
    ...(covered ? [[t('repairs.report.coverage'), t(`repairs.coverage.${covered}`)] as const] : []),
  ]
}

function work({ locale, events, repair }: StatusPage, t: Translate): readonly Fact[] {
  if (repair.outcome !== 'repaired') return []
  const { work: done, parts, oldPart, tests } = reportFacts(events)
  const names = (words: readonly string[]) => listed(locale, words)
  return [
    ...(done ? [[t('repairs.report.work'), t(`repairs.work.${done}`)] as const] : []),
    ...(parts.length > 0
      ? [
          [
            t('repairs.report.parts'),
            names(parts.map((part) => t(`repairs.part.${part}`))),
          ] as const,
        ]
      : []),
    ...(oldPart
      ? [[t('repairs.report.old_part'), t(`repairs.report.old_part.${oldPart}`)] as const]
      : []),
    ...(tests.length > 0
      ? [
          [
            t('repairs.report.tests'),
            names(tests.map((test) => t(`repairs.test.${test}`))),
          ] as const,
        ]
      : []),
  ]
}

function endings(page: StatusPage, t: Translate): readonly Fact[] {
  const { locale, repair } = page
  const { amountDue, closedAt } = repair
  const guaranteed = guaranteeEndsAt(repair)
  const isPaid = closedAt !== null && amountDue !== null && amountDue.amountMinor > 0
  return [
    ...(isPaid
      ? [
          [
            t('repairs.report.price'),
            formatPrice(locale, amountDue.amountMinor, amountDue.currency),
          ] as const,
        ]
      : []),
    ...(guaranteed === null
      ? []
      : [
          [
            t('repairs.report.guarantee'),
            t('repairs.report.guarantee_text', { date: onDayOfYear(page, guaranteed) }),
          ] as const,
        ]),
  ]
}

/** What was found and done, once there is an outcome: the repair record that the customer keeps. */
export function ReportSection({ page }: { readonly page: StatusPage }) {
  const t = translator(page.locale)
  if (page.repair.outcome === null) return null
  const facts = [...findings(page, t), ...work(page, t), ...endings(page, t)]
  if (facts.length === 0) return null
  return (
    <section aria-labelledby="report">
      <h2 id="report">{t('repairs.report.title')}</h2>
      <dl className="facts">
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
