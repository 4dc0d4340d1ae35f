import type { Context } from 'hono'
import type { AppEnv } from './context.ts'

const LONGEST_KEY = 200
const VERSION = /^(?:W\/)?"?(\d{1,9})"?$/

/** The caller's idempotency key; null = none was sent. */
export const idempotencyKey = (c: Context<AppEnv>): string | null =>
  c.req.header('Idempotency-Key')?.slice(0, LONGEST_KEY) || null

/** The version that `If-Match` names: `"3"`; null = none, or no version. */
export function seenVersion(c: Context<AppEnv>): number | null {
  const [, version] = VERSION.exec(c.req.header('If-Match')?.trim() ?? '') ?? []
  return version === undefined ? null : Number(version)
}
