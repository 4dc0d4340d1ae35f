import { OUTLET_KINDS } from '#domain/outlets/outlet.ts'
import type { ProblemCode } from '#functions/http/problem.ts'
import type { Translate } from '#i18n/translate.ts'
import type { Form } from '../form-query.ts'
import { FaultList, type Faults, Field, Refusal, Seen, Select } from './form-parts.tsx'
import { BothLanguages } from './outlet-edit-view.tsx'

type Props = {
  readonly t: Translate
  readonly commandId: string
  readonly typed: Form
  readonly faults: Faults
  readonly refusal: ProblemCode | null
  /** Zone of most of the network. */
  readonly usualZone: string
}

const Identity = ({ t, typed, faults }: Props) => (
  <fieldset className="network-set">
    <legend>{t('desk.network.new.what')}</legend>
    <div className="desk-fields">
      <Field
        {...{ t, faults, name: 'code', label: t('desk.network.code'), required: true }}
        value={typed.text('code')}
        hint={t('desk.network.new.code.hint')}
        maxLength={12}
      />
      <Select
        {...{ t, faults, name: 'kind', label: t('desk.network.kind') }}
        value={typed.text('kind')}
        options={OUTLET_KINDS.map((kind) => ({ value: kind, label: t(`outlets.kind.${kind}`) }))}
      />
      <Field
        {...{ t, faults, name: 'partnerId', label: t('desk.network.partner') }}
        value={typed.text('partnerId')}
        hint={t('desk.network.new.partner.hint')}
        maxLength={60}
      />
    </div>
    <BothLanguages
      {...{ t, typed, faults, name: 'name', label: t('desk.network.name'), maxLength: 120 }}
    />
  </fieldset>
)

const Place = ({ t, typed, faults, usualZone }: Props) => (
  <fieldset className="network-set">
    <legend>{t('desk.network.new.where')}</legend>
    <BothLanguages
      {...{ t, typed, faults, name: 'address', label: t('desk.network.address'), maxLength: 200 }}
    />
    <div className="desk-fields">
      <Field
        {...{ t, faults, name: 'regionId', label: t('desk.network.region'), required: true }}
        value={typed.text('regionId')}
        hint={t('desk.network.new.region.hint')}
        maxLength={60}
      />
      <Field
        {...{ t, faults, name: 'position', label: t('desk.network.position'), required: true }}
        value={typed.text('position')}
        hint={t('desk.network.new.position.hint')}
        maxLength={60}
      />
      <Field
        {...{ t, faults, name: 'zone', label: t('desk.network.zone') }}
        value={typed.text('zone') || usualZone}
        hint={t('desk.network.new.zone.hint')}
        maxLength={60}
      />
    </div>
  </fieldset>
)

/** A new outlet with what makes it one; hours, services and the rest are edited afterwards. */
export const NewOutletView = (props: Props) => {
  const { t, commandId, faults, refusal } = props
  return (
    <>
      <h1>{t('desk.network.outlets.new')}</h1>
      <p>{t('desk.network.new.intro')}</p>
      <Refusal t={t} refusal={refusal} />
      <FaultList t={t} faults={faults} />
      <form className="desk-form" method="post" action="/desk/new-outlet/">
        <Seen commandId={commandId} />
        <Identity {...props} />
        <Place {...props} />
        <button className="btn btn-primary" type="submit">
          {t('desk.network.new.go')}
        </button>
      </form>
    </>
  )
}
