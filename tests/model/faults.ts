import { type Wire, wireOf } from './world.ts'

/** A connection that breaks once: at the n-th trip, before it is executed or after. */
export type Fault = { readonly trip: number; readonly when: 'before' | 'after' }

/** What D1 says when nobody knows whether the batch was executed. */
export class BrokenOff extends Error {
  constructor() {
    super('D1_ERROR: Network connection lost.')
  }
}

/** A wire that breaks where the fault says; `broke` tells whether it did. */
export function breakingWire(fault: Fault | null): { wire: Wire; broke: () => boolean } {
  let trips = 0
  let broke = false
  const wire = wireOf(async (run) => {
    const trip = trips++
    if (fault?.trip !== trip) return await run()
    broke = true
    if (fault.when === 'after') await run()
    throw new BrokenOff()
  })
  return { wire, broke: () => broke }
}
