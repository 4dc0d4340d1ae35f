import { kpiPlaceKey } from '#domain/kpis/kpi-place.ts'
import type { ProposedReview } from '#domain/scorecards/propose-review.ts'
import { nextDue } from '#domain/scorecards/qualification.ts'
import { placeText } from '#functions/desk-kpis/views/question.tsx'
import { timeText } from '#functions/desk-network/views/network-time.ts'
import type { Locale } from '#i18n/locale.ts'
import type { Translate } from '#i18n/translate.ts'
import type { ListedCard, ScorecardList } from '../see-scorecards.ts'
import { criterionText, criterionValue } from './card-text.ts'

export type ListProps = {
  readonly t: Translate
  readonly locale: Locale
  readonly now: number
  readonly list: ScorecardList
}

type Told = Pick<ListProps, 't' | 'locale'>

/** Why a review is proposed. */
export function proposalText({ t, locale }: Told, proposal: ProposedReview): string {
  const months = proposal.months.join(', ')
  if (!proposal.criterion) return t('desk.scorecards.proposed.failing_months', { months })
  const criterion = criterionText(locale, t, proposal.criterion)
  return t('desk.scorecards.proposed.funnel', { criterion, months })
}

/** `82.4 ★★★` */
export const ScoreText = ({
  t,
  card,
}: {
  readonly t: Translate
  readonly card: Pick<ListedCard, 'score' | 'stars'>
}) =>
  card.score === null ? (
    <span className="desk-muted">{t('desk.scorecards.score.none')}</span>
  ) : (
    <>
      {card.score.toFixed(1)}
      {card.stars > 0 && (
        <>
          {' '}
          <span aria-hidden="true">{'★'.repeat(card.stars)}</span>
          <span className="sr-only">{t('desk.scorecards.stars', { count: card.stars })}</span>
        </>
      )}
    </>
  )

const Process = ({ t, locale, now, card }: ListProps & { readonly card: ListedCard }) => {
  const { process, line } = card
  if (!process) {
    return line.proposal ? (
      <>
        <strong>{t('desk.scorecards.proposed')}</strong>
        <br />
        {proposalText({ t, locale }, line.proposal)}
      </>
    ) : (
      <>–</>
    )
  }
  const due = nextDue(process)
  const late = process.missed.at(-1)
  const told = due && { clock: due.clock, time: timeText(locale, process.zone, due.dueAt) }
  const isOver = due ? due.dueAt <= now : late !== undefined
  return (
    <>
      {t(`desk.scorecards.status.${process.status}`)}
      <br />
      {told && !isOver && (
        <span>
          {t('desk.scorecards.due', {
            clock: t(`desk.scorecards.clock.${told.clock}`),
            time: told.time,
          })}
        </span>
      )}
      {isOver && (
        <strong className="kpis-missed">
          {t('desk.scorecards.overdue', {
            clock: t(`desk.scorecards.clock.${(due ?? late)?.clock ?? 'decision'}`),
            time: timeText(locale, process.zone, (due ?? late)?.dueAt ?? 0),
          })}
        </strong>
      )}
    </>
  )
}

const COLUMNS = ['score', 'applicable', 'before', 'worst', 'funnel', 'process'] as const

const Row = (props: ListProps & { readonly card: ListedCard }) => {
  const { t, locale, card } = props
  const { outlet, name, line } = card
  const { worst, breaches, before } = line
  return (
    <tr>
      <th scope="row">
        <a className="tap-target" href={`/desk/scorecards/${outlet}/?month=${card.month}`}>
          {outlet} · {name[locale]}
        </a>
      </th>
      <td className="kpis-number" data-label={t('desk.scorecards.score')}>
        <ScoreText t={t} card={card} />
      </td>
      <td className="kpis-number" data-label={t('desk.scorecards.applicable')}>
        {card.applicable}
      </td>
      <td className="kpis-number" data-label={t('desk.scorecards.before')}>
        {before.map((score) => (score === null ? '–' : score.toFixed(1))).join(' · ')}
      </td>
      <td data-label={t('desk.scorecards.worst')}>
        {worst
          ? t('desk.scorecards.worst.text', {
              criterion: criterionText(locale, t, worst.id),
              value: criterionValue(t, worst.id, worst.value),
              n: worst.n,
            })
          : t('desk.scorecards.worst.none')}
      </td>
      <td data-label={t('desk.scorecards.funnel')}>
        {breaches.length === 0
          ? t('desk.scorecards.funnel.within')
          : breaches.map((id) => criterionText(locale, t, id)).join(' · ')}
      </td>
      <td data-label={t('desk.scorecards.process')}>
        <Process {...props} />
      </td>
    </tr>
  )
}

const Question = ({ t, locale, list }: ListProps) => {
  const shown = kpiPlaceKey(list.place)
  const isListed = list.places.some(({ key }) => key === shown)
  return (
    <form className="desk-row kpis-question" method="get" action="/desk/scorecards/">
      <label className="desk-field">
        <span>{t('desk.scorecards.month')}</span>
        <input
          className="input"
          type="month"
          name="month"
          value={list.month}
          pattern="\d{4}-\d{2}"
        />
      </label>
      <label className="desk-field">
        <span>{t('desk.kpis.place')}</span>
        <select className="select" name="place">
          {!isListed && (
            <option value={shown} selected>
              {placeText({ t, locale }, list)}
            </option>
          )}
          {list.places.map(({ key, name }) => (
            <option key={key} value={key} selected={key === shown}>
              {key === 'network' ? t('desk.kpis.network') : (name?.[locale] ?? key.split('/')[1])}
            </option>
          ))}
        </select>
      </label>
      <button className="btn btn-primary" type="submit">
        {t('desk.kpis.look')}
      </button>
    </form>
  )
}

/** What a page is light with; the file has more. */
const SHOWN = 100
const SCROLLED = { tabIndex: 0 } as const

/** The outlets of a place by what they lack, each with why and with what is done about it. */
export const ListView = (props: ListProps) => {
  const { t, locale, list } = props
  const query = new URLSearchParams({ month: list.month, place: kpiPlaceKey(list.place) })
  return (
    <>
      <h1>
        {t('desk.scorecards.title')} · {placeText({ t, locale }, list)}
      </h1>
      <p>
        {t('desk.scorecards.what')}{' '}
        <a href={`${locale === 'en' ? '' : '/zh'}/standards/scorecards/`}>
          {t('desk.scorecards.method')}
        </a>
      </p>
      <Question {...props} />
      <p className="desk-row kpis-ways">
        <a className="btn" href={`/desk/scorecards.csv?${query}`} download>
          {t('desk.kpis.csv')}
        </a>
      </p>
      {(list.isTooMany || list.cards.length > SHOWN) && (
        <p className="desk-muted">{t('desk.scorecards.too_many', { count: SHOWN })}</p>
      )}
      {list.others.length > 0 && (
        <ul className="desk-list">
          {list.others.map(({ outlet, status }) => (
            <li key={outlet}>
              <a className="tap-target" href={`/desk/scorecards/${outlet}/`}>
                {outlet}
              </a>{' '}
              {t(`desk.scorecards.status.${status}`)}
            </li>
          ))}
        </ul>
      )}
      {list.cards.length === 0 ? (
        <p>{t('desk.scorecards.not_closed')}</p>
      ) : (
        <div
          className="desk-scroll"
          role="region"
          {...SCROLLED}
          aria-label={t('desk.scorecards.title')}
        >
          <table className="desk-table is-stacked kpis-table">
            <thead>
              <tr>
                <th scope="col">{t('desk.scorecards.outlet')}</th>
                {COLUMNS.map((column) => (
                  <th key={column} scope="col">
                    {t(`desk.scorecards.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {list.cards.slice(0, SHOWN).map((card) => (
                <Row key={card.outlet} {...props} card={card} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}
