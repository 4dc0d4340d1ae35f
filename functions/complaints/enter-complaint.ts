import { registrarOf } from '#domain/complaints/complaint-actor.ts'
import { readTicketCode } from '#domain/identifiers/ticket-code.ts'
import { networkZone } from '#domain/outlets/network-zone.ts'
import { holdsAnywhere } from '#domain/staff/permissions.ts'
import type { Staff } from '#domain/staff/staff.ts'
import { commandOf } from '#functions/db/command-record.ts'
import type { Task } from '#functions/db/commit.ts'
import type { Sources } from '#functions/db/sources.ts'
import { seeRepair } from '#functions/repairs/see-repair.ts'
import { whyNotAtOutlet } from '#functions/staff/desk-actor.ts'
import {
  type ComplaintWish,
  type RegisteredComplaint,
  type RegisterRefusal,
  registerComplaint,
} from './register-complaint.ts'

export type EnteredComplaint = Omit<ComplaintWish, 'by' | 'zone' | 'source' | 'bucket'>
export type EnterRefusal = RegisterRefusal | 'unknown_repair'

type Asking = Pick<Sources, 'hub' | 'databases' | 'keys' | 'now' | 'randomByte' | 'config'> & {
  readonly staff: Staff
}

async function whyNot(
  { hub, databases, staff }: Asking,
  { outletCode, repairCode }: EnteredComplaint,
): Promise<EnterRefusal | null> {
  if (!holdsAnywhere(staff, 'complaint.register')) return 'not_your_role'
  if (repairCode !== null) {
    const code = readTicketCode(repairCode)
    const seen = code && (await seeRepair({ hub, databases, staff }, code, 'repair.see'))
    if (!seen || 'refusal' in seen) return 'unknown_repair'
  }
  if (outletCode === null) return null
  const refusal = await whyNotAtOutlet({ hub, staff }, outletCode, 'complaint.register')
  return refusal === 'out_of_scope' ? 'unknown_outlet' : refusal
}

/** The outlet that a repair came to is the one that a complaint about it is about, unless another is named. */
async function outletOf(asking: Asking, { outletCode, repairCode }: EnteredComplaint) {
  const code = repairCode === null ? null : readTicketCode(repairCode)
  if (outletCode !== null || code === null) return outletCode
  const seen = await seeRepair(asking, code, 'repair.see')
  return 'refusal' in seen ? null : seen.repair.homeOutlet
}

/**
 * Registers what somebody of the staff heard, by whatever channel: at an outlet of theirs, about a repair
 * that they see, or about the network.
 */
export async function enterComplaint(
  asking: Asking,
  entered: EnteredComplaint,
): Promise<Task<RegisteredComplaint, EnterRefusal>> {
  const { hub, keys, now, staff, config } = asking
  const refusal = await whyNot(asking, entered)
  if (refusal) {
    const { key, ...body } = entered
    const mac = (text: string) => keys.mac('command', text)
    const name = 'complaint.register'
    const command = await commandOf({ name, key, body, actor: staff.id, now, mac })
    return { database: hub, command, proposal: { kind: 'refused', refusal } }
  }
  return await registerComplaint(asking, {
    ...entered,
    outletCode: await outletOf(asking, entered),
    repairCode: entered.repairCode === null ? null : readTicketCode(entered.repairCode),
    ...{ by: registrarOf(staff), zone: networkZone(config), source: null },
  })
}
