import type { CompiledHours } from '#domain/outlets/compiled-hours.ts'
import type { Locale } from '#i18n/locale.ts'

/** The data block that an `<open-state>` element holds. */
export type OpenStateData = {
  readonly locale: Locale
  readonly hours: CompiledHours
  /** `[from, until)`, local dates; null where the outlet is not suspended. */
  readonly suspended: readonly [from: string | null, until: string | null] | null
  readonly texts: Readonly<Record<string, string>>
}
