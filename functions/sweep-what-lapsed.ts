import { spellNumber } from '#domain/identifiers/crockford.ts'
import { sweepHolds } from '#functions/bookings/sweep-holds.ts'
import { sweepRecords } from '#functions/db/command-record.ts'
import { writeRows } from '#functions/db/commit.ts'
import type { Sources } from '#functions/db/sources.ts'
import { countedDay, sweepAllowances } from '#functions/repairs/cap-store.ts'
import { sweepMisses } from '#functions/repairs/lookup-store.ts'
import { sweepSessions } from '#functions/staff/session-store.ts'
import { KNOWN_MS, WINDOW_MS } from '#functions/staff/sign-in-tries.ts'
import { sweepTries } from '#functions/staff/tries-store.ts'

/** Rows that one run looks at in each table. */
const MOST = 500
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
/** A repeated command is told by its record for so long. */
export const RECORDS_KEPT_MS = 7 * DAY_MS
/** Longer than the longest lock with the day that forgets it. */
const MISSES_KEPT_MS = 2 * DAY_MS
const LETTERS = 4

type Drawing = Pick<Sources, 'now' | 'randomByte'>

/**
 * Where in a table of random keys a run begins: at its first key and somewhere in turn. So small tables
 * are seen whole every other minute, and of large ones every part in time, without a place to remember.
 */
function beginnings({ now, randomByte }: Drawing): {
  readonly code: string
  readonly hash: string
  readonly session: string
} {
  if (Math.floor(now / MINUTE_MS) % 2 === 0) return { code: '', hash: '', session: '' }
  const drawn = randomByte() * 256 + randomByte()
  return {
    // Four of Crockford's digits hold 20 bits, four hexadecimal ones 16.
    code: spellNumber(drawn * 16, LETTERS),
    hash: drawn.toString(16).padStart(LETTERS, '0'),
    // `ses_` and letters or digits: two of base 36.
    session: `ses_${(drawn % 1_296).toString(36).padStart(2, '0')}`,
  }
}

const changed = (results: readonly D1Result[]): number =>
  results.reduce((sum, { meta }) => sum + meta.changes, 0)

/** What the hub alone holds: tries to sign in, and sessions. */
async function sweepSignIns(sources: Sources): Promise<number> {
  const { hub, now } = sources
  const { hash, session } = beginnings(sources)
  const tries = { from: hash, before: now - WINDOW_MS, most: MOST, knownBefore: now - KNOWN_MS }
  return changed(
    await writeRows(hub, [
      sweepTries(hub, tries),
      sweepSessions(hub, { from: session, before: now, most: MOST }),
    ]),
  )
}

/**
 * Forgets what has lapsed: holds, wrong digits, records of commands, counts of days gone by, tries to sign
 * in, sessions that are over. Each run
 * takes a bounded part of it in every database. Answers how many rows went, slots given back left out.
 */
export async function sweepWhatLapsed(sources: Sources): Promise<number> {
  const { now } = sources
  let swept = 0
  for (const database of sources.databases.all) {
    swept += await sweepHolds(database, now)
    const { code, hash } = beginnings(sources)
    const results = await writeRows(database, [
      sweepMisses(database, { from: code, before: now - MISSES_KEPT_MS, most: MOST }),
      sweepRecords(database, { from: hash, before: now - RECORDS_KEPT_MS, most: MOST }),
      sweepAllowances(database, { before: countedDay(now - DAY_MS), most: MOST }),
    ])
    swept += changed(results)
  }
  return swept + (await sweepSignIns(sources))
}
