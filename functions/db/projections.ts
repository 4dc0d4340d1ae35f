import { changedOutlet } from '#domain/outlets/outlet-decisions.ts'
import type { DomainEvent } from './events.ts'
import { type SqlValue, type Statement, type Statements, statement } from './statement.ts'

/** What else an event writes in the batch that appends it. */
export type Effect = {
  readonly statement: Statement<readonly SqlValue[]>
  readonly params: readonly SqlValue[]
}
export type Projection = (event: DomainEvent) => readonly Effect[]

export const statements = {
  countOutletChange: statement<[]>(
    `UPDATE counters SET value = value + 1 WHERE name = 'outlet_change'`,
    [],
  ),
  numberOutletChange: statement<[code: string]>(
    `UPDATE outlets SET changed_seq = (SELECT value FROM counters WHERE name = 'outlet_change')
     WHERE code = ?1`,
    ['SZ-001'],
  ),
} satisfies Statements

const effect = <Params extends readonly SqlValue[]>(
  written: Statement<Params>,
  params: NoInfer<Params>,
): Effect => ({ statement: written as unknown as Statement<readonly SqlValue[]>, params })

/** Numbers every change of an outlet, so that what came after a site build can be told. */
const outletChanges: Projection = (event) => {
  const code = changedOutlet(event)
  return code === null
    ? []
    : [effect(statements.countOutletChange, []), effect(statements.numberOutletChange, [code])]
}

/** Every projection there is, run over every event in this order. */
export const projections: readonly Projection[] = [outletChanges]
