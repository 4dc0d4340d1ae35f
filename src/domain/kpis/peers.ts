import type { OutletKind } from '../outlets/outlet.ts'
import { type Figure, figureOf, type PackedCounts } from './figure-of.ts'
import { FIGURE_IDS, type FigureId } from './kpi-definitions.ts'

/** Sizes by benches, and the most that each has. */
export const PEER_SIZES = { small: 2, medium: 5, large: 11, very_large: Infinity } as const
export type PeerSize = keyof typeof PEER_SIZES

/** What outlets are alike by. */
export type PeerTraits = { readonly kind: OutletKind; readonly benches: number }

/**
 * The size of an outlet: benches are what it was set up for. By repairs an outlet would choose whom it is
 * held against by what it turns away. `sizeOf(3)` is `medium`.
 */
export const sizeOf = (benches: number): PeerSize =>
  (Object.keys(PEER_SIZES) as PeerSize[]).find((size) => benches <= PEER_SIZES[size]) ??
  'very_large'

/** Stands for outlets of a kind and size among regions: `kind/in_store/small`. */
export const peersKey = ({ kind, benches }: PeerTraits): string => `kind/${kind}/${sizeOf(benches)}`

const KIND = 'kind/'
/** Whether a row that is closed as regions are is of outlets that are alike. */
export const isPeersKey = (key: string): boolean => key.startsWith(KIND)

/** So many others at least that have something in a figure, or it tells too much of one of them. */
export const LEAST_PEERS = 5

const OUTLETS = 'outlets|figure='

/**
 * How many outlets have anything in each figure, as counts beside their sums: `outlets|figure=promise_kept`.
 */
export function outletsCounted(outlets: readonly PackedCounts[]): PackedCounts {
  const counted = FIGURE_IDS.map((id) => {
    const some = outlets.filter((counts) => figureOf(id, counts).n > 0).length
    return [`${OUTLETS}${id}`, some] as const
  })
  return Object.fromEntries(counted.filter(([, some]) => some > 0))
}

/** A figure of all outlets that are alike, the one compared with them among them. */
export type PeerFigure = Figure & {
  /** How many others have something in it. */
  readonly others: number
}

export type PeersOf = {
  /** Closed counts of outlets that are alike. */
  readonly counts: PackedCounts
  /** Of the outlet that is compared with them. */
  readonly own: PackedCounts
  /** How many of them the asker may know one by one; null = all there are. */
  readonly known: number | null
}

/**
 * A figure of the outlets that are alike, or `too_few`: whoever takes what they know from a sum must not come to
 * fewer than five others. Of nine, by somebody who manages four of them: told; by who manages five: not.
 */
export function peerFigure(id: FigureId, { counts, own, known }: PeersOf): PeerFigure | 'too_few' {
  const all = counts[`${OUTLETS}${id}`] ?? 0
  const others = Math.max(0, all - (figureOf(id, own).n > 0 ? 1 : 0))
  const unknown = known === null ? others : all - known
  if (others === 0 || (known !== null && unknown < LEAST_PEERS)) return 'too_few'
  return { ...figureOf(id, counts), others }
}
