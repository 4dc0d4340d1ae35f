import type { Context } from 'hono'
import { writeRows } from '#functions/db/commit.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { type Scanned, type ScanRefusal, type ScanWish, scanPhone } from './scan-phone.ts'

/** Counts a phone, and says in the hub's log whoever looked beyond the counted shelves. */
export async function carryScan(
  c: Context<AppEnv>,
  wish: ScanWish,
): Promise<Scanned | ScanRefusal | 'unreadable'> {
  const { context } = c.var
  const proposal = await scanPhone({ ...context, staff: staffIn(c) }, wish)
  if (proposal.log.length > 0) await writeRows(context.hub, proposal.log)
  if (proposal.kind === 'refused') return proposal.refusal
  return proposal.answer(await writeRows(proposal.database, proposal.rows))
}
