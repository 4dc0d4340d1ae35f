import { PRODUCT_FAMILIES } from '#domain/outlets/outlet.ts'
import { type Catalogue, OTHER_MODEL } from '#domain/repairs/catalogue.ts'
import type { Refused, Typed } from '#functions/bookings/contact-query.ts'
import type { MessageKey, Translate } from '#i18n/translate.ts'

/** What every field of a form needs to come back as it was, with what is wrong with it. */
export type FormState = {
  readonly t: Translate
  /** Sets ids of several forms on a page apart. */
  readonly form: string
  readonly typed: Typed
  readonly errors: Refused
}

type FieldProps = FormState & {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly inputMode?: 'text' | 'numeric' | 'tel' | 'email'
  readonly maxLength?: number
  readonly optional?: boolean
  readonly rows?: number
  readonly type?: 'text' | 'date'
  readonly short?: boolean
  readonly isFirst?: boolean
}

const idOf = ({ form, name }: Pick<FieldProps, 'form' | 'name'>): string => `${form}-${name}`

/** What is wrong with a field; its control names it. */
export function Fault({
  t,
  form,
  name,
  errors,
}: Pick<FieldProps, 't' | 'form' | 'name' | 'errors'>) {
  const error: MessageKey | undefined = errors[name]
  return error ? (
    <span className="desk-fault" id={`${idOf({ form, name })}-error`}>
      {t(error as 'bookings.error.name')}
    </span>
  ) : null
}

export const described = ({
  form,
  name,
  errors,
  hint,
}: Omit<FieldProps, 't' | 'typed' | 'label'>) =>
  [errors[name] && `${idOf({ form, name })}-error`, hint && `${idOf({ form, name })}-hint`]
    .filter(Boolean)
    .join(' ') || undefined

/** A line or a few lines to type. */
export function TextField(props: FieldProps) {
  const { t, name, label, hint, errors, typed, rows, optional, maxLength = 80, isFirst } = props
  const id = idOf(props)
  const shared = {
    ...{ id, name, maxLength, autoComplete: 'off' },
    'aria-invalid': errors[name] ? ('true' as const) : undefined,
    'aria-describedby': described(props),
  }
  return (
    <label className={props.short ? 'desk-field is-short' : 'desk-field'} htmlFor={id}>
      <span>
        {label}
        {optional ? <span className="desk-optional">{t('bookings.optional')}</span> : null}
      </span>
      <Fault {...props} />
      {rows ? (
        <textarea {...shared} className="textarea" rows={rows}>
          {typed[name] ?? ''}
        </textarea>
      ) : (
        <input
          {...shared}
          className="input"
          type={props.type ?? 'text'}
          inputMode={props.inputMode}
          spellCheck={false}
          value={typed[name] ?? ''}
          // A page of the desk is opened to type into it.
          autoFocus={isFirst}
        />
      )}
      {hint ? (
        <span className="desk-muted" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
    </label>
  )
}

type ChoiceProps = FieldProps & {
  readonly options: readonly (readonly [value: string, label: string])[]
  /** Shown while nothing is chosen. */
  readonly empty?: string
}

/** One of a list. */
export function SelectField(props: ChoiceProps) {
  const { name, label, errors, typed, options, empty } = props
  const id = idOf(props)
  return (
    <label className="desk-field" htmlFor={id}>
      <span>{label}</span>
      <Fault {...props} />
      <select
        className="select"
        id={id}
        name={name}
        aria-invalid={errors[name] ? 'true' : undefined}
        aria-describedby={described(props)}
      >
        {empty === undefined ? null : <option value="">{empty}</option>}
        {options.map(([value, text]) => (
          <option key={value} value={value} selected={typed[name] === value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}

type TickProps = Pick<FieldProps, 't' | 'form' | 'name' | 'label' | 'errors' | 'typed'>

/** A box to tick. */
export function TickField(props: TickProps) {
  const { name, label, errors, typed } = props
  return (
    <div className="desk-field">
      <Fault {...props} />
      <label className="desk-tick">
        <input
          className="checkbox"
          type="checkbox"
          id={idOf(props)}
          name={name}
          value="yes"
          checked={typed[name] === 'yes'}
          aria-invalid={errors[name] ? 'true' : undefined}
          aria-describedby={described(props)}
        />
        <span>{label}</span>
      </label>
    </div>
  )
}

/** Models that can be chosen, family by family, then any other. */
export const modelOptions = (t: Translate, catalogue: Catalogue) =>
  [
    ...PRODUCT_FAMILIES.flatMap((family) =>
      catalogue.models
        .filter((model) => model.family === family)
        .map(({ id, name }) => [id, name] as const),
    ),
    [OTHER_MODEL, t('bookings.start.other_model')] as const,
  ] as const
