import { describe, expect, it } from 'vitest'
import type { RepairRefusal } from '#domain/repairs/decision.ts'
import type { ActionOf, RepairActionType } from '#domain/repairs/repair-action.ts'
import { aMailIn, aRepair, type RepairStory } from '#support/a-repair.ts'
import { anAction, WHOSE } from '#support/repair-actions.ts'

type Bad = { readonly refusal: RepairRefusal; readonly field?: string }

function refusal<T extends RepairActionType>(
  story: RepairStory,
  type: T,
  over: Partial<ActionOf<T>>,
): Bad | null {
  const action = anAction(type, { repair: story.repair, at: story.now }, over)
  const decision = story.decide(action, WHOSE[type])
  if (decision.ok) return null
  const { refusal, field } = decision
  return { refusal, ...(field !== undefined && { field }) }
}

const bad = (field: string): Bad => ({ refusal: 'bad_value', field })

describe('a finding', () => {
  it('is never "no fault" where work begins or ends', () => {
    const story = aRepair().diagnosing()
    const none = { faultCode: 'no_fault' }
    expect(refusal(story, 'start', none)).toEqual(bad('faultCode'))
    expect(refusal(story, 'await_parts', none)).toEqual(bad('faultCode'))
    expect(refusal(story.repairing(), 'finish', none)).toEqual(bad('faultCode'))
  })

  it('is "no fault" exactly where that is why the phone goes back', () => {
    const story = aRepair().diagnosing()
    const none = { faultCode: 'no_fault' }
    expect(refusal(story, 'give_up', { ...none, barrier: 'no_fault_found' })).toBeNull()
    expect(refusal(story, 'give_up', { ...none, barrier: 'unrepairable' })).toEqual(
      bad('faultCode'),
    )
    expect(refusal(story, 'give_up', { faultCode: 'board', barrier: 'no_fault_found' })).toEqual(
      bad('faultCode'),
    )
  })

  it('stays through a reopening, with its coverage', () => {
    const { repair } = aRepair().diagnosing().act('start', { coverage: 'goodwill' }).reopened()
    expect(repair.finding).toMatchObject({ faultCode: 'screen', coverage: 'goodwill' })
  })
})

it.each(['declined', 'no_answer', 'withdrawn'] as const)(
  'the workshop gives up for its own reasons, not because the customer %s',
  (barrier) => {
    expect(refusal(aRepair().diagnosing(), 'give_up', { barrier })).toEqual(bad('barrier'))
  },
)

it('a checked phone was tested for something', () => {
  expect(refusal(aRepair().qualityCheck(), 'pass_check', { functionTest: [] })).toEqual(
    bad('functionTest'),
  )
  expect(refusal(aRepair().ready(), 'hand_over', { functionTest: [] })).toEqual(bad('functionTest'))
})

it('a part is expected today at the earliest', () => {
  const story = aRepair().diagnosing()
  const waiting = story.act('await_parts', { expectedOn: '2026-10-01' })
  expect(waiting.repair.partExpectedOn).toBe('2026-10-01')
  const past = { expectedOn: '2026-09-30' }
  expect(refusal(story, 'await_parts', past)).toEqual(bad('expectedOn'))
  expect(refusal(waiting, 'new_date', past)).toEqual(bad('expectedOn'))
  expect(refusal(waiting, 'new_date', { expectedOn: '2026-10-01' })).toBeNull()
})

describe('intake', () => {
  it('promises a time to come', () => {
    const story = aRepair()
    expect(refusal(story, 'receive', { promisedAt: story.now })).toEqual(bad('promisedAt'))
    expect(refusal(story, 'receive', { promisedAt: story.now + 1 })).toBeNull()
  })

  it('says in what condition the phone is', () => {
    expect(refusal(aRepair(), 'receive', { condition: [] })).toEqual(bad('condition'))
    expect(refusal(aRepair().inTransfer(), 'take_in', { condition: [] })).toEqual(bad('condition'))
  })

  it('begins at the arrival of a walk-in, which is never to come', () => {
    const story = aRepair()
    expect(refusal(story, 'receive', { arrivedAt: story.now })).toBeNull()
    expect(refusal(story, 'receive', { arrivedAt: story.now + 1 })).toEqual(bad('arrivedAt'))
    const sent = aMailIn()
    expect(refusal(sent, 'receive', { arrivedAt: sent.now })).toEqual(bad('arrivedAt'))
  })

  it('keeps a visit’s slot to walk-ins', () => {
    expect(() => aMailIn({ visitAt: 1 })).toThrow('visitAt')
    expect(aRepair({ visitAt: 1 }).repair.visitAt).toBe(1)
  })

  it('fixes whether the repair is on the one-hour list', () => {
    expect(aRepair().received().repair.isOneHourListed).toBe(false)
    expect(aRepair().received({ isOneHourListed: true }).repair.isOneHourListed).toBe(true)
  })
})

describe('a parcel', () => {
  it('is posted with courier and number', () => {
    expect(refusal(aMailIn(), 'post', { courier: null })).toEqual(bad('courier'))
    expect(refusal(aMailIn(), 'post', { tracking: null })).toEqual(bad('tracking'))
    expect(aMailIn().posted().repair.parcelIn).toEqual({ courier: 'sf', tracking: 'SF1234567890' })
  })

  it('on its way is called off only with proof that it never left', () => {
    const story = aMailIn().posted()
    expect(refusal(story, 'cancel', { proof: null })).toEqual(bad('proof'))
    expect(refusal(aMailIn(), 'cancel', { proof: null })).toBeNull()
  })
})

describe('personal words', () => {
  it.each([
    ['withdraw', { reason: 'my wife needs it' }, 'reason'],
    ['correct', { field: 'contact', value: '13800138000' }, 'value'],
    ['correct', { field: 'imei', value: '490154203237518' }, 'value'],
    ['inform', { reason: '王女士 来电' }, 'reason'],
  ] as const)('never get into the ledger: %s', (type, over, field) => {
    expect(refusal(aRepair().received(), type, over)).toEqual(bad(field))
  })
})

describe('a correction', () => {
  it('changes model and way back, by values that exist', () => {
    const story = aRepair().received()
    const model = story.corrected({ field: 'model', value: 'fp-12-pro' })
    expect(model.repair.model).toBe('fp-12-pro')
    const back = story.corrected({ field: 'way_back', value: 'post' })
    expect(back.repair.wayBack).toBe('post')
    expect(refusal(story, 'correct', { field: 'model', value: null })).toEqual(bad('value'))
    expect(refusal(story, 'correct', { field: 'way_back', value: 'pigeon' })).toEqual(bad('value'))
  })

  it('moves no clock, even where it makes a waiting phone ready', () => {
    const away = aRepair().movedTo('SZ-002').ready()
    const { repair } = away.corrected({ field: 'way_back', value: 'post' })
    expect(repair.clockStoppedAt).toBeNull()
    expect(repair.nextUpdateBy).toBe(away.repair.nextUpdateBy)
  })
})

describe('handing over', () => {
  const due = aRepair().awaitingDecision().accepted().ready()
  const free = aRepair().ready()

  it('says how what is due was paid, or who waived it', () => {
    expect(refusal(due, 'hand_over', { paidHow: 'nothing_due' })).toEqual(bad('paidHow'))
    expect(refusal(free, 'hand_over', { paidHow: 'cash' })).toEqual(bad('paidHow'))
    const paid = due.collected({ paidHow: 'card', invoice: 'INV-9' })
    expect(paid.repair.paid).toEqual({ how: 'card', invoice: 'INV-9' })
    expect(free.collected().repair.paid).toBeNull()
    const waived = due.collected({ paidHow: 'waived', waivedBy: 'stf_chief' })
    expect(waived.events.at(-1)?.data['waivedBy']).toBe('stf_chief')
  })
})

it('news of a new time gives the reason and leaves the first promise', () => {
  const story = aRepair().repairing()
  const first = story.repair.promise?.firstAt ?? 0
  const promisedAt = first + 1
  expect(refusal(story, 'inform', { promisedAt, reason: null })).toEqual(bad('reason'))
  const { repair } = story.informed({ promisedAt, reason: 'part_late' })
  expect(repair.promise).toEqual({ firstAt: first, currentAt: promisedAt, reason: 'part_late' })
})

it('a phone that was never received has no promise to change', () => {
  const story = aMailIn().posted()
  const promisedAt = story.now + 9
  expect(refusal(story, 'inform', { promisedAt, reason: 'late' })).toEqual(bad('promisedAt'))
})

it('a phone is sent on to another outlet than where it is', () => {
  expect(refusal(aRepair().received(), 'send_on', { outlet: 'SZ-001' })).toEqual(bad('outlet'))
})

it('every text in every event of a long way is a code', () => {
  const story = aMailIn().posted().movedTo('SZ-002').awaitingDecision().accepted().informed()
  const { events } = story.corrected().ready().postedBack().bounced().postedBack().lost().found()
  const textsIn = (value: unknown): readonly string[] => {
    if (typeof value === 'string') return [value]
    return value && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : []
  }
  for (const text of events.flatMap(({ data }) => textsIn(data)))
    expect(text).toMatch(/^[\w.:/#+-]+$/)
})
