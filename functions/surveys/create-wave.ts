import { timedId } from '#domain/desk/hotline-contact.ts'
import { bucketOfTicket } from '#domain/identifiers/ticket-code.ts'
import { addDays } from '#domain/outlets/wall-time.ts'
import type { Staff } from '#domain/staff/staff.ts'
import { drawSample } from '#domain/surveys/draw-sample.ts'
import { commandOf } from '#functions/db/command-record.ts'
import type { Task } from '#functions/db/commit.ts'
import type { Database } from '#functions/db/database.ts'
import { replayed } from '#functions/db/replayed.ts'
import type { Sources } from '#functions/db/sources.ts'
import { type Prepared, readEverywhere } from '#functions/db/statement.ts'
import { whyNotEverywhere } from '#functions/staff/desk-actor.ts'
import { endedBetween, insertWave, type WaveRow, wantPanel } from './panel-store.ts'

type Asking = Pick<Sources, 'hub' | 'databases' | 'now' | 'randomByte'> & { readonly staff: Staff }

export type WaveWish = {
  /** Days of endings, both included, YYYY-MM-DD in UTC. */
  readonly fromDay: string
  readonly untilDay: string
  /** How many to ask. */
  readonly wanted: number
  readonly key: string | null
}

export const MOST_ASKED = 1000
/** Endings looked at in each database: a half-year of a large network's. */
const MOST_ELIGIBLE = 50_000
const LONGEST_DAYS = 190

export type WaveAnswer = { readonly id: string }
type Refusal = 'not_your_role' | 'bad_value' | 'key_reused'

/** A wave, and what must be written beside it in other databases before it: asking somebody twice is harmless. */
export type WaveTask = {
  readonly others: readonly (readonly [Database, readonly Prepared[]])[]
  readonly task: Task<WaveAnswer, Refusal>
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const isDay = (text: string): boolean => DAY.test(text) && !Number.isNaN(Date.parse(text))

function isGood({ fromDay, untilDay, wanted }: WaveWish): boolean {
  if (!isDay(fromDay) || !isDay(untilDay) || untilDay < fromDay) return false
  if (untilDay > addDays(fromDay, LONGEST_DAYS)) return false
  return Number.isInteger(wanted) && wanted >= 1 && wanted <= MOST_ASKED
}

async function eligibleOf({ databases }: Asking, { fromDay, untilDay }: WaveWish) {
  const from = Date.parse(fromDay)
  const before = Date.parse(addDays(untilDay, 1))
  const reads = databases.all.map((one) => endedBetween(one, { from, before, most: MOST_ELIGIBLE }))
  return (await readEverywhere(reads)).flat().map(({ code }) => code)
}

/** Whom a wave asks, where each of them lies. */
function rowsOf({ databases, now }: Asking, wave: string, codes: readonly string[]) {
  const ids = new Map<Database, string[]>()
  for (const code of codes) {
    const database = databases.of(bucketOfTicket(code))
    ids.set(database, [...(ids.get(database) ?? []), `${code}.${now}`])
  }
  return [...ids].map(
    ([database, own]) => [database, [wantPanel(database, own, { wave, now })]] as const,
  )
}

/**
 * Begins a wave of the panel: a random sample of the repairs that ended in a period, drawn by the wave's
 * own id. Only for the whole network.
 */
export async function createWave(asking: Asking, wish: WaveWish): Promise<WaveTask> {
  const { hub, staff, now, randomByte } = asking
  const { key, ...body } = wish
  const command = await commandOf({ name: 'survey.wave', key, body, actor: staff.id, now })
  const refused = async (refusal: Refusal): Promise<WaveTask> => {
    const proposal = { kind: 'refused', refusal } as const
    return { others: [], task: { database: hub, command, proposal } }
  }
  if (whyNotEverywhere(staff, 'survey.edit')) return await refused('not_your_role')
  if (!isGood(wish)) return await refused('bad_value')
  const replay = await replayed<WaveAnswer, Refusal>(hub, command, 'bad_value')
  if (replay.kind === 'replay') {
    return { others: [], task: { database: hub, command, proposal: replay } }
  }
  const id = timedId('wav', now, randomByte)
  const eligible = await eligibleOf(asking, wish)
  const sample = drawSample(eligible, { size: wish.wanted, seed: id })
  const wave: WaveRow = {
    ...{ id, from_day: wish.fromDay, until_day: wish.untilDay, wanted: wish.wanted },
    ...{ asked: sample.length, eligible: eligible.length, created_at: now },
  }
  const rows = rowsOf(asking, id, sample)
  const own = rows.filter(([database]) => database.d1 === hub.d1).flatMap(([, all]) => all)
  return {
    others: rows.filter(([database]) => database.d1 !== hub.d1),
    task: {
      database: hub,
      command,
      proposal: {
        ...{ kind: 'change', answer: { id }, events: [] },
        rows: [insertWave(hub, wave, staff.id), ...own],
      },
    },
  }
}
