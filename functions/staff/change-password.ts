import { hashPassword, verifyPassword } from 'better-auth/crypto'
import { writeRows } from '#functions/db/commit.ts'
import type { Database } from '#functions/db/database.ts'
import type { Keys } from '#functions/db/keys.ts'
import { readTogether } from '#functions/db/statement.ts'
import { LEAST_LETTERS, MOST_LETTERS } from './identity.ts'
import { endSessionsBut, passwordOf, setPassword } from './session-store.ts'
import { countTry, forgetTries } from './tries-store.ts'

export type PasswordFault = 'wrong' | 'same' | 'too_short' | 'too_long' | 'locked'

type Asking = { readonly hub: Database; readonly keys: Keys; readonly now: number }
type Wish = {
  readonly staffId: string
  readonly sessionId: string
  readonly current: string
  readonly wanted: string
}

const WINDOW_MS = 15 * 60_000
const MOST_TRIES = 10

/** Under what the wrong guesses at one's own password are counted. */
export const passwordTries = (keys: Keys, staffId: string): Promise<string> =>
  keys.mac('sign-in', `password ${staffId}`)

/** Changes one's own password and ends every other session; answers why not, or null. */
export async function changePassword(
  { hub, keys, now }: Asking,
  { staffId, sessionId, current, wanted }: Wish,
): Promise<PasswordFault | null> {
  if (wanted.length < LEAST_LETTERS) return 'too_short'
  if (wanted.length > MOST_LETTERS) return 'too_long'
  const key = await passwordTries(keys, staffId)
  const [counted] = await writeRows(hub, [
    countTry(hub, { key, most: MOST_TRIES }, { now, since: now - WINDOW_MS }),
  ])
  const tried = counted?.results[0] as { tries: number } | undefined
  if (!tried || tried.tries > MOST_TRIES) return 'locked'
  const [[row]] = await readTogether([passwordOf(hub, staffId)])
  const hash = row?.password
  if (!hash || !(await verifyPassword({ hash, password: current }))) return 'wrong'
  if (wanted === current) return 'same'
  await writeRows(hub, [
    ...setPassword(hub, { staffId, hash: await hashPassword(wanted), now, isGiven: false }),
    endSessionsBut(hub, staffId, sessionId),
    forgetTries(hub, [key]),
  ])
  return null
}
