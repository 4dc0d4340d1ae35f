import type { Staff } from '#domain/staff/staff.ts'
import { type Identity, identityOf, LONGEST_MS } from './identity.ts'

type Asking = Parameters<typeof identityOf>[0] & {
  readonly now: number
  /** Demo accounts sign in on a demonstration only. */
  readonly isDevelopment: boolean
}

export type SignedIn = {
  readonly staff: Staff
  /** Their password was given by somebody else: nothing but their own account opens. */
  readonly mustChangePassword: boolean
  /** Names the session among the person's own; null where another system keeps it. */
  readonly sessionId: string | null
  /** Headers that go with the answer: a prolonged cookie. */
  readonly headers: readonly (readonly [name: string, value: string])[]
}

type Found = NonNullable<Awaited<ReturnType<Identity['api']['getSession']>>>

export const staffOf = (user: Found['user']): Staff => ({
  id: user.id,
  name: user.name,
  email: user.email,
  locale: user.locale === 'zh-CN' ? 'zh-CN' : 'en',
  grants: JSON.parse(user.grants),
})

/** Whether somebody may be in at all now. */
const isOut = (user: Found['user'], { isDevelopment }: Pick<Asking, 'isDevelopment'>): boolean =>
  Boolean(user.disabledAt) || (user.isDemo && !isDevelopment)

/**
 * Whoever holds the session cookie of a request; null = nobody, idle too long, signed in too long ago,
 * or disabled since. `prolong` false reads without keeping the session alive: what a screen asks by itself.
 */
export async function readSession(
  asking: Asking,
  request: Headers,
  { prolong }: { readonly prolong: boolean },
): Promise<SignedIn | null> {
  const cookie = request.get('Cookie')
  if (!cookie?.includes('__Host-session=')) return null
  const identity = await identityOf(asking)
  const { headers, response } = await identity.api.getSession({
    headers: new Headers({ cookie }),
    query: { disableRefresh: !prolong },
    returnHeaders: true,
  })
  if (!response || isOut(response.user, asking)) return null
  const { session, user } = response
  if (session.createdAt.getTime() + LONGEST_MS <= asking.now) return null
  const cookies = (headers?.getSetCookie() ?? []).map((value) => ['Set-Cookie', value] as const)
  const { mustChangePassword } = user
  return { staff: staffOf(user), mustChangePassword, sessionId: session.id, headers: cookies }
}
