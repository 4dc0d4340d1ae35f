import { env } from 'cloudflare:workers'
import type { Grant, StaffRole } from '#domain/staff/staff.ts'
import { SESSION_COOKIE } from '#functions/staff/identity.ts'
import { NOW } from './a-worker.ts'
import { theSources } from './the-sources.ts'

const FAR = Date.UTC(2100, 0, 1)

async function signatureOf(token: string): Promise<string> {
  const secret = await theSources().keys.mac('staff session', 'secret')
  const key = await crypto.subtle.importKey(
    'raw',
    new TextEncoder().encode(secret),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  )
  const mac = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(token))
  return btoa(String.fromCharCode(...new Uint8Array(mac)))
}

export type SignedInStaff = { readonly id: string; readonly cookie: string }

type Wish = {
  readonly key?: string
  readonly locale?: 'en' | 'zh-CN'
  /** When the session began; NOW. */
  readonly since?: number
}

/** Somebody of the staff with these grants, signed in: their id, and the cookie to ask with. */
export async function signedIn(
  grants: readonly Grant[],
  { key = 'one', locale = 'en', since = NOW }: Wish = {},
): Promise<SignedInStaff> {
  const id = `stf_${key}`
  const token = `token-of-${key}-${'x'.repeat(20)}`
  await env.HUB.batch([
    env.HUB.prepare(
      `INSERT INTO staff (id, name, email, email_verified, locale, grants, version, is_demo, created_at, updated_at)
       VALUES (?1, ?2, ?3, 1, ?4, ?5, 1, 0, ?6, ?6)
       ON CONFLICT (id) DO UPDATE SET grants = excluded.grants, locale = excluded.locale`,
    ).bind(id, `Staff ${key}`, `${key}@fixpoint.example`, locale, JSON.stringify(grants), since),
    env.HUB.prepare(
      `INSERT INTO staff_sessions (id, token, user_id, expires_at, created_at, updated_at)
       VALUES (?1, ?2, ?3, ?4, ?5, ?5) ON CONFLICT (id) DO UPDATE SET created_at = excluded.created_at`,
    ).bind(`ses_${key}`, token, id, FAR, since),
  ])
  const value = encodeURIComponent(`${token}.${await signatureOf(token)}`)
  return { id, cookie: `${SESSION_COOKIE}=${value}` }
}

/** One role at single outlets. */
export const at = (role: StaffRole, ...outlets: readonly string[]): Grant => ({
  role,
  scope: { kind: 'outlets', outlets },
})

/** One role for the whole network. */
export const everywhere = (role: StaffRole): Grant => ({ role, scope: { kind: 'network' } })
