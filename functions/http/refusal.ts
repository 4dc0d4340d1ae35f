import type { Context } from 'hono'
import type { AppEnv } from './context.ts'
import { type FieldError, PROBLEMS, type ProblemCode, problem } from './problem.ts'

/** Refusals that are named otherwise for the public. */
const NAMED: Readonly<Record<string, ProblemCode>> = { hold_exists: 'stale' }

/** Answers a refused command: each refusal is a problem of its own. */
export function refused(
  c: Context<AppEnv>,
  refusal: string,
  extra?: Readonly<Record<string, unknown>>,
  errors: readonly FieldError[] = [],
): Response {
  const code = NAMED[refusal] ?? (refusal in PROBLEMS ? (refusal as ProblemCode) : 'internal')
  return problem(c, code, { errors, ...(extra && { extra }) })
}
