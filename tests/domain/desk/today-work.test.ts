import { describe, expect, it } from 'vitest'
import { BOARD_STATUSES, boardColumns } from '#domain/desk/board-columns.ts'
import { readyNext } from '#domain/desk/ready-next.ts'
import { type DeskRepair, dueAt, isLate } from '#domain/desk/today-due.ts'
import { jobsAt } from '#domain/desk/today-jobs.ts'
import { waitsOf } from '#domain/desk/today-waits.ts'
import { holderOf } from '#domain/repairs/holder.ts'
import { REPAIR_STATUSES, type Repair } from '#domain/repairs/repair.ts'
import { aMailIn, aRepair, type RepairStory } from '#support/a-repair.ts'
import { ELSEWHERE, HOME, ZONE } from '#support/repair-actions.ts'

const desk = (repair: Repair, change: Partial<DeskRepair> = {}): DeskRepair => ({
  ...{ repair, zone: ZONE, shelf: null, assignedTo: null },
  ...change,
})

/** One of each status that a repair can be open in. */
const OPEN: readonly RepairStory[] = [
  aRepair(),
  aMailIn().posted(),
  aRepair().received(),
  aRepair().diagnosing(),
  aRepair().awaitingDecision(),
  aRepair().awaitingParts(),
  aRepair().repairing(),
  aRepair().qualityCheck(),
  aRepair().inTransfer(),
  aRepair().ready(),
  aMailIn().posted().ready().postedBack(),
  aRepair().lost(),
]

describe('whom a repair waits for', () => {
  it('is told of every open repair once, as the ledger charges it', () => {
    expect(new Set(OPEN.map(({ repair }) => repair.status)).size).toBe(REPAIR_STATUSES.length - 1)
    const waits = waitsOf(OPEN.map(({ repair }) => desk(repair)))
    const counted = Object.entries(waits).flatMap(([who, list]) =>
      list.map(({ repair }) => [repair.status, who] as const),
    )
    expect(counted).toHaveLength(OPEN.length)
    for (const { repair } of OPEN) {
      expect(counted).toContainEqual([repair.status, holderOf(repair)])
    }
  })

  it('is nobody for one that is closed', () => {
    const waits = waitsOf([desk(aRepair().collected().repair)])
    expect(Object.values(waits).flat()).toEqual([])
  })
})

describe('jobs', () => {
  it('are one’s own also while they wait; nobody’s are those that could be begun', () => {
    const mine = [aRepair().awaitingParts(), aRepair().repairing()].map(({ repair }) =>
      desk(repair, { assignedTo: 'stf_me' }),
    )
    const free = [aRepair().received(), aRepair().awaitingDecision(), aRepair().ready()].map(
      ({ repair }) => desk(repair),
    )
    const others = desk(aRepair().diagnosing().repair, { assignedTo: 'stf_you' })
    const { own, unassigned } = jobsAt(HOME, 'stf_me', [...mine, ...free, others])
    expect(own.map(({ repair }) => repair.status).toSorted()).toEqual([
      'awaiting_parts',
      'repairing',
    ])
    expect(unassigned.map(({ repair }) => repair.status)).toEqual(['received'])
  })

  it('are at the outlet where the phone is, not where its customer came', () => {
    const away = desk(aRepair().movedTo().repair)
    expect(jobsAt(HOME, 'stf_me', [away]).unassigned).toEqual([])
    expect(jobsAt(ELSEWHERE, 'stf_me', [away]).unassigned).toEqual([away])
  })
})

describe('what is due', () => {
  it('is the earlier of promise and news, and is late only after it', () => {
    const { repair } = aRepair().received()
    const due = dueAt(repair) ?? 0
    expect(due).toBe(Math.min(repair.promise?.currentAt ?? 0, repair.nextUpdateBy ?? 0))
    expect([isLate(repair, due), isLate(repair, due + 1)]).toEqual([false, true])
  })

  it('is nothing of a phone that only has to be collected: it is never late', () => {
    const { repair } = aRepair().ready()
    expect([dueAt(repair), isLate(repair, Number.MAX_SAFE_INTEGER)]).toEqual([null, false])
  })
})

describe('the board', () => {
  it('has every open repair in the column of its status, the announced ones aside', () => {
    const columns = boardColumns(OPEN.map(({ repair }) => desk(repair)))
    expect(columns.map(({ status }) => status)).toEqual(BOARD_STATUSES)
    for (const { status, repairs } of columns) {
      expect(repairs.map(({ repair }) => repair.status)).toEqual([status])
    }
  })

  it('leaves out columns that most outlets never fill, while they are empty', () => {
    const empty = boardColumns([]).map(({ status }) => status)
    for (const seldom of ['in_transit_in', 'in_transfer', 'in_transit_out', 'lost']) {
      expect(empty).not.toContain(seldom)
    }
    expect(empty).toContain('quality_check')
  })

  it('puts what is due first first', () => {
    const { repair } = aRepair().received()
    const soon = { ...repair, code: 'SOON', nextUpdateBy: (repair.nextUpdateBy ?? 0) - 1 }
    const [column] = boardColumns([desk(repair), desk(soon)])
    expect(column?.repairs.map((one) => one.repair.code)).toEqual(['SOON', repair.code])
  })
})

describe('what is to be done with a ready phone', () => {
  it('is to hand it over, post it, send it home or pay the refund', () => {
    const stories = [
      aRepair().ready(),
      aMailIn().posted().ready(),
      aRepair().movedTo().ready(),
      aRepair().movedTo().refunded(),
    ]
    expect(stories.map(({ repair }) => readyNext(repair))).toEqual([
      'collect',
      'post',
      'send_home',
      'refund',
    ])
  })
})
