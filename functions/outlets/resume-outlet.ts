import type { OutletAction } from '#domain/outlets/outlet-decisions.ts'
import type { Command } from '#functions/db/command-record.ts'
import type { Database } from '#functions/db/database.ts'
import { changeOutlet, type OutletChange, type OutletProposal } from './change-outlet.ts'

export type ResumeOutlet = OutletChange<Extract<OutletAction, { type: 'resume' }>>

/** Puts a suspended outlet back into service. */
export const resumeOutlet = (
  hub: Database,
  command: Command,
  { code, expectedVersion }: ResumeOutlet,
): Promise<OutletProposal> =>
  changeOutlet(hub, { command, code, expectedVersion, action: { type: 'resume' } })
