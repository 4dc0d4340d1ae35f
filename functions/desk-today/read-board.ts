import type { Sources } from '#functions/db/sources.ts'
import { readEverywhere } from '#functions/db/statement.ts'
import { type BoardRow, boardOf } from './store.ts'

const FRESH_FOR_MS = 5 * 60_000

/** What an outlet's screens show has this revision: the sum of what each database counts. */
export const revisionOf = (boards: readonly (readonly BoardRow[])[]): number =>
  boards.flat().reduce((sum, { revision }) => sum + revision, 0)

/**
 * The ETag of what an outlet's screens show. Things also become late without anybody doing anything:
 * every five minutes it is another one.
 */
export const boardTag = (revision: number, now: number): string =>
  `"${revision}-${Math.floor(now / FRESH_FOR_MS)}"`

/** The ETag that an outlet's screens have now, for a row of each database. */
export async function readBoardTag(
  { databases, now }: Pick<Sources, 'databases' | 'now'>,
  outlet: string,
): Promise<string> {
  const boards = await readEverywhere(databases.all.map((database) => boardOf(database, outlet)))
  return boardTag(revisionOf(boards), now)
}
