import { writeRows } from '#functions/db/commit.ts'
import type { Database } from '#functions/db/database.ts'
import type { Keys } from '#functions/db/keys.ts'
import { type Identity, identityOf, MOST_LETTERS } from './identity.ts'
import { countTries } from './sign-in-tries.ts'

type Asking = {
  readonly hub: Database
  readonly keys: Keys
  readonly config: { readonly siteUrl: string }
  readonly client: string
  readonly now: number
  readonly isDevelopment: boolean
}

type Typed = {
  readonly email: string
  readonly password: string
  readonly userAgent: string | null
}

export type SignIn =
  | { readonly kind: 'in'; readonly cookies: readonly string[] }
  /** Wrong, unknown or disabled: nobody is told which. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'locked' }

async function signedIn(identity: Identity, { email, password, userAgent }: Typed) {
  const body = { email, password }
  // The browser's own name, by which a person tells their sessions apart, and nothing else of the request.
  const headers = new Headers(userAgent ? { 'User-Agent': userAgent } : {})
  return await identity.api
    .signInEmail({ body, headers, returnHeaders: true })
    .catch((error: unknown) => (isRefusal(error) ? null : Promise.reject(error)))
}

const isRefusal = (error: unknown): boolean =>
  error instanceof Error && 'statusCode' in error && Number(error.statusCode) < 500

const tidy = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase()

/**
 * Signs somebody in by e-mail and password. Each try is counted first (`countTries`), for its client and
 * for its account, whether that exists or not; beyond the limits of a quarter of an hour nothing is judged.
 * A disabled account is refused like a wrong password, after the same work.
 */
export async function signIn(asking: Asking, typed: Typed): Promise<SignIn> {
  const email = tidy(typed.email)
  const { isLocked, afterSignIn } = await countTries(asking, email)
  if (isLocked) return { kind: 'locked' }
  const identity = await identityOf(asking)
  const password = typed.password.slice(0, MOST_LETTERS)
  const answer = await signedIn(identity, { ...typed, email, password })
  if (!answer) return { kind: 'refused' }
  const { user, token } = answer.response
  const known = user as unknown as { readonly disabledAt: Date | null; readonly isDemo: boolean }
  if (known.disabledAt || (known.isDemo && !asking.isDevelopment)) {
    await (await identity.$context).internalAdapter.deleteSession(token)
    return { kind: 'refused' }
  }
  await writeRows(asking.hub, afterSignIn)
  return { kind: 'in', cookies: answer.headers.getSetCookie() }
}
