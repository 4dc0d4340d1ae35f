import type { Database } from '#functions/db/database.ts'
import { type Prepared, readTogether } from '#functions/db/statement.ts'
import { endSession, endSessionsBut, sessionsOf, setLocale } from './session-store.ts'

/** Somewhere that one is signed in. */
export type OwnSession = {
  readonly id: string
  readonly userAgent: string | null
  readonly createdAt: number
}

/** Where somebody is signed in now. */
export async function ownSessions(
  hub: Database,
  { staffId, now }: { readonly staffId: string; readonly now: number },
): Promise<readonly OwnSession[]> {
  const [rows] = await readTogether([sessionsOf(hub, staffId, now)])
  return rows.map(({ id, user_agent: userAgent, created_at: createdAt }) => ({
    id,
    userAgent,
    createdAt,
  }))
}

/** Ends one session of a person. */
export const ended = (hub: Database, staffId: string, id: string): readonly Prepared[] => [
  endSession(hub, staffId, id),
]

/** Ends every session of a person but one. */
export const endedOthers = (hub: Database, staffId: string, id: string): readonly Prepared[] => [
  endSessionsBut(hub, staffId, id),
]

/** The language that the desk speaks to a person. */
export const spoken = (hub: Database, staffId: string, locale: string): readonly Prepared[] => [
  setLocale(hub, staffId, locale),
]
