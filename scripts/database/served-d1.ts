import type { HubDatabase, PlainStatement, RawAnswer } from './d1-shape.ts'
import { hubDatabase } from './d1-shape.ts'
import { inlineValues } from './inline-values.ts'

/** The local explorer that `wrangler dev` serves beside the Worker; it speaks Cloudflare's D1 API. */
const EXPLORER = '/cdn-cgi/local/explorer/api/d1/database'
const PROBE_TIMEOUT_MS = 1500

type ExplorerResult = {
  readonly results: { readonly columns: string[]; readonly rows: unknown[][] }
  readonly meta: RawAnswer['meta']
}
type ExplorerAnswer = {
  readonly success: boolean
  readonly errors: readonly { readonly message: string }[]
  readonly result: readonly ExplorerResult[] | null
}

/** Whether a server at `origin` serves this database in local development. */
export async function servesDatabase(origin: string, databaseId: string): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(PROBE_TIMEOUT_MS)
    const response = await fetch(`${origin}${EXPLORER}`, { signal })
    const { result } = (await response.json()) as { result: { uuid: string }[] }
    return result.some(({ uuid }) => uuid === databaseId)
  } catch {
    return false
  }
}

/**
 * D1's interface on the database of a running `wrangler dev`, sent through it: its own process stays
 * the only writer, so no request of its visitors fails meanwhile. A batch is one transaction.
 */
export function servedD1(origin: string, databaseId: string): HubDatabase {
  const send = async (batch: { sql: string; params: string[] }[]): Promise<RawAnswer[]> => {
    const response = await fetch(`${origin}${EXPLORER}/${databaseId}/raw`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ batch }),
    })
    const answer = (await response.json()) as ExplorerAnswer
    if (!answer.success || !answer.result) {
      throw new Error(`D1_ERROR: ${answer.errors.map(({ message }) => message).join('; ')}`)
    }
    return answer.result.map(({ results, meta }) => ({ ...results, meta }))
  }
  const runAll = (statements: readonly PlainStatement[]) =>
    send(statements.map(({ sql, values }) => inlineValues(sql, values)))
  return hubDatabase({ runAll, exec: async (sql) => void (await send([{ sql, params: [] }])) })
}
