import type { OutletAction } from '#domain/outlets/outlet-decisions.ts'
import type { Command } from '#functions/db/command-record.ts'
import type { Database } from '#functions/db/database.ts'
import { changeOutlet, type OutletChange, type OutletProposal } from './change-outlet.ts'

export type CloseOutlet = OutletChange<Extract<OutletAction, { type: 'close' }>>

/** Closes an outlet for good; `on` is its last day, a local date. */
export const closeOutlet = (
  hub: Database,
  command: Command,
  { code, expectedVersion, on }: CloseOutlet,
): Promise<OutletProposal> =>
  changeOutlet(hub, { command, code, expectedVersion, action: { type: 'close', on } })
