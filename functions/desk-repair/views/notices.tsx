import { fieldsOf } from '#domain/desk/action-fields.ts'
import type { StaffStep } from '#domain/desk/repair-field.ts'
import { EventTable } from './history-part.tsx'
import { type RepairPage, settingOf, type TriedStep } from './repair-page.ts'

type Props = { readonly page: RepairPage }
type Tried = Props & { readonly tried: TriedStep }

/** What happened since the person looked, and by whom. */
function Meanwhile({ page, tried }: Tried) {
  const since = page.shown.events.filter(({ version }) => version > tried.seen)
  if (since.length === 0) return null
  return (
    <>
      <p>{page.t('desk.repair.meanwhile')}</p>
      <EventTable page={page} events={since} />
    </>
  )
}

/** What was typed for a step that can't be taken any more, so that nothing is lost. */
function WhatWasTyped({ page, tried }: Tried) {
  const { t } = page
  const fields = new Map(
    fieldsOf(tried.step, settingOf(page)).map(({ name, label }) => [name, label]),
  )
  const rows = [...tried.typed].filter(([name, texts]) => fields.has(name) && texts.some(Boolean))
  if (rows.length === 0) return null
  return (
    <>
      <p>{t('desk.repair.typed')}</p>
      <dl className="facts facts-tight">
        {rows.map(([name, texts]) => (
          <div key={name}>
            <dt>{t(`desk.repair.field.${fields.get(name) ?? 'reason'}`)}</dt>
            <dd>{texts.filter(Boolean).join(', ')}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

function TriedNotice({ page, tried }: Tried) {
  const { t, shown } = page
  const { refusal, step } = tried
  const isPossible = shown.allowed.includes(step)
  return (
    <div className="desk-alarm desk-notice" role="alert" tabIndex={-1} data-refusal={refusal ?? ''}>
      <p>
        {refusal === null
          ? t('desk.repair.look_again')
          : t('desk.repair.not_done', {
              step: t(`desk.repair.do.${step}`),
              why: t(`problems.${refusal}.title`),
            })}
      </p>
      {refusal && refusal !== 'stale' ? <p>{t(`problems.${refusal}.detail`)}</p> : null}
      <Meanwhile page={page} tried={tried} />
      {refusal === null ? null : isPossible ? (
        <p>{t('desk.repair.send_again')}</p>
      ) : (
        <WhatWasTyped page={page} tried={tried} />
      )}
    </div>
  )
}

const Done = ({ page, done }: Props & { readonly done: StaffStep }) => (
  <p className="desk-done" role="status">
    {page.t('desk.repair.done', { step: page.t(`desk.repair.event.${done}`) })}
  </p>
)

/** What became of what was just asked. */
export function Notices({ page }: Props) {
  const { tried, done } = page
  if (tried) return <TriedNotice page={page} tried={tried} />
  return done ? <Done page={page} done={done} /> : null
}
