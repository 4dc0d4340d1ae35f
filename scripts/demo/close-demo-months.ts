import config from '#config'
import { monthsUpTo } from '#domain/kpis/months-up-to.ts'
import { networkZone } from '#domain/outlets/network-zone.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import { freezableMonth } from '#domain/publications/publication-calendar.ts'
import { writeRows } from '#functions/db/commit.ts'
import { closeMonth } from '#functions/kpis/close-month.ts'
import { closeScorecards } from '#functions/scorecards/close-scorecards.ts'
import type { Hub } from '../database/open-hub.ts'
import { localSources } from './local-sources.ts'

const MONTHS = 3
const MONTH_LETTERS = 7

/** Adds up the regions' months of a history that was loaded, and scores its outlets: what clocks would do in an hour. */
export async function closeDemoMonths(hub: Hub, secret: string, now: number): Promise<void> {
  const sources = localSources({ hub: hub.database, secret, now })
  const write = async (rows: Awaited<ReturnType<typeof closeMonth>>) => {
    if (rows.length > 0) await writeRows(sources.hub, rows)
  }
  const { date } = wallTimeIn(networkZone(config), now)
  for (const month of monthsUpTo(date.slice(0, MONTH_LETTERS), MONTHS + 1)) {
    await write(await closeMonth(sources, month))
  }
  for (const month of monthsUpTo(freezableMonth(date, config.publications), MONTHS - 1)) {
    await write(await closeScorecards(sources, month))
  }
}
