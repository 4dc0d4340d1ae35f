import { env } from 'cloudflare:workers'
import { beforeEach, expect, it } from 'vitest'
import { readSession } from '#functions/staff/session.ts'
import { aCounter } from '../support/a-counter.ts'
import { fillHub } from '../support/a-hub.ts'
import { at, signedIn } from '../support/signed-in.ts'
import { theSources } from '../support/the-sources.ts'

type Asked = { readonly sql: string; readonly values: readonly unknown[] }

/** The database, noting what is asked of it: the library reads rows without their cost. */
function noting(asked: Asked[]): D1Database {
  return new Proxy(env.HUB, {
    get: (d1, name) => {
      if (name !== 'prepare') return Reflect.get(d1, name)
      return (sql: string) => {
        const statement = d1.prepare(sql)
        return new Proxy(statement, {
          get: (one, member) => {
            if (member !== 'bind') return Reflect.get(one, member)
            return (...values: unknown[]) => {
              asked.push({ sql, values })
              return one.bind(...values)
            }
          },
        })
      }
    },
  })
}

const MOST_ROWS = 4

beforeEach(async () => {
  await fillHub([aCounter()])
})

it('reads a session in at most four rows among thousands, and writes none', async () => {
  const { cookie } = await signedIn([at('counter', 'HZ-001')])
  await env.HUB.batch([
    env.HUB.prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
       INSERT INTO staff (id, name, email, grants, created_at, updated_at)
       SELECT 'stf_n' || i, 'n', 'n' || i || '@fixpoint.example', '[]', 0, 0 FROM n`,
    ),
    env.HUB.prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
       INSERT INTO staff_sessions (id, token, user_id, expires_at, created_at, updated_at)
       SELECT 'ses_n' || i, 'token' || i, 'stf_n' || i, 0, 0, 0 FROM n`,
    ),
  ])
  const asked: Asked[] = []
  const hub = { ...theSources().hub, d1: noting(asked) }
  const asking = { ...theSources(), hub, isDevelopment: false }
  const headers = new Headers({ Cookie: cookie })
  expect((await readSession(asking, headers, { prolong: true }))?.staff.id).toBe('stf_one')
  let rows = 0
  for (const { sql, values } of asked) {
    expect(sql).toMatch(/^select/i)
    const { meta } = await env.HUB.prepare(sql)
      .bind(...values)
      .all()
    rows += meta.rows_read
  }
  console.info(`a session: ${asked.length} reads, ${rows} rows`)
  expect(asked.length).toBeGreaterThan(0)
  expect(rows).toBeLessThanOrEqual(MOST_ROWS)
})
