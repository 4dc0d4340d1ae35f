import { rolesAt } from '#domain/staff/scope.ts'
import type { Database } from '#functions/db/database.ts'
import { readTogether } from '#functions/db/statement.ts'
import { type PersonRow, peopleAt } from './job-store.ts'

const HANDS: ReadonlySet<string> = new Set(['bench', 'counter', 'outlet_manager'])

/** Whether somebody who is named for an outlet works on phones there. */
export const isHand = ({ grants }: PersonRow, outlet: string): boolean => {
  const staff = { id: '', name: '', email: '', locale: 'en', grants: JSON.parse(grants) } as const
  return rolesAt(staff, { outlet, partner: null, regions: [] }).some((role) => HANDS.has(role))
}

/** Whether an id is that of somebody who works on phones at an outlet and may sign in. */
export async function worksOnPhonesAt(hub: Database, outlet: string, id: string): Promise<boolean> {
  const [people] = await readTogether([peopleAt(hub, outlet)])
  return people.some((person) => person.id === id && isHand(person, outlet))
}
