import { describe, expect, it } from 'vitest'
import { COMPLAINT_STATUSES } from '#domain/complaints/complaint.ts'
import { COMPLAINT_TABLE } from '#domain/complaints/complaint-table.ts'
import { nextHand } from '#domain/complaints/next-hand.ts'

const STEP_OF = {
  team: { step: 'dispatch', who: 'agent' },
  outlet: { step: 'report', who: 'outlet_manager' },
  verifier: { step: 'verify', who: 'regional_manager' },
  customer: { step: 'agree', who: 'customer' },
} as const

describe('whose turn it is', () => {
  it.each(COMPLAINT_STATUSES)('of one that is %s can take a step of the way', (status) => {
    const hand = nextHand({ status })
    const steps = COMPLAINT_TABLE[status]
    if (hand === null) expect(Object.keys(steps)).toEqual(['reopen'])
    else if (hand === 'owner')
      expect(steps.contact ?? steps.assign ?? steps.answer).toEqual(['owner'])
    else {
      const { step, who } = STEP_OF[hand]
      expect(steps[step]).toContain(who)
    }
  })
})
