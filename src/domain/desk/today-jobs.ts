import type { RepairStatus } from '../repairs/repair.ts'
import { byDue, type DeskRepair } from './today-due.ts'

/** Whether a phone that is here is work: whoever is given the job has something to do or to follow. */
const IS_JOB: Record<RepairStatus, boolean> = {
  requested: false,
  in_transit_in: false,
  received: true,
  diagnosing: true,
  awaiting_decision: true,
  awaiting_parts: true,
  repairing: true,
  quality_check: true,
  in_transfer: false,
  ready: false,
  in_transit_out: false,
  lost: false,
  closed: false,
}

export type Jobs = {
  readonly own: readonly DeskRepair[]
  /** Nobody's yet, and not waiting for anybody else. */
  readonly unassigned: readonly DeskRepair[]
}

const WAITS_FOR_OTHERS: ReadonlySet<RepairStatus> = new Set(['awaiting_decision', 'awaiting_parts'])

/**
 * The jobs at an outlet, what is due first first: a person's own, also while they wait for an answer
 * or a part, and those that nobody has and somebody could begin. Phones at other outlets are no jobs
 * here.
 */
export function jobsAt(outlet: string, staffId: string, repairs: readonly DeskRepair[]): Jobs {
  const here = repairs
    .filter(({ repair }) => repair.atOutlet === outlet && IS_JOB[repair.status])
    .toSorted(byDue)
  return {
    own: here.filter(({ assignedTo }) => assignedTo === staffId),
    unassigned: here.filter(
      ({ assignedTo, repair }) => assignedTo === null && !WAITS_FOR_OTHERS.has(repair.status),
    ),
  }
}
