import { RepairLine } from '#components/repairs/repair-line.tsx'
import { spellCode } from '#domain/identifiers/crockford.ts'
import { lineStops } from '#functions/repairs/views/line-stops.ts'
import { sentenceOf } from '#functions/repairs/views/sentence.ts'
import { modelName } from '#functions/repairs/views/status-page.ts'
import { AskPart } from './ask-part.tsx'
import { ClocksPart } from './clocks-part.tsx'
import { CustomerPart } from './customer-part.tsx'
import { DevicePart } from './device-part.tsx'
import { FactsPart } from './facts-part.tsx'
import { HistoryPart } from './history-part.tsx'
import { JobPart } from './job-part.tsx'
import { NotesPart } from './notes-part.tsx'
import { Notices } from './notices.tsx'
import { PhotosPart } from './photos-part.tsx'
import { addressOf, asStatusPage, type RepairPage } from './repair-page.ts'
import { statusText } from './status-text.ts'
import { StepsPart } from './steps-part.tsx'

type Props = { readonly page: RepairPage }

/** Which repair, where it stands, and what its customer reads. */
function Head({ page }: Props) {
  const { t, shown } = page
  const { repair } = shown
  const status = asStatusPage(page)
  return (
    <header className="desk-repair-head" data-status={repair.status}>
      <p className="desk-row">
        <strong className="desk-code" translate="no">
          {spellCode(repair.code)}
        </strong>
        <span>{modelName(status)}</span>
        {repair.repeatOf ? <span className="late">{t('desk.repair.repeat')}</span> : null}
        {shown.home.tags.includes('demo') ? (
          <span className="desk-muted">{t('repairs.demo')}</span>
        ) : null}
        <span className="desk-row desk-print-links">
          <a href={`${addressOf(repair.code)}job-sheet/`}>{t('desk.repair.job_sheet')}</a>
          {repair.outcome ? (
            <a href={`${addressOf(repair.code)}report/`}>{t('desk.repair.report')}</a>
          ) : null}
        </span>
      </p>
      <h1>{statusText(t, repair)}</h1>
      <p className="desk-muted">
        {t('desk.repair.customer_reads', { sentence: sentenceOf(status) })}
      </p>
    </header>
  )
}

/** Stations that the public line says to its customer. */
const OWN_STATIONS = ['awaiting_decision', 'in_transit_out', 'abandoned'] as const

function LinePart({ page }: Props) {
  const { t, locale } = page
  const stops = lineStops(asStatusPage(page)).map((stop) => {
    const own = OWN_STATIONS.find((key) => key === stop.key)
    return own ? { ...stop, name: t(`desk.repair.station.${own}`) } : stop
  })
  return (
    <section className="desk-part" aria-labelledby="line">
      <h2 id="line">{t('desk.repair.line')}</h2>
      <RepairLine locale={locale} stops={stops} />
    </section>
  )
}

/** A repair at the desk: what is to be done now, then everything there is to know. */
export function RepairView({ page }: Props) {
  return (
    <div className="desk-repair">
      <Head page={page} />
      <Notices page={page} />
      <div className="desk-repair-columns">
        <StepsPart page={page} />
        <div className="desk-repair-side">
          <FactsPart page={page} />
          <AskPart page={page} />
          <CustomerPart page={page} />
          <JobPart page={page} />
          <ClocksPart page={page} />
          <LinePart page={page} />
        </div>
        <div className="desk-repair-more">
          <NotesPart page={page} />
          <PhotosPart page={page} />
          <DevicePart page={page} />
          <HistoryPart page={page} />
        </div>
      </div>
    </div>
  )
}
