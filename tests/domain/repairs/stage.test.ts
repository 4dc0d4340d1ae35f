import { expect, it } from 'vitest'
import { REPAIR_STATUSES } from '#domain/repairs/repair.ts'
import { REPAIR_STAGES, stageOf } from '#domain/repairs/stage.ts'

it('expects what is asked for, has done with what is closed, and has the rest in hand', () => {
  expect(stageOf('requested')).toBe('expected')
  expect(stageOf('closed')).toBe('closed')
  const others = REPAIR_STATUSES.filter((status) => status !== 'requested' && status !== 'closed')
  expect(new Set(others.map(stageOf))).toEqual(new Set(['in_hand']))
  expect(new Set(REPAIR_STATUSES.map(stageOf))).toEqual(new Set(REPAIR_STAGES))
})
