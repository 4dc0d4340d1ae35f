import type { Repair } from '#domain/repairs/repair.ts'
import { type RepeatVisit, repeatVisit } from '#domain/repairs/repeat-visit.ts'
import type { Database } from '#functions/db/database.ts'
import type { Databases } from '#functions/db/databases.ts'
import type { Keys } from '#functions/db/keys.ts'
import type { Prepared } from '#functions/db/statement.ts'
import { deviceHash } from './keyed-hashes.ts'
import type { PrivateChange } from './private-store.ts'
import { insertDevice, repairsOfDevice, type SeenRow } from './store.ts'

/** Keyed hashes of every number that names the device: two IMEIs in a dual-SIM phone, and a serial. */
export async function deviceHashes(
  keys: Keys,
  personal: PrivateChange | undefined,
): Promise<readonly string[]> {
  const { imeis = [], serial = null } = personal?.device ?? {}
  const numbers = [...imeis, ...(serial === null ? [] : [serial])]
  return await Promise.all(numbers.map((number) => deviceHash(keys, number)))
}

/** Puts the repair into the chain of each of its numbers. */
export const insertDevices = (
  database: Database,
  hashes: readonly string[],
  { code, now }: { readonly code: string; readonly now: number },
): readonly Prepared[] => hashes.map((hash) => insertDevice(database, hash, code, now))

const closedAt = ({ state }: SeenRow): number | null => (JSON.parse(state) as Repair).closedAt

export type { SeenRow } from './store.ts'

/** A device back within this time comes with a repeat repair. */
export const REPEAT_MS = 90 * 86_400_000

/** For the figures: which hand-over a device's return counts for; null = none. */
export const returnOf = (
  seen: readonly SeenRow[],
  { code, at }: { readonly code: string; readonly at: number },
): RepeatVisit | null => {
  const others = new Map(seen.filter((row) => row.code !== code).map((row) => [row.code, row]))
  return repeatVisit(
    [...others.values()].map(({ state }) => JSON.parse(state) as Repair),
    at,
  )
}

/** The last repair that this device left by within 90 days, by code; null = none. */
export function earlierRepair(
  seen: readonly SeenRow[],
  { code, now }: { readonly code: string; readonly now: number },
): string | null {
  const left = seen
    .map((row) => ({ code: row.code, at: closedAt(row) ?? Number.NEGATIVE_INFINITY }))
    .filter((row) => row.code !== code && row.at > now - REPEAT_MS)
    .toSorted((a, b) => b.at - a.at)
  return left[0]?.code ?? null
}

/** The read of all repairs that a device came with, wherever they lie, for whoever shows its history. */
export const deviceChains = (
  databases: Databases,
  hashes: readonly string[],
): readonly Prepared<SeenRow>[] => databases.all.map((one) => repairsOfDevice(one, hashes))
