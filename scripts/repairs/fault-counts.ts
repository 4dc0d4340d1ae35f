import type { FaultCount } from '#domain/repairs/fault-statistics.ts'
import type { OrdsRecord } from '#domain/repairs/ords-record.ts'

/** Adds records up by fault and status as they come, so that none has to be held. */
export async function countFaults(
  ...sources: readonly AsyncIterable<OrdsRecord>[]
): Promise<readonly FaultCount[]> {
  const counts = new Map<string, FaultCount>()
  for (const records of sources) {
    for await (const { fault, status } of records) {
      const key = `${fault}|${status}`
      counts.set(key, { fault, status, count: (counts.get(key)?.count ?? 0) + 1 })
    }
  }
  return [...counts.values()]
}
