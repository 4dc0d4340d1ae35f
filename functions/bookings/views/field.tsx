import type { Translate } from '#i18n/translate.ts'
import type { Refused } from '../contact-query.ts'

type SummaryProps = {
  readonly t: Translate
  /** Field ids and what is wrong with each, in the order of the page. */
  readonly errors: Refused
}

/** What is wrong, first thing on the page, each line leading to its field. */
export function ErrorSummary({ t, errors }: SummaryProps) {
  const faults = Object.entries(errors)
  if (faults.length === 0) return null
  return (
    // biome-ignore lint/a11y/noAutofocus: whoever sent a form that came back must learn why, first thing.
    <div className="notice book-errors" role="alert" tabIndex={-1} autoFocus>
      <h2>{t('bookings.errors')}</h2>
      <ul>
        {faults.map(([field, key]) => (
          <li key={field}>
            <a href={`#${field}`}>{t(key as 'bookings.error.name')}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

type FieldProps = {
  readonly t: Translate
  /** Its name in the form and its id in the page. */
  readonly name: string
  readonly label: string
  readonly value: string
  readonly errors: Refused
  readonly hint?: string
  readonly optional?: boolean
  readonly type?: 'text' | 'tel' | 'email'
  readonly autoComplete?: string
  readonly inputMode?: 'text' | 'tel' | 'email' | 'numeric'
  readonly maxLength?: number
  readonly short?: boolean
  /** Lines of a text area; none: a single line. */
  readonly rows?: number
}

const describedBy = ({ name, hint, errors }: FieldProps): string | undefined =>
  [errors[name] && `${name}-error`, hint && `${name}-hint`].filter(Boolean).join(' ') || undefined

function Control(props: FieldProps) {
  const { name, value, errors, optional, rows, short, maxLength = 80 } = props
  const shared = {
    id: name,
    name,
    maxLength,
    autoComplete: props.autoComplete ?? 'off',
    required: !optional,
    'aria-invalid': errors[name] ? ('true' as const) : undefined,
    'aria-describedby': describedBy(props),
  }
  return rows ? (
    <textarea {...shared} className="input book-text" rows={rows}>
      {value}
    </textarea>
  ) : (
    <input
      {...shared}
      className={short ? 'input book-input book-short' : 'input book-input'}
      type={props.type ?? 'text'}
      inputMode={props.inputMode}
      value={value}
    />
  )
}

/** A question with its hint, its fault and its answer. */
export function Field(props: FieldProps) {
  const { t, name, label, hint, optional, errors } = props
  const error = errors[name]
  return (
    <div className="book-field">
      <label htmlFor={name}>
        {label}
        {optional ? <span className="book-optional">{t('bookings.optional')}</span> : null}
      </label>
      {hint ? (
        <p id={`${name}-hint`} className="book-hint">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${name}-error`} className="book-error">
          {t(error as 'bookings.error.name')}
        </p>
      ) : null}
      <Control {...props} />
    </div>
  )
}

type TickProps = Pick<FieldProps, 't' | 'name' | 'label' | 'hint' | 'errors'> & {
  readonly checked: boolean
  readonly required?: boolean
}

/** A box to tick. */
export function Tick({ t, name, label, hint, errors, checked, required }: TickProps) {
  const error = errors[name]
  const described = [error && `${name}-error`, hint && `${name}-hint`].filter(Boolean).join(' ')
  return (
    <div className="book-field">
      {error ? (
        <p id={`${name}-error`} className="book-error">
          {t(error as 'bookings.error.name')}
        </p>
      ) : null}
      <label className="book-tick">
        <input
          id={name}
          name={name}
          type="checkbox"
          value="yes"
          checked={checked}
          required={required}
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={described || undefined}
        />
        <span>{label}</span>
      </label>
      {hint ? (
        <p id={`${name}-hint`} className="book-hint">
          {hint}
        </p>
      ) : null}
    </div>
  )
}

type Option = { readonly value: string; readonly label: string; readonly hint?: string }
type RadiosProps = {
  readonly t: Translate
  readonly name: string
  readonly legend: string
  readonly options: readonly Option[]
  readonly value: string
  readonly errors: Refused
}

/** One of a few answers. The first carries the field's id, so that the summary leads there. */
export function Radios({ t, name, legend, options, value, errors }: RadiosProps) {
  const error = errors[name]
  return (
    <fieldset className="book-field book-radios" aria-describedby={error && `${name}-error`}>
      <legend>{legend}</legend>
      {error ? (
        <p id={`${name}-error`} className="book-error">
          {t(error as 'bookings.error.name')}
        </p>
      ) : null}
      {options.map((option, place) => (
        <label key={option.value} className="book-tick">
          <input
            id={place === 0 ? name : undefined}
            name={name}
            type="radio"
            value={option.value}
            checked={option.value === value}
            required
          />
          <span>
            {option.label}
            {option.hint ? <span className="book-hint">{option.hint}</span> : null}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
