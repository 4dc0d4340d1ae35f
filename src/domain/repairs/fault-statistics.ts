import { ORDS_FAULTS, type OrdsFault } from './ords-fault.ts'
import { ORDS_STATUSES, type OrdsStatus } from './ords-status.ts'

/** So many repairs had this fault and ended so. */
export type FaultCount = {
  readonly fault: OrdsFault
  readonly status: OrdsStatus
  readonly count: number
}

type ByStatus = Readonly<Record<OrdsStatus, number>>
export type FaultLine = {
  readonly fault: OrdsFault
  readonly count: number
  readonly byStatus: ByStatus
}
export type FaultStatistics = {
  readonly count: number
  readonly byStatus: ByStatus
  /** Most frequent first; as many of one as of another in the order of the list. Faults nobody had are left out. */
  readonly faults: readonly FaultLine[]
}

const byStatusOf = (counts: readonly FaultCount[]): ByStatus =>
  Object.fromEntries(
    ORDS_STATUSES.map((status) => [
      status,
      counts.reduce((sum, one) => (one.status === status ? sum + one.count : sum), 0),
    ]),
  ) as ByStatus

const sumOf = (counts: readonly FaultCount[]): number =>
  counts.reduce((sum, { count }) => sum + count, 0)

/**
 * How often each fault was had and how it ended, in whole repairs; the sums of faults and of statuses
 * are both `count`. The same fault and status may be given in several parts. Nothing given is a count
 * of 0 without faults.
 */
export function faultStatistics(counts: readonly FaultCount[]): FaultStatistics {
  const faults = ORDS_FAULTS.map((fault) => {
    const own = counts.filter((one) => one.fault === fault)
    return { fault, count: sumOf(own), byStatus: byStatusOf(own) }
  })
  return {
    count: sumOf(counts),
    byStatus: byStatusOf(counts),
    faults: faults.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count),
  }
}
