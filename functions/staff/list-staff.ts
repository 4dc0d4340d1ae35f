import { carries, holdsEverywhere } from '#domain/staff/permissions.ts'
import type { Grant, Staff } from '#domain/staff/staff.ts'
import type { Database } from '#functions/db/database.ts'
import { type Prepared, readEverywhere, readTogether } from '#functions/db/statement.ts'
import { seesAccount } from './edit-staff.ts'
import { staffAfter, staffOfOutlets, staffOfPartner, staffOfRegion } from './edit-staff-store.ts'
import { loadScopeFacts } from './load-scope-facts.ts'
import { type StaffRow, staffByEmail, staffById, staffFromRow } from './staff-store.ts'

/** Somebody's account as those who look after it see it. */
export type Account = Staff & {
  readonly version: number
  readonly disabledAt: number | null
  readonly isDemo: boolean
}

export type AccountPage = {
  readonly staff: readonly Account[]
  /** The person after whom the next page begins; null = this is the last one. */
  readonly next: string | null
}

/** A place in the order of names. */
type Position = { readonly name: string; readonly id: string }

type Asking = { readonly hub: Database; readonly staff: Staff }
type Wish = {
  /** The last person of the page before, by id: no name stands in an address. */
  readonly after: string | null
  readonly limit: number
  /** A whole e-mail address, or how a name begins; '' = everybody. */
  readonly q: string
}

const accountOf = (row: StaffRow): Account => ({
  ...staffFromRow(row),
  version: row.version,
  disabledAt: row.disabled_at,
  isDemo: row.is_demo === 1,
})

/** Reads who holds a role inside one scope; the whole network is read page by page instead. */
function readWithin(hub: Database, { scope }: Grant): readonly Prepared<StaffRow>[] {
  switch (scope.kind) {
    case 'network':
      return []
    case 'region':
      return [staffOfRegion(hub, scope.region)]
    case 'partner':
      return [staffOfPartner(hub, scope.partner)]
    case 'outlets':
      return [staffOfOutlets(hub, scope.outlets)]
  }
}

const inOrder = (a: Position, b: Position): number =>
  a.name === b.name ? (a.id < b.id ? -1 : 1) : a.name < b.name ? -1 : 1

type Turn = Omit<Wish, 'after'> & { readonly after: Position | null }

function pageOf(people: readonly StaffRow[], { after, limit, q }: Turn): AccountPage {
  const later = people.filter(
    (row) => row.name.startsWith(q) && (after === null || inOrder(after, row) < 0),
  )
  const page = later.slice(0, limit)
  const last = page.at(-1)
  const next = later.length > page.length && last ? last.id : null
  return { staff: page.map(accountOf), next }
}

async function everybody({ hub }: Asking, wish: Turn): Promise<AccountPage> {
  // A name that is the prefix itself stands right behind it.
  const from = wish.after ?? { name: wish.q, id: '' }
  const [rows] = await readTogether([staffAfter(hub, from, wish.limit + 1)])
  return pageOf(rows, wish)
}

async function withAddress(asking: Asking, email: string): Promise<AccountPage> {
  const [[row]] = await readTogether([staffByEmail(asking.hub, email.toLowerCase())])
  const found = row ? await findAccount(asking, row.id) : null
  return { staff: found ? [found] : [], next: null }
}

async function positionOf(hub: Database, id: string | null): Promise<Position | null> {
  if (id === null) return null
  const [[row]] = await readTogether([staffById(hub, id)])
  return row ?? null
}

/** One page of the people whose accounts somebody sees, by name. */
export async function listStaff(asking: Asking, wish: Wish): Promise<AccountPage> {
  if (wish.q.includes('@')) return await withAddress(asking, wish.q)
  const { hub, staff } = asking
  const turn = { ...wish, after: await positionOf(hub, wish.after) }
  if (holdsEverywhere(staff, 'staff.see')) return await everybody(asking, turn)
  const seeing = staff.grants.filter(({ role }) => carries(role, 'staff.see'))
  const found = await readEverywhere(seeing.flatMap((grant) => readWithin(hub, grant)))
  const people = new Map(found.flat().map((row) => [row.id, row]))
  return pageOf([...people.values()].sort(inOrder), turn)
}

/** One person's account; null = there is none, or it is out of the asker's scope. */
export async function findAccount({ hub, staff }: Asking, id: string): Promise<Account | null> {
  const [[row]] = await readTogether([staffById(hub, id)])
  if (!row) return null
  const account = accountOf(row)
  const scopes = await loadScopeFacts(hub, account.grants)
  return seesAccount(staff, account, scopes) ? account : null
}
