import { KPI_IDS } from '#domain/kpis/kpi-registry.ts'
import { SERVICES } from '#domain/outlets/outlet.ts'
import type { StandardField } from '#domain/standards/set-differences.ts'
import {
  BASIS_KINDS,
  CONCERNS,
  DIMENSIONS,
  FIVE_S,
  STAGES,
  STANDARD_AUDIENCES,
  STANDARD_CATEGORIES,
  STANDARD_OWNERS,
  type Standard,
  TOUCHPOINTS,
} from '#domain/standards/standard.ts'
import type { Form } from '#functions/desk-network/form-query.ts'
import {
  FaultList,
  type Faults,
  Field,
  type Option,
  Refusal,
  Seen,
  Select,
} from '#functions/desk-network/views/form-parts.tsx'
import type { ProblemCode } from '#functions/http/problem.ts'
import type { Locale } from '#i18n/locale.ts'
import type { Translate } from '#i18n/translate.ts'
import { BENCHMARK_TEXTS, benchmarkField, TEXTS } from '../form-query.ts'
import { fieldLabel } from './set-parts.tsx'

export type StandardFormProps = {
  readonly t: Translate
  readonly locale: Locale
  /** The one that is changed; null = a new one. */
  readonly id: string | null
  readonly revision: number
  /** Promises that a minimum may serve. */
  readonly promises: readonly Standard[]
  readonly form: Form
  readonly faults: Faults
  readonly refusal: ProblemCode | null
  /** Fields that somebody else changed meanwhile. */
  readonly changedMeanwhile: readonly StandardField[]
  readonly commandId: string
}

const options = <Value extends string>(
  values: readonly Value[],
  label: (value: Value) => string,
): readonly Option[] => values.map((value) => ({ value, label: label(value) }))

/** Lists to choose from, in the order of the form. */
function choices({ t, promises, locale }: StandardFormProps) {
  const none = { value: '', label: t('desk.standards.serves.none') }
  const serve = promises.map(({ id, title }) => ({ value: id, label: `${id} · ${title[locale]}` }))
  return {
    audience: options(STANDARD_AUDIENCES, (value) => t(`desk.standards.${value}`)),
    serves: [none, ...serve],
    stage: options(STAGES, (value) => t(`standards.stage.${value}`)),
    category: options(STANDARD_CATEGORIES, (value) => t(`standards.category.${value}`)),
    dimension: options(DIMENSIONS, (value) => t(`standards.dimension.${value}`)),
    fiveS: options(FIVE_S, (value) => t(`standards.five_s.${value}`)),
    concerns: options(CONCERNS, (value) => t(`desk.standards.concerns.${value}`)),
    touchpoint: options(TOUCHPOINTS, (value) => t(`desk.standards.touchpoint.${value}`)),
    owner: options(STANDARD_OWNERS, (value) => t(`desk.role.${value}`)),
    service: [
      { value: '', label: t('desk.standards.service.none') },
      ...options(SERVICES, (value) => t(`outlets.service.${value}`)),
    ],
    kpi: options(KPI_IDS, (value) => t(`standards.kpi.${value}`)),
    basisKind: options(BASIS_KINDS, (value) => t(`standards.basis.${value}`)),
  } satisfies Record<string, readonly Option[]>
}

type Part = StandardFormProps & { readonly names: readonly (keyof ReturnType<typeof choices>)[] }

const Choices = ({ names, ...props }: Part) => {
  const { t, form, faults } = props
  const listed = choices(props)
  return (
    <div className="desk-fields">
      {names.map((name) => (
        <Select
          key={name}
          {...{ t, faults, name, options: listed[name], value: form.text(name) }}
          label={fieldLabel(t, name === 'basisKind' ? 'basis' : name)}
        />
      ))}
    </div>
  )
}

const Texts = ({
  t,
  form,
  faults,
  name,
  label,
  isOptional = false,
}: StandardFormProps & { name: string; label: string; isOptional?: boolean }) => {
  const isShort = ['title', 'appliesTo', 'benchmarkPeer'].includes(name)
  const shared = {
    t,
    faults,
    required: !isOptional,
    maxLength: name === 'title' ? 80 : isShort ? 200 : 500,
  }
  const rows = isShort ? {} : { rows: 3 }
  return (
    <div className="desk-fields">
      <Field
        {...{ ...shared, ...rows, name: `${name}En`, lang: 'en' }}
        label={t('desk.standards.en', { field: label })}
        value={form.text(`${name}En`)}
      />
      <Field
        {...{ ...shared, ...rows, name: `${name}Zh`, lang: 'zh-CN' }}
        label={t('desk.standards.zh', { field: label })}
        value={form.text(`${name}Zh`)}
      />
    </div>
  )
}

const Figures = ({ t, form, faults }: StandardFormProps) => (
  <div className="desk-fields">
    <Field
      {...{ t, faults, name: 'threshold', inputMode: 'decimal', maxLength: 10 }}
      label={fieldLabel(t, 'threshold')}
      hint={t('desk.standards.threshold.hint')}
      value={form.text('threshold')}
    />
    <Field
      {...{ t, faults, name: 'target', inputMode: 'decimal', maxLength: 10, required: true }}
      label={fieldLabel(t, 'target')}
      value={form.text('target')}
    />
  </div>
)

const Basis = (props: StandardFormProps) => {
  const { t, form, faults } = props
  return (
    <>
      <Choices {...props} names={['basisKind']} />
      <p className="desk-muted">{t('desk.standards.source.hint')}</p>
      <Texts {...props} name="source" label={t('desk.standards.source')} />
      <Field
        {...{ t, faults, name: 'since', type: 'date' }}
        label={t('desk.standards.since')}
        value={form.text('since')}
      />
    </>
  )
}

const BenchmarkRecord = (props: StandardFormProps) => {
  const { t, form, faults } = props
  const isOfIt = (name: string) => name.startsWith('benchmark')
  const isKept = form.entries.some(([name, value]) => isOfIt(name) && value !== '')
  return (
    <details open={isKept || Object.keys(faults).some(isOfIt)}>
      <summary className="tap-target">{t('standards.benchmark')}</summary>
      <p className="desk-muted">{t('desk.standards.benchmark.hint')}</p>
      {BENCHMARK_TEXTS.map((name) => (
        <Texts
          key={name}
          {...props}
          isOptional
          name={benchmarkField(name)}
          label={t(`standards.benchmark.${name}`)}
        />
      ))}
      <Field
        {...{ t, faults, name: 'benchmarkTakenOn', type: 'date' }}
        label={t('standards.benchmark.taken_on')}
        value={form.text('benchmarkTakenOn')}
      />
    </details>
  )
}

const Ids = ({ t, id, form, faults }: StandardFormProps) =>
  id === null ? (
    <Field
      {...{ t, faults, name: 'id', maxLength: 40, required: true }}
      label={t('desk.standards.id')}
      hint={t('desk.standards.id.hint')}
      value={form.text('id')}
    />
  ) : (
    <input type="hidden" name="id" value={id} />
  )

const Drop = ({ t, id, revision, commandId }: StandardFormProps) =>
  id !== null && (
    <form method="post" action="/desk/standards/edit/">
      <Seen version={revision} commandId={`${commandId}-drop`} />
      <input type="hidden" name="act" value="drop" />
      <input type="hidden" name="id" value={id} />
      <button className="btn" type="submit">
        {t('desk.standards.drop')}
      </button>
    </form>
  )

/** One standard of the draft: both languages, what it is held to, and what it rests on. */
export const StandardFormView = (props: StandardFormProps) => {
  const { t, id, revision, commandId, refusal, faults, changedMeanwhile } = props
  return (
    <>
      <p>
        <a className="tap-target" href="/desk/standards/draft/">
          {t('desk.standards.draft')}
        </a>
      </p>
      <h1>{id === null ? t('desk.standards.add') : t('desk.standards.edit', { id })}</h1>
      <Refusal t={t} refusal={refusal} />
      {changedMeanwhile.length > 0 && (
        <p className="desk-alarm">
          {t('desk.standards.changed')}:{' '}
          {changedMeanwhile.map((field) => fieldLabel(t, field)).join(' · ')}
        </p>
      )}
      <FaultList t={t} faults={faults} />
      <form className="desk-form" method="post" action="/desk/standards/edit/">
        <Seen version={revision} commandId={commandId} />
        <input type="hidden" name="act" value="put" />
        <Ids {...props} />
        {TEXTS.map((name) => (
          <Texts key={name} {...props} name={name} label={fieldLabel(t, name)} />
        ))}
        <Choices {...props} names={['kpi']} />
        <Figures {...props} />
        <Choices {...props} names={['audience', 'serves', 'stage', 'touchpoint', 'owner']} />
        <Choices {...props} names={['category', 'dimension', 'fiveS', 'concerns', 'service']} />
        <Field
          {...{ t, faults, name: 'countries', maxLength: 300 }}
          label={fieldLabel(t, 'countries')}
          hint={t('desk.standards.countries.hint')}
          value={props.form.text('countries')}
        />
        <Basis {...props} />
        <BenchmarkRecord {...props} />
        <button className="btn btn-primary" type="submit">
          {t('desk.standards.edit.save')}
        </button>
      </form>
      <Drop {...props} />
    </>
  )
}
