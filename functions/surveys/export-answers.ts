import type { CsvCell } from '#domain/exports/csv-text.ts'
import type { Staff } from '#domain/staff/staff.ts'
import { DIMENSIONS } from '#domain/surveys/servqual.ts'
import type { Sources } from '#functions/db/sources.ts'
import { type Prepared, readEverywhere } from '#functions/db/statement.ts'
import { whyNotEverywhere } from '#functions/staff/desk-actor.ts'
import { noteAccess } from '#functions/staff/log-access.ts'
import { answeredBetween } from './read-store.ts'
import { type ShownAnswer, shownAnswer } from './show-figures.ts'

type Asking = Pick<Sources, 'hub' | 'databases' | 'now' | 'randomByte'> & { readonly staff: Staff }

export type ExportedAnswers = {
  readonly rows: readonly (readonly CsvCell[])[]
  /** Who took them, for the access log. */
  readonly access: Prepared
}

/** As many rows as one file holds. */
const MOST = 10_000
const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/

const ITEMS = DIMENSIONS.map((dimension) => `item.${dimension}` as const)
const SCORES = ['csat', 'ces', 'nps', ...ITEMS] as const

export const HEADER = [
  ...['kind', 'touchpoint', 'outlet', 'ending', 'outcome', 'ended_on', 'answered_at', 'status'],
  ...SCORES,
  'comment',
] as const

function rowOf({ survey, comment }: ShownAnswer): readonly CsvCell[] {
  const { kind, touchpoint, outlet, ending, outcome, day, firstAnsweredAt, status } = survey
  const answeredAt = firstAnsweredAt === null ? null : new Date(firstAnsweredAt).toISOString()
  return [
    ...[kind, touchpoint, outlet, ending, outcome, day, answeredAt, status],
    ...SCORES.map((question) => survey.scores[question] ?? null),
    comment,
  ]
}

/** The answers first given in a month (UTC), without names, numbers or codes; the panel is not among them. */
export async function exportAnswers(
  { hub, databases, staff, now, randomByte }: Asking,
  month: string,
): Promise<ExportedAnswers | { readonly refusal: 'not_your_role' | 'bad_value' }> {
  if (whyNotEverywhere(staff, 'survey.export')) return { refusal: 'not_your_role' }
  if (!MONTH.test(month)) return { refusal: 'bad_value' }
  const from = Date.parse(`${month}-01`)
  const date = new Date(from)
  const before = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1)
  const reads = databases.all.map((one) => answeredBetween(one, { from, before, most: MOST }))
  const rows = (await readEverywhere(reads))
    .flat()
    .map(shownAnswer)
    .filter(({ survey }) => survey.kind !== 'panel')
    .map(rowOf)
  const access = { subject: `staff/${staff.id}`, staffId: staff.id, act: 'exported_answers' }
  return { rows, access: noteAccess(hub, access, { now, randomByte }) }
}
