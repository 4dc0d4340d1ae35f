import { maskName, orderHits } from '#domain/desk/find-hit.ts'
import {
  type FindHint,
  type FindKey,
  type FindKind,
  readFindQuery,
} from '#domain/desk/find-query.ts'
import { maskPhone } from '#domain/identifiers/phone.ts'
import { bucketOfTicket } from '#domain/identifiers/ticket-code.ts'
import { whyNotPermitted } from '#domain/staff/permissions.ts'
import type { Staff } from '#domain/staff/staff.ts'
import type { Database } from '#functions/db/database.ts'
import type { Sources } from '#functions/db/sources.ts'
import { type Prepared, readEverywhere } from '#functions/db/statement.ts'
import { findPlaces } from '#functions/outlets/find-places.ts'
import { noteAccess } from '#functions/staff/log-access.ts'
import { findByLast4 } from './find-by-last4.ts'
import { MOST_CANDIDATES, queriesOf } from './find-queries.ts'
import { customersOf, type HitRow } from './find-store.ts'
import { outletsWith, ownOutletsWith } from './searched-outlets.ts'
import { seenHits } from './seen-hits.ts'

export type Hit = {
  readonly code: string
  readonly status: string
  readonly model: string | null
  readonly faultCode: string | null
  readonly atOutlet: string
  readonly homeOutlet: string
  readonly updatedAt: number
  /** IANA zone of the outlet where the phone is. */
  readonly zone: string
  /** Masked; null after erasure. The phone only where it was looked for: its end opens the customer's page. */
  readonly customer: { readonly name: string; readonly phone: string | null } | null
}

export type Found = {
  /** What it was looked for as; none = nothing that could be looked for. */
  readonly kinds: readonly FindKind[]
  readonly hint: FindHint | null
  readonly hits: readonly Hit[]
  /** There are more than are shown. */
  readonly isCut: boolean
  /** Last four digits mean something at one outlet only, and none was named. */
  readonly needsOutlet: boolean
  /** Says in the hub who looked for what; never what was typed. */
  readonly log: readonly Prepared[]
}

export type Asking = Pick<
  Sources,
  'hub' | 'databases' | 'keys' | 'now' | 'config' | 'randomByte'
> & { readonly staff: Staff }

export type FindWish = {
  readonly typed: string
  /** Whose open repairs the last four digits are looked for among; null = of the person's own outlets. */
  readonly outlet: string | null
}

const MOST_SHOWN = 20

const hitFromRow = (row: HitRow): Omit<Hit, 'customer'> => ({
  code: row.code,
  status: row.status,
  model: row.model,
  faultCode: row.fault_code,
  atOutlet: row.at_outlet,
  homeOutlet: row.home_outlet,
  updatedAt: row.updated_at,
  zone: row.zone,
})

type Unnamed = Omit<Hit, 'customer'>

async function withCustomers({ databases }: Asking, hits: readonly Unnamed[], isByPhone: boolean) {
  const codes = new Map<Database, string[]>()
  for (const { code } of hits) {
    const database = databases.of(bucketOfTicket(code))
    codes.set(database, [...(codes.get(database) ?? []), code])
  }
  const rows = await readEverywhere([...codes].map(([database, own]) => customersOf(database, own)))
  const customers = new Map(rows.flat().map((row) => [row.code, row]))
  return hits.map((hit): Hit => {
    const { name = null, dial = null } = customers.get(hit.code) ?? {}
    const customer =
      name === null || dial === null
        ? null
        : { name: maskName(name), phone: isByPhone ? maskPhone(dial) : null }
    return { ...hit, customer }
  })
}

/** The outlets among whose open repairs last digits are looked for: none of them out of scope. */
async function outletsOfDigits({ hub, staff }: Asking, outlet: string | null) {
  if (outlet === null) return ownOutletsWith(staff, 'find.search')
  const places = await findPlaces(hub, staff, [outlet])
  return whyNotPermitted(staff, 'find.search', places) === null ? [outlet] : []
}

const logOf = (asking: Asking, keys: readonly FindKey[]): readonly Prepared[] =>
  keys.map(({ kind }) =>
    noteAccess(
      asking.hub,
      {
        subject: `staff/${asking.staff.id}`,
        staffId: asking.staff.id,
        act: `searched_${kind}`,
      },
      asking,
    ),
  )

/**
 * Finds repairs by whatever somebody of the staff has in hand; what it may be is told by its form. All
 * databases are asked at once, by index, and what is out of the person's scope isn't found: it neither takes
 * the place of a hit nor shows in whether there are more. A name is looked for among the customers of the
 * outlets in scope.
 */
export async function findRepairs(asking: Asking, { typed, outlet }: FindWish): Promise<Found> {
  const { hub, staff, config } = asking
  const { keys, hint } = readFindQuery(typed, config.countries)
  const last4 = keys.find((key) => key.kind === 'last4')
  const isByPhone = keys.some(({ kind }) => kind === 'phone' || kind === 'last4')
  // A code names its repair, last digits an outlet: anything else is looked for within the scope alone.
  const isWide = keys.some(({ kind }) => kind !== 'code' && kind !== 'last4')
  const outlets = isWide ? await outletsWith(hub, staff, 'find.search') : []
  const digitOutlets = last4 ? await outletsOfDigits(asking, outlet) : []
  const [direct, byDigits] = await Promise.all([
    readEverywhere(await queriesOf(asking, keys, outlets)),
    last4 ? findByLast4(asking, last4.digits, digitOutlets) : { rows: [], isCut: false },
  ])
  const rows = [...direct.flat(), ...byDigits.rows]
  const seen = await seenHits(asking, rows, 'find.search')
  const hits = orderHits(seen.map(hitFromRow))
  return {
    kinds: keys.map(({ kind }) => kind),
    hint,
    hits: await withCustomers(asking, hits.slice(0, MOST_SHOWN), isByPhone),
    isCut:
      hits.length > MOST_SHOWN ||
      byDigits.isCut ||
      direct.some((rows) => rows.length >= MOST_CANDIDATES),
    needsOutlet: last4 !== undefined && digitOutlets.length === 0,
    log: logOf(asking, keys),
  }
}
