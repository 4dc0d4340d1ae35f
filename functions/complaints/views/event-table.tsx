import type { ComplaintEvent } from '#domain/complaints/complaint-event.ts'
import { spellCode } from '#domain/identifiers/crockford.ts'
import { at, type ComplaintPage, eventText, nameOf } from './complaint-page.ts'
import { fieldLabel } from './step-form.tsx'

type Props = { readonly page: ComplaintPage }

/** Recorded so much later it was a late entry. */
const LATE_MS = 60_000

/** What was said with an event: `answer.7` belongs to the seventh. */
function wordsAt(
  { shown }: ComplaintPage,
  version: number,
): readonly (readonly [string, string])[] {
  const ending = `.${version}`
  return Object.entries(shown.personal?.words ?? {}).flatMap(([key, text]) =>
    key.endsWith(ending) ? [[key.slice(0, -ending.length), text] as const] : [],
  )
}

const outletText = ({ shown, locale }: ComplaintPage, code: string): string =>
  shown.outlet?.code === code ? `${shown.outlet.name[locale]} · ${code}` : code

/** The codes that an event brought, in words. */
function codesOf(page: ComplaintPage, { data, type }: ComplaintEvent): readonly string[] {
  const { t, shown } = page
  const { set, level, owner, outlet } = data
  const moved = type === 'complaint.dispatched' || type === 'complaint.escalated'
  return [
    ...(moved && level ? [t(`desk.complaints.level.${level}`)] : []),
    ...(owner && (moved || type === 'complaint.redirected')
      ? [shown.names.get(owner) ?? owner]
      : []),
    ...(type === 'complaint.assigned' && outlet ? [outletText(page, outlet)] : []),
    ...(set.report
      ? [
          t(`desk.complaints.cause.${set.report.cause}`),
          t(`complaints.remedy.${set.report.remedy}`),
        ]
      : []),
    ...(set.answer
      ? [
          t(`desk.complaints.verdict.${set.answer.verdict}`),
          t(`complaints.remedy.${set.answer.remedy}`),
        ]
      : []),
    ...(set.mergedInto ? [spellCode(set.mergedInto)] : []),
  ]
}

function Row({ page, event }: Props & { readonly event: ComplaintEvent }) {
  const { t, shown } = page
  const recordedAt = shown.recordedAt.get(event.version) ?? event.happenedAt
  return (
    <tr>
      <td className="whitespace-nowrap">{at(page, event.happenedAt)}</td>
      <td>
        <strong>{eventText(t, event)}</strong>
        {codesOf(page, event).map((text) => (
          <div key={text}>{text}</div>
        ))}
        {wordsAt(page, event.version).map(([key, text]) => (
          <div key={key} className="complaint-words">
            <span className="desk-muted">{fieldLabel(t, key)}</span> {text}
          </div>
        ))}
        {recordedAt - event.happenedAt > LATE_MS ? (
          <div className="desk-muted">
            {t('desk.complaints.entered_later', { time: at(page, recordedAt) })}
          </div>
        ) : null}
      </td>
      <td className="desk-by">{nameOf(page, event.data.by)}</td>
    </tr>
  )
}

/** Some events, with who did what when, and what was said. */
export function EventTable({
  page,
  events,
}: Props & { readonly events: readonly ComplaintEvent[] }) {
  const { t } = page
  return (
    <table className="desk-table desk-history">
      <thead>
        <tr>
          <th scope="col">{t('desk.complaints.when')}</th>
          <th scope="col">{t('desk.complaints.what')}</th>
          <th scope="col">{t('desk.complaints.who')}</th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <Row key={event.version} page={page} event={event} />
        ))}
      </tbody>
    </table>
  )
}
