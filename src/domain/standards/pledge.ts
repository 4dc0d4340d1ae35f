import type { Measure } from './standard.ts'

/** Who promises more: a region with everything below it, or an outlet. */
export type PledgePlace =
  | { readonly kind: 'region'; readonly id: string }
  | { readonly kind: 'outlet'; readonly code: string }

/** What was promised in `[from, until)`, epoch ms; null = until it is withdrawn. */
export type PledgePeriod = Measure & { readonly from: number; readonly until: number | null }

/** All that one place ever promised beyond one standard, in the order of time. */
export type Pledge = {
  readonly place: PledgePlace
  readonly standardId: string
  readonly version: number
  readonly periods: readonly PledgePeriod[]
}

/** `outlet/SZ-001`, `region/cn-zhejiang` */
export const placeKey = (place: PledgePlace): string =>
  place.kind === 'outlet' ? `outlet/${place.code}` : `region/${place.id}`

/** A place from its key; null = it is none. */
export function placeFromKey(key: string): PledgePlace | null {
  const [kind, id = ''] = key.split('/')
  if (id === '') return null
  if (kind === 'outlet') return { kind, code: id }
  return kind === 'region' ? { kind, id } : null
}

/** The subject under which the events of a pledge are numbered. */
export const pledgeSubject = (place: PledgePlace, standardId: string): string =>
  `pledge/${placeKey(place)}/${standardId}`

/** What a pledge says at an instant; null = nothing. */
export const pledgedAt = ({ periods }: Pledge, at: number): PledgePeriod | null =>
  periods.findLast(({ from, until }) => from <= at && (until === null || at < until)) ?? null

/** The period that runs at an instant or is still to come; null = nothing stands. */
export const standingAt = ({ periods }: Pledge, at: number): PledgePeriod | null =>
  periods.findLast(({ until }) => until === null || at < until) ?? null
