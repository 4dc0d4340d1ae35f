import type { ProblemCode } from '#functions/http/problem.ts'
import type { MessageKey, Translate } from '#i18n/translate.ts'

/** Fields that can't be taken, and why. */
export type Faults = Readonly<Record<string, MessageKey>>

type FieldProps = {
  readonly t: Translate
  readonly name: string
  readonly label: string
  readonly value: string
  readonly faults: Faults
  readonly hint?: string
  readonly type?: 'text' | 'email' | 'date' | 'number' | 'datetime-local' | 'search'
  readonly required?: boolean
  readonly maxLength?: number
  /** Lines of a text area; none: a single line. */
  readonly rows?: number
  readonly inputMode?: 'numeric' | 'decimal'
  readonly lang?: string
  readonly list?: string
}

/** What is wrong with a field, in words; the catalogues name it without parameters. */
export const faultText = (t: Translate, key: MessageKey): string => t(key as 'desk.network.fault')

function Control(props: FieldProps) {
  const { name, value, faults, rows, hint, type = 'text', required, maxLength, lang } = props
  const described = [faults[name] && `${name}-fault`, hint && `${name}-hint`].filter(Boolean)
  const shared = {
    ...{ id: name, name, required, maxLength, lang, autoComplete: 'off' },
    'aria-invalid': faults[name] ? ('true' as const) : undefined,
    'aria-describedby': described.join(' ') || undefined,
  }
  return rows ? (
    <textarea {...shared} className="textarea" rows={rows}>
      {value}
    </textarea>
  ) : (
    <input
      {...shared}
      className="input"
      type={type}
      inputMode={props.inputMode}
      list={props.list}
      value={value}
    />
  )
}

/** A field with its label, what it wants and what is wrong with it. */
export function Field(props: FieldProps) {
  const { t, name, label, hint, faults } = props
  const fault = faults[name]
  return (
    <div className={props.inputMode === 'numeric' ? 'desk-field is-short' : 'desk-field'}>
      <label className="desk-label" htmlFor={name}>
        {label}
      </label>
      {fault && (
        <span className="desk-fault" id={`${name}-fault`}>
          {faultText(t, fault)}
        </span>
      )}
      <Control {...props} />
      {hint && (
        <small className="desk-muted" id={`${name}-hint`}>
          {hint}
        </small>
      )}
    </div>
  )
}

export type Option = { readonly value: string; readonly label: string }

type SelectProps = Pick<FieldProps, 't' | 'name' | 'label' | 'value' | 'faults' | 'hint'> & {
  readonly options: readonly Option[]
}

/** One of a list. */
export function Select({ t, name, label, value, faults, hint, options }: SelectProps) {
  const fault = faults[name]
  const described = [fault && `${name}-fault`, hint && `${name}-hint`].filter(Boolean)
  return (
    <div className="desk-field">
      <label className="desk-label" htmlFor={name}>
        {label}
      </label>
      {fault && (
        <span className="desk-fault" id={`${name}-fault`}>
          {faultText(t, fault)}
        </span>
      )}
      <select
        className="select"
        id={name}
        name={name}
        aria-invalid={fault ? 'true' : undefined}
        aria-describedby={described.join(' ') || undefined}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
      {hint && (
        <small className="desk-muted" id={`${name}-hint`}>
          {hint}
        </small>
      )}
    </div>
  )
}

/** A box to tick. */
export const Tick = ({
  name,
  value,
  label,
  checked,
}: {
  readonly name: string
  readonly value: string
  readonly label: string
  readonly checked: boolean
}) => (
  <label className="desk-tick">
    <input className="checkbox" type="checkbox" name={name} value={value} checked={checked} />
    <span>{label}</span>
  </label>
)

/** Which version the person saw, and the key that makes a repeated form one command. */
export const Seen = ({
  version,
  commandId,
}: {
  readonly version?: number
  readonly commandId: string
}) => (
  <>
    {version !== undefined && <input type="hidden" name="version" value={String(version)} />}
    <input type="hidden" name="commandId" value={commandId} />
  </>
)

/** Why a form came back, first thing on the page. */
export const Refusal = ({
  t,
  refusal,
}: {
  readonly t: Translate
  readonly refusal: ProblemCode | null
}) =>
  refusal && (
    <p className="desk-alarm" role="alert" tabIndex={-1} data-outcome>
      {refusal === 'key_reused' ? (
        t('desk.network.key_reused')
      ) : (
        <>
          <strong>{t(`problems.${refusal}.title`)}.</strong> {t(`problems.${refusal}.detail`)}
        </>
      )}
    </p>
  )

/** That a form was carried out: the page itself shows what came of it. */
export const Saved = ({
  t,
  isSaved,
}: {
  readonly t: Translate
  readonly isSaved: boolean | undefined
}) =>
  isSaved && (
    <p className="desk-done" role="status" tabIndex={-1} data-outcome>
      {t('desk.network.saved')}
    </p>
  )

type FaultListProps = {
  readonly t: Translate
  readonly faults: Faults
  /** Names of fields whose faults don't name them. */
  readonly labels?: Readonly<Record<string, string>>
}

/** Fields that a person has to look at again, each leading to its place. */
export const FaultList = ({ t, faults, labels = {} }: FaultListProps) => {
  const entries = Object.entries(faults)
  return (
    entries.length > 0 && (
      <div className="desk-alarm" role="alert" tabIndex={-1} data-outcome>
        <p>{t('desk.network.look_again')}</p>
        <ul className="desk-list">
          {entries.map(([name, key]) => (
            <li key={name}>
              <a href={`#${name}`}>
                {[labels[name], faultText(t, key)].filter(Boolean).join(' · ')}
              </a>
            </li>
          ))}
        </ul>
      </div>
    )
  )
}
