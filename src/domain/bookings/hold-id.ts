import { isInstant } from '../repairs/coded-values.ts'

/** What a hold's id says: where and when the seat is, so that it is found without an index. */
export type HeldPlace = { readonly outlet: string; readonly startsAt: number; readonly id: string }

const MINUTE_MS = 60_000
const HOLD_ID = /^hld_([a-z0-9-]{2,12})_([0-9a-z]{1,9})_([0-9a-f]{16,64})$/

/**
 * The id of a hold: outlet, start in minutes (base 36) and an unguessable part in hex.
 * `holdId({ outlet: 'SZ-001', startsAt: 0 }, '0123456789abcdef')` is `hld_sz-001_0_0123456789abcdef`.
 */
export const holdId = ({ outlet, startsAt }: Omit<HeldPlace, 'id'>, unguessable: string): string =>
  `hld_${outlet.toLowerCase()}_${(startsAt / MINUTE_MS).toString(36)}_${unguessable}`

/** What an id says; null = it is none. */
export function readHoldId(id: string): HeldPlace | null {
  const [, outlet, minutes] = HOLD_ID.exec(id) ?? []
  if (outlet === undefined || minutes === undefined) return null
  const startsAt = Number.parseInt(minutes, 36) * MINUTE_MS
  return isInstant(startsAt) ? { outlet: outlet.toUpperCase(), startsAt, id } : null
}
