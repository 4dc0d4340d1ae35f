import type { Database } from '#functions/db/database.ts'
import type { Prepared } from '#functions/db/statement.ts'
import {
  type Due,
  refuseUnlessRequested,
  repairByCode,
  type Stepped,
  updateRepair,
} from './store.ts'

/** The write of a repair as its events say, for the batch of another capability's command. */
export const repairRow = (database: Database, stepped: Stepped, due: Due): Prepared =>
  updateRepair(database, stepped, due)

/** The read of a repair as it stands, for the trip in which another capability loads its own. */
export const repairRead = (database: Database, code: string) => repairByCode(database, code)

/** Fails as `stale` when a repair is requested no more, for a visit that waits for it. */
export const whileRequested = (database: Database, code: string): Prepared =>
  refuseUnlessRequested(database, code)
