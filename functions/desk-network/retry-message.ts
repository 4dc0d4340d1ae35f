import { bucketOfTicket, readTicketCode } from '#domain/identifiers/ticket-code.ts'
import type { Staff } from '#domain/staff/staff.ts'
import { commandOf, keptAnswer, replayOf } from '#functions/db/command-record.ts'
import type { Task } from '#functions/db/commit.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readEverywhere } from '#functions/db/statement.ts'
import { whyNotAtOutlet } from '#functions/staff/desk-actor.ts'
import { type MessageKey, oneMessage, putBack, retriesOf } from './messages-store.ts'

export type RetryAnswer = { readonly version: number }
export type RetryRefusal =
  | 'not_found'
  | 'not_your_role'
  | 'not_allowed_now'
  | 'stale'
  | 'key_reused'

type Asking = Pick<Sources, 'hub' | 'databases' | 'now'> & { readonly staff: Staff }

/** Puts a message that nobody got back to the waiting ones: the next minute tries it anew. */
export async function retryMessage(
  { hub, databases, now, staff }: Asking,
  message: MessageKey,
  key: string | null,
): Promise<Task<RetryAnswer, RetryRefusal>> {
  const command = await commandOf({ name: 'retry', key, body: message, actor: staff.id, now })
  const code = readTicketCode(message.subject.slice(message.subject.indexOf('/') + 1))
  const database = code ? databases.of(bucketOfTicket(code)) : hub
  const subject = `message/${message.subject}/${message.version}/${message.template}`
  const refused = (refusal: RetryRefusal) =>
    ({ database, command, proposal: { kind: 'refused', refusal } }) as const
  const [kept, [row], [last]] = await readEverywhere([
    keptAnswer(database, command),
    oneMessage(database, message),
    retriesOf(database, subject),
  ])
  if (!row?.home_outlet) return refused('not_found')
  const why = await whyNotAtOutlet({ hub, staff }, row.home_outlet, 'message.retry')
  if (why) return refused(why === 'out_of_scope' ? 'not_found' : why)
  const replay = replayOf<RetryAnswer>(kept, command)
  if (replay) return { database, command, proposal: replay }
  if (row.state !== 'dead') return refused('not_allowed_now')
  const version = (last?.version ?? 0) + 1
  return {
    ...{ database, command },
    proposal: {
      kind: 'change',
      answer: { version },
      events: [{ subject, version, type: 'message.retried', happenedAt: now, data: {} }],
      rows: [putBack(database, message, now)],
    },
  }
}
