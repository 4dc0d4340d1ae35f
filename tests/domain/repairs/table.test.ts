import { describe, expect, it } from 'vitest'
import { decideRepair } from '#domain/repairs/decide-repair.ts'
import { REPAIR_STATUSES } from '#domain/repairs/repair.ts'
import type { RepairActionType } from '#domain/repairs/repair-action.ts'
import { decidingAt, type RepairStory } from '#support/a-repair.ts'
import { ACTION_TYPES, anAction, BEGINNING, DAY_MS, WHOSE } from '#support/repair-actions.ts'
import { manager } from '#support/repair-actors.ts'
import { type Targets, WAYPOINTS } from './waypoints.ts'

/** Long enough after for every deadline of the table to have passed. */
const LONG_AFTER = 100 * DAY_MS

function decideLongAfter(story: RepairStory, type: RepairActionType) {
  const at = story.now + LONG_AFTER
  const by = type === 'pass_check' ? manager : WHOSE[type]
  const action = anAction(type, { repair: story.repair, at })
  return decideRepair(story.repair, action, decidingAt(at, by))
}

const stateOf = (story: RepairStory): string => JSON.stringify(story.repair)

describe.each(Object.entries(WAYPOINTS))('%s', (_, { status, story: tell, targets }) => {
  const story = tell()
  const expected: Targets = targets

  it('is told by its story', () => {
    expect(story.repair.status).toBe(status)
  })

  it.each(ACTION_TYPES)('%s', (type) => {
    const before = stateOf(story)
    const decision = decideLongAfter(story, type)
    const target = expected[type]
    if (target === undefined) {
      expect(decision).toEqual({ ok: false, refusal: 'not_allowed_now' })
    } else if (!decision.ok) {
      expect.unreachable(`${type} was refused: ${decision.refusal} ${decision.field ?? ''}`)
    } else {
      const [to, outcome, ending] = [target].flat()
      expect(decision.repair.status).toBe(to)
      expect(decision.repair.outcome).toBe(outcome === undefined ? story.repair.outcome : outcome)
      expect(decision.repair.ending).toBe(ending ?? null)
      expect(decision.repair.version).toBe(story.repair.version + 1)
    }
    expect(stateOf(story)).toBe(before)
  })
})

describe('the table', () => {
  it('is tried from every status', () => {
    const tried = new Set(Object.values(WAYPOINTS).map(({ status }) => status))
    expect([...tried].sort()).toEqual([...REPAIR_STATUSES].sort())
  })

  it('lets a repair begin with its request and nothing else', () => {
    for (const type of ACTION_TYPES) {
      const action = anAction(type, { repair: null, at: BEGINNING })
      const decision = decideRepair(null, action, decidingAt(BEGINNING, WHOSE[type]))
      if (type === 'request') expect(decision.ok && decision.repair.status).toBe('requested')
      else expect(decision).toEqual({ ok: false, refusal: 'not_allowed_now' })
    }
  })
})
