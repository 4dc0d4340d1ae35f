import { nameCode, ordsCode } from './ords-code.ts'
import type { ImportedRepair } from './ords-record.ts'

/** A repair that is history: it has this one event, no status, no clock, no message, and counts nowhere. */
export const IMPORTED_REPAIR = 'repair.imported'

export type ImportedRepairEvent = {
  /** `import/<provider>/<id>`, which no ticket code and no other subject is. */
  readonly subject: string
  readonly version: 1
  readonly type: typeof IMPORTED_REPAIR
  readonly happenedAt: number
  readonly data: Readonly<Record<string, string | number | null>>
}

/** `import/the-restart-project/mobifix-2` */
export const importSubject = ({
  providerCode,
  id,
}: Pick<ImportedRepair, 'providerCode' | 'id'>): string => `import/${providerCode}/${id}`

/**
 * The one event of an imported repair. `happenedAt` is the first instant of its day in UTC, since its
 * hour isn't known; `data` holds codes and numbers. It names no `day`, and the outlet as `group`: what
 * counts events by outlet and day finds neither.
 */
export const importedEvent = (repair: ImportedRepair): ImportedRepairEvent => ({
  subject: importSubject(repair),
  version: 1,
  type: IMPORTED_REPAIR,
  happenedAt: Date.parse(`${repair.date}T00:00:00Z`),
  data: {
    provider: repair.providerCode,
    date: repair.date,
    country: repair.countryCode,
    family: repair.family,
    brand: repair.brand && nameCode(repair.brand),
    yearOfManufacture: repair.yearOfManufacture,
    ageYears: repair.ageYears,
    fault: ordsCode(repair.fault),
    status: ordsCode(repair.status),
    barrier: repair.barrier && ordsCode(repair.barrier),
    group: repair.outletCode,
  },
})
