import { createAdapterFactory } from 'better-auth/adapters'
import { type SqlValue, type Statements, statement } from './statement.ts'

const TOKEN = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'

type Session = [
  id: string,
  token: string,
  userId: string,
  expiresAt: number,
  ipAddress: string | null,
  userAgent: string | null,
  createdAt: number,
  updatedAt: number,
]

/** Everything that the sign-in library asks of the tables of staff and their sessions. */
export const statements = {
  staffByEmail: statement<[email: string]>('SELECT * FROM staff WHERE email = ?1', ['a@b.example']),
  staffById: statement<[id: string]>('SELECT * FROM staff WHERE id = ?1', ['stf_1']),
  accountsOfStaff: statement<[userId: string]>('SELECT * FROM staff_accounts WHERE user_id = ?1', [
    'stf_1',
  ]),
  sessionByToken: statement<[token: string]>('SELECT * FROM staff_sessions WHERE token = ?1', [
    TOKEN,
  ]),
  beginSession: statement<Session>(
    `INSERT INTO staff_sessions
       (id, token, user_id, expires_at, ip_address, user_agent, created_at, updated_at)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) RETURNING *`,
    ['ses_1', TOKEN, 'stf_1', 0, null, null, 0, 0],
  ),
  prolongSession: statement<[token: string, expiresAt: number, updatedAt: number]>(
    `UPDATE staff_sessions SET expires_at = ?2, updated_at = ?3 WHERE token = ?1 RETURNING *`,
    [TOKEN, 0, 0],
  ),
  endSession: statement<[token: string]>('DELETE FROM staff_sessions WHERE token = ?1', [TOKEN]),
} satisfies Statements

type Name = keyof typeof statements
type Clause = {
  readonly field: string
  readonly operator: string
  readonly value: unknown
}
type Row = Readonly<Record<string, unknown>>

const READS: Readonly<Record<string, Name>> = {
  'user by email': 'staffByEmail',
  'user by id': 'staffById',
  'account by userId': 'accountsOfStaff',
  'session by token': 'sessionByToken',
}
const BEGUN = [
  ...['id', 'token', 'userId', 'expiresAt'],
  ...['ipAddress', 'userAgent', 'createdAt', 'updatedAt'],
]
const PROLONGED = ['expiresAt', 'updatedAt']

/** What the library has begun to ask since an update, told as what to add here. */
const unknownTo = (asked: string): Error => new Error(`no statement for the sign-in: ${asked}`)

/** The one value that a row is looked for by. */
function keyOf(model: string, where: readonly Clause[] | undefined): [string, SqlValue] {
  const [clause, ...others] = where ?? []
  const asked = `${model} by ${(where ?? []).map(({ field, operator }) => `${field} ${operator}`)}`
  if (!clause || others.length > 0 || clause.operator !== 'eq') throw unknownTo(asked)
  return [`${model} by ${clause.field}`, sqlValueOf(clause.value)]
}

const sqlValueOf = (value: unknown): SqlValue =>
  value instanceof Date ? value.getTime() : ((value ?? null) as SqlValue)

/** Values in the order of a statement; a field it doesn't know is refused, never dropped. */
function valuesOf(data: Row, fields: readonly string[], asked: string): readonly SqlValue[] {
  const others = Object.keys(data).filter((field) => !fields.includes(field))
  if (others.length > 0) throw unknownTo(`${asked} with ${others}`)
  return fields.map((field) => sqlValueOf(data[field]))
}

const IS_INSTANT = /_at$/

/** Columns by the library's names; instants as it has them. */
const rowOf = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      IS_INSTANT.test(column) && typeof value === 'number' ? new Date(value) : value,
    ]),
  )

/** The tables of staff and their sessions, as the sign-in library reads and writes them. */
export function staffAdapter(d1: D1Database) {
  const run = async (name: Name, params: readonly SqlValue[]): Promise<readonly Row[]> => {
    const { results } = await d1
      .prepare(statements[name].sql)
      .bind(...params)
      .all<Row>()
    return results.map(rowOf)
  }
  const read = async (model: string, where: readonly Clause[] | undefined) => {
    const [key, value] = keyOf(model, where)
    const name = READS[key]
    if (!name) throw unknownTo(key)
    return await run(name, [value])
  }
  const refuse = (asked: string) => (): never => {
    throw unknownTo(asked)
  }
  // The library's types are of any row: what is read by a key is what it asked for.
  const first = <T>(rows: readonly Row[]): T => (rows[0] ?? null) as T
  return createAdapterFactory({
    config: { adapterId: 'd1', supportsBooleans: false, supportsNumericIds: false },
    adapter: () => ({
      create: async ({ model, data }) => {
        if (model !== 'session') throw unknownTo(`a new ${model}`)
        return first(await run('beginSession', valuesOf(data, BEGUN, 'a new session')))
      },
      findOne: async ({ model, where }) => first(await read(model, where)),
      findMany: async <T>({ model, where }: { model: string; where?: readonly Clause[] }) =>
        (await read(model, where)) as T[],
      update: async ({ model, where, update }) => {
        const [key, value] = keyOf(model, where)
        if (key !== 'session by token') throw unknownTo(`changing a ${key}`)
        const values = valuesOf(update as Row, PROLONGED, 'a longer session')
        return first(await run('prolongSession', [value, ...values]))
      },
      delete: async ({ model, where }) => {
        const [key, value] = keyOf(model, where)
        if (key !== 'session by token') throw unknownTo(`deleting a ${key}`)
        await run('endSession', [value])
      },
      updateMany: refuse('changing many'),
      deleteMany: refuse('deleting many'),
      count: refuse('a count'),
    }),
  })
}
