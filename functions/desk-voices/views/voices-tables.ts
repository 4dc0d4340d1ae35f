import type { CsvCell } from '#domain/exports/csv-text.ts'
import type { Share } from '#domain/surveys/scores.ts'
import type { Analysis } from '#domain/voices/analysis.ts'
import type { Verbatim } from '../read-verbatims.ts'

type Row = readonly CsvCell[]

/** What each line of the figures is: months for counts over time; parts with their whole and interval. */
export const FIGURES_HEADER = [
  ...['section', 'item', 'month', 'count', 'n', 'share', 'low', 'high', 'value'],
] as const

const shareRow = (section: string, item: string, share: Share | null, month = ''): Row =>
  share
    ? [
        section,
        item,
        month,
        share.hits,
        share.n,
        share.share,
        share.interval.low,
        share.interval.high,
        null,
      ]
    : [section, item, month, null, 0, null, null, null, null]
const valueRow = (section: string, item: string, value: number | null): Row => [
  ...[section, item, null, null, null, null, null, null, value],
]

const overTime = (section: string, { months }: Analysis, list: Analysis['themes' | 'causes']) =>
  list.flatMap(({ code, perMonth }) =>
    perMonth.map(
      (count, place): Row => [
        ...[section, code, months[place] ?? '', count, null, null, null, null, null],
      ],
    ),
  )

/** Everything that the page of figures shows, a line for each number. */
export function figureRows(analysis: Analysis): readonly Row[] {
  const { surveys, silent, evidence, months } = analysis
  const { nps } = surveys
  return [
    ...overTime('themes', analysis, analysis.themes),
    ...overTime('complaint_causes', analysis, analysis.causes),
    ...analysis.surveysOverTime.flatMap(({ csat, dsat }, place) => [
      shareRow('surveys_over_time', 'csat', csat, months[place]),
      shareRow('surveys_over_time', 'dsat', dsat, months[place]),
    ]),
    ...analysis.pareto.map(
      ({ code, count, share, cumulative }): Row => [
        ...['pareto', code, null, count, null, share, null, null, cumulative],
      ],
    ),
    shareRow('surveys', 'csat', surveys.csat),
    shareRow('surveys', 'dsat', surveys.dsat),
    shareRow('surveys', 'response_rate', surveys.response),
    nps
      ? ['surveys', 'nps', null, null, nps.n, null, nps.interval.low, nps.interval.high, nps.score]
      : valueRow('surveys', 'nps', null),
    valueRow('surveys', 'answers_needed', surveys.needed),
    ...analysis.dimensions.flatMap(({ dimension, mean, favourable }) => [
      shareRow('dimension_favourable', dimension, favourable),
      valueRow('dimension_mean', dimension, mean),
    ]),
    ...Object.entries(silent).map(([item, share]) => shareRow('without_a_word', item, share)),
    ...Object.entries(evidence).map(([item, value]) => valueRow('evidence', item, value)),
  ]
}

export const WORDS_HEADER = ['kind', 'at', 'outlet', 'about', 'themes', 'words'] as const

export const wordRows = (kind: string, verbatims: readonly Verbatim[]): readonly Row[] =>
  verbatims.map(({ at, outlet, about, themes, words }) => [
    ...[kind, new Date(at).toISOString(), outlet, about, themes.join(' '), words],
  ])
