import type { PackedCounts } from '#domain/kpis/figure-of.ts'
import { type PeerSize, type PeersOf, peersKey, sizeOf } from '#domain/kpis/peers.ts'
import type { OutletKind } from '#domain/outlets/outlet.ts'
import { holdsEverywhere } from '#domain/staff/permissions.ts'
import { ownOutlets } from '#domain/staff/scope.ts'
import type { Staff } from '#domain/staff/staff.ts'
import { readTogether } from '#functions/db/statement.ts'
import { alikeOf, outletsOfPartners } from './read-store.ts'
import type { Asking } from './see-place.ts'

export type Peers = PeersOf & { readonly kind: OutletKind; readonly size: PeerSize }

const partnersOf = ({ grants }: Staff): readonly string[] =>
  grants.flatMap(({ scope }) => (scope.kind === 'partner' ? [scope.partner] : []))

/**
 * Outlets of the kind and size of one, as the month was closed: a row. Who manages outlets is told no sum
 * that comes to a single other one: all of theirs count as known, whatever their kind.
 */
export async function readPeers(
  { hub, staff }: Pick<Asking, 'hub' | 'staff'>,
  outlet: string,
  { month, own }: { readonly month: string; readonly own: PackedCounts },
): Promise<Peers | null> {
  const [rows, [managed]] = await readTogether([
    alikeOf(hub, outlet, month),
    outletsOfPartners(hub, month, partnersOf(staff)),
  ])
  const [traits] = rows
  if (!traits) return null
  const { kind, benches } = traits
  const closed = rows.find(({ key }) => key === peersKey({ kind, benches }))
  if (!closed?.counts) return null
  const named = new Set([outlet, ...ownOutlets(staff)]).size
  const known = holdsEverywhere(staff, 'kpi.see') ? null : named + (managed?.outlets ?? 0)
  return { kind, size: sizeOf(benches), counts: JSON.parse(closed.counts), own, known }
}
