import { countId } from '#domain/desk/count-shelf.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import { commandOf } from '#functions/db/command-record.ts'
import type { Task } from '#functions/db/commit.ts'
import { readTogether } from '#functions/db/statement.ts'
import { countsAt, beginCount as insertCount } from './count-store.ts'
import { type Asking, type CountRefusal, countedOutlet, onRecordAt } from './load-count.ts'

export type BegunCount = { readonly outlet: string; readonly id: string }

/** Counts that an outlet begins on a day: one is the rule, a few more are somebody's second look. */
const MOST_A_DAY = 12

type CountWish = { readonly outlet: string; readonly key: string | null }

/**
 * Begins the count of an outlet's day. One that was begun and not finished today goes on instead: two
 * people scan into the same count. After so many of a day none is begun any more.
 */
export async function beginCount(
  asking: Asking,
  { outlet: code, key }: CountWish,
): Promise<Task<BegunCount, CountRefusal | 'count_cap' | 'key_reused'>> {
  const { hub, staff, now, randomByte } = asking
  const command = await commandOf({
    ...{ name: 'count.begin', key, body: { code }, actor: staff.id, now },
  })
  const counted = await countedOutlet(asking, code)
  if (!counted.ok) {
    const { refusal } = counted
    return { database: hub, command, proposal: { kind: 'refused', refusal } }
  }
  const { outlet, database } = counted
  const day = wallTimeIn(outlet.zone, now).date
  const [past] = await readTogether([countsAt(database, code, MOST_A_DAY)])
  const [last] = past
  if (last?.service_date === day && last.finished_at === null) {
    const answer = { outlet: code, id: last.id }
    return { database, command, proposal: { kind: 'replay', answer } }
  }
  if (past.filter(({ service_date }) => service_date === day).length >= MOST_A_DAY) {
    return { database, command, proposal: { kind: 'refused', refusal: 'count_cap' } }
  }
  const id = countId(day, { now, randomByte })
  const expected = (await onRecordAt(asking, code)).length
  const begun = { staffId: staff.id, expected }
  return {
    database,
    command,
    proposal: {
      kind: 'change',
      answer: { outlet: code, id },
      events: [],
      rows: [insertCount(database, { outlet: code, day, id }, begun)],
    },
  }
}
