import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { type SqlValue, type Statement, statement } from '#functions/db/statement.ts'
import { planFaults } from './support/query-plan.ts'

type Module = { readonly statements?: Readonly<Record<string, unknown>> }

/** Every file of the Worker that exports `statements`; no other may hold SQL. */
const modules = import.meta.glob<Module>('../../functions/*/*.ts', { eager: true })

const written = Object.entries(modules).flatMap(([path, { statements = {} }]) =>
  Object.entries(statements).map(
    ([name, found]) =>
      [
        `${path.replace('../../functions/', '')} ${name}`,
        found as Statement<readonly SqlValue[]>,
      ] as const,
  ),
)

const planned = (sql: string, sample: SqlValue[] = [], scans: string[] = []) =>
  planFaults(env.HUB, statement(sql, sample, { scans }))

describe('a statement on a request path', () => {
  it('is written down where this test finds it', () => {
    expect(written.length).toBeGreaterThanOrEqual(10)
  })

  it.each(written)(
    'neither scans a growing table nor sorts by itself: %s',
    async (_name, found) => {
      expect(await planFaults(env.HUB, found)).toEqual([])
    },
  )

  it.each(written)('has a sample for each parameter: %s', (_name, { sql, sample }) => {
    const numbers = [...sql.matchAll(/\?(\d+)/g)].map(([, number]) => Number(number))
    expect(sample.length).toBe(Math.max(0, ...numbers))
  })
})

describe('the check itself', () => {
  it('refuses a scan, with an index and under another name too', async () => {
    expect(await planned('SELECT * FROM outlets')).not.toEqual([])
    expect(await planned("SELECT * FROM outlets AS o WHERE o.name_en = 'x'")).not.toEqual([])
    expect(await planned('SELECT code FROM outlets INDEXED BY outlets_by_region')).not.toEqual([])
    expect(await planned('UPDATE outlets SET benches = 1')).not.toEqual([])
    expect(await planned('DELETE FROM events WHERE actor = ?1', ['system'])).not.toEqual([])
  })

  it('refuses a sort that no index answers', async () => {
    const sorted = 'SELECT code FROM outlets WHERE region_id = ?1 ORDER BY name_en'
    expect(await planned(sorted, ['cn'])).toEqual(['USE TEMP B-TREE FOR ORDER BY'])
  })

  it('refuses the join that scans', async () => {
    const join =
      'SELECT o.code FROM regions r JOIN outlets o ON o.name_en = r.name_en WHERE r.id = ?1'
    expect(await planned(join, ['cn'])).not.toEqual([])
  })

  it('lets keys, indexes, lists in a parameter and small tables named so pass', async () => {
    expect(await planned('SELECT * FROM outlets WHERE code = ?1', ['A'])).toEqual([])
    expect(await planned('SELECT code FROM outlets WHERE region_id = ?1', ['cn'])).toEqual([])
    const list = 'SELECT code FROM outlets WHERE code IN (SELECT value FROM json_each(?1))'
    expect(await planned(list, ['["A"]'])).toEqual([])
    expect(await planned('SELECT * FROM calendars', [], ['calendars'])).toEqual([])
  })
})
