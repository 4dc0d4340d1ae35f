import { isFaultCode } from '#domain/repairs/catalogue.ts'
import { ReportSection } from '#functions/repairs/views/report-section.tsx'
import { paidText } from './facts-part.tsx'
import { asStatusPage, at, type RepairPage } from './repair-page.ts'
import { type SheetFact, SheetFacts, SheetHead, Signatures } from './sheet-parts.tsx'
import { statusText } from './status-text.ts'

type Props = { readonly page: RepairPage }

/** What a record of a repair must say: who, which device, in, out, what was reported. */
function recordFacts(page: RepairPage): readonly SheetFact[] {
  const { t, shown, locale } = page
  const { repair, personal, home } = shown
  const { faultCode, receivedAt, readyAt, closedAt } = repair
  return [
    [t('desk.repair.sheet.customer'), personal?.contact.name],
    [t('desk.repair.field.imeis'), personal?.device.imeis?.join(', ')],
    [t('desk.repair.field.serial'), personal?.device.serial],
    [t('desk.repair.sheet.outlet'), `${home.name[locale]}, ${home.address[locale]}`],
    [t('desk.repair.sheet.outlet_phone'), home.phones[0]?.display],
    [t('desk.repair.sheet.in'), receivedAt === null ? null : at(page, receivedAt)],
    [
      t('desk.repair.field.fault'),
      isFaultCode(faultCode) ? t(`repairs.finding.${faultCode}`) : faultCode,
    ],
    [t('desk.repair.words.fault'), personal?.words['fault']],
    [t('desk.repair.sheet.ready'), readyAt === null ? null : at(page, readyAt)],
    [t('desk.repair.sheet.out'), closedAt === null ? null : at(page, closedAt)],
    [t('desk.repair.sheet.status'), statusText(t, repair)],
    [t('desk.repair.fact.paid'), paidText(page)],
  ]
}

/** The repair report on paper: the record that the customer takes home. */
export function ReportView({ page }: Props) {
  const { t, locale, shown } = page
  const isTested = shown.repair.ending === 'collected'
  return (
    <article className="desk-sheet" lang={locale}>
      <SheetHead page={page} title={t('desk.repair.report')} />
      <SheetFacts facts={recordFacts(page)} />
      <ReportSection page={asStatusPage(page)} />
      {isTested ? <p>{t('desk.repair.sheet.tested')}</p> : null}
      <Signatures
        names={[t('desk.repair.sheet.for_outlet'), t('desk.repair.sheet.for_customer')]}
      />
    </article>
  )
}
