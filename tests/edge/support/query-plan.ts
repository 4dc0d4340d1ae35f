import type { SqlValue, Statement } from '#functions/db/statement.ts'

type PlanRow = { readonly detail: string }

const TEMPORARY = /USE TEMP B-TREE/
const SCANNED = /^SCAN (\S+)(.*)$/

/** What a statement may run through from end to end: its own WITH parts, parameters and constants. */
function isBounded(name: string, rest: string, sql: string): boolean {
  if (rest.includes('VIRTUAL TABLE') || name === 'CONSTANT' || /^\d+$/.test(name)) return true
  if (name.startsWith('(')) return true
  return new RegExp(
    `\\b${name}\\b\\s*(?:\\([^)]*\\))?\\s+AS\\s*(?:MATERIALIZED\\s*)?\\(`,
    'i',
  ).test(sql)
}

/**
 * What SQLite's plan for a statement shows that a request path may not do: read a table from end to
 * end that grows with the business, or sort in a temporary B-tree. Empty when all is well.
 */
export async function planFaults(
  database: D1Database,
  { sql, sample, scans }: Statement<readonly SqlValue[]>,
): Promise<string[]> {
  const explained = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).bind(...sample)
  const { results } = await explained.all<PlanRow>()
  return results.flatMap(({ detail }) => {
    if (TEMPORARY.test(detail)) return [detail]
    const [, name = '', rest = ''] = SCANNED.exec(detail) ?? []
    if (!name || isBounded(name, rest, sql) || scans.includes(name)) return []
    return [detail]
  })
}
