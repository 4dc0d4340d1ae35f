import { spellCode } from '#domain/identifiers/crockford.ts'
import type { RepeatStepType } from '#domain/repeats/evolve-repeat.ts'
import { chargedTo, REPEAT_REASON_IDS, type RepeatReason } from '#domain/repeats/repeat.ts'
import type { Back } from '#functions/desk-network/staff-pages.tsx'
import {
  FaultList,
  Field,
  Refusal,
  Saved,
  Seen,
  Select,
} from '#functions/desk-network/views/form-parts.tsx'
import { timeText } from '#functions/repairs/views/when.ts'
import type { Locale } from '#i18n/locale.ts'
import type { Translate } from '#i18n/translate.ts'
import type { ShownRepeat, ToldStep } from '../see-repeat.ts'
import { addressOf, reasonText, standsText } from './repeat-text.ts'

type Props = Back & {
  readonly t: Translate
  readonly locale: Locale
  readonly zone: string
  readonly now: number
  readonly shown: ShownRepeat
  readonly commandId: string
}

type FormProps = Props & {
  readonly path: string
  readonly title: string
  readonly wordsLabel: string
  readonly areWordsWanted: boolean
  readonly children?: unknown
}

const StepForm = ({ path, title, wordsLabel, areWordsWanted, children, ...props }: FormProps) => {
  const { t, shown, typed, faults, commandId } = props
  return (
    <section className="desk-part" aria-labelledby={`do-${path}`}>
      <h2 id={`do-${path}`}>{title}</h2>
      <form
        className="desk-form desk-narrow"
        method="post"
        action={`${addressOf(shown.repeat.code)}${path}`}
      >
        <Seen version={shown.repeat.version} commandId={commandId} />
        {children as never}
        <Field
          {...{ t, faults, name: 'words', rows: 3, maxLength: 1000 }}
          {...{ label: wordsLabel, required: areWordsWanted, value: typed.text('words') }}
          hint={t('desk.repeats.words.hint')}
        />
        <button className="btn btn-primary" type="submit">
          {title}
        </button>
      </form>
    </section>
  )
}

const Reasons = ({
  t,
  faults,
  typed,
  label,
  reasons,
}: Pick<Props, 't' | 'faults' | 'typed'> & {
  readonly label: string
  readonly reasons: readonly RepeatReason[]
}) => (
  <Select
    {...{ t, faults, label, name: 'reason', value: typed.text('reason') }}
    options={reasons.map((value) => ({ value, label: reasonText(t, value) }))}
  />
)

const Classify = (props: Props & { readonly isAgain: boolean }) => {
  const { t, isAgain, shown } = props
  const { reason } = shown.repeat
  return (
    <StepForm
      {...props}
      path="classification"
      title={t(`desk.repeats.act.${isAgain ? 'reclassify' : 'classify'}`)}
      wordsLabel={t(isAgain ? 'desk.repeats.words' : 'desk.repeats.words.classify')}
      areWordsWanted={isAgain}
    >
      <Reasons
        {...props}
        label={t('desk.repeats.reason')}
        reasons={REPEAT_REASON_IDS.filter((one) => one !== reason)}
      />
    </StepForm>
  )
}

const Contest = (props: Props) => {
  const { t } = props
  return (
    <StepForm
      {...props}
      path="contest"
      title={t('desk.repeats.act.contest')}
      wordsLabel={t('desk.repeats.words')}
      areWordsWanted={true}
    >
      <p>{t('desk.repeats.once')}</p>
    </StepForm>
  )
}

const Decide = (props: Props) => {
  const { t, faults, typed } = props
  return (
    <StepForm
      {...props}
      path="decision"
      title={t('desk.repeats.act.decide')}
      wordsLabel={t('desk.repeats.words')}
      areWordsWanted={true}
    >
      <Select
        {...{ t, faults, name: 'verdict', value: typed.text('verdict') }}
        label={t('desk.repeats.verdict')}
        options={(['uphold', 'overturn'] as const).map((value) => ({
          ...{ value, label: t(`desk.repeats.act.${value}`) },
        }))}
      />
      <Reasons
        {...props}
        label={t('desk.repeats.overturned_as')}
        reasons={REPEAT_REASON_IDS.filter((one) => chargedTo(one) !== 'outlet')}
      />
    </StepForm>
  )
}

const Steps = (props: Props) => {
  const has = (step: RepeatStepType): boolean => props.shown.steps.includes(step)
  return (
    <>
      {has('classify') && <Classify {...props} isAgain={false} />}
      {has('contest') && <Contest {...props} />}
      {has('uphold') && <Decide {...props} />}
      {has('reclassify') && <Classify {...props} isAgain={true} />}
    </>
  )
}

/** Why there is nothing to be done, where one might look for it. */
function whyNothing({ t, locale, zone, now, shown }: Props): string | null {
  const { repeat, isExamined, steps } = shown
  const { status, contestUntil } = repeat
  if (status === 'unclassified' && !isExamined) return t('desk.repeats.not_examined')
  if (status === 'classified' && contestUntil !== null) {
    return now < contestUntil
      ? t('desk.repeats.until', { time: timeText(locale, zone, contestUntil) })
      : t('desk.repeats.stands_now')
  }
  const isOpen = status === 'unclassified' || status === 'contested'
  return isOpen && steps.length === 0 ? t('desk.repeats.others') : null
}

const Step = ({
  t,
  locale,
  zone,
  step,
}: Pick<Props, 't' | 'locale' | 'zone'> & { step: ToldStep }) => {
  const { type, by: name, at, reason, words } = step
  const kind = type.slice('repeat.'.length) as 'classified'
  return (
    <li>
      {t(`desk.repeats.step.${kind}`, { name, reason: reasonText(t, reason) })} ·{' '}
      {timeText(locale, zone, at)}
      {words && <blockquote>{words}</blockquote>}
    </li>
  )
}

const Facts = ({ t, locale, zone, shown }: Props) => {
  const { code, of, outlet, byOutlet, cameBackAt } = shown.repeat
  const facts = [
    [t('desk.repeats.earlier'), `${outlet} · ${spellCode(of)}`],
    [t('desk.repeats.back_at'), `${byOutlet} · ${spellCode(code)}`],
    [t('desk.repeats.when'), timeText(locale, zone, cameBackAt)],
    [t('desk.repeats.stands'), standsText(t, shown.repeat)],
  ] as const
  return (
    <dl className="facts facts-tight">
      {facts.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** A return: what it is, who said why, and what the person may do about it. */
export const RepeatView = (props: Props) => {
  const { t, shown, refusal, faults, isSaved } = props
  const nothing = whyNothing(props)
  return (
    <>
      <p>
        <a className="tap-target" href="/desk/repeats/">
          {t('desk.repeats.title')}
        </a>
      </p>
      <h1>
        {t('desk.repeats.one')} · <span translate="no">{spellCode(shown.repeat.code)}</span>
      </h1>
      <Refusal t={t} refusal={refusal} />
      <FaultList t={t} faults={faults} />
      <Saved t={t} isSaved={isSaved} />
      <Facts {...props} />
      {nothing && <p>{nothing}</p>}
      <Steps {...props} />
      {shown.told.length > 0 && (
        <section className="desk-part" aria-labelledby="history">
          <h2 id="history">{t('desk.repeats.history')}</h2>
          <ol className="desk-list">
            {shown.told.map((step) => (
              <Step key={step.version} {...props} step={step} />
            ))}
          </ol>
        </section>
      )}
    </>
  )
}
