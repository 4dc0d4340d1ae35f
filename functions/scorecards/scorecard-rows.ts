import type { CsvCell } from '#domain/exports/csv-text.ts'
import { nextDue } from '#domain/scorecards/qualification.ts'
import type { ScorecardList } from './see-scorecards.ts'

export const SCORECARD_HEADER = [
  ...['outlet', 'name_en', 'name_zh', 'month', 'score', 'stars', 'applicable', 'month_before'],
  ...['two_months_before', 'costs_most', 'value', 'n', 'beyond_chance', 'proposed', 'process'],
  'due_at',
] as const

/** The list as its page shows it. */
export const scorecardRows = ({ cards }: ScorecardList): readonly (readonly CsvCell[])[] =>
  cards.map(({ outlet, name, month, score, stars, applicable, line, process }) => {
    const { worst, breaches, proposal, before } = line
    const due = process && nextDue(process)
    return [
      ...[outlet, name.en, name['zh-CN'], month, score, stars, applicable],
      ...[before[0] ?? null, before[1] ?? null, worst?.id ?? null, worst?.value ?? null],
      ...[worst?.n ?? null, breaches.join(' '), proposal?.rule ?? null, process?.status ?? null],
      due ? new Date(due.dueAt).toISOString() : null,
    ]
  })
