import type { Context } from 'hono'
import type { AppEnv } from './context.ts'

const DAY = /^\d{4}-\d{2}-\d{2}$/
const DAY_MS = 86_400_000

const dayIn = (text: string | undefined): number | null =>
  DAY.test(text ?? '') && !Number.isNaN(Date.parse(text ?? '')) ? Date.parse(text ?? '') : null

/** The days `[from, until)` of an address (UTC) as instants: without them the last `backDays` up to now. */
export function daySpan(
  c: Context<AppEnv>,
  backDays: number,
): { readonly from: number; readonly until: number } {
  const { now } = c.var.context
  return {
    from: dayIn(c.req.query('from')) ?? now - backDays * DAY_MS,
    until: dayIn(c.req.query('until')) ?? now + 1,
  }
}
