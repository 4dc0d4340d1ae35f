import type { Grant, Scope, StaffRole } from '#domain/staff/staff.ts'
import type { HubDatabase } from '../database/d1-shape.ts'
import { insertStaff, type NewStaff } from '../staff/new-staff.ts'

/** Everybody's, on a demonstration: the Worker lets no demo account in outside of one. */
export const DEMO_PASSWORD = 'fixpoint-demo'

type DemoPlace = { readonly outlet: string; readonly province: string }

const BUSY_OUTLET = `SELECT outlets.code AS outlet, regions.parent_id AS province FROM outlets
  JOIN regions ON regions.id = outlets.region_id
  WHERE operation = 'open' AND qualification = 'qualified' AND kind = 'customer_service_centre'
    AND services LIKE '%one_hour%' AND counter_seats > 1 ORDER BY outlets.code LIMIT 1`

const person = (key: string, name: string, grants: readonly Grant[]): NewStaff => ({
  ...{ id: `stf_demo_${key}`, name, email: `${key}@demo.example`, locale: 'en', grants },
  ...{ password: DEMO_PASSWORD, isDemo: true },
})

/** One person for each kind of work; plainly demo people. */
function demoStaff({ outlet, province }: DemoPlace): readonly NewStaff[] {
  const here: Scope = { kind: 'outlets', outlets: [outlet] }
  const whole: Scope = { kind: 'network' }
  const as = (role: StaffRole, scope: Scope): Grant => ({ role, scope })
  return [
    person('counter', 'Demo counter', [as('counter', here)]),
    person('bench', 'Demo bench', [as('bench', here)]),
    person('manager', 'Demo manager', [as('outlet_manager', here)]),
    person('regional', 'Demo region', [
      as('regional_manager', { kind: 'region', region: province }),
    ]),
    person('agent', 'Demo agent', [as('agent', whole)]),
    person('quality', 'Demo quality', [as('hq_quality', whole)]),
    person('supply', 'Demo supply', [as('hq_supply', whole)]),
    person('admin', 'Demo admin', [as('hq_admin', whole)]),
  ]
}

/** Makes the demo people where none is on record yet, and answers who can sign in. */
export async function ensureDemoStaff(
  database: HubDatabase,
  nowMs: number,
): Promise<readonly string[]> {
  const standing = await database
    .prepare('SELECT email FROM staff WHERE is_demo = 1 AND disabled_at IS NULL')
    .all<{ email: string }>()
  if (standing.results.length > 0) return standing.results.map(({ email }) => email)
  const place = await database.prepare(BUSY_OUTLET).first<DemoPlace>()
  if (!place) return []
  const people = demoStaff(place)
  await insertStaff(database, people, nowMs)
  return people.map(({ email }) => email)
}

const WORKPLACE = `SELECT code, name_en AS name FROM staff
  JOIN outlets ON outlets.code = grants ->> '$[0].scope.outlets[0]' WHERE staff.id = 'stf_demo_counter'`

/** Where the demo people of an outlet work: `Shanghai Demo Service Centre (DEMO-0001)`; null = nowhere. */
export async function demoWorkplace(database: HubDatabase): Promise<string | null> {
  const place = await database.prepare(WORKPLACE).first<{ code: string; name: string }>()
  return place && `${place.name} (${place.code})`
}
