import type { Staff } from '#domain/staff/staff.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readEverywhere } from '#functions/db/statement.ts'
import { seeRepair } from '#functions/repairs/see-repair.ts'
import { repairsOfParcel } from './store.ts'

/** Numbers as carriers print them. */
const TRACKING = /^(?=.*\d)[A-Z0-9][A-Z0-9-]{5,39}$/

/**
 * The repair that a parcel's number was announced for, by code; null = unknown, of several repairs, or
 * of one that isn't this person's to take in.
 */
export async function findParcel(
  asking: Pick<Sources, 'hub' | 'databases'> & { readonly staff: Staff },
  scanned: string,
): Promise<string | null> {
  const tracking = scanned.normalize('NFKC').toUpperCase().replace(/\s/g, '')
  if (!TRACKING.test(tracking)) return null
  const found = await readEverywhere(
    asking.databases.all.map((one) => repairsOfParcel(one, tracking)),
  )
  const [code, another] = found.flat().map((row) => row.code)
  if (!code || another) return null
  return 'refusal' in (await seeRepair(asking, code, 'intake.take')) ? null : code
}
