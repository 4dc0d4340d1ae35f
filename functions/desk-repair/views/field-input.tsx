import type { Field } from '#domain/desk/repair-field.ts'
import type { Typed } from '#domain/desk/repair-form.ts'
import { LinesInput } from './lines-input.tsx'
import type { RepairPage } from './repair-page.ts'
import { choicesHere } from './repair-page.ts'
import { type Choice, choicesOf } from './words.ts'

export type InputProps = {
  readonly page: RepairPage
  readonly field: Field
  readonly id: string
  readonly typed: Typed
  /** Of the texts that explain it: its hint, its fault. */
  readonly describedBy: string | undefined
  readonly isFaulty: boolean
}

const textsOf = ({ field, typed }: InputProps): readonly string[] => typed.get(field.name) ?? []

/** What every kind of input says of itself. */
const common = ({ field, id, describedBy, isFaulty }: InputProps) => ({
  id,
  name: field.name,
  required: !field.optional && !field.when,
  'aria-describedby': describedBy,
  'aria-invalid': isFaulty || undefined,
})

const Choose = (props: InputProps & { readonly choices: readonly Choice[] }) => {
  const { page, choices } = props
  const [chosen = ''] = textsOf(props)
  return (
    <select className="select" {...common(props)}>
      <option value="" selected={chosen === ''}>
        {page.t('desk.repair.choose')}
      </option>
      {choices.map(({ code, words }) => (
        <option key={code} value={code} selected={code === chosen}>
          {words}
        </option>
      ))}
    </select>
  )
}

const Checks = (props: InputProps & { readonly choices: readonly Choice[] }) => {
  const { page, field, id, choices, describedBy } = props
  const chosen = textsOf(props)
  const isTest = field.kind === 'checks' && field.list === 'functionTests'
  return (
    <div className="desk-checks" id={id}>
      {isTest ? (
        <button className="btn" type="button" data-check-all="" hidden>
          {page.t('desk.repair.all_work')}
        </button>
      ) : null}
      {choices.map(({ code, words }) => (
        <label key={code} className="desk-check">
          <input
            className="checkbox"
            type="checkbox"
            name={field.name}
            value={code}
            checked={chosen.includes(code)}
            aria-describedby={describedBy}
          />
          <span>{words}</span>
        </label>
      ))}
    </div>
  )
}

const Imeis = (props: InputProps) => {
  const texts = textsOf(props)
  return (
    <div className="desk-row">
      {[0, 1].map((place) => (
        <input
          key={place}
          className="input"
          {...common(props)}
          required={false}
          id={place === 0 ? props.id : `${props.id}-${place + 1}`}
          aria-label={place === 0 ? undefined : props.page.t('desk.repair.second_imei')}
          inputMode="numeric"
          autoComplete="off"
          maxLength={40}
          value={texts[place] ?? ''}
        />
      ))}
    </div>
  )
}

const TYPES: Partial<Record<Field['kind'], string>> = {
  date: 'date',
  instant: 'datetime-local',
}

const Text = (props: InputProps) => {
  const { kind } = props.field
  return (
    <input
      className="input"
      {...common(props)}
      type={TYPES[kind] ?? 'text'}
      inputMode={kind === 'money' ? 'decimal' : undefined}
      autoComplete="off"
      spellCheck={false}
      maxLength={500}
      value={textsOf(props)[0] ?? ''}
    />
  )
}

/** The input of a field, of whichever kind it is. */
export function FieldInput(props: InputProps) {
  const { field, page } = props
  switch (field.kind) {
    case 'choice':
      return <Choose {...props} choices={choicesOf(field.list, choicesHere(page))} />
    case 'checks':
      return <Checks {...props} choices={choicesOf(field.list, choicesHere(page))} />
    case 'imeis':
      return <Imeis {...props} />
    case 'lines':
      return <LinesInput page={page} id={props.id} typed={props.typed} />
    case 'flag':
      return (
        <input
          className="checkbox"
          type="checkbox"
          id={props.id}
          name={field.name}
          value="true"
          checked={textsOf(props).length > 0}
        />
      )
    default:
      return <Text {...props} />
  }
}
