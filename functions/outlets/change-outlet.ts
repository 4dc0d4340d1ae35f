import {
  decideOutlet,
  type OutletAction,
  type OutletRefusal,
  type OutletState,
} from '#domain/outlets/outlet-decisions.ts'
import { type Command, keptAnswer, replayOf } from '#functions/db/command-record.ts'
import type { Proposal } from '#functions/db/commit.ts'
import type { Database } from '#functions/db/database.ts'
import { readTogether } from '#functions/db/statement.ts'
import { outletFromRow } from './outlet-rows.ts'
import { outletByCode, type StandingRow, setOperation } from './store.ts'

export type OutletChange<Action extends OutletAction = OutletAction> = Omit<Action, 'type'> & {
  readonly code: string
  /** The version the asker has seen. */
  readonly expectedVersion: number
}

export type OutletAnswer = { readonly code: string; readonly version: number }
export type OutletProposal = Proposal<OutletAnswer, OutletRefusal | 'unknown_outlet' | 'key_reused'>

function stateOf(row: StandingRow): OutletState {
  const { code, operation, suspension, closedOn } = outletFromRow(row)
  return { code, version: row.version, operation, suspension, closedOn }
}

type Asked = {
  readonly command: Command
  readonly code: string
  readonly expectedVersion: number
  readonly action: OutletAction
}

/** What suspending, resuming and closing have in common: load in one trip, decide, propose. */
export async function changeOutlet(
  hub: Database,
  { command, code, expectedVersion, action }: Asked,
): Promise<OutletProposal> {
  const [answers, outlets] = await readTogether([keptAnswer(hub, command), outletByCode(hub, code)])
  const replay = replayOf<OutletAnswer>(answers, command)
  if (replay) return replay
  const row = outlets[0]
  if (!row) return { kind: 'refused', refusal: 'unknown_outlet' }
  const decision = decideOutlet(stateOf(row), expectedVersion, action)
  if (!decision.ok) return { kind: 'refused', refusal: decision.refusal }
  const { event, state } = decision
  return {
    kind: 'change',
    answer: { code, version: state.version },
    events: [{ ...event, happenedAt: command.recordedAt }],
    rows: [setOperation(hub, state, command.recordedAt)],
  }
}
