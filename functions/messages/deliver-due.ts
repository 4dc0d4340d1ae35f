import { writeRows } from '#functions/db/commit.ts'
import type { Database } from '#functions/db/database.ts'
import { type Prepared, readTogether } from '#functions/db/statement.ts'
import type { Adapter } from './adapters/adapter.ts'
import { attemptMessage, type DeliverySources, type Verdict } from './attempt-message.ts'
import {
  claimMessage,
  type DueMessage,
  dueMessages,
  giveUp,
  type MessageKey,
  markSent,
  postpone,
  tryAgain,
} from './store.ts'

/** What became of the messages that were due, counted. */
export type Delivered = Record<'sent' | 'retried' | 'postponed' | 'dropped' | 'dead', number>

/** Longer than any attempt takes: a run that broke off leaves its messages to the next after it. */
const LEASE_MS = 5 * 60_000
/** As many connections as a Worker may hold open. */
const AT_ONCE = 6

type Claimed = { readonly database: Database; readonly lease: number; readonly now: number }

function rowOf({ database, lease, now }: Claimed, message: MessageKey, verdict: Verdict): Prepared {
  switch (verdict.kind) {
    case 'sent':
      return markSent(database, message, now)
    case 'retried':
      return tryAgain(database, message, lease, { dueAt: verdict.at, error: verdict.error })
    case 'postponed':
      return postpone(database, message, lease, verdict.at)
    case 'dropped':
    case 'dead':
      return giveUp(database, message, lease, {
        state: verdict.kind,
        error: verdict.error,
        finishedAt: now,
      })
  }
}

/** The due messages that this run got hold of. */
async function claim(
  { database, lease, now }: Claimed,
  most: number,
): Promise<readonly DueMessage[]> {
  const [due] = await readTogether([dueMessages(database, now, most)])
  if (due.length === 0) return []
  const claims = due.map((message) => claimMessage(database, message, lease))
  const results = await writeRows(database, claims)
  return due.filter((_, place) => results[place]?.meta.changes === 1)
}

type Run = {
  readonly sources: DeliverySources
  readonly adapter: Adapter
  readonly limit: number
}

async function deliverFrom(database: Database, { sources, adapter, limit }: Run) {
  const claimed = { database, lease: sources.now + LEASE_MS, now: sources.now }
  const waiting = [...(await claim(claimed, limit))]
  const counts: Delivered = { sent: 0, retried: 0, postponed: 0, dropped: 0, dead: 0 }
  const work = async (): Promise<void> => {
    for (let message = waiting.shift(); message; message = waiting.shift()) {
      const verdict = await attemptMessage({ sources, adapter, message })
      await writeRows(database, [rowOf(claimed, message, verdict)])
      counts[verdict.kind] += 1
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return counts
}

const added = (a: Delivered, b: Delivered): Delivered => ({
  sent: a.sent + b.sent,
  retried: a.retried + b.retried,
  postponed: a.postponed + b.postponed,
  dropped: a.dropped + b.dropped,
  dead: a.dead + b.dead,
})

/**
 * Delivers what is due, at most `limit` messages of each database: claims, words and sends each and
 * marks what became of it. Every message is handed on at least once, unless what it says is no longer
 * true; runs side by side don't send the same attempt. A database that fails holds up no other; its
 * failure is thrown when the others are done.
 */
export async function deliverDue(
  sources: DeliverySources,
  adapter: Adapter,
  { limit }: { readonly limit: number },
): Promise<Delivered> {
  const run = { sources, adapter, limit }
  const runs = await Promise.allSettled(
    sources.databases.all.map((database) => deliverFrom(database, run)),
  )
  const failed = runs.find((one) => one.status === 'rejected')
  if (failed) throw failed.reason
  return runs
    .flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    .reduce(added, { sent: 0, retried: 0, postponed: 0, dropped: 0, dead: 0 })
}
