import type { CompiledHours } from '#domain/outlets/compiled-hours.ts'
import type { Locale } from '#i18n/locale.ts'

/** The data block that an `<open-state>` element holds. */
export type OpenStateData = {
  readonly locale: Locale
  /** The outlet's IANA zone. */
  readonly zone: string
  /** null where nobody told us. */
  readonly hours: CompiledHours | null
  /** `[from, until)`, local dates; null where the outlet is not suspended. */
  readonly suspended: readonly [from: string | null, until: string | null] | null
  /** False where phones come by post: there last intake means nothing. */
  readonly takesWalkIns: boolean
  readonly texts: Readonly<Record<string, string>>
}
