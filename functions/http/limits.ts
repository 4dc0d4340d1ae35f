import type { Bindings } from './context.ts'
import type { Allowance } from './route.ts'

/** Requests per client and minute; 0 = no limit. */
export type Limits = Readonly<Record<Allowance, number>>

function limitOf(name: string, value: string | undefined): number {
  if (!/^\d{1,6}$/.test(value ?? '')) {
    throw new Error(`${name} must be a whole number of requests a minute, 0 for no limit.`)
  }
  return Number(value)
}

/** Reads the limits; one that is missing or mistyped throws, since it must not mean "no limit". */
export const limitsOf = (env: Bindings): Limits => ({
  writes: limitOf('RATE_LIMIT_WRITES', env.RATE_LIMIT_WRITES),
  lookups: limitOf('RATE_LIMIT_LOOKUPS', env.RATE_LIMIT_LOOKUPS),
})
