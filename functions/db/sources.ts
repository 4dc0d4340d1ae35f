import type { FixpointConfig } from '#config'
import type { Database } from './database.ts'
import type { Databases } from './databases.ts'
import type { Keys } from './keys.ts'

/** What a use case may ask: databases, keys, time and randomness. A request's context is one. */
export type Sources = {
  readonly hub: Database
  readonly databases: Databases
  readonly keys: Keys
  /** The instant the command is carried out at, epoch ms. */
  readonly now: number
  /** 0-255, unpredictable. */
  readonly randomByte: () => number
  readonly config: FixpointConfig
  /** The network that asks, for caps alone; none = a clock or a script. */
  readonly client?: string
}
