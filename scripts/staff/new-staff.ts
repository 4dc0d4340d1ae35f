import { randomBytes } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import type { Grant } from '#domain/staff/staff.ts'
import type { HubDatabase } from '../database/d1-shape.ts'

export type NewStaff = {
  readonly id?: string
  readonly name: string
  readonly email: string
  readonly locale: 'en' | 'zh-CN'
  readonly grants: readonly Grant[]
  readonly password: string
  readonly isDemo: boolean
  /** Whoever makes the account reads the password too. */
  readonly mustChangePassword?: boolean
}

const randomId = (prefix: string): string => `${prefix}_${randomBytes(10).toString('hex')}`

/** A password that nobody has to think of: 96 random bits, no letters that look alike. */
export const drawnPassword = (): string =>
  randomBytes(12).toString('base64url').replaceAll(/[-_]/g, 'x')

const INSERT_STAFF = `INSERT INTO staff (id, name, email, email_verified, locale, grants, version, is_demo, must_change_password, created_at, updated_at)
  VALUES (?1, ?2, ?3, 1, ?4, ?5, 1, ?6, ?7, ?8, ?8)`
const INSERT_ACCOUNT = `INSERT INTO staff_accounts (id, account_id, provider_id, user_id, password, created_at, updated_at)
  VALUES (?1, ?2, 'credential', ?2, ?3, ?4, ?4)`

type Written = { readonly hash: string; readonly nowMs: number }

/** The statements that make somebody staff, each with its values. */
export function staffRows(staff: Omit<NewStaff, 'password'>, { hash, nowMs }: Written) {
  const id = staff.id ?? randomId('stf')
  const { name, locale } = staff
  const flags = [staff.isDemo, staff.mustChangePassword ?? false].map(Number) as [number, number]
  const email = staff.email.toLowerCase()
  const grants = JSON.stringify(staff.grants)
  return [
    { sql: INSERT_STAFF, values: [id, name, email, locale, grants, ...flags, nowMs] },
    { sql: INSERT_ACCOUNT, values: [randomId('acc'), id, hash, nowMs] },
  ] as const
}

/** Makes people staff in the local database. */
export async function insertStaff(
  database: HubDatabase,
  people: readonly NewStaff[],
  nowMs: number,
): Promise<void> {
  for (const person of people) {
    const statements = staffRows(person, { hash: await hashPassword(person.password), nowMs })
    await database.batch(statements.map(({ sql, values }) => database.prepare(sql).bind(...values)))
  }
}
