import type { Permission } from '#domain/staff/permissions.ts'
import type { Staff } from '#domain/staff/staff.ts'
import {
  decideSet,
  draftSet,
  type SetAction,
  type SetDecision,
} from '#domain/standards/decide-set.ts'
import type { SetFault } from '#domain/standards/set-faults.ts'
import { isEdition } from '#domain/standards/standard-set.ts'
import { type Command, commandOf, keptAnswer, replayOf } from '#functions/db/command-record.ts'
import type { Task } from '#functions/db/commit.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readTogether } from '#functions/db/statement.ts'
import { whyNotEverywhere } from '#functions/staff/desk-actor.ts'
import { type Standing, standingFrom } from './load-book.ts'
import { standingSets, writeSet } from './store.ts'

type Asking = Pick<Sources, 'hub' | 'now'> & { readonly staff: Staff }

export type SetAnswer = { readonly version: number; readonly revision: number }
export type SetRefusal =
  | 'stale'
  | 'not_allowed_now'
  | 'not_found'
  | 'unknown_standard'
  | 'bad_dates'
  | 'too_far_ahead'
  | 'set_faults'
  | 'not_your_role'
  | 'key_reused'

/** What a step with the set comes to; `faults` say what keeps it from being published. */
export type SetTask = Task<SetAnswer, SetRefusal> & { readonly faults: readonly SetFault[] }

type Asked = {
  readonly name: string
  readonly key: string | null
  readonly body: unknown
  readonly permission: Permission
}

/** What all steps have in common: permission, repetition, load in one trip, decide, propose. */
async function change(
  { hub, now, staff }: Asking,
  { name, key, body, permission }: Asked,
  decide: (standing: Standing) => SetDecision | { readonly refusal: 'not_found' },
): Promise<SetTask> {
  const command: Command = await commandOf({ name, key, body, actor: staff.id, now })
  const refused = (refusal: SetRefusal, faults: readonly SetFault[] = []): SetTask => ({
    ...{ database: hub, command, faults },
    proposal: { kind: 'refused', refusal },
  })
  if (whyNotEverywhere(staff, permission)) return refused('not_your_role')
  const [kept, rows] = await readTogether([keptAnswer(hub, command), standingSets(hub, now)])
  const replay = replayOf<SetAnswer>(kept, command)
  if (replay) return { database: hub, command, faults: [], proposal: replay }
  const decided = decide(standingFrom([...rows]))
  if ('refusal' in decided) {
    return refused(decided.refusal, 'faults' in decided ? decided.faults : [])
  }
  const { set, event } = decided
  return {
    ...{ database: hub, command, faults: [] },
    proposal: {
      kind: 'change',
      answer: { version: set.version, revision: set.revision },
      events: [{ ...event, happenedAt: now }],
      rows: [writeSet(hub, set, now)],
    },
  }
}

const NOT_FOUND = { refusal: 'not_found' } as const

/** Begins the next version, as a copy of the newest one. */
export const startDraft = (
  asking: Asking,
  { number, key }: { readonly number: string; readonly key: string | null },
): Promise<SetTask> =>
  change(
    asking,
    { name: 'draft_standards', key, body: { number }, permission: 'standard.edit' },
    ({ sets }) => {
      const newest = sets.at(-1)
      return newest ? draftSet(newest, number) : NOT_FOUND
    },
  )

type Step = {
  readonly action: SetAction
  /** Of the draft that the asker has seen. */
  readonly expectedRevision: number
  readonly key: string | null
}

/** Changes the draft, or publishes it: from then on nothing changes it any more. */
export const stepDraft = (
  asking: Asking,
  { action, expectedRevision, key }: Step,
): Promise<SetTask> =>
  change(
    asking,
    {
      ...{ name: `standards_${action.type}`, key, body: { action, expectedRevision } },
      permission: action.type === 'publish' ? 'standard.publish' : 'standard.edit',
    },
    ({ sets, draft }) => {
      if (!draft) return NOT_FOUND
      const previous = sets.filter(isEdition).at(-1) ?? null
      return decideSet(draft, action, { expectedRevision, now: asking.now, previous })
    },
  )
