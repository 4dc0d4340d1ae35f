import type { Hub } from '../database/open-hub.ts'
import { runSimulation } from '../simulate/run-simulation.ts'
import { persistDir } from '../site/directories.ts'
import { localSecret } from '../site/local-secret.ts'
import { closeDemoMonths } from './close-demo-months.ts'
import { DEMO_SEED } from './demo-network.ts'

const DAYS = 90
/** What a first start has patience for, 15 s. */
const USUAL_REPAIRS = 15_000
/** What waits in memory until all of it is written; a history of more is written part by part. */
const MOST_AT_ONCE = 40_000
const TOLD_EVERY_DAYS = 15

/**
 * Gives the demo network the three months behind it, up to this minute, so that its desks have work, and
 * its figures something to say. `FIXPOINT_DEMO_HISTORY` says how many repairs; 0 leaves it out.
 */
export async function demoHistory(
  hub: Hub,
  { say }: { readonly say: (text: string) => void },
): Promise<void> {
  const begun = Date.now()
  const wanted = Number(process.env.FIXPOINT_DEMO_HISTORY ?? USUAL_REPAIRS)
  if (!Number.isInteger(wanted) || wanted < 0) {
    throw new Error('FIXPOINT_DEMO_HISTORY is a number of repairs, 0 for none.')
  }
  if (wanted === 0) return
  let days = 0
  say(`Living through the last ${DAYS} days (FIXPOINT_DEMO_HISTORY=0 leaves them out).`)
  const report = await runSimulation(hub, {
    ...{ seed: DEMO_SEED, outlets: null, days: DAYS, until: begun, repairs: wanted },
    ...{ secret: localSecret(persistDir()), isWhole: wanted <= MOST_AT_ONCE },
    onProgress: ({ day, repairs }) => {
      if (++days % TOLD_EVERY_DAYS === 0) say(`  ${day}  ${repairs.toLocaleString('en')} repairs`)
    },
  })
  await closeDemoMonths(hub, localSecret(persistDir()), Date.now())
  const seconds = ((Date.now() - begun) / 1000).toFixed(1)
  say(
    `${report.repairs.toLocaleString('en')} repairs, ${report.events.toLocaleString('en')} events in ${seconds} s.`,
  )
}
