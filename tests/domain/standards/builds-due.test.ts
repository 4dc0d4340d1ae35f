import { describe, expect, it } from 'vitest'
import { buildDueBy } from '#domain/standards/builds-due.ts'

const event = (type: string, data: Readonly<Record<string, unknown>> = {}) =>
  buildDueBy({ type, happenedAt: 1_000, data })

describe('the site says something else', () => {
  it('when a published set takes effect, and not when it is published', () => {
    expect(event('standard_set.published', { effectiveFrom: 9_000, number: 'FX-2' })).toBe(9_000)
  })

  it('when a pledge begins, and as soon as one is taken back', () => {
    expect(event('pledge.made', { from: 5_000, target: 95 })).toBe(5_000)
    expect(event('pledge.withdrawn')).toBe(1_000)
  })

  it('for no edited draft, and for nothing else that happens', () => {
    for (const type of ['standard_set.edited', 'standard_set.drafted', 'repair.requested']) {
      expect(event(type, { from: 5_000, effectiveFrom: 9_000 }), type).toBeNull()
    }
  })
})
