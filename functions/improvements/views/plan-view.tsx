import { THEMES } from '#domain/feedback/themes.ts'
import { OWNER_ROLES } from '#domain/improvements/improvement.ts'
import { KPI_IDS } from '#domain/kpis/kpi-registry.ts'
import type { Form } from '#functions/desk-network/form-query.ts'
import {
  FaultList,
  type Faults,
  Field,
  Refusal,
  Seen,
  Select,
  Tick,
} from '#functions/desk-network/views/form-parts.tsx'
import type { ProblemCode } from '#functions/http/problem.ts'
import type { Locale } from '#i18n/locale.ts'
import type { Translate } from '#i18n/translate.ts'
import { LONGEST_WORDS } from '../improvement-query.ts'
import type { RegionName } from '../see-improvements.ts'

export type FormProps = {
  readonly t: Translate
  readonly typed: Form
  readonly faults: Faults
}

type Props = FormProps & {
  readonly locale: Locale
  /** null = a new one. */
  readonly id: string | null
  readonly version: number | undefined
  readonly everywhere: boolean
  readonly regions: readonly RegionName[]
  readonly commandId: string
  readonly refusal: ProblemCode | null
}

/** The same words in both languages, beside each other. */
export const BothFields = ({
  t,
  typed,
  faults,
  name,
  label,
}: FormProps & { readonly name: string; readonly label: string }) => (
  <div className="desk-fields">
    <Field
      {...{ t, faults, name: `${name}En`, rows: 3, maxLength: LONGEST_WORDS, lang: 'en' }}
      label={t('desk.network.in_english', { what: label })}
      value={typed.text(`${name}En`)}
      required
    />
    <Field
      {...{ t, faults, name: `${name}Zh`, rows: 3, maxLength: LONGEST_WORDS, lang: 'zh-CN' }}
      label={t('desk.network.in_chinese', { what: label })}
      value={typed.text(`${name}Zh`)}
      required
    />
  </div>
)

/** A figure: how much, of how many, over which days. */
export const FigureFields = ({
  t,
  typed,
  faults,
  prefix,
}: FormProps & { readonly prefix: 'before' | 'after' }) => (
  <div className="desk-fields">
    <Field
      {...{ t, faults, name: `${prefix}Amount`, inputMode: 'decimal' }}
      label={t('desk.improvements.amount')}
      hint={t('desk.improvements.amount.hint')}
      value={typed.text(`${prefix}Amount`)}
    />
    <Field
      {...{ t, faults, name: `${prefix}N`, inputMode: 'numeric' }}
      label={t('desk.improvements.n')}
      hint={t('desk.improvements.n.hint')}
      value={typed.text(`${prefix}N`)}
    />
    <Field
      {...{ t, faults, name: `${prefix}From`, type: 'date' }}
      label={t('desk.improvements.from')}
      value={typed.text(`${prefix}From`)}
    />
    <Field
      {...{ t, faults, name: `${prefix}Until`, type: 'date' }}
      label={t('desk.improvements.until')}
      value={typed.text(`${prefix}Until`)}
    />
  </div>
)

const Themes = ({ t, typed, faults }: FormProps) => (
  <fieldset className="improvement-themes" id="themes" tabIndex={-1}>
    <legend className="desk-label">{t('desk.improvements.themes')}</legend>
    {faults['themes'] && <p className="desk-fault">{t('desk.improvements.fault.themes')}</p>}
    <div className="improvement-ticks">
      {THEMES.map((theme) => (
        <Tick
          key={theme}
          {...{ name: 'themes', value: theme, label: t(`feedback.theme.${theme}`) }}
          checked={typed.all('themes').includes(theme)}
        />
      ))}
    </div>
  </fieldset>
)

const Where = ({ t, typed, faults, locale, everywhere, regions }: Props) => (
  <div className="desk-fields">
    <Select
      {...{ t, faults, name: 'region', label: t('desk.improvements.region') }}
      value={typed.text('region')}
      options={[
        ...(everywhere ? [{ value: '', label: t('desk.improvements.network') }] : []),
        ...regions.map(({ id, name }) => ({ value: id, label: name[locale] })),
      ]}
    />
    <Select
      {...{ t, faults, name: 'owner', label: t('desk.improvements.owner') }}
      value={typed.text('owner') || 'hq_quality'}
      options={OWNER_ROLES.map((role) => ({ value: role, label: t(`desk.role.${role}`) }))}
    />
    <Field
      {...{ t, faults, name: 'dueDay', type: 'date', required: true }}
      label={t('desk.improvements.due_day')}
      value={typed.text('dueDay')}
    />
  </div>
)

/** What the fields of both forms are called, for a list of faults that would say the same of each. */
export function fieldLabels(t: Translate): Readonly<Record<string, string>> {
  const both = (name: 'heard' | 'change' | 'evidence' | 'reason') => {
    const what = t(`desk.improvements.${name}`)
    return {
      [`${name}En`]: t('desk.network.in_english', { what }),
      [`${name}Zh`]: t('desk.network.in_chinese', { what }),
    }
  }
  const from = t('desk.improvements.from')
  const until = t('desk.improvements.until')
  return {
    ...{ dueDay: t('desk.improvements.due_day'), day: t('desk.improvements.done_on') },
    ...{ ...both('heard'), ...both('change'), ...both('evidence'), ...both('reason') },
    ...{ beforeFrom: from, afterFrom: from, beforeUntil: until, afterUntil: until },
  }
}

/** The form of an improvement: what was heard, what is done, who answers for it, by when, measured by what. */
export const PlanView = (props: Props) => {
  const { t, typed, faults, id, version, commandId, refusal } = props
  const action = id === null ? '/desk/new-improvement/' : `/desk/improvements/${id}/edit/`
  return (
    <>
      <h1>{t(id === null ? 'desk.improvements.new' : 'desk.improvements.edit')}</h1>
      <Refusal t={t} refusal={refusal} />
      {refusal === 'stale' && id !== null && (
        <p>
          <a className="tap-target" href={`/desk/improvements/${id}/`}>
            {t('desk.improvements.as_it_stands')}
          </a>
        </p>
      )}
      <FaultList t={t} faults={faults} labels={fieldLabels(t)} />
      <form className="desk-form" method="post" action={action}>
        <Seen version={version} commandId={commandId} />
        <Themes {...{ t, typed, faults }} />
        <BothFields {...{ t, typed, faults, name: 'heard' }} label={t('desk.improvements.heard')} />
        <BothFields
          {...{ t, typed, faults, name: 'change' }}
          label={t('desk.improvements.change')}
        />
        <p className="desk-muted">{t('desk.improvements.words.hint')}</p>
        <Where {...props} />
        <Select
          {...{ t, faults, name: 'kpi', label: t('desk.improvements.kpi') }}
          value={typed.text('kpi')}
          options={[
            { value: '', label: t('desk.improvements.no_kpi') },
            ...KPI_IDS.map((kpi) => ({ value: kpi, label: t(`standards.kpi.${kpi}`) })),
          ]}
        />
        <fieldset>
          <legend className="desk-label">{t('desk.improvements.before')}</legend>
          <FigureFields {...{ t, typed, faults, prefix: 'before' }} />
        </fieldset>
        <button className="btn btn-primary" type="submit">
          {t('desk.improvements.save')}
        </button>
      </form>
    </>
  )
}
