import { writeRows } from '#functions/db/commit.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readTogether } from '#functions/db/statement.ts'
import { erasedMedia, forgetMedia } from './photo-store.ts'

/** A run takes so many; a bucket deletes a thousand at once. */
const MOST = 200

/** Takes photos by their ids out of where they lie. */
export type DropMedia = (ids: readonly string[]) => Promise<void>

/**
 * Takes photos whose record is gone out of the bucket, in every database; a run that breaks off is done
 * again. Answers how many there were.
 */
export async function eraseMedia(sources: Sources, drop: DropMedia): Promise<number> {
  let erased = 0
  for (const database of sources.databases.all) {
    const [rows] = await readTogether([erasedMedia(database, MOST)])
    const ids = rows.map(({ id }) => id)
    if (ids.length === 0) continue
    await drop(ids)
    await writeRows(database, [forgetMedia(database, ids)])
    erased += ids.length
  }
  return erased
}
