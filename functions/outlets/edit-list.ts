import { carries } from '#domain/staff/permissions.ts'
import type { Grant, Staff } from '#domain/staff/staff.ts'
import type { Database } from '#functions/db/database.ts'
import { type Prepared, readEverywhere, readTogether } from '#functions/db/statement.ts'
import {
  codesOfPartner,
  type ListedRow,
  listedOutlets,
  namedAmong,
  namedOutlets,
  outletsAfter,
} from './edit-outlet-store.ts'
import { codesInRegion } from './store.ts'

type Asking = { readonly hub: Database; readonly staff: Staff }
type Wish = {
  /** The last code of the page before; null = from the beginning. */
  readonly after: string | null
  readonly limit: number
  /** How a code or a name begins; '' = all. */
  readonly q: string
}

export type DeskOutletPage = {
  readonly outlets: readonly ListedRow[]
  readonly next: string | null
}

const codesIn = (hub: Database, { scope }: Grant): readonly Prepared<{ code: string }>[] => {
  if (scope.kind === 'region') return [codesInRegion(hub, scope.region)]
  return scope.kind === 'partner' ? [codesOfPartner(hub, scope.partner)] : []
}

/** Codes of the outlets that somebody sees, in order; null = all there are. */
export async function codesInScope(
  { hub, staff }: Asking,
  permission: 'outlet.see' | 'message.see' | 'feedback.see',
) {
  const seeing = staff.grants.filter(({ role }) => carries(role, permission))
  if (seeing.some(({ scope }) => scope.kind === 'network')) return null
  const read = await readEverywhere(seeing.flatMap((grant) => codesIn(hub, grant)))
  const named = seeing.flatMap(({ scope }) => (scope.kind === 'outlets' ? scope.outlets : []))
  return [...new Set([...named, ...read.flat().map(({ code }) => code)])].sort()
}

const byCode = (a: ListedRow, b: ListedRow): number => (a.code < b.code ? -1 : 1)

const pageOf = (rows: readonly ListedRow[], limit: number): DeskOutletPage => {
  const outlets = rows.slice(0, limit)
  return { outlets, next: rows.length > limit ? (outlets.at(-1)?.code ?? null) : null }
}

async function byPrefix(
  { hub }: Asking,
  { after, limit, q }: Wish,
  codes: readonly string[] | null,
) {
  const prefix = q.toUpperCase()
  if (codes === null) {
    const wish = { after: after ?? '', prefix, most: limit + 1 }
    const [rows] = await readTogether([outletsAfter(hub, wish)])
    return rows
  }
  const wanted = codes.filter((code) => code.startsWith(prefix) && (after === null || code > after))
  const [rows] = await readTogether([listedOutlets(hub, wanted.slice(0, limit + 1))])
  return [...rows].sort(byCode)
}

/** The first page is all there is of names that begin alike: whoever looks for more types more. */
async function byName(
  { hub }: Asking,
  { q: prefix, limit: most }: Wish,
  codes: readonly string[] | null,
): Promise<readonly ListedRow[]> {
  const named = await readTogether(
    codes === null
      ? [...namedOutlets(hub, prefix, most)]
      : [namedAmong(hub, codes, { prefix, most })],
  )
  const seen = new Map(named.flat().map((row) => [row.code, row]))
  return [...seen.values()].sort(byCode).slice(0, most)
}

/**
 * One page of the outlets that somebody sees, by code: those whose code begins as asked, or else those
 * whose name does.
 */
export async function listDeskOutlets(asking: Asking, wish: Wish): Promise<DeskOutletPage> {
  const codes = await codesInScope(asking, 'outlet.see')
  const found = await byPrefix(asking, wish, codes)
  if (found.length > 0 || wish.q === '' || wish.after !== null) return pageOf(found, wish.limit)
  return { outlets: await byName(asking, wish, codes), next: null }
}
