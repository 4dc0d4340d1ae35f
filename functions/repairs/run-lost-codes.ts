import { writeRows } from '#functions/db/commit.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readTogether } from '#functions/db/statement.ts'
import { askForCode } from './lookup-store.ts'
import { forgetLost, lostCodes } from './lost-code-store.ts'

/** A run takes so many; the rest is for the next minute. */
const MOST = 100

/**
 * Asks for the messages of codes that were lost since the last run, in every database, and forgets
 * that they were. What broke off in between is done again, and asks for nothing twice. Answers how
 * many there were.
 */
export async function runLostCodes({
  hub,
  databases,
  now,
}: Pick<Sources, 'hub' | 'databases' | 'now'>): Promise<number> {
  const [lost] = await readTogether([lostCodes(hub, MOST)])
  if (lost.length === 0) return 0
  for (const database of databases.all) {
    await writeRows(
      database,
      lost.map(({ phone_hash: hash }) => askForCode(database, hash, now)),
    )
  }
  await writeRows(
    hub,
    lost.map((one) => forgetLost(hub, one)),
  )
  return lost.length
}
