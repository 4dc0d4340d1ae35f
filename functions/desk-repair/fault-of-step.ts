import type { Field } from '#domain/desk/repair-field.ts'
import { type Faults, type FieldFault, fieldAt, type Typed } from '#domain/desk/repair-form.ts'
import { decideRepair } from '#domain/repairs/decide-repair.ts'
import type { Deciding } from '#domain/repairs/decision.ts'
import type { Repair } from '#domain/repairs/repair.ts'
import type { RepairAction } from '#domain/repairs/repair-action.ts'

export type RefusedStep = {
  readonly refusal: string
  readonly repair: Repair
  /** Null = what was said is no action. */
  readonly action: RepairAction | null
  readonly deciding: Omit<Deciding, 'afterWorkingDays'>
  readonly fields: readonly Field[]
  readonly typed: Typed
}

/** Numbers that name a device are read beside the action. */
const deviceField = (fields: readonly Field[]): string | null =>
  fields.find(({ kind }) => kind === 'imeis')?.name ?? null

function valueAt({ repair, action, deciding, fields, typed }: RefusedStep): string | null {
  if (!action) return fieldAt(fields, typed, 'device.imeis') ?? fieldAt(fields, typed, 'phone')
  const again = decideRepair(repair, action, { ...deciding, afterWorkingDays: (at) => at })
  if (!again.ok && again.field) return fieldAt(fields, typed, again.field)
  if (again.ok && action.type === 'hand_over' && action.collectedBy === 'other') {
    return fieldAt(fields, typed, 'pickUpCode')
  }
  return action.type === 'receive' ? deviceField(fields) : null
}

const one = (field: string | null, fault: FieldFault): Faults =>
  new Map(field === null ? [] : [[field, fault]])

/** Which field of its form a refused step is about, so that the fault is said beside it. */
export function faultOfStep(refused: RefusedStep): Faults {
  const { refusal, typed, fields } = refused
  if (refusal === 'bad_time' && typed.get('happenedAt')?.some(Boolean)) {
    return one('happenedAt', 'out_of_range')
  }
  if (refusal === 'unknown_outlet') return one(fieldAt(fields, typed, 'outlet'), 'not_allowed')
  return refusal === 'bad_value' ? one(valueAt(refused), 'invalid') : new Map()
}
