import type { OutletAction } from '#domain/outlets/outlet-decisions.ts'
import type { Command } from '#functions/db/command-record.ts'
import type { Database } from '#functions/db/database.ts'
import { changeOutlet, type OutletChange, type OutletProposal } from './change-outlet.ts'

export type SuspendOutlet = OutletChange<Extract<OutletAction, { type: 'suspend' }>>

/** Takes an outlet out of service for a while: `[from, until)`, local dates. The reason is shown to the public. */
export const suspendOutlet = (
  hub: Database,
  command: Command,
  { code, expectedVersion, from, until, reason }: SuspendOutlet,
): Promise<OutletProposal> =>
  changeOutlet(hub, {
    command,
    code,
    expectedVersion,
    action: { type: 'suspend', from, until, reason },
  })
