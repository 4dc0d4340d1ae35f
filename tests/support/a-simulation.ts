import { createHash } from 'node:crypto'
import { loadDemo } from '#scripts/demo/load-demo.ts'
import {
  runSimulation,
  type SimulationReport,
  type SimulationWish,
} from '#scripts/simulate/run-simulation.ts'
import { anEmptyHub, type EmptyHub } from './import-fixture.ts'
import { TEST_SECRET } from './test-secret.ts'

/** A history ends in the middle of a working day. */
export const HISTORY_ENDS = Date.parse('2026-11-20T06:17:00Z')

export type Simulated = EmptyHub & { readonly report: SimulationReport }

/** A small demo network that lived through some weeks. */
export async function aSimulation(wish: Partial<SimulationWish> = {}): Promise<Simulated> {
  const hub = anEmptyHub()
  await loadDemo(hub.hub, { nowMs: HISTORY_ENDS, count: 24 })
  const report = await runSimulation(
    { database: hub.hub, file: hub.file },
    {
      ...{ seed: 'test', outlets: null, days: 28, repairs: 900, until: HISTORY_ENDS },
      ...{ secret: TEST_SECRET, isWhole: true, ...wish },
    },
  )
  return { ...hub, report }
}

/** What a history wrote. */
export const HISTORY_TABLES = [
  'events',
  'repairs',
  'repairs_private',
  'repair_names',
  'device_ids',
  'parcels',
  'links',
  'bookings',
  'queues',
  'slots',
  'surveys',
  'survey_wanted',
  'complaints',
  'feedback',
  'voices_private',
  'voice_links',
  'boards',
  'kpi_days',
  'kpi_months',
] as const

/** Tells two histories apart by every row. */
export const fingerprintOf = ({ file }: EmptyHub): string => {
  const hash = createHash('sha256')
  for (const table of HISTORY_TABLES) {
    const rows = file.prepare(`SELECT * FROM ${table}`).all()
    hash.update(
      `${table}\n${rows
        .map((row) => JSON.stringify(row))
        .toSorted()
        .join('\n')}\n`,
    )
  }
  return hash.digest('hex')
}
