import { describe, expect, it } from 'vitest'
import { PUBLIC_SENTENCES, publicSentence } from '#domain/repairs/public-status.ts'
import { repairLine } from '#domain/repairs/repair-line.ts'
import { aMailIn, aRepair, type RepairStory } from '#support/a-repair.ts'
import { BEGINNING, ELSEWHERE, HOME } from '#support/repair-actions.ts'

/** Every sentence, and a repair it is true of. */
const SENTENCES: Record<(typeof PUBLIC_SENTENCES)[number], RepairStory> = {
  requested_visit: aRepair({ visitAt: BEGINNING + 1 }),
  requested_walk_in: aRepair(),
  requested_mail_in: aMailIn(),
  in_transit_in: aMailIn().posted(),
  received: aRepair().received(),
  diagnosing: aRepair().diagnosing(),
  awaiting_decision: aRepair().awaitingDecision(),
  awaiting_parts: aRepair().awaitingParts(),
  repairing: aRepair().repairing(),
  quality_check: aRepair().qualityCheck(),
  in_transfer: aRepair().inTransfer(),
  ready_repaired_away: aRepair().movedTo().ready(),
  ready_exchanged_away: aRepair().movedTo().exchanged(),
  ready_certified_away: aRepair().movedTo().certified(),
  ready_returned_unrepaired_away: aRepair().movedTo().givenUp(),
  ready_repaired_collect: aRepair().ready(),
  ready_exchanged_collect: aRepair().exchanged(),
  ready_certified_collect: aRepair().certified(),
  ready_returned_unrepaired_collect: aRepair().withdrawn(),
  ready_repaired_post: aMailIn().ready(),
  ready_exchanged_post: aMailIn().exchanged(),
  ready_certified_post: aMailIn().certified(),
  ready_returned_unrepaired_post: aMailIn().withdrawn(),
  ready_refunded: aRepair().movedTo().refunded(),
  in_transit_out: aMailIn().postedBack(),
  lost: aMailIn().postedBack().lost(),
  closed_repaired_collected: aRepair().collected(),
  closed_repaired_delivered: aMailIn().postedBack().delivered(),
  closed_returned_unrepaired: aRepair().givenUp().collected(),
  closed_exchanged: aRepair().exchanged().collected(),
  closed_refunded: aRepair().refunded().settled(),
  closed_certified: aMailIn().certified().postedBack().delivered(),
  closed_cancelled: aRepair().cancelled(),
  closed_lapsed: aRepair().lapsed(),
  closed_abandoned: aRepair().abandoned(),
}

describe('the public sentence', () => {
  it.each(PUBLIC_SENTENCES)('%s', (key) => {
    expect(publicSentence(SENTENCES[key].repair).key).toBe(key)
  })

  it('says until when, which date, which outlet', () => {
    const visit = publicSentence(SENTENCES.requested_visit.repair, BEGINNING + 7)
    expect(visit).toMatchObject({ key: 'requested_visit', time: BEGINNING + 7 })
    const asked = SENTENCES.awaiting_decision.repair
    expect(publicSentence(asked).time).toBe(asked.ask?.expiresAt)
    const waiting = SENTENCES.awaiting_parts.repair
    expect(publicSentence(waiting).date).toBe(waiting.partExpectedOn)
    expect(publicSentence(SENTENCES.in_transfer.repair).outlet).toBe(ELSEWHERE)
    expect(publicSentence(SENTENCES.ready_repaired_away.repair).outlet).toBe(HOME)
  })
})

const MARKS = { done: '●', now: '○', ahead: '·' } as const

/** A line as text: `●requested ○received ·diagnosing`, a branch in brackets. */
const drawn = ({ repair, events }: RepairStory): string =>
  repairLine(repair, events)
    .map(({ key, state, branch }) => `${MARKS[state]}${branch ? `(${key})` : key}`)
    .join(' ')

describe('the line', () => {
  it.each([
    [
      'a walk-in just received',
      aRepair().received(),
      '●requested ○received ·diagnosing ·repairing ·quality_check ·repaired ·collected',
    ],
    [
      'a mail-in, requested',
      aMailIn(),
      '○requested ·in_transit_in ·received ·diagnosing ·repairing ·quality_check ·repaired ·in_transit_out ·delivered',
    ],
    [
      'a mail-in of whose posting nobody told',
      aMailIn().received(),
      '●requested ○received ·diagnosing ·repairing ·quality_check ·repaired ·in_transit_out ·delivered',
    ],
    [
      'an open ask',
      aRepair().awaitingDecision(),
      '●requested ●received ●diagnosing ○awaiting_decision ·repairing ·quality_check ·repaired ·collected',
    ],
    [
      'an ask declined',
      aRepair().awaitingDecision().declined(),
      '●requested ●received ●diagnosing ●awaiting_decision ○(returned_unrepaired) ·(collected)',
    ],
    [
      'repaired and collected',
      aRepair().collected(),
      '●requested ●received ●diagnosing ●repairing ●quality_check ●repaired ●collected',
    ],
    [
      'work begun without diagnosing',
      aRepair().received().act('start'),
      '●requested ●received ○repairing ·quality_check ·repaired ·collected',
    ],
    [
      'reopened',
      aRepair().ready().reopened(),
      '●requested ●received ○diagnosing ·repairing ·quality_check ·repaired ·collected',
    ],
    [
      'moving to another outlet',
      aRepair().inTransfer(),
      '●requested ●received ○in_transfer ·diagnosing ·repairing ·quality_check ·repaired ·collected',
    ],
    [
      'lost on its way back',
      aMailIn().posted().postedBack().lost(),
      '●requested ●in_transit_in ●received ●diagnosing ●repairing ●quality_check ●repaired ●in_transit_out ○(lost) ·delivered',
    ],
    ['cancelled', aRepair().cancelled(), '●requested ●(cancelled)'],
    ['lapsed', aMailIn().lapsed(), '●requested ●(lapsed)'],
    [
      'refunded, whose money is on its way',
      aMailIn().received().refunded(),
      '●requested ●received ○refunded ·settled',
    ],
  ])('%s', (_, story, line) => {
    expect(drawn(story)).toBe(line)
  })

  it('says when the phone came to each station', () => {
    const story = aRepair().received()
    const [requested, received, ahead] = repairLine(story.repair, story.events)
    expect(requested?.at).toBe(BEGINNING)
    expect(received?.at).toBe(story.repair.receivedAt)
    expect(ahead?.at).toBeNull()
  })
})
