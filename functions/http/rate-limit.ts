import type { Context, MiddlewareHandler } from 'hono'
import type { AppEnv } from './context.ts'
import { problem } from './problem.ts'
import type { Allowance } from './route.ts'

const MINUTE_MS = 60_000
/** Beyond this many clients a minute the one that was silent longest is forgotten. */
export const MOST_CLIENTS = 10_000

/**
 * Counts requests per client, or member of staff, in windows of a minute. An isolate counts for itself, so a client spread
 * over many of them may do more: this slows guessing down, and never is the only lock.
 */
export function requestCounter(): (client: string, now: number) => number {
  let minute = -1
  let counts = new Map<string, number>()
  return (client, now) => {
    const current = Math.floor(now / MINUTE_MS)
    if (current !== minute) counts = new Map()
    minute = current
    const count = (counts.get(client) ?? 0) + 1
    // Put in anew, so that the order of the map is that of the last requests.
    counts.delete(client)
    const [oldest] = counts.size >= MOST_CLIENTS ? counts.keys() : []
    if (oldest !== undefined) counts.delete(oldest)
    counts.set(client, count)
    return count
  }
}

/** Staff are counted by themselves, wherever they are: guests on a shop's network don't use up theirs. */
const whoCounts = ({ staff, context }: AppEnv['Variables']): string =>
  staff ? `staff ${staff.id}` : context.client

/** Refuses whoever asks more often than the allowance; 0 is no limit. */
export function rateLimit(allowance: Allowance): MiddlewareHandler<AppEnv> {
  const count = requestCounter()
  return async (c, next) => {
    const { limits, now } = c.var.context
    const most = limits[allowance]
    if (most > 0 && count(whoCounts(c.var), now) > most) return tooMany(c, now)
    return await next()
  }
}

const tooMany = (c: Context<AppEnv>, now: number): Response =>
  problem(c, 'too_many_requests', {
    headers: { 'Retry-After': String(Math.ceil((MINUTE_MS - (now % MINUTE_MS)) / 1000)) },
  })
