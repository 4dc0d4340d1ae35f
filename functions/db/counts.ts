import { type SqlValue, type Statement, statement } from './statement.ts'

/** Signed additions by measure: `{ 'repair.received': 1 }`. */
export type Counts = Readonly<Record<string, number>>

/** Measures that one statement can change: two parameters each, D1 takes a hundred. */
const MOST_MEASURES = 32
/** Of them in one call: D1 gives a function 32 arguments at most. */
const A_CALL = 15

type Target = { readonly table: 'kpi_days' | 'kpi_months'; readonly period: string }
const TARGETS: readonly Target[] = [
  { table: 'kpi_days', period: 'service_date' },
  { table: 'kpi_months', period: 'month' },
]

type AddParams = [outletCode: string, period: string, ...measures: (string | number)[]]

const ADDITIONS = ['first', 'again'] as const

/** `json_set(…)` over `count` measures, whose path and number are parameters from the third on. */
function jsonOf(count: number, turn: (typeof ADDITIONS)[number], table: string): string {
  const changes = Array.from({ length: count }, (_, place) => {
    const [path, number] = [`?${3 + 2 * place}`, `?${4 + 2 * place}`]
    return turn === 'first'
      ? `${path}, ${number}`
      : `${path}, coalesce(${table}.counts ->> ${path}, 0) + ${number}`
  })
  let json = turn === 'first' ? `'{}'` : `${table}.counts`
  for (let from = 0; from < count; from += A_CALL) {
    json = `json_set(${json}, ${changes.slice(from, from + A_CALL).join(', ')})`
  }
  return json
}

const sampleOf = (count: number): AddParams => [
  'SZ-001',
  '2026-11',
  ...Array.from({ length: count }, (_, place) => [`$."m${place}"`, 1]).flat(),
]

const addition = ({ table, period }: Target, count: number): Statement<AddParams> =>
  statement<AddParams>(
    `INSERT INTO ${table} (outlet_code, ${period}, counts) VALUES (?1, ?2, ${jsonOf(count, 'first', table)})
     ON CONFLICT (outlet_code, ${period}) DO UPDATE SET counts = ${jsonOf(count, 'again', table)}`,
    sampleOf(count),
  )

/** `kpi_days_3` adds to three measures of a day's row: one row written, none read. */
export const statements = {
  ...Object.fromEntries(
    TARGETS.flatMap((target) =>
      Array.from({ length: MOST_MEASURES }, (_, place) => [
        `${target.table}_${place + 1}`,
        addition(target, place + 1),
      ]),
    ),
  ),
} as Readonly<Record<string, Statement<AddParams>>>

export type Addition = {
  readonly statement: Statement<AddParams>
  readonly params: readonly SqlValue[]
}

const pathOf = (measure: string): string => `$."${measure.replaceAll('"', '')}"`

/** The statements that add counts to a packed row; more measures than one can hold take several. */
export function addCounts(
  table: Target['table'],
  outletCode: string,
  { period, counts }: { readonly period: string; readonly counts: Counts },
): readonly Addition[] {
  const measures = Object.entries(counts).filter(([, number]) => number !== 0)
  const additions: Addition[] = []
  for (let from = 0; from < measures.length; from += MOST_MEASURES) {
    const part = measures.slice(from, from + MOST_MEASURES)
    const adding = statements[`${table}_${part.length}`]
    if (!adding) throw new Error(`no statement adds ${part.length} measures`)
    const pairs = part.flatMap(([measure, number]) => [pathOf(measure), number])
    additions.push({ statement: adding, params: [outletCode, period, ...pairs] })
  }
  return additions
}
