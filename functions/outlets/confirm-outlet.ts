import { outletSubject } from '#domain/outlets/outlet-decisions.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import { commandOf, keptAnswer, replayOf } from '#functions/db/command-record.ts'
import type { Task } from '#functions/db/commit.ts'
import { readTogether } from '#functions/db/statement.ts'
import { whyNotEverywhere } from '#functions/staff/desk-actor.ts'
import type { OutletAnswer } from './change-outlet.ts'
import type { EditingAs } from './edit-outlet.ts'
import { editableOutlet, processAbout, updateOutlet } from './edit-outlet-store.ts'
import { outletFromRow } from './outlet-rows.ts'

export type ConfirmRefusal =
  | 'stale'
  | 'not_allowed_now'
  | 'unknown_outlet'
  | 'not_your_role'
  | 'key_reused'

type Wish = {
  readonly code: string
  /** The version that the asker has seen. */
  readonly expectedVersion: number
  readonly key: string | null
}

/** Says that an outlet belongs to the network: one that somebody else has registered is nobody's until then. */
export async function confirmOutlet(
  { hub, now, staff }: EditingAs,
  { code, expectedVersion, key }: Wish,
): Promise<Task<OutletAnswer, ConfirmRefusal>> {
  const body = { code, expectedVersion }
  const command = await commandOf({ name: 'confirm_outlet', key, body, actor: staff.id, now })
  const refused = (refusal: ConfirmRefusal) =>
    ({ database: hub, command, proposal: { kind: 'refused', refusal } }) as const
  if (whyNotEverywhere(staff, 'outlet.confirm')) return refused('not_your_role')
  const [kept, [row], [process]] = await readTogether([
    keptAnswer(hub, command),
    editableOutlet(hub, code),
    processAbout(hub, code),
  ])
  if (!row) return refused('unknown_outlet')
  const replay = replayOf<OutletAnswer>(kept, command)
  if (replay) return { database: hub, command, proposal: replay }
  if (row.version !== expectedVersion) return refused('stale')
  // Whoever lost it by a decision gets it back by one.
  const isDecided = process?.status === 'disqualified' || process?.status === 'appealed'
  const outlet = outletFromRow(row)
  if (isDecided || outlet.qualification !== 'disqualified' || outlet.operation === 'closed') {
    return refused('not_allowed_now')
  }
  const version = row.version + 1
  const { date: qualificationSince } = wallTimeIn(outlet.zone, now)
  const confirmed = { ...outlet, qualification: 'qualified', qualificationSince } as const
  return {
    ...{ database: hub, command },
    proposal: {
      kind: 'change',
      answer: { code, version },
      events: [
        {
          ...{ subject: outletSubject(code), version, type: 'outlet.confirmed' },
          ...{ happenedAt: now, data: { since: qualificationSince } },
        },
      ],
      rows: [
        updateOutlet(hub, confirmed, {
          ...{ version, lastIntakeMinutes: row.last_intake_minutes, now },
        }),
      ],
    },
  }
}
