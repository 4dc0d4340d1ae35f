import { spellNumber } from '../identifiers/crockford.ts'
import type { RepairStatus } from '../repairs/repair.ts'

/** Statuses in which the phone lies at the outlet where its repair is. */
export const ON_SHELF_STATUSES = [
  'received',
  'diagnosing',
  'awaiting_decision',
  'awaiting_parts',
  'repairing',
  'quality_check',
  'ready',
] as const satisfies readonly RepairStatus[]

type Recorded = { readonly status: string; readonly atOutlet: string }

/**
 * Whether a phone is to be found on an outlet's shelves by the records: it was taken in there and has
 * not left. One that is announced, on the road, lost or given back isn't.
 * `isOnShelf({ status: 'ready', atOutlet: 'SZ-001' }, 'SZ-001')` is true.
 */
export const isOnShelf = ({ status, atOutlet }: Recorded, outlet: string): boolean =>
  atOutlet === outlet && (ON_SHELF_STATUSES as readonly string[]).includes(status)

const TIME_DIGITS = 9
const RANDOM_DIGITS = 4
const COUNT_ID = /^cnt_(\d{4})(\d{2})(\d{2})_[0-9A-HJKMNP-TV-Z]{13}$/

type Drawn = { readonly now: number; readonly randomByte: () => number }

/**
 * The id of a count that names its day, so that its address finds it: outlet-local date, then its instant
 * and four random digits of base 32. Counts of a day stand in the order in which they were begun.
 * `countId('2026-11-18', drawn)` begins with `cnt_20261118_`.
 */
export function countId(day: string, { now, randomByte }: Drawn): string {
  const random = Array.from({ length: RANDOM_DIGITS }, () => spellNumber(randomByte() & 31, 1))
  return `cnt_${day.replaceAll('-', '')}_${spellNumber(now, TIME_DIGITS)}${random.join('')}`
}

/** The outlet-local date in a count's id; null = it is no such id. `dayOfCount('x')` is null. */
export function dayOfCount(id: string): string | null {
  const [, year, month, day] = COUNT_ID.exec(id) ?? []
  return year ? `${year}-${month}-${day}` : null
}
