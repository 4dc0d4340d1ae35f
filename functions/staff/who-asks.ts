import type { Database } from '#functions/db/database.ts'
import type { Keys } from '#functions/db/keys.ts'
import { readTogether } from '#functions/db/statement.ts'
import { type AccessSetting, readAccessToken } from './access-token.ts'
import { readSession, type SignedIn } from './session.ts'
import { staffByEmail, staffFromRow } from './staff-store.ts'

type Asking = {
  readonly hub: Database
  readonly keys: Keys
  readonly config: { readonly siteUrl: string }
  readonly now: number
  readonly isDevelopment: boolean
  /** Where set, Access alone says who somebody is. */
  readonly access: AccessSetting | null
}

/** The member of staff behind a request; null = nobody who may be in. */
export async function whoAsks(
  asking: Asking,
  request: Headers,
  how: { readonly prolong: boolean },
): Promise<SignedIn | null> {
  if (!asking.access) return await readSession(asking, request, how)
  const email = await readAccessToken(asking.access, request)
  if (!email) return null
  const [[row]] = await readTogether([staffByEmail(asking.hub, email)])
  const isOut = !row || row.disabled_at !== null || row.is_demo === 1
  if (isOut) return null
  // No password opens anything here.
  return { staff: staffFromRow(row), mustChangePassword: false, sessionId: null, headers: [] }
}
