import { monthsToClose } from '#domain/kpis/close-months.ts'
import { networkZone } from '#domain/outlets/network-zone.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import { writeRows } from '#functions/db/commit.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readTogether } from '#functions/db/statement.ts'
import { checkSlice } from './check-slice.ts'
import { closeMonth } from './close-month.ts'
import { everyBucket } from './store.ts'

const HOUR_MINUTES = 60
/** Each hour the months are closed one a minute from this one on: a run is never long. */
const FIRST_MINUTE = 7
/** Local time of the network when slices are checked, one a minute. */
const CHECK_FROM = 3 * HOUR_MINUTES + 20
const SLICES = 3
const BYTE = 256

type Asking = Pick<Sources, 'hub' | 'databases' | 'now' | 'config'>

/** Closes one of the months that late entries still reach, in its minute of each hour; answers the rows written. */
export async function runClose(asking: Asking): Promise<number> {
  const { date, minutes } = wallTimeIn(networkZone(asking.config), asking.now)
  const month = monthsToClose(date)[(minutes % HOUR_MINUTES) - FIRST_MINUTE]
  if (month === undefined) return 0
  const rows = await closeMonth(asking, month)
  if (rows.length === 0) return 0
  const results = await writeRows(asking.hub, rows)
  return results.reduce((sum, { meta }) => sum + meta.changes, 0)
}

/**
 * Each night, counts a month of a few outlets drawn by lot anew from their events. Answers a line for
 * each count that doesn't stand as it should; a difference that is gone at a second look was somebody's
 * work in between.
 */
export async function runSliceCheck(
  asking: Asking & Pick<Sources, 'randomByte'>,
): Promise<readonly string[]> {
  const { hub, now, config, randomByte } = asking
  const { date, minutes } = wallTimeIn(networkZone(config), now)
  if (minutes < CHECK_FROM || minutes >= CHECK_FROM + SLICES) return []
  const [outlets] = await readTogether([everyBucket(hub)])
  const drawn = outlets[(randomByte() * BYTE + randomByte()) % Math.max(1, outlets.length)]
  const months = monthsToClose(date)
  const month = months[randomByte() % months.length]
  if (!drawn || !month) return []
  const slice = { outlet: drawn.code, bucket: drawn.bucket, month }
  const found = (await checkSlice(asking, slice)) ?? []
  return found.length === 0 ? [] : ((await checkSlice(asking, slice)) ?? [])
}
