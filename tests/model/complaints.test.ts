import { afterAll, expect, it } from 'vitest'
import { COMPLAINT_EVENT_TYPES, CONTACT_MISSED } from '#domain/complaints/complaint-event.ts'
import { runComplaints } from './complaints/run-complaints.ts'
import { THREE_DATABASES } from './network.ts'
import { openSqlite } from './open-sqlite.ts'

const ENOUGH = 6_000
const COMMANDS = Number(process.env.FIXPOINT_MODEL_COMMANDS ?? ENOUGH)
const SEED = Number(process.env.FIXPOINT_MODEL_SEED ?? 20261122)
const TIMEOUT_MS = 120_000 + COMMANDS * 20
const happened = new Set<string>()

it.each([
  { title: 'one database', ranges: [], share: 0.7, seed: SEED },
  { title: 'three databases', ranges: THREE_DATABASES, share: 0.3, seed: SEED + 1 },
])(
  'holds whatever people, clocks and broken connections do to complaints, in $title (seed $seed)',
  async ({ title, ranges, share, seed }) => {
    const commands = Math.ceil(COMMANDS * share)
    const { kinds, ...ran } = await runComplaints({ world: openSqlite(ranges), commands, seed })
    console.log(`complaints, ${title}: seed ${seed}, ${JSON.stringify(ran)}`)
    for (const kind of Object.keys(kinds)) happened.add(kind)
    expect(ran.done).toBeGreaterThan(commands / 4)
    expect(ran.races).toBeGreaterThan(0)
    expect(ran.faults).toBeGreaterThan(0)
  },
  TIMEOUT_MS,
)

/** A test of lives that nobody lives would hold too. */
afterAll(() => {
  if (COMMANDS < ENOUGH) return
  const every = [...Object.values(COMPLAINT_EVENT_TYPES), CONTACT_MISSED]
  expect(every.filter((kind) => !happened.has(kind))).toEqual([])
})
