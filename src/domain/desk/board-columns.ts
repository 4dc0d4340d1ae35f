import type { RepairStatus } from '../repairs/repair.ts'
import { byDue, type DeskRepair } from './today-due.ts'

/** The board's columns, in the order of a repair's way: what is only announced, or over, has none. */
export const BOARD_STATUSES = [
  'in_transit_in',
  'received',
  'diagnosing',
  'awaiting_decision',
  'awaiting_parts',
  'repairing',
  'quality_check',
  'ready',
  'in_transfer',
  'in_transit_out',
  'lost',
] as const satisfies readonly RepairStatus[]
export type BoardStatus = (typeof BOARD_STATUSES)[number]

export type BoardColumn = {
  readonly status: BoardStatus
  readonly repairs: readonly DeskRepair[]
}

/** Statuses whose column is left out while nothing is in it: most outlets never have any. */
const SELDOM: ReadonlySet<BoardStatus> = new Set([
  'in_transit_in',
  'in_transfer',
  'in_transit_out',
  'lost',
])

/** Open repairs by status, in each column what is due first first. */
export const boardColumns = (repairs: readonly DeskRepair[]): readonly BoardColumn[] =>
  BOARD_STATUSES.map((status) => ({
    status,
    repairs: repairs.filter(({ repair }) => repair.status === status).toSorted(byDue),
  })).filter((column) => column.repairs.length > 0 || !SELDOM.has(column.status))
