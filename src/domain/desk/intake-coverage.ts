import { Temporal } from 'temporal-polyfill'
import type { Catalogue } from '../repairs/catalogue.ts'
import type { Coverage, NotCoveredReason } from '../repairs/repair.ts'

/** What is known of the warranty as a phone is taken in. */
export type CoverageFacts = {
  /** Local date of the purchase, `YYYY-MM-DD`; null = no proof. */
  readonly boughtOn: string | null
  /** The outlet's local date. */
  readonly today: string
  readonly faultCode: string
  /** Codes of `CONDITIONS`. */
  readonly condition: readonly string[]
}

export type ProposedCoverage = {
  readonly coverage: Coverage
  /** Why the warranty doesn't pay; null = it does. */
  readonly notCovered: NotCoveredReason | null
  /** Last day of the warranty, inclusive; null without a date of purchase. */
  readonly until: string | null
}

/** Months that the warranty runs for what is broken: batteries wear. */
const monthsFor = ({ warrantyMonths }: Catalogue, faultCode: string): number =>
  faultCode === 'battery' ? warrantyMonths.battery : warrantyMonths.device

/** What speaks against the warranty, whenever it was bought. */
function damageOf({ faultCode, condition }: CoverageFacts): NotCoveredReason | null {
  const has = (code: string): boolean => condition.includes(code)
  if (faultCode === 'liquid' || has('liquid_signs')) return 'liquid'
  if (has('bent') || (faultCode === 'screen' && has('cracked_glass'))) return 'impact'
  return has('opened_before') ? 'opened_by_others' : null
}

/**
 * Who will probably pay, from date of purchase, fault and condition; a person decides. The warranty runs
 * to the same day of the month, that day included (the last day of a shorter month). Signs of liquid, a
 * bent frame, broken glass of a broken screen and an opened case are outside it. Null = nothing speaks
 * against it and nobody knows when it was bought, or the date lies ahead.
 * Bought 2025-11-22, 12 months, on 2026-11-22: `in_warranty`; a day later `out_of_warranty`.
 */
export function proposeCoverage(
  catalogue: Catalogue,
  facts: CoverageFacts,
): ProposedCoverage | null {
  const { boughtOn, today, faultCode } = facts
  if (boughtOn !== null && boughtOn > today) return null
  const months = monthsFor(catalogue, faultCode)
  const until = boughtOn && Temporal.PlainDate.from(boughtOn).add({ months }).toString()
  const damage = damageOf(facts)
  if (damage) return { coverage: 'damage', notCovered: damage, until }
  if (until === null || until === '') return null
  return today <= until
    ? { coverage: 'in_warranty', notCovered: null, until }
    : { coverage: 'out_of_warranty', notCovered: 'warranty_ended', until }
}
