import type { Context } from 'hono'
import { carryOut, type Outcome, type Task } from '#functions/db/commit.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { logHotlineCall } from './log-call.ts'

type Answer = { readonly code: string }

/** Registers what was asked for a caller, and logs the call with its code; once, however often it is sent. */
export async function carryForCaller(
  c: Context<AppEnv>,
  task: Task<Answer, string>,
): Promise<Outcome<Answer, string>> {
  const outcome = await carryOut(task)
  if (outcome.kind === 'refused') return outcome
  const { code } = outcome.answer
  const call = { result: 'registered', topic: 'repair', solution: null, code } as const
  const asking = { ...c.var.context, staff: staffIn(c) }
  await carryOut(await logHotlineCall(asking, { ...call, key: `registered ${code}` }))
  return outcome
}
