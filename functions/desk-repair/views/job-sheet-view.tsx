import { isFaultCode } from '#domain/repairs/catalogue.ts'
import { formatPrice } from '#i18n/format-price.ts'
import { at, choicesHere, nameOf, type RepairPage } from './repair-page.ts'
import { type SheetFact, SheetFacts, SheetHead, Signatures } from './sheet-parts.tsx'
import { statusText } from './status-text.ts'
import { wordOf } from './words.ts'

type Props = { readonly page: RepairPage }

/** What stood in the receipt: as the phone came in. */
function intakeFacts(page: RepairPage): readonly SheetFact[] {
  const { t, shown } = page
  const received = shown.events.findLast(({ type }) => type === 'repair.received')?.data ?? {}
  const words = (list: 'conditions' | 'accessories', codes: unknown): string | null =>
    Array.isArray(codes) && codes.length > 0
      ? codes
          .map((code) => wordOf(list, String(code), choicesHere(page)))
          .join(t('desk.repair.and'))
      : null
  return [
    [t('desk.repair.field.condition'), words('conditions', received['condition'])],
    [t('desk.repair.field.accessories'), words('accessories', received['accessories'])],
  ]
}

function jobFacts(page: RepairPage): readonly SheetFact[] {
  const { t, shown, locale } = page
  const { repair, job, personal } = shown
  const { faultCode, promise, coverage, finding, agreed, ceiling } = repair
  const covered = finding?.coverage ?? coverage
  const price = (minor: number, currency: string | null) =>
    currency ? formatPrice(locale, minor, currency) : null
  return [
    [t('desk.repair.sheet.status'), statusText(t, repair)],
    [
      t('desk.repair.field.fault'),
      isFaultCode(faultCode) ? t(`repairs.finding.${faultCode}`) : faultCode,
    ],
    [t('desk.repair.words.fault'), personal?.words['fault']],
    [t('desk.repair.field.imeis'), personal?.device.imeis?.join(', ')],
    [t('desk.repair.field.serial'), personal?.device.serial],
    ...intakeFacts(page),
    [
      t('desk.repair.field.finding'),
      finding && wordOf('faults', finding.faultCode, choicesHere(page)),
    ],
    [t('desk.repair.field.coverage'), covered && t(`desk.repair.coverage.${covered}`)],
    [t('desk.repair.fact.agreed'), agreed && price(agreed.totalMinor, agreed.currency)],
    [t('desk.repair.field.ceiling'), ceiling && price(ceiling.amountMinor, ceiling.currency)],
    [t('desk.repair.field.promised_at'), promise && at(page, promise.currentAt)],
    [t('desk.repair.field.shelf'), job.shelf],
    [t('desk.repair.sheet.job_of'), job.assignedTo && nameOf(page, job.assignedTo)],
  ]
}

/** What lies beside the phone on the bench: the job, without whom it belongs to. */
export function JobSheetView({ page }: Props) {
  const { t, shown } = page
  return (
    <article className="desk-sheet">
      <SheetHead page={page} title={t('desk.repair.job_sheet')} />
      <SheetFacts facts={jobFacts(page)} />
      {shown.notes.length > 0 ? (
        <section>
          <h2>{t('desk.repair.notes')}</h2>
          <ul className="desk-list">
            {shown.notes.map(({ id, at: written, words }) => (
              <li key={id}>
                <span className="desk-muted">{at(page, written)}</span>
                <div className="desk-words">{words}</div>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <Signatures names={[t('desk.repair.sheet.done_by'), t('desk.repair.sheet.checked_by')]} />
    </article>
  )
}
