import type { DeskRepair } from '#domain/desk/today-due.ts'
import { bucketOfTicket, ticketPrefix } from '#domain/identifiers/ticket-code.ts'
import type { Database } from '#functions/db/database.ts'
import type { Sources } from '#functions/db/sources.ts'
import type { Prepared } from '#functions/db/statement.ts'
import { readEverywhere } from '#functions/db/statement.ts'
import { codeOfDead, type DeadRow, deadMessages, type NameRow, namesOf } from './store.ts'

/** What is read once the open repairs are known. */
export type Beside = {
  /** Of who has jobs, by staff id. */
  readonly names: ReadonlyMap<string, string>
  /** Repairs with a message that was given up, others of their outlets among them. */
  readonly deadCodes: ReadonlySet<string>
}

type Asking = Pick<Sources, 'hub' | 'databases'>

function deadReads({ databases }: Asking, repairs: readonly DeskRepair[]): Prepared<DeadRow>[] {
  const begins = new Map<Database, string[]>()
  for (const bucket of new Set(repairs.map(({ repair }) => bucketOfTicket(repair.code)))) {
    const database = databases.of(bucket)
    begins.set(database, [...(begins.get(database) ?? []), ticketPrefix(bucket)])
  }
  return [...begins].map(([database, own]) => deadMessages(database, own))
}

/** The names of who has the jobs and, for whoever watches, the messages that failed: one trip. */
export async function loadBeside(
  asking: Asking,
  repairs: readonly DeskRepair[],
  { watches }: { readonly watches: boolean },
): Promise<Beside> {
  const ids = repairs.flatMap(({ assignedTo }) => (assignedTo === null ? [] : [assignedTo]))
  const [names, ...dead] = await readEverywhere([
    namesOf(asking.hub, ids),
    ...(watches ? deadReads(asking, repairs) : []),
  ])
  return {
    names: new Map((names as readonly NameRow[]).map(({ id, name }) => [id, name])),
    deadCodes: new Set((dead.flat() as readonly DeadRow[]).map(codeOfDead)),
  }
}
