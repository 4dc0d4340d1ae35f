import { OUTLET_KINDS, PRODUCT_FAMILIES, SERVICE_MODES, SERVICES } from '#domain/outlets/outlet.ts'
import type { ProblemCode } from '#functions/http/problem.ts'
import type { Translate } from '#i18n/translate.ts'
import type { Form } from '../form-query.ts'
import type { Difference } from './detail-text.ts'
import { FaultList, type Faults, Field, Refusal, Seen, Select, Tick } from './form-parts.tsx'
import { Carried, Differences, SaveOrBack } from './preview-parts.tsx'

export type OutletFormProps = {
  readonly t: Translate
  readonly code: string
  readonly name: string
  readonly version: number
  readonly commandId: string
  readonly typed: Form
  readonly faults: Faults
  readonly refusal: ProblemCode | null
}

type FieldsProps = Pick<OutletFormProps, 't' | 'typed' | 'faults'>

/** A text in both languages. */
export const BothLanguages = ({
  t,
  typed,
  faults,
  name,
  label,
  maxLength,
}: FieldsProps & { readonly name: string; readonly label: string; readonly maxLength: number }) => (
  <div className="desk-fields">
    <Field
      {...{ t, faults, maxLength, name: `${name}En`, lang: 'en' }}
      label={t('desk.network.in_english', { what: label })}
      value={typed.text(`${name}En`)}
    />
    <Field
      {...{ t, faults, maxLength, name: `${name}Zh`, lang: 'zh-CN' }}
      label={t('desk.network.in_chinese', { what: label })}
      value={typed.text(`${name}Zh`)}
    />
  </div>
)

const Words = ({ t, typed, faults }: FieldsProps) => {
  const shared = { t, typed, faults }
  return (
    <fieldset className="network-set">
      <legend>{t('desk.network.words')}</legend>
      <p className="desk-muted">{t('desk.network.words.hint')}</p>
      <BothLanguages {...shared} name="name" label={t('desk.network.name')} maxLength={120} />
      <BothLanguages {...shared} name="address" label={t('desk.network.address')} maxLength={200} />
      <BothLanguages {...shared} name="floor" label={t('desk.network.floor')} maxLength={60} />
      <BothLanguages {...shared} name="shop" label={t('desk.network.shop')} maxLength={60} />
      <BothLanguages
        {...shared}
        name="metroExit"
        label={t('desk.network.metro_exit')}
        maxLength={60}
      />
      <Field
        {...{ t, faults, name: 'phones', label: t('desk.network.phones'), rows: 3 }}
        value={typed.text('phones')}
        hint={t('desk.network.phones.hint')}
      />
    </fieldset>
  )
}

const Place = ({ t, typed, faults }: FieldsProps) => (
  <fieldset className="network-set">
    <legend>{t('desk.network.new.where')}</legend>
    <div className="network-fields">
      <Select
        {...{ t, faults, name: 'kind', label: t('desk.network.kind') }}
        value={typed.text('kind')}
        options={OUTLET_KINDS.map((kind) => ({ value: kind, label: t(`outlets.kind.${kind}`) }))}
      />
      <Field
        {...{ t, faults, name: 'position', label: t('desk.network.position'), maxLength: 60 }}
        value={typed.text('position')}
        hint={t('desk.network.new.position.hint')}
      />
    </div>
    <Field
      {...{ t, faults, name: 'contacts', label: t('desk.network.contacts'), rows: 2 }}
      value={typed.text('contacts')}
      hint={t('desk.network.contacts.hint')}
    />
  </fieldset>
)

const Offers = ({ t, typed, faults }: FieldsProps) => {
  const families = typed.all('family')
  const modes = [
    { value: '', label: t('desk.network.not_offered') },
    ...SERVICE_MODES.map((mode) => ({ value: mode, label: t(`outlets.mode.${mode}`) })),
  ]
  return (
    <fieldset className="network-set">
      <legend>{t('desk.network.services')}</legend>
      <div className="desk-fields">
        {SERVICES.map((service) => (
          <Select
            key={service}
            {...{ t, faults, name: `service_${service}`, options: modes }}
            label={t(`outlets.service.${service}`)}
            value={typed.text(`service_${service}`)}
          />
        ))}
      </div>
      <div className="desk-row network-ticks" role="group" aria-labelledby="families">
        <span id="families" className="desk-label">
          {t('desk.network.families')}
        </span>
        {PRODUCT_FAMILIES.map((family) => (
          <Tick
            key={family}
            name="family"
            value={family}
            label={t(`outlets.family.${family}`)}
            checked={families.includes(family)}
          />
        ))}
      </div>
    </fieldset>
  )
}

const Counter = ({ t, typed, faults }: FieldsProps) => {
  const number = (name: string, label: string, hint?: string) => (
    <Field
      {...{ t, faults, name, label, ...(hint && { hint }) }}
      value={typed.text(name)}
      inputMode="numeric"
      maxLength={4}
    />
  )
  return (
    <fieldset className="network-set">
      <legend>{t('desk.network.counter')}</legend>
      <div className="desk-fields">
        {number('counterSeats', t('desk.network.seats'), t('desk.network.seats.hint'))}
        {number('benches', t('desk.network.benches'), t('desk.network.benches.hint'))}
        {number(
          'lastIntakeMinutes',
          t('desk.network.last_intake'),
          t('desk.network.last_intake.hint'),
        )}
        <Field
          {...{ t, faults, name: 'languages', label: t('desk.network.languages') }}
          value={typed.text('languages')}
          hint={t('desk.network.languages.hint')}
          maxLength={200}
        />
        <Select
          {...{ t, faults, name: 'stepFree', label: t('desk.network.step_free') }}
          value={typed.text('stepFree')}
          options={(['unknown', 'yes', 'no'] as const).map((key) => ({
            value: key === 'unknown' ? '' : key,
            label: t(`desk.network.step_free.${key}`),
          }))}
        />
      </div>
    </fieldset>
  )
}

/** Everything that is edited of an outlet in one form; nothing is saved before it was looked at. */
export const OutletEditView = (props: OutletFormProps) => {
  const { t, code, name, version, commandId, faults, refusal } = props
  return (
    <>
      <h1>{t('desk.network.edit.title', { outlet: `${code} ${name}` })}</h1>
      <Refusal t={t} refusal={refusal} />
      <FaultList t={t} faults={faults} />
      <form className="desk-form" method="post" action={`/desk/outlets/${code}/edit/`}>
        <Seen version={version} commandId={commandId} />
        <Words {...props} />
        <Place {...props} />
        <Offers {...props} />
        <Counter {...props} />
        <p className="desk-row">
          <button className="btn btn-primary" type="submit" name="intent" value="preview">
            {t('desk.network.preview')}
          </button>
          <a className="btn" href={`/desk/outlets/${code}/`}>
            {t('desk.network.leave')}
          </a>
        </p>
      </form>
    </>
  )
}

type PreviewProps = Omit<OutletFormProps, 'faults'> & {
  readonly differences: readonly Difference[]
  readonly action: string
  readonly note: string | null
}

/** What would change, before it does. */
export const PreviewView = (props: PreviewProps) => {
  const { t, code, name, version, commandId, typed, refusal, differences, action, note } = props
  return (
    <>
      <h1>{t('desk.network.preview.title', { outlet: `${code} ${name}` })}</h1>
      <Refusal t={t} refusal={refusal} />
      {differences.length === 0 && <p>{note ?? t('desk.network.no_difference')}</p>}
      {differences.length > 0 && <Differences t={t} differences={differences} />}
      {differences.length > 0 && note && <p>{note}</p>}
      <form className="desk-form" method="post" action={action}>
        <Seen version={version} commandId={commandId} />
        <Carried typed={typed} />
        <SaveOrBack t={t} save={t('desk.network.save')} />
      </form>
    </>
  )
}
