import { hashPassword } from 'better-auth/crypto'
import type { StaffRole } from '#domain/staff/staff.ts'
import { LOCALES, type Locale } from '#i18n/locale.ts'
import { openHub } from '#scripts/database/open-hub.ts'
import { ensureDemoStaff } from '#scripts/demo/demo-staff.ts'
import { staffRows } from '#scripts/staff/new-staff.ts'

export const TEST_PASSWORD = 'password of a test'

/** Outlets with a counter of their own for each spec, so that specs at work at once don't meet. */
const DESKS = 10

const OUTLETS = `SELECT code FROM outlets WHERE operation = 'open' AND qualification = 'qualified'
  AND kind = 'customer_service_centre' AND counter_seats > 1 AND benches > 0 ORDER BY code LIMIT ?1`

const AT_OUTLET: readonly StaffRole[] = ['counter', 'bench', 'outlet_manager']
const OF_NETWORK = ['agent', 'hq_admin', 'hq_quality'] as const satisfies readonly StaffRole[]
export type NetworkRole = (typeof OF_NETWORK)[number]

const spelled = (role: StaffRole): string => role.replaceAll('_', '-')

/** The address of a member of staff at one of the outlets: `counter-3@test.example`. */
export const staffAddress = (role: StaffRole, desk: number): string =>
  `${spelled(role)}-${desk}@test.example`

/** The address of somebody of the whole network, who speaks a language: `hq-admin.zh-cn@test.example`. */
export const networkAddress = (role: NetworkRole, locale: Locale): string =>
  `${spelled(role)}.${locale.toLowerCase()}@test.example`

/** Puts people into a database that nobody serves yet: the demo's own, at ten outlets, and for the whole network. */
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
      OF_NETWORK.map((role) => ({
        ...{ email: networkAddress(role, locale), name: `Test ${role}`, locale },
        grants: [{ role, scope: { kind: 'network' } as const }],
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
