import { isCode } from '#domain/repairs/coded-values.ts'
import type { Task } from '#functions/db/commit.ts'
import type { Sources } from '#functions/db/sources.ts'
import { putOnShelf, turnBoards } from './job-store.ts'
import { type AskingStaff, type NotSeen, seeRepair } from './see-repair.ts'

type Asking = AskingStaff & Pick<Sources, 'now'>

/** Says on which shelf a phone lies; null = on none. */
export async function shelvePhone(
  asking: Asking,
  { code, shelf }: { readonly code: string; readonly shelf: string | null },
): Promise<Task<{ readonly shelf: string | null }, NotSeen | 'bad_value'>> {
  const { staff, now, hub } = asking
  const command = { id: null, fingerprint: '', actor: staff.id, recordedAt: now }
  const found = await seeRepair(asking, code, 'repair.assign')
  if ('refusal' in found) {
    return { database: hub, command, proposal: { kind: 'refused', refusal: found.refusal } }
  }
  const { database, repair } = found
  if (shelf !== null && !isCode(shelf)) {
    return { database, command, proposal: { kind: 'refused', refusal: 'bad_value' } }
  }
  const rows = [
    putOnShelf(database, code, shelf),
    turnBoards(database, [repair.atOutlet, repair.homeOutlet]),
  ]
  return { database, command, proposal: { kind: 'change', answer: { shelf }, events: [], rows } }
}
