import type { ProductFamily } from '../outlets/outlet.ts'
import type { OrdsFault } from './ords-fault.ts'
import type { OrdsBarrier, OrdsStatus } from './ords-status.ts'

/** A repair as the Open Repair Data Standard 0.3 can tell it: no device, no person, no words. */
export type OrdsRecord = {
  /** Name of the organisation that the record is from. */
  readonly provider: string
  /** ISO 3166-1 alpha-2. */
  readonly countryCode: string
  readonly family: ProductFamily
  /** null: nobody knows. */
  readonly brand: string | null
  readonly yearOfManufacture: number | null
  readonly ageYears: number | null
  readonly fault: OrdsFault
  readonly status: OrdsStatus
  /** Only of what is at the end of its life. */
  readonly barrier: OrdsBarrier | null
  readonly outletCode: string | null
  /** `YYYY-MM-DD`, the place's own day. */
  readonly date: string
}

/** A repair of a time before this system, or of somebody else's: provider and id are its name for ever. */
export type ImportedRepair = OrdsRecord & {
  /** The provider's name as a code. */
  readonly providerCode: string
  /** The provider's id of the record: a code without a slash. */
  readonly id: string
}
