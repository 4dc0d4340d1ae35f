import type { RepairStatus } from '#domain/repairs/repair.ts'
import type { RepairActionType } from '#domain/repairs/repair-action.ts'
import { aMailIn, aRepair, type RepairStory } from '#support/a-repair.ts'
import { ELSEWHERE } from '#support/repair-actions.ts'

/** Where an action leads: the status; the outcome where the action sets or clears it; the ending. */
type Target = RepairStatus | readonly [RepairStatus, (string | null)?, string?]
export type Targets = Partial<Record<RepairActionType, Target>>

type Waypoint = {
  readonly status: RepairStatus
  readonly story: () => RepairStory
  readonly targets: Targets
}

const UNREPAIRED = ['ready', 'returned_unrepaired'] as const

const remedies: Targets = {
  exchange: ['ready', 'exchanged'],
  refund: ['ready', 'refunded'],
  certify: ['ready', 'certified'],
}

/** Where a repair can stand, and where every action of the domain's table leads from there. */
export const WAYPOINTS: Readonly<Record<string, Waypoint>> = {
  'requested, walk-in': {
    status: 'requested',
    story: () => aRepair(),
    targets: {
      receive: 'received',
      cancel: ['closed', null, 'cancelled'],
      lapse: ['closed', null, 'lapsed'],
      correct: 'requested',
    },
  },
  'requested, mail-in': {
    status: 'requested',
    story: () => aMailIn(),
    targets: {
      post: 'in_transit_in',
      receive: 'received',
      cancel: ['closed', null, 'cancelled'],
      lapse: ['closed', null, 'lapsed'],
      correct: 'requested',
    },
  },
  in_transit_in: {
    status: 'in_transit_in',
    story: () => aMailIn().posted(),
    targets: {
      receive: 'received',
      cancel: ['closed', null, 'cancelled'],
      report_lost: 'lost',
      inform: 'in_transit_in',
      correct: 'in_transit_in',
    },
  },
  received: {
    status: 'received',
    story: () => aRepair().received(),
    targets: {
      diagnose: 'diagnosing',
      ask: 'awaiting_decision',
      withdraw: UNREPAIRED,
      start: 'repairing',
      give_up: UNREPAIRED,
      ...remedies,
      send_on: 'in_transfer',
      report_lost: 'lost',
      inform: 'received',
      correct: 'received',
    },
  },
  diagnosing: {
    status: 'diagnosing',
    story: () => aRepair().diagnosing(),
    targets: {
      ask: 'awaiting_decision',
      withdraw: UNREPAIRED,
      start: 'repairing',
      await_parts: 'awaiting_parts',
      give_up: UNREPAIRED,
      ...remedies,
      send_on: 'in_transfer',
      report_lost: 'lost',
      inform: 'diagnosing',
      correct: 'diagnosing',
    },
  },
  awaiting_decision: {
    status: 'awaiting_decision',
    story: () => aRepair().awaitingDecision(),
    targets: {
      ask: 'awaiting_decision',
      accept: 'repairing',
      decline: UNREPAIRED,
      expire: UNREPAIRED,
      withdraw: UNREPAIRED,
      ...remedies,
      report_lost: 'lost',
      inform: 'awaiting_decision',
      correct: 'awaiting_decision',
    },
  },
  awaiting_parts: {
    status: 'awaiting_parts',
    story: () => aRepair().awaitingParts(),
    targets: {
      ask: 'awaiting_decision',
      withdraw: UNREPAIRED,
      new_date: 'awaiting_parts',
      part_arrived: 'repairing',
      give_up: UNREPAIRED,
      ...remedies,
      send_on: 'in_transfer',
      report_lost: 'lost',
      inform: 'awaiting_parts',
      correct: 'awaiting_parts',
    },
  },
  repairing: {
    status: 'repairing',
    story: () => aRepair().repairing(),
    targets: {
      ask: 'awaiting_decision',
      withdraw: UNREPAIRED,
      await_parts: 'awaiting_parts',
      finish: 'quality_check',
      give_up: UNREPAIRED,
      ...remedies,
      send_on: 'in_transfer',
      report_lost: 'lost',
      inform: 'repairing',
      correct: 'repairing',
    },
  },
  quality_check: {
    status: 'quality_check',
    story: () => aRepair().qualityCheck(),
    targets: {
      ask: 'awaiting_decision',
      withdraw: UNREPAIRED,
      fail_check: 'repairing',
      pass_check: ['ready', 'repaired'],
      give_up: UNREPAIRED,
      ...remedies,
      report_lost: 'lost',
      inform: 'quality_check',
      correct: 'quality_check',
    },
  },
  'in_transfer, work to do': {
    status: 'in_transfer',
    story: () => aRepair().inTransfer(),
    targets: {
      take_in: 'received',
      report_lost: 'lost',
      inform: 'in_transfer',
      correct: 'in_transfer',
    },
  },
  'in_transfer, with an outcome': {
    status: 'in_transfer',
    story: () => aRepair().ready().inTransfer(),
    targets: {
      take_in: ['ready', 'repaired'],
      report_lost: 'lost',
      inform: 'in_transfer',
      correct: 'in_transfer',
    },
  },
  'ready to collect': {
    status: 'ready',
    story: () => aRepair().ready(),
    targets: {
      reopen: ['diagnosing', null],
      hand_over: ['closed', 'repaired', 'collected'],
      send_on: 'in_transfer',
      report_lost: 'lost',
      inform: 'ready',
      correct: 'ready',
      abandon: ['closed', 'repaired', 'abandoned'],
    },
  },
  'ready to collect, unrepaired': {
    status: 'ready',
    story: () => aRepair().givenUp(),
    targets: {
      reopen: ['diagnosing', null],
      hand_over: ['closed', 'returned_unrepaired', 'collected'],
      send_on: 'in_transfer',
      report_lost: 'lost',
      inform: 'ready',
      correct: 'ready',
      abandon: ['closed', 'returned_unrepaired', 'abandoned'],
    },
  },
  'ready away from home, to be collected': {
    status: 'ready',
    story: () => aRepair().movedTo(ELSEWHERE).ready(),
    targets: {
      reopen: ['diagnosing', null],
      send_on: 'in_transfer',
      report_lost: 'lost',
      inform: 'ready',
      correct: 'ready',
    },
  },
  'ready to be posted': {
    status: 'ready',
    story: () => aMailIn().received().ready(),
    targets: {
      reopen: ['diagnosing', null],
      post_back: 'in_transit_out',
      send_on: 'in_transfer',
      report_lost: 'lost',
      inform: 'ready',
      correct: 'ready',
    },
  },
  'ready, bounced': {
    status: 'ready',
    story: () => aMailIn().received().postedBack().bounced(),
    targets: {
      reopen: ['diagnosing', null],
      post_back: 'in_transit_out',
      send_on: 'in_transfer',
      report_lost: 'lost',
      inform: 'ready',
      correct: 'ready',
      abandon: ['closed', 'repaired', 'abandoned'],
    },
  },
  'ready, refunded': {
    status: 'ready',
    story: () => aRepair().refunded(),
    targets: {
      settle: ['closed', 'refunded', 'settled'],
      send_on: 'in_transfer',
      report_lost: 'lost',
      inform: 'ready',
      correct: 'ready',
    },
  },
  in_transit_out: {
    status: 'in_transit_out',
    story: () => aMailIn().postedBack(),
    targets: {
      delivered: ['closed', 'repaired', 'delivered'],
      bounce: ['ready', 'repaired'],
      report_lost: 'lost',
      inform: 'in_transit_out',
      correct: 'in_transit_out',
    },
  },
  'lost before it was received': {
    status: 'lost',
    story: () => aMailIn().posted().lost(),
    targets: {
      found: 'in_transit_in',
      exchange: ['ready', 'exchanged'],
      refund: ['ready', 'refunded'],
      inform: 'lost',
      correct: 'lost',
    },
  },
  'lost in the workshop': {
    status: 'lost',
    story: () => aRepair().repairing().lost(),
    targets: {
      found: 'received',
      exchange: ['ready', 'exchanged'],
      refund: ['ready', 'refunded'],
      inform: 'lost',
      correct: 'lost',
    },
  },
  'lost with an outcome': {
    status: 'lost',
    story: () => aMailIn().postedBack().lost(),
    targets: {
      found: ['ready', 'repaired'],
      exchange: ['ready', 'exchanged'],
      refund: ['ready', 'refunded'],
      inform: 'lost',
      correct: 'lost',
    },
  },
  'closed, collected': { status: 'closed', story: () => aRepair().collected(), targets: {} },
  'closed, settled': { status: 'closed', story: () => aRepair().refunded().settled(), targets: {} },
  'closed, cancelled': { status: 'closed', story: () => aRepair().cancelled(), targets: {} },
  'closed, lapsed': { status: 'closed', story: () => aRepair().lapsed(), targets: {} },
  'closed, delivered': {
    status: 'closed',
    story: () => aMailIn().postedBack().delivered(),
    targets: {},
  },
  'closed, delivered by the system': {
    status: 'closed',
    story: () => aMailIn().postedBack().deliveryAssumed(),
    targets: { bounce: ['ready', 'repaired'], report_lost: 'lost' },
  },
  'closed, abandoned': {
    status: 'closed',
    story: () => aRepair().abandoned(),
    targets: { reclaim: ['ready', 'repaired'] },
  },
}
