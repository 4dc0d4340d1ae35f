import { type Book, effectiveStandard, type StandardPath } from './effective-standard.ts'
import {
  type Pledge,
  type PledgePeriod,
  type PledgePlace,
  placeKey,
  pledgeSubject,
  standingAt,
} from './pledge.ts'
import type { Measure } from './standard.ts'
import { compareMeasures, isMeasure, laxerParts, type MeasurePart } from './strictness.ts'

export type PledgeAction =
  /** `from` null = at once. */
  | {
      readonly type: 'pledge'
      readonly threshold: number | null
      readonly target: number
      readonly from: number | null
    }
  | { readonly type: 'withdraw' }

export type PledgeRefusal =
  | 'stale'
  | 'unknown_standard'
  | 'not_allowed_now'
  | 'bad_dates'
  | 'bad_value'
  | 'laxer'
  | 'no_stricter'

export type PledgeEvent = {
  readonly subject: string
  readonly version: number
  readonly type: 'pledge.made' | 'pledge.withdrawn'
  readonly data: Readonly<Record<string, unknown>>
}

export type PledgeDecision =
  | { readonly ok: true; readonly event: PledgeEvent; readonly pledge: Pledge }
  | {
      readonly ok: false
      readonly refusal: PledgeRefusal
      /** Of `laxer`: in what, and what holds there already. */
      readonly parts: readonly MeasurePart[]
      readonly minimum: Measure | null
    }

type Asked = {
  readonly place: PledgePlace
  readonly standardId: string
  /** 0 = nothing was ever pledged. */
  readonly expectedVersion: number
  /** What is above the place: regions, from its own (an outlet's) or its parent's (a region's) on. */
  readonly above: readonly string[]
  readonly book: Book
  readonly now: number
}

const no = (
  refusal: PledgeRefusal,
  parts: readonly MeasurePart[] = [],
  minimum: Measure | null = null,
): PledgeDecision => ({ ok: false, refusal, parts, minimum })

/** Periods without what would still come, and the running one ended. */
const endedAt = (periods: readonly PledgePeriod[], end: number): readonly PledgePeriod[] =>
  periods
    .filter(({ from }) => from < end)
    .map((period) => ({
      ...period,
      until: period.until === null || period.until > end ? end : period.until,
    }))

function withdrawn(standing: Pledge, now: number): PledgeDecision {
  if (!standingAt(standing, now)) return no('not_allowed_now')
  const version = standing.version + 1
  return {
    ok: true,
    event: {
      subject: pledgeSubject(standing.place, standing.standardId),
      ...{ version, type: 'pledge.withdrawn', data: {} },
    },
    pledge: { ...standing, version, periods: endedAt(standing.periods, now) },
  }
}

/** What holds at a place without its own word, at an instant. */
function withoutOwn({ book, place, standardId, above }: Asked, at: number) {
  const path: StandardPath = { outlet: null, regions: above }
  const others = book.pledges.filter((pledge) => placeKey(pledge.place) !== placeKey(place))
  const asked = { id: standardId, path, at }
  return effectiveStandard({ ...book, pledges: others }, asked)?.standard ?? null
}

/**
 * Decides about a word that a region or an outlet gives beyond a public standard, or takes back. It must
 * be stricter than what HQ and the regions above say when it begins, in threshold or target, and laxer
 * in neither: `laxer` names the part and the minimum, `no_stricter` is the same again. It never begins
 * in the past. A new word ends the one before at the instant it begins; what becomes laxer since HQ
 * tightened stands, and follows up (`effectiveStandard`).
 * HQ says 90 % in 60 min: 45 min, 90 % is taken; 45 min, 85 % is `laxer` in `target`.
 */
export function decidePledge(
  standing: Pledge | null,
  action: PledgeAction,
  asked: Asked,
): PledgeDecision {
  if ((standing?.version ?? 0) !== asked.expectedVersion) return no('stale')
  if (action.type === 'withdraw') {
    return standing ? withdrawn(standing, asked.now) : no('not_allowed_now')
  }
  const from = action.from ?? asked.now
  if (from < asked.now) return no('bad_dates')
  const minimum = withoutOwn(asked, from)
  if (minimum?.audience !== 'public') return no('unknown_standard')
  const { kpi } = minimum
  const wanted: Measure = { kpi, threshold: action.threshold, target: action.target }
  if (!isMeasure(wanted)) return no('bad_value')
  const laxer = laxerParts(wanted, minimum)
  if (laxer.length > 0) return no('laxer', laxer, minimum)
  const compared = compareMeasures(wanted, minimum)
  if (compared?.threshold === 0 && compared.target === 0) return no('no_stricter', [], minimum)
  const { place, standardId } = asked
  const version = asked.expectedVersion + 1
  const periods = [...endedAt(standing?.periods ?? [], from), { ...wanted, from, until: null }]
  return {
    ok: true,
    event: {
      ...{ subject: pledgeSubject(place, standardId), version, type: 'pledge.made' },
      data: { ...wanted, from },
    },
    pledge: { place, standardId, version, periods },
  }
}
