import type { Context } from 'hono'
import { carryOut, writeRows } from '#functions/db/commit.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { logHotlineCall } from './log-call.ts'
import { type StatusWish, type ToldStatus, tellStatus } from './tell-status.ts'

/** Checks the caller, and says in the logs that somebody asked and what was told. */
export async function checkCaller(
  c: Context<AppEnv>,
  wish: StatusWish,
  key: string | null,
): Promise<ToldStatus> {
  const asking = { ...c.var.context, staff: staffIn(c) }
  const told = await tellStatus(asking, wish)
  if (told.kind === 'refused') return told
  await writeRows(told.database, told.log)
  if (told.kind === 'told') {
    const call = { result: 'told_status', topic: 'repair_status', solution: null } as const
    await carryOut(await logHotlineCall(asking, { ...call, code: wish.code, key }))
  }
  return told
}
