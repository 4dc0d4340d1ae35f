import { defaultOwner } from '#domain/complaints/complaint-actor.ts'
import { complaintFieldsOf, type StaffComplaintStep } from '#domain/complaints/complaint-fields.ts'
import { nextHand } from '#domain/complaints/next-hand.ts'
import { spellCode } from '#domain/identifiers/crockford.ts'
import { ClocksPart, CustomerPart, FactsPart } from './about-parts.tsx'
import {
  addressOf,
  at,
  type ComplaintPage,
  isDetour,
  nameOf,
  stepsOf,
  type TriedStep,
} from './complaint-page.ts'
import { EventTable } from './event-table.tsx'
import { ReportPart, TriesPart } from './report-part.tsx'
import { dueText, statusText } from './status-text.ts'
import { fieldLabel, StepForm, typedText } from './step-form.tsx'

type Props = { readonly page: ComplaintPage }

/** Which complaint, where it stands, and what is due. */
function Head({ page }: Props) {
  const { t, shown } = page
  const { complaint } = shown
  const due = dueText(page, complaint)
  return (
    <header className="desk-repair-head" data-status={complaint.status}>
      <p className="desk-row">
        <strong className="desk-code" translate="no">
          {spellCode(complaint.code)}
        </strong>
        {complaint.urgent && complaint.status !== 'closed' ? (
          <span className="late">{t(`desk.complaints.urgent.${complaint.urgent}`)}</span>
        ) : null}
      </p>
      <h1>{statusText(t, complaint)}</h1>
      <p className={due.isLate ? 'late' : 'desk-muted'}>{due.text}</p>
      {complaint.alarmedAt !== null && complaint.status !== 'closed' ? (
        <p className="desk-alarm">
          {t('desk.complaints.alarm', { time: at(page, complaint.alarmedAt) })}
        </p>
      ) : null}
    </header>
  )
}

/** What was typed for a step that can't be taken any more, so that nothing is lost. */
function WhatWasTyped({ page, tried }: Props & { readonly tried: TriedStep }) {
  const { t, shown } = page
  const { step } = tried
  const rows = complaintFieldsOf(step, shown.complaint)
    .map((field) => ({ field, text: typedText({ page, step, field }) }))
    .filter(({ text }) => text !== '')
  if (rows.length === 0) return null
  return (
    <>
      <p>{t('desk.complaints.typed')}</p>
      <dl className="facts facts-tight">
        {rows.map(({ field, text }) => (
          <div key={field.name}>
            <dt>{fieldLabel(t, field.name)}</dt>
            <dd className="complaint-words">{text}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function TriedNotice({ page, tried }: Props & { readonly tried: TriedStep }) {
  const { t, shown } = page
  const { refusal, step, seen } = tried
  const since = shown.events.filter(({ version }) => version > seen)
  return (
    <div className="desk-alarm desk-notice" role="alert" tabIndex={-1} data-refusal={refusal ?? ''}>
      <p>
        {refusal === null
          ? t('desk.complaints.look_again')
          : t('desk.complaints.not_done', {
              step: t(`desk.complaints.do.${step}`),
              why: t(`problems.${refusal}.title`),
            })}
      </p>
      {refusal && refusal !== 'stale' ? <p>{t(`problems.${refusal}.detail`)}</p> : null}
      {refusal && since.length > 0 ? (
        <>
          <p>{t('desk.complaints.meanwhile')}</p>
          <EventTable page={page} events={since} />
        </>
      ) : null}
      {refusal === null ? null : stepsOf(page).includes(step) ? (
        <p>{t('desk.complaints.send_again')}</p>
      ) : (
        <WhatWasTyped page={page} tried={tried} />
      )}
    </div>
  )
}

function Notices({ page }: Props) {
  const { tried, done, t } = page
  if (tried) return <TriedNotice page={page} tried={tried} />
  if (!done) return null
  const text =
    done === 'register'
      ? t('desk.complaints.registered')
      : t('desk.complaints.done', { step: t(`desk.complaints.do.${done}`) })
  return (
    <p className="desk-done" role="status">
      {text}
    </p>
  )
}

function Other({ page, step }: Props & { readonly step: StaffComplaintStep }) {
  return (
    <details className="desk-step" id={`step-${step}`} open={page.tried?.step === step}>
      <summary>{page.t(`desk.complaints.do.${step}`)}</summary>
      <StepForm page={page} step={step} />
    </details>
  )
}

/** Whose turn it is, for whoever has nothing to do. */
function WhoIsNext({ page }: Props) {
  const { t, shown } = page
  const { complaint } = shown
  const hand = nextHand(complaint)
  if (hand === null) return null
  const role = defaultOwner(complaint)
  const owner = complaint.owner
    ? nameOf(page, complaint.owner)
    : role && t(`desk.role.${role as 'hq_quality'}`)
  const outlet = complaint.assignedTo ?? ''
  return <p>{t(`desk.complaints.then.${hand}`, { owner: owner ?? '', outlet })}</p>
}

/** What is to be done now, with its form open; then everything else that may be done. */
function StepsPart({ page }: Props) {
  const { t, tried } = page
  const steps = stepsOf(page)
  // What was tried goes on where it was left.
  const first = steps.find((step) => step === tried?.step) ?? steps.find((step) => !isDetour(step))
  const rest = steps.filter((step) => step !== first)
  return (
    <section className="desk-next" aria-labelledby="next">
      <h2 id="next">
        {first
          ? t('desk.complaints.next', { step: t(`desk.complaints.do.${first}`) })
          : t('desk.complaints.next.none')}
      </h2>
      {first ? null : <WhoIsNext page={page} />}
      <ReportPart page={page} />
      <TriesPart page={page} />
      {first ? <StepForm page={page} step={first} isNext /> : null}
      {rest.length > 0 ? (
        <div className="desk-steps">
          <h3>{t('desk.complaints.others')}</h3>
          {rest.map((step) => (
            <Other key={step} page={page} step={step} />
          ))}
        </div>
      ) : null}
    </section>
  )
}

/** A complaint at the desk: what is to be done now, then everything there is to know. */
export function ComplaintView({ page }: Props) {
  const { t, shown } = page
  return (
    <div className="desk-repair" data-complaint={addressOf(shown.complaint.code)}>
      <Head page={page} />
      <Notices page={page} />
      <div className="desk-repair-columns">
        <StepsPart page={page} />
        <div className="desk-repair-side">
          <FactsPart page={page} />
          <CustomerPart page={page} />
          <ClocksPart page={page} />
        </div>
        <div className="desk-repair-more">
          <section className="desk-part" aria-labelledby="timeline">
            <h2 id="timeline">{t('desk.complaints.timeline')}</h2>
            <EventTable page={page} events={shown.events.toReversed()} />
          </section>
        </div>
      </div>
    </div>
  )
}
