import { isCounted, lastDayOf } from '#domain/improvements/figure-rules.ts'
import type { BothLanguages, Figure } from '#domain/improvements/improvement.ts'
import { IMPROVEMENT_TABLE, type ImprovementStep } from '#domain/improvements/improvement-action.ts'
import type { KpiId } from '#domain/kpis/kpi-registry.ts'
import {
  FaultList,
  Field,
  Refusal,
  Saved,
  Seen,
} from '#functions/desk-network/views/form-parts.tsx'
import type { ProblemCode } from '#functions/http/problem.ts'
import { fullDate } from '#i18n/format.ts'
import type { Locale } from '#i18n/locale.ts'
import type { SeenImprovement } from '../see-improvements.ts'
import { StandingLine } from './improvement-list-view.tsx'
import { BothFields, FigureFields, type FormProps, fieldLabels } from './plan-view.tsx'

type Props = FormProps & {
  readonly locale: Locale
  readonly today: string
  readonly seen: SeenImprovement
  readonly commandId: string
  readonly refusal: ProblemCode | null
  readonly isSaved?: boolean
}

const Said = ({ label, words }: { readonly label: string; readonly words: BothLanguages | null }) =>
  words && (
    <>
      <dt>{label}</dt>
      <dd>
        <p lang="en">{words.en}</p>
        <p lang="zh-CN">{words['zh-CN']}</p>
      </dd>
    </>
  )

type FigureProps = Pick<Props, 't' | 'locale'> & { readonly kpi: KpiId; readonly figure: Figure }

/** A figure as staff may see it: whole, however few it is of. */
const FigureText = ({ t, locale, kpi, figure }: FigureProps) => {
  const { amount, n, from, until } = figure
  const period = { from: fullDate(locale, from), until: fullDate(locale, lastDayOf(until)) }
  return (
    <>
      {isCounted(kpi)
        ? t('desk.improvements.counted', { amount, n })
        : t('desk.improvements.valued', { amount, n })}{' '}
      <small className="desk-muted">{t('desk.improvements.period', period)}</small>
    </>
  )
}

const Facts = ({ t, locale, today, seen }: Props) => {
  const { improvement, words, region } = seen
  const { kpi, before, after, earlier = [], themes, owner } = improvement
  return (
    <dl className="desk-part improvement-facts">
      <dt>{t('desk.improvements.standing')}</dt>
      <dd>
        <StandingLine {...{ t, locale, today, seen }} />
      </dd>
      <Said label={t('desk.improvements.heard')} words={words.heard} />
      <Said label={t('desk.improvements.change')} words={words.change} />
      <Said label={t('desk.improvements.evidence')} words={words.evidence} />
      <Said label={t('desk.improvements.reason')} words={words.reason} />
      <dt>{t('desk.improvements.themes')}</dt>
      <dd>{themes.map((theme) => t(`feedback.theme.${theme}`)).join(' · ')}</dd>
      <dt>{t('desk.improvements.owner')}</dt>
      <dd>
        {t(`desk.role.${owner}`)} · {region?.name[locale] ?? t('desk.improvements.network')}
      </dd>
      {kpi && (
        <>
          <dt>{t('desk.improvements.kpi')}</dt>
          <dd>{t(`standards.kpi.${kpi}`)}</dd>
        </>
      )}
      {kpi && before && (
        <>
          <dt>{t('improvements.before')}</dt>
          <dd>
            <FigureText {...{ t, locale, kpi, figure: before }} />
          </dd>
        </>
      )}
      {kpi && earlier.length > 0 && (
        <>
          <dt>{t('improvements.earlier')}</dt>
          {earlier.map((figure) => (
            <dd key={`${figure.from} ${figure.until} ${figure.amount}`}>
              <FigureText {...{ t, locale, kpi, figure }} />
            </dd>
          ))}
        </>
      )}
      {kpi && after && (
        <>
          <dt>{t('improvements.after')}</dt>
          <dd>
            <FigureText {...{ t, locale, kpi, figure: after }} />
          </dd>
        </>
      )}
    </dl>
  )
}

const StepForm = ({
  step,
  children,
  isMain,
  ...props
}: Props & {
  readonly step: ImprovementStep
  readonly isMain?: boolean
  readonly children?: unknown
}) => {
  const { id, version } = props.seen.improvement
  return (
    <form
      className="desk-form improvement-step"
      method="post"
      action={`/desk/improvements/${id}/steps/${step}`}
    >
      <Seen version={version} commandId={`${props.commandId}-${step}`} />
      {children as never}
      <button className={isMain ? 'btn btn-primary' : 'btn'} type="submit">
        {props.t(`desk.improvements.step.${step}`)}
      </button>
    </form>
  )
}

const Steps = (props: Props) => {
  const { t, typed, faults, seen } = props
  const { status, isPublic, kpi } = seen.improvement
  const may = (step: ImprovementStep) => IMPROVEMENT_TABLE[step].includes(status)
  const form = { t, typed, faults }
  return (
    <section className="desk-stack" aria-labelledby="next">
      <h2 id="next">{t('desk.improvements.next')}</h2>
      {may('start') && <StepForm {...props} step="start" isMain />}
      {may('finish') && (
        <StepForm {...props} step="finish" isMain={status === 'under_way'}>
          <Field
            {...{ t, faults, name: 'day', type: 'date', required: true }}
            label={t('desk.improvements.done_on')}
            value={typed.text('day')}
          />
          <BothFields {...form} name="evidence" label={t('desk.improvements.evidence')} />
        </StepForm>
      )}
      {may('measure') && kpi && (
        <StepForm {...props} step="measure" isMain>
          <p>{t('desk.improvements.measure.what', { kpi: t(`standards.kpi.${kpi}`) })}</p>
          <FigureFields {...form} prefix="after" />
        </StepForm>
      )}
      <StepForm {...props} step={isPublic ? 'withdraw' : 'publish'}>
        <p>{t(isPublic ? 'desk.improvements.public.what' : 'desk.improvements.not_public.what')}</p>
      </StepForm>
      {may('drop') && (
        <StepForm {...props} step="drop">
          <BothFields {...form} name="reason" label={t('desk.improvements.reason')} />
        </StepForm>
      )}
    </section>
  )
}

/** One improvement, what it is and what may be done with it. */
export const ImprovementView = (props: Props) => {
  const { t, locale, seen, refusal, faults, isSaved } = props
  const { improvement, words, mayEdit } = seen
  const mayRevise = mayEdit && IMPROVEMENT_TABLE.revise.includes(improvement.status)
  return (
    <>
      <p>
        <a className="tap-target" href="/desk/improvements/">
          {t('desk.improvements.title')}
        </a>
      </p>
      <h1>{words.change[locale]}</h1>
      <Saved t={t} isSaved={isSaved} />
      <Refusal t={t} refusal={refusal} />
      <FaultList t={t} faults={faults} labels={fieldLabels(t)} />
      <div className="desk-columns">
        <div className="desk-stack">
          <Facts {...props} />
          {mayRevise && (
            <p>
              <a className="btn" href={`/desk/improvements/${improvement.id}/edit/`}>
                {t('desk.improvements.edit')}
              </a>
            </p>
          )}
        </div>
        {mayEdit && <Steps {...props} />}
      </div>
    </>
  )
}
