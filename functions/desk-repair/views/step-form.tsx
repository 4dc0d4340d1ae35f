import { fieldsOf } from '#domain/desk/action-fields.ts'
import type { Field, StaffStep } from '#domain/desk/repair-field.ts'
import { initialForm, type Typed } from '#domain/desk/repair-form.ts'
import { FieldInput } from './field-input.tsx'
import { addressOf, type RepairPage, settingOf } from './repair-page.ts'

type Props = { readonly page: RepairPage; readonly step: StaffStep; readonly isNext?: boolean }
type FieldProps = {
  readonly page: RepairPage
  readonly step: StaffStep
  readonly field: Field
  readonly typed: Typed
}

/** Boxes and rows have a legend; one input has a label. */
const GROUPS: readonly Field['kind'][] = ['checks', 'lines']

const idOf = (step: StaffStep, { name }: Field): string => `${step}-${name.replaceAll('.', '-')}`

const whenOf = ({ when }: Field): string | undefined => when && `${when.field}=${when.is.join('|')}`

function FieldRow({ page, step, field, typed }: FieldProps) {
  const { t, tried } = page
  const id = idOf(step, field)
  const fault = tried?.step === step ? tried.faults.get(field.name) : undefined
  const describedBy = [field.hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ')
  const input = (
    <FieldInput
      page={page}
      field={field}
      id={id}
      typed={typed}
      describedBy={describedBy || undefined}
      isFaulty={fault !== undefined}
    />
  )
  const label = t(`desk.repair.field.${field.label}`)
  const about = (
    <>
      {fault ? (
        <p id={`${id}-fault`} className="desk-fault" role="alert">
          {t(`desk.repair.fault.${fault}`)}
        </p>
      ) : null}
      {field.hint ? (
        <p id={`${id}-hint`} className="desk-muted">
          {t(`desk.repair.hint.${field.hint}`)}
        </p>
      ) : null}
    </>
  )
  if (GROUPS.includes(field.kind)) {
    return (
      <fieldset className="desk-field" data-when={whenOf(field)} data-checks={field.kind}>
        <legend>{label}</legend>
        {about}
        {input}
      </fieldset>
    )
  }
  return (
    <div
      className={field.kind === 'flag' ? 'desk-field desk-flag' : 'desk-field'}
      data-when={whenOf(field)}
    >
      <label htmlFor={id}>{label}</label>
      {about}
      {input}
    </div>
  )
}

/** A late entry is seldom one: folded away unless something stands in it. */
function LateEntry(props: FieldProps) {
  const { page, step, field, typed } = props
  const isFaulty = page.tried?.step === step && page.tried.faults.has(field.name)
  return (
    <details className="desk-late-entry" open={isFaulty || typed.has(field.name)}>
      <summary>{page.t('desk.repair.late_entry')}</summary>
      <FieldRow {...props} />
      <p className="desk-muted">{page.t('desk.repair.late_entry.hint')}</p>
    </details>
  )
}

function Hidden({ page, step, fields }: Props & { readonly fields: readonly Field[] }) {
  const begun = initialForm(fields, settingOf(page))
  return (
    <>
      <input type="hidden" name="version" value={page.shown.repair.version} />
      <input type="hidden" name="commandId" value={`${page.commandId}.${step}`} />
      {fields.map(({ name }) => (
        <input key={name} type="hidden" name={name} value={begun.get(name)?.[0] ?? ''} />
      ))}
    </>
  )
}

/** The form of one step, from its description: what is asked, and what was typed if it was tried. */
export function StepForm({ page, step, isNext = false }: Props) {
  const { t, tried, shown } = page
  const fields = fieldsOf(step, settingOf(page))
  const typed = tried?.step === step ? tried.typed : initialForm(fields, settingOf(page))
  const asked = fields.filter(({ kind }) => kind !== 'given' && kind !== 'same')
  return (
    <desk-step>
      <form
        className="desk-form"
        method="post"
        action={`${addressOf(shown.repair.code)}steps/${step}`}
      >
        <Hidden page={page} step={step} fields={fields.filter(({ kind }) => kind === 'given')} />
        {asked.map((field) => {
          const Row = field.name === 'happenedAt' ? LateEntry : FieldRow
          return <Row key={field.name} page={page} step={step} field={field} typed={typed} />
        })}
        <button className={isNext ? 'btn btn-primary' : 'btn'} type="submit">
          {t(`desk.repair.do.${step}`)}
        </button>
      </form>
    </desk-step>
  )
}
