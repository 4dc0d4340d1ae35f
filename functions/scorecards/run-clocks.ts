import { monthsUpTo } from '#domain/kpis/months-up-to.ts'
import { networkZone } from '#domain/outlets/network-zone.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import { freezableMonth } from '#domain/publications/publication-calendar.ts'
import { REVIEW_AFTER } from '#domain/scorecards/criteria.ts'
import { writeRows } from '#functions/db/commit.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readTogether } from '#functions/db/statement.ts'
import { carryQualification } from './carry-step-routes.ts'
import { closeScorecards } from './close-scorecards.ts'
import { dueQualifications } from './qualification-store.ts'
import { missDeadline } from './step-qualification.ts'
import { closedMonths, countedMonths } from './store.ts'

const MOST = 50
/** In this minute of every ten it is asked whether a month is to be closed: one at a time. */
const EACH = 10
const MINUTE = 6

/**
 * Says of every clock about an outlet's qualification that has run out that it has: what is late stays
 * late, and nothing else happens by itself. Answers how many there were.
 */
export async function runQualificationClocks(
  sources: Pick<Sources, 'hub' | 'databases' | 'keys' | 'now'>,
): Promise<number> {
  const [due] = await readTogether([dueQualifications(sources.hub, sources.now, MOST)])
  for (const { outlet_code } of due)
    await carryQualification(await missDeadline(sources, outlet_code))
  return due.length
}

/**
 * Closes the oldest month that can be scored, isn't, and had any work in it; a month is closed from the day
 * on which its publication freezes. Answers the outlets scored.
 */
export async function runScorecards(
  sources: Pick<Sources, 'hub' | 'databases' | 'now' | 'config'>,
): Promise<number> {
  const { hub, now, config } = sources
  const { date, minutes } = wallTimeIn(networkZone(config), now)
  if (minutes % EACH !== MINUTE) return 0
  const months = monthsUpTo(freezableMonth(date, config.publications), REVIEW_AFTER.within)
  const [closed, counted] = await readTogether([
    closedMonths(hub, months),
    countedMonths(hub, months),
  ])
  const isIn = (rows: readonly { readonly month: string }[], month: string) =>
    rows.some((row) => row.month === month)
  const month = months.find((one) => isIn(counted, one) && !isIn(closed, one))
  if (month === undefined) return 0
  const rows = await closeScorecards(sources, month)
  // One batch: a month is closed wholly or not at all.
  const results = rows.length === 0 ? [] : await writeRows(hub, rows)
  return results.reduce((sum, { meta }) => sum + meta.changes, 0)
}
