import type { CsvCell } from '#domain/exports/csv-text.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import { lastRound } from '#domain/feedback/feedback-steps.ts'
import { spellCode } from '#domain/identifiers/crockford.ts'
import { isoAt } from '#functions/http/iso-time.ts'
import type { ExportedFeedback } from '../list-feedback.ts'

type Column = readonly [name: string, cell: (feedback: Feedback, said: string | null) => CsvCell]

const iso = (at: number | null | undefined, { zone }: Feedback): string | null =>
  at == null ? null : isoAt(at, zone)

/** Codes and times, and the words; never a name, a number or an address. */
const COLUMNS: readonly Column[] = [
  ['code', ({ code }) => spellCode(code)],
  ['kind', ({ kind }) => kind],
  ['status', ({ status }) => status],
  ['channel', ({ channel }) => channel],
  ['formal', ({ isFormal }) => isFormal],
  ['touchpoint', ({ touchpoint }) => touchpoint],
  ['outlet', ({ outlet }) => outlet],
  ['repair', ({ repair }) => repair && spellCode(repair)],
  ['topic', ({ topic }) => topic],
  ['themes', ({ themes }) => themes.join(' ')],
  ['received_at', (feedback) => iso(feedback.receivedAt, feedback)],
  ['answer_due_at', (feedback) => iso(feedback.rounds[0]?.dueAt, feedback)],
  ['answered_at', (feedback) => iso(feedback.rounds[0]?.answeredAt, feedback)],
  ['rounds', ({ rounds }) => rounds.length],
  ['last_answered_at', (feedback) => iso(lastRound(feedback).answeredAt, feedback)],
  ['solved_at', (feedback) => iso(feedback.solving.solvedAt, feedback)],
  ['suspicion', ({ suspicion }) => suspicion?.state ?? null],
  ['complaint', ({ suspicion }) => (suspicion?.complaint ? spellCode(suspicion.complaint) : null)],
  ['said', (_, said) => said],
]

export const EXPORT_HEADER: readonly string[] = COLUMNS.map(([name]) => name)

export const exportRow = ({ feedback, said }: ExportedFeedback): readonly CsvCell[] =>
  COLUMNS.map(([, cell]) => cell(feedback, said))
