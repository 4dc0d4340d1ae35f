import { describe, expect, it } from 'vitest'
import { messagesOfEvent, messagesOfEvents } from '#domain/messages/messages-of-event.ts'
import { REPAIR_EVENT_TYPES, type RepairEvent } from '#domain/repairs/repair-event.ts'
import { aMailIn, aRepair, type RepairStory } from '#support/a-repair.ts'
import { BEGINNING, DAY_MS, HOME } from '#support/repair-actions.ts'

const last = ({ events }: RepairStory): RepairEvent => events.at(-1) as RepairEvent
const said = (story: RepairStory) => messagesOfEvent(last(story)).map(({ template }) => template)

const visit = { visitAt: BEGINNING + DAY_MS }
const asked = aRepair().awaitingDecision()
const unrepairable = { status: 'ready', barrier: 'unrepairable' } as const
const away = aRepair().movedTo()
const posting = aMailIn().posted()

/** What customers are told at each step, by the table; each type of event stands here. */
const STEPS: readonly (readonly [step: string, story: RepairStory, told: readonly string[]])[] = [
  ['requested with a visit', aRepair(visit), ['ticket_code']],
  ['requested without a visit', aRepair(), ['ticket_code_no_visit']],
  ['requested by mail', aMailIn(), ['ticket_code_mail_in']],
  ['posted', posting, []],
  ['received', aRepair().received(), ['received']],
  ['diagnosing', aRepair().diagnosing(), []],
  ['asked', asked, ['answer_needed']],
  ['accepted, going on', asked.accepted(), []],
  [
    'accepted, given back',
    aRepair().awaitingDecision({ kind: 'unrepairable', continueTo: unrepairable }).accepted(),
    ['returned_as_it_was'],
  ],
  ['declined', asked.declined(), ['returned_as_it_was']],
  ['declined, to be posted', posting.awaitingDecision().declined(), ['returned_as_it_was_post']],
  ['expired', asked.expired(), ['returned_no_answer']],
  ['expired, to be posted', posting.awaitingDecision().expired(), ['returned_no_answer_post']],
  ['withdrawn', aRepair().withdrawn(), ['returned_as_it_was']],
  ['started', aRepair().repairing(), []],
  ['waiting for a part', aRepair().awaitingParts(), ['part_date']],
  ['new date', aRepair().awaitingParts().act('new_date'), ['part_date']],
  ['part arrived', aRepair().awaitingParts().act('part_arrived'), []],
  ['finished', aRepair().qualityCheck(), []],
  ['check failed', aRepair().qualityCheck().act('fail_check'), []],
  ['repaired', aRepair().ready(), ['ready_repaired']],
  ['repaired, to be posted', posting.ready(), ['ready_repaired_post']],
  ['repaired away from home', away.ready(), []],
  ['repaired away from home, to be posted', posting.movedTo().ready(), ['ready_repaired_post']],
  ['given up', aRepair().givenUp(), ['not_repaired']],
  ['given up, to be posted', posting.givenUp(), ['not_repaired_post']],
  ['given up away from home', away.givenUp(), []],
  ['exchanged', aRepair().exchanged(), ['ready_exchanged']],
  ['exchanged, to be posted', posting.exchanged(), ['ready_exchanged_post']],
  ['certified', aRepair().certified(), ['ready_certified']],
  ['certified, to be posted', posting.certified(), ['ready_certified_post']],
  ['refunded', aRepair().refunded(), ['ready_refunded']],
  ['refunded away from home: money needs no way home', away.refunded(), ['ready_refunded']],
  ['reopened', aRepair().reopened(), []],
  ['collected', aRepair().collected(), ['report']],
  ['settled', aRepair().refunded().settled(), ['refund_sent']],
  ['posted back', posting.postedBack(), ['on_its_way']],
  ['delivered', posting.postedBack().delivered(), ['report']],
  ['bounced', posting.postedBack().bounced(), ['back_again']],
  ['sent on', aRepair().inTransfer(), ['moving']],
  ['taken in, not done yet', away, []],
  ['ready, sent on home', away.ready().act('send_on', { outlet: HOME }), ['moving']],
  ['ready, came home', away.ready().movedTo(HOME), ['ready_repaired']],
  ['given up, came home', away.givenUp().movedTo(HOME), ['not_repaired']],
  ['ready to be posted, came home', posting.movedTo().ready().movedTo(HOME), []],
  ['lost', aRepair().lost(), ['lost']],
  ['found', aRepair().lost().found(), ['found']],
  ['informed', aRepair().received().informed({ promisedAt: null }), ['news']],
  [
    'informed of another time',
    aRepair()
      .received()
      .informed({ promisedAt: BEGINNING + 9 * DAY_MS, reason: 'part_late' }),
    ['new_time'],
  ],
  ['corrected', aRepair().corrected(), []],
  ['cancelled', aRepair().cancelled(), ['cancelled']],
  ['lapsed', aRepair().lapsed(), ['lapsed']],
  ['abandoned', aRepair().abandoned(), ['last_notice']],
  ['reclaimed', aRepair().abandoned().reclaimed(), []],
]

describe('what a customer is told of a step', () => {
  it.each(STEPS)('%s', (_, story, told) => {
    expect(said(story)).toEqual(told)
  })

  it('is decided for every type of event', () => {
    const types = new Set(STEPS.map(([, story]) => last(story).type))
    expect([...types].sort()).toEqual(Object.values(REPAIR_EVENT_TYPES).sort())
  })

  it('is due when it happened', () => {
    const { happenedAt } = last(asked)
    expect(messagesOfEvent(last(asked))).toEqual([{ template: 'answer_needed', dueAt: happenedAt }])
  })

  it('is nothing for events of others and for history that was imported', () => {
    const other = { subject: 'outlet/A', version: 1, happenedAt: 0, data: {} }
    expect(messagesOfEvent({ ...other, type: 'outlet.suspended' })).toEqual([])
    expect(messagesOfEvent({ ...last(asked), type: 'repair.imported' })).toEqual([])
  })
})

const ofVisit = (type: string, data: object = {}) => ({
  subject: `booking/${asked.repair.code}`,
  version: 2,
  type: `booking.${type}`,
  happenedAt: BEGINNING,
  data: { outlet: HOME, status: 'cancelled', ...data },
})

describe('what a customer is told of a visit', () => {
  it('is that it was moved, or that the outlet cancelled it; its repair tells the rest', () => {
    const templates = (type: string, data?: object) =>
      messagesOfEvent(ofVisit(type, data)).map(({ template }) => template)
    expect(templates('moved')).toEqual(['visit_moved'])
    expect(templates('cancelled', { by: 'outlet' })).toEqual(['visit_cancelled'])
    for (const type of ['booked', 'arrived', 'called', 'skipped', 'served', 'left', 'missed']) {
      expect(templates(type)).toEqual([])
    }
    expect(templates('cancelled', { by: 'customer' })).toEqual([])
  })
})

const inBatch = (events: readonly Parameters<typeof messagesOfEvent>[0][]) =>
  messagesOfEvents(events).map(({ subject, version, template }) => [subject, version, template])
const REPAIR = asked.events[0]?.subject

describe('what a customer is told of a batch', () => {
  it('is one message when the counter registers a walk-in', () => {
    expect(inBatch(aRepair().received().events)).toEqual([[REPAIR, 2, 'received']])
  })

  it('is the receipt and the question when the counter asks at once', () => {
    expect(inBatch(asked.events)).toEqual([
      [REPAIR, 2, 'received'],
      [REPAIR, 4, 'answer_needed'],
    ])
  })

  it('is no question that the signature or an agreed ceiling has answered', () => {
    expect(inBatch(asked.accepted().events.slice(3))).toEqual([])
  })

  it('is the last of two questions', () => {
    expect(inBatch(asked.act('ask').events.slice(3))).toEqual([[REPAIR, 5, 'answer_needed']])
  })

  it('is the report alone when the phone is handed over as it gets ready', () => {
    const { events } = aRepair().collected()
    expect(inBatch(events.slice(-2))).toEqual([[REPAIR, events.length, 'report']])
  })

  it('is one cancellation, told as the visit’s where the outlet is the one who cancels', () => {
    const cancelled = last(aRepair(visit).cancelled())
    expect(inBatch([ofVisit('cancelled', { by: 'customer' }), cancelled])).toEqual([
      [REPAIR, 2, 'cancelled'],
    ])
    const byOutlet = ofVisit('cancelled', { by: 'outlet' })
    const told = [[byOutlet.subject, 2, 'visit_cancelled']]
    expect(inBatch([byOutlet, cancelled])).toEqual(told)
    expect(inBatch([cancelled, byOutlet])).toEqual(told)
  })

  it('is told to each of two repairs', () => {
    const other = { ...last(aRepair()), subject: 'repair/00000000000AB' }
    expect(inBatch([last(aRepair()), other, last(aRepair().received())])).toEqual([
      ['repair/00000000000AB', 1, 'ticket_code_no_visit'],
      [REPAIR, 2, 'received'],
    ])
  })
})
