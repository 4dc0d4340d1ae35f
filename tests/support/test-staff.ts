import { hashPassword } from 'better-auth/crypto'
import type { Scope, StaffRole } from '#domain/staff/staff.ts'
import { LOCALES, type Locale } from '#i18n/locale.ts'
import { openHub } from '#scripts/database/open-hub.ts'
import { ensureDemoStaff } from '#scripts/demo/demo-staff.ts'
import { staffRows } from '#scripts/staff/new-staff.ts'

export const TEST_PASSWORD = 'password of a test'

/** Outlets with a counter of their own for each spec, so that specs at work at once don't meet. */
export const DESKS_EACH_TRY = 16
/** As many again for specs that are run once more. */
const DESKS = 2 * DESKS_EACH_TRY

const OUTLETS = `SELECT code FROM outlets WHERE operation = 'open' AND qualification = 'qualified'
  AND kind = 'customer_service_centre' AND counter_seats > 1 AND benches > 0
  AND hours IS NOT NULL ORDER BY code LIMIT ?1`

const AT_OUTLET: readonly StaffRole[] = ['counter', 'bench', 'outlet_manager']
const NETWORK: Scope = { kind: 'network' }
/** What reaches beyond single outlets; a region's choice of outlets is a long one. */
const WIDE = {
  agent: NETWORK,
  hq_admin: NETWORK,
  hq_quality: NETWORK,
  regional_manager: { kind: 'region', region: 'guangdong' },
} as const satisfies Partial<Record<StaffRole, Scope>>
export type WideRole = keyof typeof WIDE

const spelled = (role: StaffRole): string => role.replaceAll('_', '-')

/** The address of a member of staff at one of the outlets: `counter-3@test.example`. */
export const staffAddress = (role: StaffRole, desk: number): string =>
  `${spelled(role)}-${desk}@test.example`

/** The address of somebody of many outlets, who speaks a language: `hq-admin.zh-cn@test.example`. */
export const wideAddress = (role: WideRole, locale: Locale): string =>
  `${spelled(role)}.${locale.toLowerCase()}@test.example`

/** Puts people into a database that nobody serves yet: the demo's own, at outlets of their own, and for many of them in each language. */
export async function putTestStaff(persistDir: string): Promise<void> {
  const hub = await openHub({ persistDir, server: null })
  try {
    await ensureDemoStaff(hub.database, Date.now())
    const hash = await hashPassword(TEST_PASSWORD)
    const { results } = await hub.database.prepare(OUTLETS).bind(DESKS).all<{ code: string }>()
    const local = results.flatMap(({ code }, desk) =>
      AT_OUTLET.map((role) => ({
        ...{ email: staffAddress(role, desk), name: `Test ${role} ${desk}`, locale: 'en' as const },
        grants: [{ role, scope: { kind: 'outlets', outlets: [code] } as const }],
      })),
    )
    const wide = LOCALES.flatMap((locale) =>
      (Object.keys(WIDE) as WideRole[]).map((role) => ({
        ...{ email: wideAddress(role, locale), name: `Test ${role}`, locale },
        grants: [{ role, scope: WIDE[role] }],
      })),
    )
    const statements = [...local, ...wide].flatMap((person) =>
      staffRows({ ...person, isDemo: false }, { hash, nowMs: Date.now() }),
    )
    await hub.database.batch(
      statements.map(({ sql, values }) => hub.database.prepare(sql).bind(...values)),
    )
  } finally {
    hub.close()
  }
}
