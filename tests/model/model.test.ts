import { afterAll, expect, it } from 'vitest'
import { BOOKING_EVENT_TYPES } from '#domain/bookings/booking.ts'
import { REPAIR_EVENT_TYPES } from '#domain/repairs/repair-event.ts'
import { THREE_DATABASES } from './network.ts'
import { openSqlite } from './open-sqlite.ts'
import { runModel } from './run-model.ts'

const ENOUGH = 10_000
const COMMANDS = Number(process.env.FIXPOINT_MODEL_COMMANDS ?? ENOUGH)
const SEED = Number(process.env.FIXPOINT_MODEL_SEED ?? 20261122)
/** Of all commands, those over three databases; they have runs of their own. */
const SHARE_OF_THREE = 0.3
const OTHER_RUNS = 500_000

/** Longer runs, asked for by name, may take longer. */
const TIMEOUT_MS = 180_000 + COMMANDS * 20

const EVERY_KIND = [...Object.values(REPAIR_EVENT_TYPES), ...Object.values(BOOKING_EVENT_TYPES)]
const happened = new Set<string>()

it.each([
  { title: 'one database', ranges: [], share: 1 - SHARE_OF_THREE, seed: SEED },
  {
    ...{ title: 'three databases', ranges: THREE_DATABASES },
    ...{ share: SHARE_OF_THREE, seed: SEED + OTHER_RUNS },
  },
])(
  'holds whatever people, clocks and broken connections do, in $title (seed $seed)',
  async ({ title, ranges, share, seed }) => {
    const began = performance.now()
    const commands = Math.ceil(COMMANDS * share)
    const { kinds, ...ran } = await runModel({ world: openSqlite(ranges), commands, seed })
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    console.log(`${title}: seed ${seed}, ${JSON.stringify(ran)}, ${seconds} s`)
    for (const kind of Object.keys(kinds)) happened.add(kind)
    expect(ran.commands).toBeGreaterThanOrEqual(commands)
  },
  TIMEOUT_MS,
)

/** A test of lives that nobody lives would hold too. */
afterAll(() => {
  if (COMMANDS < ENOUGH) return
  const missing = EVERY_KIND.filter((kind) => !happened.has(kind))
  expect(missing.length, `never happened: ${missing}`).toBeLessThanOrEqual(2)
})
