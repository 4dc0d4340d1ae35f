import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { drizzle } from 'drizzle-orm/d1'
import { staff, staffAccounts, staffSessions, staffVerifications } from './schema/staff.ts'

/** The tables of staff and their sessions, as the sign-in library reads and writes them. */
export const staffAdapter = (d1: D1Database) =>
  drizzleAdapter(drizzle(d1), {
    provider: 'sqlite',
    schema: {
      user: staff,
      session: staffSessions,
      account: staffAccounts,
      verification: staffVerifications,
    },
  })
