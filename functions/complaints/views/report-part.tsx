import { currentRound } from '#domain/complaints/complaint.ts'
import { type ComplaintPage, isDetour, stepsOf } from './complaint-page.ts'
import { fieldLabel } from './step-form.tsx'

type Props = { readonly page: ComplaintPage }

/** What the outlet reported, beside whoever verifies it or answers by it: nobody judges by what lies elsewhere. */
export function ReportPart({ page }: Props) {
  const { t, shown } = page
  const { complaint, events, personal } = shown
  const { report, status } = complaint
  const reported = events.findLast(({ type }) => type === 'complaint.reported')
  if (!report || !reported || (status !== 'reported' && status !== 'verified')) return null
  const said = (key: string) => personal?.words[`${key}.${reported.version}`] ?? ''
  const rows = [
    ['statement', said('statement')],
    ['happened', said('happened')],
    ['cause', t(`desk.complaints.cause.${report.cause}`)],
    ['remedy', t(`complaints.remedy.${report.remedy}`)],
  ].filter(([, text]) => text)
  return (
    <section aria-labelledby="report">
      <h3 id="report">{t('desk.complaints.clock.report')}</h3>
      <dl className="facts facts-tight">
        {rows.map(([key = '', text]) => (
          <div key={key}>
            <dt>{fieldLabel(t, key)}</dt>
            <dd className="complaint-words">{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** How often the customer was tried, for whoever tries next. */
export function TriesPart({ page }: Props) {
  const { t, shown } = page
  const { tries } = currentRound(shown.complaint)
  const isNext = stepsOf(page).find((step) => !isDetour(step)) === 'contact'
  return isNext && tries > 0 ? (
    <p className="desk-muted">{t('desk.complaints.tries', { tries })}</p>
  ) : null
}
