import type { SurveyFigures } from '#domain/surveys/figures.ts'
import type { Share } from '#domain/surveys/scores.ts'
import { DIMENSIONS } from '#domain/surveys/servqual.ts'
import type { Locale } from '#i18n/locale.ts'
import type { Translate } from '#i18n/translate.ts'

type Voice = { readonly t: Translate; readonly locale: Locale }

/** 0.6916: `69.2 %`, by the language's habit. */
export const percent = (locale: Locale, share: number): string =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(share)

export const oneDigit = (locale: Locale, number: number): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 1, signDisplay: 'auto' }).format(number)

type Line = {
  readonly title: string
  readonly value: string | null
  readonly n: string
  readonly interval: string
}

function shareLine({ t, locale }: Voice, title: string, share: Share | null): Line {
  if (!share) return { title, value: null, n: '', interval: '' }
  const { hits, n, interval } = share
  return {
    title,
    value: percent(locale, share.share),
    n: t('desk.surveys.of', { hits, n }),
    interval: t('desk.surveys.range', {
      low: percent(locale, interval.low),
      high: percent(locale, interval.high),
    }),
  }
}

function linesOf(voice: Voice, figures: SurveyFigures): readonly Line[] {
  const { t, locale } = voice
  const { nps } = figures
  return [
    shareLine(voice, t('desk.surveys.response'), figures.response),
    shareLine(voice, t('desk.surveys.csat'), figures.csat),
    shareLine(voice, t('desk.surveys.dsat'), figures.dsat),
    shareLine(voice, t('desk.surveys.ces'), figures.ces),
    {
      title: t('desk.surveys.nps'),
      value: nps && oneDigit(locale, nps.score),
      n: nps ? `${nps.n}` : '',
      interval: nps
        ? t('desk.surveys.range', {
            low: oneDigit(locale, nps.interval.low),
            high: oneDigit(locale, nps.interval.high),
          })
        : '',
    },
    ...DIMENSIONS.map((one): Line => {
      const mean = figures.dimensions[one]
      const dimension = t(`desk.surveys.dimension.${one}`)
      return {
        title: t('desk.surveys.item', { dimension }),
        value: mean && oneDigit(locale, mean.mean),
        n: mean ? `${mean.n}` : '',
        interval: '',
      }
    }),
  ]
}

type Props = Voice & { readonly figures: SurveyFigures }

/** Figures with what they stand on: satisfied and dissatisfied side by side, each with n and interval. */
export const FiguresTable = ({ t, locale, figures }: Props) => (
  <div className="desk-scroll">
    <table className="desk-table is-stacked">
      <thead>
        <tr>
          <th scope="col">{t('desk.surveys.figure')}</th>
          <th scope="col">{t('desk.surveys.value')}</th>
          <th scope="col">{t('desk.surveys.n')}</th>
          <th scope="col">{t('desk.surveys.interval')}</th>
        </tr>
      </thead>
      <tbody>
        {linesOf({ t, locale }, figures).map(({ title, value, n, interval }) => (
          <tr key={title}>
            <th scope="row">{title}</th>
            <td data-label={t('desk.surveys.value')}>{value ?? t('desk.surveys.none')}</td>
            <td data-label={n && t('desk.surveys.n')}>{n}</td>
            <td data-label={interval && t('desk.surveys.interval')}>{interval}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

/** Whether the sample carries a conclusion, and what became of comments and callbacks. */
export const SampleNotes = ({
  t,
  figures,
  ahead,
}: Pick<Props, 't' | 'figures'> & {
  /** Callbacks that nobody has begun and that aren't due yet. */
  readonly ahead: number
}) => {
  const { needed, isBigEnough, suspected, confirmed, callbacks, callbacksInTime } = figures
  return (
    <>
      <p className={isBigEnough ? undefined : 'desk-alarm'}>
        {t(isBigEnough ? 'desk.surveys.enough' : 'desk.surveys.not_enough', { needed })}
      </p>
      <p>
        {t('desk.surveys.suspected', { suspected, confirmed })}{' '}
        {t('desk.surveys.called', {
          callbacks: Math.max(callbacks - ahead, callbacksInTime),
          inTime: callbacksInTime,
        })}
        {ahead > 0 ? ` ${t('desk.surveys.ahead', { count: ahead })}` : null}
      </p>
    </>
  )
}
