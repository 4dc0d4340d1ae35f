import type { Context } from 'hono'
import type { AppEnv } from './context.ts'

const LONGEST_KEY = 200
const VERSION = /^(?:W\/)?"?(\d{1,9})(?:\.(\d{1,9}))?"?$/

/** Both headers as the API's description tells them; a route names those that it takes. */
export const COMMAND_HEADERS = {
  IfMatch: {
    ...{ name: 'If-Match', in: 'header', required: true },
    description: 'The version seen, as the ETag told it; 428 without, 409 of another',
    schema: { type: 'string', pattern: VERSION.source },
  },
  IdempotencyKey: {
    ...{ name: 'Idempotency-Key', in: 'header', required: false },
    description: 'A repetition with the same key gets the first answer; with another body 422',
    schema: { type: 'string', maxLength: LONGEST_KEY },
  },
} as const

/** The caller's idempotency key; null = none was sent. */
export const idempotencyKey = (c: Context<AppEnv>): string | null =>
  c.req.header('Idempotency-Key')?.slice(0, LONGEST_KEY) || null

/** A repair's ETag: its version and, where it has a visit, that one's too: `"3.2"`. */
export const versionTag = (repair: number, visit: number | null): string =>
  visit === null ? `"${repair}"` : `"${repair}.${visit}"`

const matched = (c: Context<AppEnv>): readonly (string | undefined)[] =>
  VERSION.exec(c.req.header('If-Match')?.trim() ?? '') ?? []

const numberOrNull = (text: string | undefined): number | null =>
  text === undefined ? null : Number(text)

/** The version of a repair that `If-Match` names, alone or in an ETag; null = none, or no version. */
export const seenVersion = (c: Context<AppEnv>): number | null => numberOrNull(matched(c)[1])

/** The version of a visit that `If-Match` names: `"2"`, or `"3.2"` as its repair's ETag says. */
export function seenVisit(c: Context<AppEnv>): number | null {
  const [, first, second] = matched(c)
  return numberOrNull(second ?? first)
}
