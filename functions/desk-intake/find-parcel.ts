import type { Sources } from '#functions/db/sources.ts'
import { readEverywhere } from '#functions/db/statement.ts'
import { repairsOfParcel } from './store.ts'

/** Numbers as carriers print them. */
const TRACKING = /^(?=.*\d)[A-Z0-9][A-Z0-9-]{5,39}$/

/** The repair that a parcel's number was announced for, by code; null = unknown, or of several repairs. */
export async function findParcel(
  { databases }: Pick<Sources, 'databases'>,
  scanned: string,
): Promise<string | null> {
  const tracking = scanned.normalize('NFKC').toUpperCase().replace(/\s/g, '')
  if (!TRACKING.test(tracking)) return null
  const found = await readEverywhere(databases.all.map((one) => repairsOfParcel(one, tracking)))
  const codes = found.flat().map(({ code }) => code)
  return codes.length === 1 ? (codes[0] ?? null) : null
}
