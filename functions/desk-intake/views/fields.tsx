import type { Translate } from '#i18n/translate.ts'
import type { IntakeFaults } from '../intake-query.ts'
import { type ListName, type Typed, textOf } from '../typed.ts'

/** What every field shows: its words, what was typed, and what is wrong with it. */
export type Filling = {
  readonly t: Translate
  readonly typed: Typed
  readonly faults: IntakeFaults
  /** The field that has the focus as the page opens. */
  readonly focus: string
}

type FieldProps = Filling & {
  /** Its name in the form and its id in the page. */
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
}

const describedBy = ({ name, hint, faults }: FieldProps): string | undefined =>
  [faults[name] && `${name}-fault`, hint && `${name}-hint`].filter(Boolean).join(' ') || undefined

/** What every kind of control says of itself. */
const shared = (props: FieldProps) => ({
  id: props.name,
  name: props.name,
  autoFocus: props.focus === props.name || undefined,
  'aria-invalid': props.faults[props.name] ? ('true' as const) : undefined,
  'aria-describedby': describedBy(props),
})

const Around = (props: FieldProps & { readonly children: React.ReactNode }) => {
  const { t, name, label, hint, faults, children } = props
  const fault = faults[name]
  return (
    <div className="desk-field intake-field">
      <label htmlFor={name}>{label}</label>
      {children}
      <p className="intake-fault" id={`${name}-fault`} role="alert">
        {fault && t(`desk.intake.error.${fault}`)}
      </p>
      {hint && (
        <p className="desk-muted intake-hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}

type TextProps = FieldProps & {
  readonly type?: 'text' | 'tel' | 'date' | 'datetime-local'
  readonly inputMode?: 'numeric' | 'decimal' | 'tel'
  readonly maxLength?: number
  readonly max?: string
  /** The line where a scanner types a number of the device. */
  readonly isScan?: boolean
}

export const TextField = (props: TextProps) => (
  <Around {...props}>
    <input
      {...shared(props)}
      className="input"
      type={props.type ?? 'text'}
      inputMode={props.inputMode}
      maxLength={props.maxLength}
      max={props.max}
      autoComplete="off"
      spellCheck={false}
      data-scan={props.isScan ? '' : undefined}
      value={textOf(props.typed, props.name)}
    />
  </Around>
)

export const WordsField = (props: FieldProps & { readonly maxLength: number }) => (
  <Around {...props}>
    <textarea {...shared(props)} className="textarea" rows={2} maxLength={props.maxLength}>
      {textOf(props.typed, props.name)}
    </textarea>
  </Around>
)

export type Option = { readonly value: string; readonly label: string }

export const SelectField = (props: FieldProps & { readonly options: readonly Option[] }) => (
  <Around {...props}>
    <select {...shared(props)} className="select">
      {props.options.map(({ value, label }) => (
        <option key={value} value={value} selected={textOf(props.typed, props.name) === value}>
          {label}
        </option>
      ))}
    </select>
  </Around>
)

export const Tick = (props: FieldProps) => {
  const fault = props.faults[props.name]
  return (
    <div className="intake-field">
      <label className="intake-tick" htmlFor={props.name}>
        <input
          {...shared(props)}
          className="checkbox"
          type="checkbox"
          value="yes"
          checked={textOf(props.typed, props.name) === 'yes'}
        />
        <span>{props.label}</span>
      </label>
      <p className="intake-fault" id={`${props.name}-fault`} role="alert">
        {fault && props.t(`desk.intake.error.${fault}`)}
      </p>
    </div>
  )
}

/** Keys that tick a list's boxes, in its order. */
const KEYS = '1234567890qw'

type ChecksProps = Filling & {
  readonly name: ListName
  readonly label: string
  readonly hint?: string
  readonly options: readonly Option[]
}

/** Boxes to tick; with scripts one stop of the keyboard, its boxes ticked by the key beside each. */
export const CheckList = ({ t, typed, faults, focus, name, label, hint, options }: ChecksProps) => (
  <check-list>
    <fieldset className="intake-checks" id={name} aria-describedby={`${name}-fault`}>
      <legend>{label}</legend>
      <p className="intake-fault" id={`${name}-fault`} role="alert">
        {faults[name] && t(`desk.intake.error.${faults[name]}`)}
      </p>
      {hint && <p className="desk-muted intake-hint">{hint}</p>}
      {options.map(({ value, label: words }, place) => (
        <label key={value} className="intake-tick" data-key={KEYS[place]}>
          <input
            className="checkbox"
            type="checkbox"
            name={name}
            value={value}
            checked={typed.lists[name].includes(value)}
            // The next field to fill in, where a scanner goes on typing.
            autoFocus={(place === 0 && focus === name) || undefined}
          />
          <span>{words}</span>
        </label>
      ))}
    </fieldset>
  </check-list>
)
