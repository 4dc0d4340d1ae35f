import { spellCode } from '#domain/identifiers/crockford.ts'
import type { NoticedFigure } from '#domain/scorecards/qualification.ts'
import { timeText } from '#functions/desk-network/views/network-time.ts'
import type { MessageKey } from '#i18n/translate.ts'
import type { ToldStep } from '../show-scorecard.ts'
import { criterionText, criterionValue } from './card-text.ts'
import type { CardProps } from './card-view.tsx'

type Facts = {
  readonly rule?: string
  readonly cause?: string
  readonly clock?: string
  readonly months?: readonly string[]
  readonly figures?: readonly NoticedFigure[]
}

/** What a step rests on, in words: its rule and months, its figures, its cause, the time that ran out. */
function factTexts({ t, locale }: Pick<CardProps, 't' | 'locale'>, data: Facts): readonly string[] {
  const word = (key: string) => t(`desk.scorecards.${key}` as MessageKey & 'desk.scorecards.title')
  const { rule, cause, clock, months = [], figures = [] } = data
  return [
    ...(rule ? [[word(`rule.${rule}`), ...months].join(' · ')] : []),
    ...(cause ? [word(`cause.${cause}`)] : []),
    ...(clock ? [word(`clock.${clock}`)] : []),
    ...figures.map(({ criterion, value, n }) =>
      t('desk.scorecards.worst.text', {
        criterion: criterionText(locale, t, criterion),
        value: criterionValue(t, criterion, value),
        n,
      }),
    ),
  ]
}

const Step = ({ step, ...props }: CardProps & { readonly step: ToldStep }) => {
  const { t, locale, shown } = props
  const type = `desk.scorecards.step.${step.type}` as 'desk.scorecards.step.noticed'
  return (
    <li>
      <p>
        <strong>{t(type)}</strong>
        {' · '}
        {timeText(locale, shown.outlet.zone, step.at)}
        {' · '}
        {step.by === null
          ? t('desk.scorecards.step.clock')
          : t('desk.scorecards.step.by', { name: step.by })}
      </p>
      {factTexts(props, step.data).map((fact) => (
        <p key={fact}>{fact}</p>
      ))}
      {step.words && <p className="desk-words">{step.words.text}</p>}
      {step.words && step.words.evidence.length > 0 && (
        <p>{step.words.evidence.map(spellCode).join(' · ')}</p>
      )}
    </li>
  )
}

/** Everything that was done, newest first, with who, when, and what it rests on. */
export const StepsPart = (props: CardProps) => {
  const { t, shown } = props
  return (
    <section className="desk-part" aria-labelledby="steps">
      <h2 id="steps">{t('desk.scorecards.steps')}</h2>
      {shown.steps.length === 0 ? (
        <p>{t('desk.scorecards.steps.none')}</p>
      ) : (
        <ol className="desk-list">
          {shown.steps.map((step) => (
            <Step key={step.version} {...props} step={step} />
          ))}
        </ol>
      )}
    </section>
  )
}
