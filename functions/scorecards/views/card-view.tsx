import { criterionOf, PASS_MARK } from '#domain/scorecards/criteria.ts'
import type { CasesToDecide, CriterionScore } from '#domain/scorecards/score-of-outlet.ts'
import type { Back } from '#functions/desk-network/staff-pages.tsx'
import { FaultList, Refusal, Saved } from '#functions/desk-network/views/form-parts.tsx'
import type { Locale } from '#i18n/locale.ts'
import type { Translate } from '#i18n/translate.ts'
import type { ShownScorecard } from '../show-scorecard.ts'
import { criterionText, criterionValue } from './card-text.ts'
import { ScoreText } from './list-view.tsx'
import { ProcessPart } from './process-part.tsx'
import { StepsPart } from './steps-part.tsx'

export type CardProps = Back & {
  readonly t: Translate
  readonly locale: Locale
  readonly now: number
  readonly commandId: string
  readonly shown: ShownScorecard
}

const Scale = ({ t, one }: { readonly t: Translate; readonly one: CriterionScore }) => {
  const { scale } = criterionOf(one.id)
  const zero = criterionValue(t, one.id, scale.zero)
  return t('desk.scorecards.scale.text', { zero, full: criterionValue(t, one.id, scale.full) })
}

type CasesProps = { readonly t: Translate; readonly cases: CasesToDecide }

/** Of what people decide: how much of it nobody has decided yet. */
const Cases = ({ t, cases: { of, open } }: CasesProps) => (
  <a className="tap-target" href="/desk/repeats/">
    {t('desk.scorecards.cases', { of, open })}
  </a>
)

const Criterion = ({
  t,
  locale,
  one,
}: Pick<CardProps, 't' | 'locale'> & { one: CriterionScore }) => {
  const { id, points, value, n, interval, months, why, cases } = one
  const possible = criterionOf(id).points
  return (
    <tr>
      <th scope="row">{criterionText(locale, t, id)}</th>
      <td className="kpis-number" data-label={t('desk.scorecards.points')}>
        {points === null
          ? t('desk.scorecards.points.none')
          : t('desk.scorecards.points.of', { points: points.toFixed(2), possible })}
      </td>
      <td className="kpis-number kpis-figure" data-label={t('desk.scorecards.figure')}>
        {value === null ? '–' : criterionValue(t, id, value)}
      </td>
      <td className="kpis-number" data-label={t('desk.kpis.n')}>
        {n}
      </td>
      <td className="kpis-number" data-label={t('desk.scorecards.interval')}>
        {interval ? `${interval.low.toFixed(1)} – ${interval.high.toFixed(1)}` : '–'}
      </td>
      <td data-label={t('desk.scorecards.scale')}>
        {criterionOf(id).figure ? <Scale t={t} one={one} /> : '–'}
      </td>
      <td data-label={t('desk.scorecards.months_of')}>
        {[months.join(', '), why && t(`desk.scorecards.why.${why}`)].filter(Boolean).join(' · ')}
        {cases && cases.of > 0 && <Cases {...{ t, cases }} />}
      </td>
    </tr>
  )
}

const SCROLLED = { tabIndex: 0 } as const
const HEADS = ['points', 'figure', 'n', 'interval', 'scale', 'months_of'] as const

const Points = ({ t, locale, shown }: CardProps) => (
  <section className="desk-part" aria-labelledby="points">
    <h2 id="points">{t('desk.scorecards.criteria')}</h2>
    <div className="desk-scroll" role="group" {...SCROLLED} aria-labelledby="points">
      <table className="desk-table is-stacked kpis-table">
        <thead>
          <tr>
            <th scope="col">{t('desk.scorecards.criterion')}</th>
            {HEADS.map((head) => (
              <th key={head} scope="col">
                {head === 'n' ? t('desk.kpis.n') : t(`desk.scorecards.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.card.criteria.map((one) => (
            <Criterion key={one.id} {...{ t, locale, one }} />
          ))}
        </tbody>
      </table>
    </div>
  </section>
)

const Sum = ({ t, shown }: CardProps) => {
  const { card, closesOn } = shown
  const { earned, applicable, score, passes } = card
  return (
    <>
      <p>
        {score === null ? (
          t('desk.scorecards.score.too_little', { applicable })
        ) : (
          <>
            <strong>
              <ScoreText t={t} card={card} />
            </strong>
            {' · '}
            {t('desk.scorecards.score.of', { earned, applicable, score: score.toFixed(1) })}
            {' · '}
            <strong className={passes ? 'kpis-kept' : 'kpis-missed'}>
              {t(`desk.scorecards.${score >= PASS_MARK ? 'passes' : 'fails'}`)}
            </strong>
          </>
        )}
      </p>
      <p className="desk-muted">
        {closesOn
          ? t('desk.scorecards.so_far', { date: closesOn })
          : t('desk.scorecards.closed', { method: card.method })}
      </p>
    </>
  )
}

const Months = ({ t, shown }: CardProps) => (
  <section className="desk-part" aria-labelledby="months">
    <h2 id="months">{t('desk.scorecards.months')}</h2>
    {shown.months.length === 0 ? (
      <p>{t('desk.scorecards.months.none')}</p>
    ) : (
      <ul className="desk-list">
        {shown.months.map((one) => (
          <li key={one.month}>
            <a
              className="tap-target"
              href={`?month=${one.month}`}
              aria-current={one.month === shown.month ? 'page' : undefined}
            >
              {one.month}
            </a>{' '}
            <ScoreText t={t} card={one} />
          </li>
        ))}
      </ul>
    )}
  </section>
)

/** An outlet's month with every point and why, its months, and what is done about its qualification. */
export const CardView = (props: CardProps) => {
  const { t, locale, shown, refusal, faults, isSaved } = props
  const { outlet, month, qualification, proposal } = shown
  const isUnderWay = qualification.status !== 'clear' || proposal !== null
  return (
    <>
      <p>
        <a className="tap-target" href={`/desk/scorecards/?month=${month}`}>
          {t('desk.scorecards.title')}
        </a>
      </p>
      <h1>
        {outlet.code} · {outlet.name[locale]} · {month}
      </h1>
      <Refusal t={t} refusal={refusal} />
      <FaultList t={t} faults={faults} />
      <Saved t={t} isSaved={isSaved} />
      <Sum {...props} />
      {isUnderWay ? (
        <>
          <ProcessPart {...props} />
          <StepsPart {...props} />
          <Points {...props} />
        </>
      ) : (
        <>
          <Points {...props} />
          <ProcessPart {...props} />
          <StepsPart {...props} />
        </>
      )}
      <Months {...props} />
    </>
  )
}
