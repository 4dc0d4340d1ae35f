import type { LocalText } from '../outlets/outlet.ts'
import type { Coverage } from './coverage.ts'

/** `/data/coverage.json`: what the page of coverage says. People by GeoNames cities500, CC BY 4.0. */
export type CoverageFile = Coverage & {
  /** When the network was looked at, ISO 8601, UTC. */
  readonly takenAt: string
  /** Outlets that repair at the counter. */
  readonly outlets: number
  /** Names of the divisions. */
  readonly names: Readonly<Record<string, LocalText>>
}
