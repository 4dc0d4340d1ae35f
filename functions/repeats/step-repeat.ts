import {
  decideRepeat,
  type RepeatAction,
  type RepeatRefusal,
} from '#domain/repeats/decide-repeat.ts'
import type { Permission } from '#domain/staff/permissions.ts'
import { commandOf, keptAnswer, replayOf } from '#functions/db/command-record.ts'
import type { Task } from '#functions/db/commit.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readTogether } from '#functions/db/statement.ts'
import { type Asking, type NotSeen, seeRepeat } from './see-repeat.ts'
import { writeRepeat, writeWords } from './store.ts'

export type RepeatWish = {
  readonly code: string
  readonly action: RepeatAction
  /** What was written; '' = nothing. */
  readonly words: string
  readonly expectedVersion: number
  readonly key: string | null
}

export type RepeatAnswer = { readonly code: string; readonly version: number }
export type RepeatTask = Task<RepeatAnswer, RepeatRefusal | NotSeen | 'key_reused'>

const PERMISSIONS = {
  classify: 'repeat.classify',
  reclassify: 'repeat.classify',
  contest: 'repeat.contest',
  uphold: 'repeat.decide',
  overturn: 'repeat.decide',
} as const satisfies Record<RepeatAction['type'], Permission>

/**
 * Takes a step of a return's classification, as the person that somebody of the staff is to it. All but the
 * first are said in words too (`bad_value`).
 */
export async function stepRepeat(
  asking: Asking & Pick<Sources, 'keys'>,
  { code, action, words, expectedVersion, key }: RepeatWish,
): Promise<RepeatTask> {
  const { staff, now, hub, keys } = asking
  const command = await commandOf({
    ...{ name: `repeat.${action.type}`, key, actor: staff.id, now },
    body: { code, action, words, expectedVersion },
    mac: (body) => keys.mac('command', body),
  })
  const seen = await seeRepeat(asking, code, PERMISSIONS[action.type])
  if ('refusal' in seen) {
    return { database: hub, command, proposal: { kind: 'refused', refusal: seen.refusal } }
  }
  const { database, repeat, isExamined, sides } = seen
  const [kept] = await readTogether([keptAnswer(database, command)])
  const replay = replayOf<RepeatAnswer>(kept, command)
  if (replay) return { database, command, proposal: replay }
  const refused = (refusal: RepeatRefusal): RepeatTask => ({
    ...{ database, command, proposal: { kind: 'refused', refusal } },
  })
  if (words === '' && action.type !== 'classify') return refused('bad_value')
  const deciding = { expectedVersion, now, by: staff.id, sides, isExamined }
  const decided = decideRepeat(repeat, action, deciding)
  if (!decided.ok) return refused(decided.refusal)
  const { repeat: next, event } = decided
  return {
    ...{ database, command },
    proposal: {
      kind: 'change',
      answer: { code, version: next.version },
      events: [event],
      rows: [
        writeRepeat(database, next),
        ...(words === '' ? [] : [writeWords(database, next, words)]),
      ],
    },
  }
}
