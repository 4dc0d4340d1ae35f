import {
  type PublicImprovement,
  publicImprovement,
} from '#domain/improvements/public-improvement.ts'
import type { Database } from '#functions/db/database.ts'
import { readTogether } from '#functions/db/statement.ts'
import { improvementFromRow } from './improvement-rows.ts'
import { publicImprovementsAfter } from './store.ts'

export type PublicList = {
  readonly improvements: readonly PublicImprovement[]
  readonly next: string | null
}

/** One page of the improvements that the public may read, in the order of the desk's list. */
export async function listPublicImprovements(
  hub: Database,
  { after, most }: { readonly after: string; readonly most: number },
): Promise<PublicList> {
  const [rows] = await readTogether([publicImprovementsAfter(hub, after, most + 1)])
  const page = rows.slice(0, most)
  return {
    improvements: page.flatMap((row) => {
      const { improvement, words } = improvementFromRow(row)
      return publicImprovement(improvement, words) ?? []
    }),
    next: rows.length > most ? (page.at(-1)?.in_list ?? null) : null,
  }
}
