import { CodeSquare } from '#components/bookings/code-square.tsx'
import { spellCode } from '#domain/identifiers/crockford.ts'
import { modelName } from '#functions/repairs/views/status-page.ts'
import { addressOf, asStatusPage, type RepairPage } from './repair-page.ts'

type Props = { readonly page: RepairPage }
export type SheetFact = readonly [term: string, value: string | null | undefined]

/** What a sheet says, term by term; what nobody knows leaves no line. */
export const SheetFacts = ({ facts }: { readonly facts: readonly SheetFact[] }) => (
  <dl className="facts facts-tight desk-sheet-facts">
    {facts.map(([term, value]) =>
      value ? (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ) : null,
    )}
  </dl>
)

/** The head of a printed sheet: scanning its square opens the repair. */
export function SheetHead({ page, title }: Props & { readonly title: string }) {
  const { t, shown, locale } = page
  const { code } = shown.repair
  return (
    <header className="desk-sheet-head">
      <div>
        <p className="desk-row desk-print-tools">
          <a href={addressOf(code)}>{t('desk.repair.sheet.back')}</a>
          <span className="desk-muted">{t('desk.repair.sheet.print')}</span>
        </p>
        <h1>{title}</h1>
        <p className="desk-code" translate="no">
          {spellCode(code)}
        </p>
        <p>{modelName(asStatusPage(page))}</p>
        <p>
          {shown.outlet.name[locale]} · {shown.outlet.code}
        </p>
      </div>
      <CodeSquare text={code} label={t('desk.repair.sheet.square')} />
    </header>
  )
}

/** Lines to sign on. */
export const Signatures = ({ names }: { readonly names: readonly string[] }) => (
  <div className="desk-signatures">
    {names.map((name) => (
      <p key={name}>{name}</p>
    ))}
  </div>
)
