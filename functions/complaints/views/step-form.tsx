import {
  COMPLAINT_LISTS,
  type ComplaintField,
  type ComplaintList,
  complaintFieldsOf,
  type StaffComplaintStep,
} from '#domain/complaints/complaint-fields.ts'
import { LONGEST_WORDS } from '#domain/complaints/complaint-words.ts'
import type { Translate } from '#i18n/translate.ts'
import { addressOf, type ComplaintPage } from './complaint-page.ts'

type Props = { readonly page: ComplaintPage; readonly step: StaffComplaintStep }
type FieldProps = Props & { readonly field: ComplaintField }
type Choice = { readonly value: string; readonly words: string }

/** What a field is called: `happenedAt` is `desk.complaints.field.happened_at`. */
export function fieldLabel(t: Translate, field: string): string {
  const name = field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  return t(`desk.complaints.field.${name as 'level'}`)
}

const WORDS: Record<ComplaintList, (t: Translate, value: string) => string> = {
  levels: (t, value) => t(`desk.complaints.level.${value as 'hq'}`),
  urgent: (t, value) => t(`desk.complaints.urgent.${value as 'data'}`),
  causes: (t, value) => t(`desk.complaints.cause.${value as 'price'}`),
  remedies: (t, value) => t(`complaints.remedy.${value as 'none'}`),
  verdicts: (t, value) => t(`desk.complaints.verdict.${value as 'upheld'}`),
  reached: (t, value) => t(`desk.complaints.reached.${value as 'yes'}`),
}

function choicesOf({ page, field }: FieldProps): readonly Choice[] {
  const { t, shown } = page
  const asChoice = ({ id, name }: { id: string; name: string }) => ({ value: id, words: name })
  if (field.kind === 'owner') return shown.owners.map(asChoice)
  if (field.kind === 'technician') return shown.hands.map(asChoice)
  if (field.kind !== 'choice') return []
  const isDated = shown.complaint.legalDate !== null
  return COMPLAINT_LISTS[field.list]
    .filter((value) => value !== 'legal_date' || isDated)
    .map((value) => ({ value, words: WORDS[field.list](t, value) }))
}

/** What an optional choice means when nothing is chosen. */
function emptyText(t: Translate, { kind, name }: ComplaintField): string {
  if (kind === 'owner') return t('desk.complaints.default_owner')
  if (kind === 'technician') return t('desk.complaints.nobody')
  return name === 'urgent' ? t('desk.complaints.not_urgent') : t('desk.complaints.choose')
}

export const typedAt = ({ page, step, field }: FieldProps): string => {
  const { tried, shown } = page
  if (tried?.step === step) return tried.typed[field.name] ?? ''
  return field.initial?.(shown.complaint) ?? ''
}

/** What stands in a field, in words: nothing typed is lost when its form is gone. */
export function typedText(props: FieldProps): string {
  const text = typedAt(props)
  return choicesOf(props).find(({ value }) => value === text)?.words ?? text
}

const TYPES: Partial<Record<ComplaintField['kind'], string>> = { instant: 'datetime-local' }

function Input(props: FieldProps & { readonly id: string; readonly fault: boolean }) {
  const { page, field, id, fault } = props
  const text = typedAt(props)
  const common = {
    ...{ id, name: field.name, required: !field.optional },
    'aria-invalid': fault || undefined,
    'aria-describedby': fault ? `${id}-fault` : undefined,
  }
  if (field.kind === 'words') {
    return (
      <textarea className="textarea" rows={4} maxLength={LONGEST_WORDS} {...common}>
        {text}
      </textarea>
    )
  }
  if (field.kind === 'yes') {
    const checked = text === 'true'
    return <input className="checkbox" type="checkbox" value="true" checked={checked} {...common} />
  }
  const choices = choicesOf(props)
  if (field.kind !== 'code' && field.kind !== 'instant') {
    return (
      <select className="select" {...common}>
        <option value="" selected={text === ''}>
          {emptyText(page.t, field)}
        </option>
        {choices.map(({ value, words }) => (
          <option key={value} value={value} selected={value === text}>
            {words}
          </option>
        ))}
      </select>
    )
  }
  const type = TYPES[field.kind] ?? 'text'
  return (
    <input
      className="input"
      type={type}
      autoComplete="off"
      maxLength={64}
      value={text}
      {...common}
    />
  )
}

function FieldRow(props: FieldProps) {
  const { page, step, field } = props
  const { t, tried } = page
  const id = `${step}-${field.name}`
  const fault = tried?.step === step ? tried.faults.get(field.name) : undefined
  return (
    <div className={field.kind === 'yes' ? 'desk-field desk-flag' : 'desk-field'}>
      <label htmlFor={id}>{fieldLabel(t, field.name)}</label>
      {fault ? (
        <p id={`${id}-fault`} className="desk-fault" role="alert">
          {t(`desk.complaints.fault.${fault}`)}
        </p>
      ) : null}
      <Input {...props} id={id} fault={fault !== undefined} />
    </div>
  )
}

/** A late entry is seldom one: folded away unless something stands in it. */
function LateEntry(props: FieldProps) {
  const { page, step, field } = props
  const isFaulty = page.tried?.step === step && page.tried.faults.has(field.name)
  return (
    <details className="desk-late-entry" open={isFaulty || typedAt(props) !== ''}>
      <summary>{page.t('desk.complaints.late')}</summary>
      <FieldRow {...props} />
    </details>
  )
}

/** The form of one step, from its description: what is asked, and what was typed if it was tried. */
export function StepForm({ page, step, isNext = false }: Props & { readonly isNext?: boolean }) {
  const { t, shown, commandId } = page
  const { complaint } = shown
  return (
    <form className="desk-form" method="post" action={`${addressOf(complaint.code)}steps/${step}`}>
      <input type="hidden" name="version" value={complaint.version} />
      <input type="hidden" name="commandId" value={`${commandId}.${step}`} />
      {complaintFieldsOf(step, complaint).map((field) => {
        const Row = field.kind === 'instant' ? LateEntry : FieldRow
        return <Row key={field.name} page={page} step={step} field={field} />
      })}
      <button className={isNext ? 'btn btn-primary' : 'btn'} type="submit">
        {t(`desk.complaints.do.${step}`)}
      </button>
    </form>
  )
}
