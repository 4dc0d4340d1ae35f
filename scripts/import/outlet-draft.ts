import type { Outlet, OutletPhone, Partner, Region } from '#domain/outlets/outlet.ts'

/** What a file says about an outlet; what it doesn't say is missing here. */
export type OutletDraft = {
  readonly line: number
  readonly code: string
  readonly countryCode: string
  /** Country first; the last one is where the outlet hangs. */
  readonly regions: readonly Region[]
  /** undefined = not said; null = none. */
  readonly partner: Partner | null | undefined
  readonly given: Readonly<Partial<Outlet>> & Pick<Outlet, 'name' | 'lat' | 'lon' | 'zone'>
  readonly phones: readonly OutletPhone[] | undefined
  readonly unreadablePhones: readonly string[]
  readonly hoursText: string | null | undefined
  readonly lastIntakeMinutes: number | undefined
  readonly contacts: string | null | undefined
}

/** Everything but the line: drafts with the same fingerprint say the same. */
export const fingerprintOf = ({ line: _, ...draft }: OutletDraft): string => JSON.stringify(draft)
