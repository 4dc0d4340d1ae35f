import { expect, it } from 'vitest'
import { messagesOfEvents } from '#domain/messages/messages-of-event.ts'
import { isStillDue } from '#domain/messages/still-due.ts'
import { isTemplate, type Template } from '#domain/messages/templates.ts'
import { aMailIn, aRepair, type RepairStory } from '#support/a-repair.ts'

/** Templates of all messages that a story asked for and that are still worth sending at its end. */
const due = ({ repair, events }: RepairStory) =>
  events
    .flatMap((event) => messagesOfEvents([event]))
    .filter(
      ({ template, ...message }) =>
        isTemplate(template) &&
        isStillDue({ ...message, template }, { repair, events, booking: null }),
    )
    .map(({ version, template }) => `${version} ${template}`)

const asked = aRepair().awaitingDecision()

it('drops a question that was answered, and a question that another took the place of', () => {
  expect(due(asked)).toEqual(['2 received', '4 answer_needed'])
  expect(due(asked.accepted())).toEqual(['2 received'])
  expect(due(asked.act('ask'))).toEqual(['2 received', '5 answer_needed'])
})

it('keeps a question while somebody only tells the customer something', () => {
  expect(due(asked.informed({ promisedAt: null }))).toContain('4 answer_needed')
})

it('drops what a phone that is ready was told before', () => {
  expect(due(aRepair().awaitingParts().act('part_arrived').ready())).toEqual([
    '2 received',
    '7 ready_repaired',
  ])
})

it('tells a phone that got ready twice so once', () => {
  const again = aRepair().ready().reopened().ready()
  expect(due(again)).toEqual(['2 received', `${again.events.length} ready_repaired`])
})

it('drops "ready" once it was collected, and the report once the parcel came back', () => {
  expect(due(aRepair().collected())).toEqual(['7 report'])
  const back = aMailIn().posted().postedBack().deliveryAssumed().bounced()
  expect(due(back)).toEqual([`${back.events.length} back_again`])
})

it('tells the last date of a part and the last news only', () => {
  const news = { promisedAt: null }
  const twice = aRepair().awaitingParts().act('new_date').informed(news).informed(news)
  expect(due(twice)).toEqual(['2 received', '5 part_date', '7 news'])
})

it('tells a lost phone’s customer that it was found, not that it is lost', () => {
  expect(due(aRepair().lost().found())).toEqual(['2 received', '4 found'])
})

const reminder = (template: Template, { repair, events }: RepairStory, version: number) =>
  isStillDue(
    { template, subject: `repair/${repair.code}`, version },
    { repair, events, booking: null },
  )

it('reminds only while there is still something to do', () => {
  expect(reminder('answer_reminder', asked, 4)).toBe(true)
  expect(reminder('answer_reminder', asked.act('ask'), 4)).toBe(false)
  expect(reminder('answer_reminder', asked.declined(), 4)).toBe(false)
  expect(reminder('lapse_reminder', aRepair(), 1)).toBe(true)
  expect(reminder('lapse_reminder', aRepair().received(), 1)).toBe(false)
  const ready = aRepair().ready()
  expect(reminder('uncollected_reminder', ready, ready.repair.version)).toBe(true)
  expect(reminder('uncollected_reminder', aRepair().collected(), ready.repair.version)).toBe(false)
  expect(reminder('code_again', ready, 1)).toBe(true)
  expect(reminder('code_again', aRepair().collected(), 1)).toBe(false)
})

it('tells a visit’s time only while nothing else has happened to the visit', () => {
  const { repair, events } = aRepair()
  const moved = { template: 'visit_moved', subject: `booking/${repair.code}`, version: 2 } as const
  expect(isStillDue(moved, { repair, events, booking: { version: 2 } })).toBe(true)
  expect(isStillDue(moved, { repair, events, booking: { version: 3 } })).toBe(false)
  expect(isStillDue(moved, { ...aRepair().received(), booking: { version: 2 } })).toBe(false)
})
