import type { Task } from '#functions/db/commit.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readTogether } from '#functions/db/statement.ts'
import { assignJob as assigned, peopleAt, refuseUnlessAssigned, turnBoards } from './job-store.ts'
import { type AskingStaff, type NotSeen, seeRepair } from './see-repair.ts'

export type Assignment = {
  readonly code: string
  /** Staff id; null = nobody's job. */
  readonly to: string | null
  /** Whose job it was on the page that asks; left out = whoever's it is. */
  readonly seen?: string | null
}

type Asking = AskingStaff & Pick<Sources, 'now'>

async function worksAt({ hub, staff }: Asking, id: string, outlet: string): Promise<boolean> {
  if (id === staff.id) return true
  const [people] = await readTogether([peopleAt(hub, outlet)])
  return people.some((person) => person.id === id)
}

/**
 * Gives a repair to oneself, to somebody who works where the phone is, or to nobody. Somebody who was
 * quicker keeps it: `stale`.
 */
export async function assignJob(
  asking: Asking,
  { code, to, seen }: Assignment,
): Promise<Task<{ readonly to: string | null }, NotSeen | 'bad_value'>> {
  const { staff, now, hub } = asking
  const command = { id: null, fingerprint: '', actor: staff.id, recordedAt: now }
  const found = await seeRepair(asking, code, 'repair.assign')
  if ('refusal' in found) {
    return { database: hub, command, proposal: { kind: 'refused', refusal: found.refusal } }
  }
  const { database, repair } = found
  if (to !== null && !(await worksAt(asking, to, repair.atOutlet))) {
    return { database, command, proposal: { kind: 'refused', refusal: 'bad_value' } }
  }
  const rows = [
    ...(seen === undefined ? [] : [refuseUnlessAssigned(database, code, seen)]),
    assigned(database, code, to),
    turnBoards(database, [repair.atOutlet, repair.homeOutlet]),
  ]
  return { database, command, proposal: { kind: 'change', answer: { to }, events: [], rows } }
}
