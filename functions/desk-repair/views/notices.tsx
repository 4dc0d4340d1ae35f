import { fieldsOf } from '#domain/desk/action-fields.ts'
import type { Field, StaffStep } from '#domain/desk/repair-field.ts'
import { LINE_AMOUNT, LINE_ITEM, type Typed } from '#domain/desk/repair-form.ts'
import { EventTable } from './history-part.tsx'
import { choicesHere, type RepairPage, settingOf, type TriedStep } from './repair-page.ts'
import { wordOf } from './words.ts'

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

/** What stands in a field, in words. */
function typedTexts(page: RepairPage, field: Field, typed: Typed): readonly string[] {
  const texts = (typed.get(field.name) ?? []).filter((text) => text !== '')
  if (field.kind === 'given') return []
  if (field.kind === 'flag') return texts.length > 0 ? [page.t('desk.repair.yes')] : []
  if (field.kind === 'lines') {
    const amounts = typed.get(LINE_AMOUNT) ?? []
    return (typed.get(LINE_ITEM) ?? [])
      .map((item, row) => ({ item, amount: amounts[row] ?? '' }))
      .filter(({ item, amount }) => item !== '' || amount !== '')
      .map(({ item, amount }) => `${wordOf('chargeItems', item, choicesHere(page))} ${amount}`)
  }
  const isListed = field.kind === 'choice' || field.kind === 'checks'
  return isListed ? texts.map((code) => wordOf(field.list, code, choicesHere(page))) : texts
}

/** What was typed for a step that can't be taken any more, so that nothing is lost. */
function WhatWasTyped({ page, tried }: Tried) {
  const { t } = page
  const rows = fieldsOf(tried.step, settingOf(page))
    .map((field) => ({ field, texts: typedTexts(page, field, tried.typed) }))
    .filter(({ texts }) => texts.length > 0)
  if (rows.length === 0) return null
  return (
    <>
      <p>{t('desk.repair.typed')}</p>
      <dl className="facts facts-tight">
        {rows.map(({ field, texts }) => (
          <div key={field.name}>
            <dt>{t(`desk.repair.field.${field.label}`)}</dt>
            <dd>{texts.join(t('desk.repair.and'))}</dd>
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
