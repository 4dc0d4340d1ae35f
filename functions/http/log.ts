import type { RequestContext } from './context.ts'

export type Answered = {
  readonly method: string
  /** The pattern, never the address: `/api/v1/outlets/{code}`. */
  readonly route: string
  readonly status: number
  readonly milliseconds: number
}

const FRAMES = 6

/**
 * An error without what it was about: its name, the constraint that failed if one did, and where.
 * A message may quote what a person sent, so it stays out.
 */
function traceOf(error: unknown): { error: string; constraint?: string; frames: string[] } {
  if (!(error instanceof Error)) return { error: typeof error, frames: [] }
  const constraint = /constraint failed: ([\w., <>='-]+)/.exec(error.message)?.[1]
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, FRAMES)
    .map((line) => line.trim())
  return { error: error.name, ...(constraint && { constraint }), frames }
}

/** One line a request: no address, no query, no body, no client. */
export function logLine(context: RequestContext, answered: Answered, error?: unknown): string {
  const { requestId, tally } = context
  return JSON.stringify({
    level: error === undefined ? 'info' : 'error',
    requestId,
    ...answered,
    trips: tally.trips,
    rowsRead: tally.rowsRead,
    rowsWritten: tally.rowsWritten,
    ...(error === undefined ? {} : traceOf(error)),
  })
}
