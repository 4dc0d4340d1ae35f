import type { Repair } from '#domain/repairs/repair.ts'
import type { RepairEvent, RepairEventType } from '#domain/repairs/repair-event.ts'
import type { EventRow, RepairRow } from './store.ts'
import { repairSubject } from './store.ts'

/** The repair that a row's state says. */
export const repairFromRow = ({ state }: Pick<RepairRow, 'state'>): Repair => JSON.parse(state)

/** An event as it was appended. */
export const eventFromRow = (code: string, row: EventRow): RepairEvent => ({
  subject: repairSubject(code),
  version: row.version,
  type: row.type as RepairEventType,
  happenedAt: row.happened_at,
  data: JSON.parse(row.data),
})
