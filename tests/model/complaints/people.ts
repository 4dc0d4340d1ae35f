import type { ComplaintActor } from '#domain/complaints/complaint-actor.ts'
import { customerActor } from '#domain/complaints/complaint-actor.ts'
import type { Grant, Staff } from '#domain/staff/staff.ts'

const staff = (id: string, ...grants: readonly Grant[]): Staff => ({
  ...{ id, name: id, email: `${id}@fixpoint.example`, locale: 'en' },
  grants,
})

const network = { kind: 'network' } as const
const outlets = (...codes: readonly string[]) => ({ kind: 'outlets', outlets: codes }) as const

/** Everybody of the staff, each with what the model knows of them by itself. */
export const STAFF: readonly Staff[] = [
  staff('stf_agent', { role: 'agent', scope: network }),
  staff('stf_quality', { role: 'hq_quality', scope: network }),
  staff('stf_quality2', { role: 'hq_quality', scope: network }),
  staff('stf_regional', {
    ...{ role: 'regional_manager', scope: { kind: 'region', region: 'cn-zhejiang' } },
  }),
  staff('stf_manager1', { role: 'outlet_manager', scope: outlets('SZ-001') }),
  staff('stf_manager2', { role: 'outlet_manager', scope: outlets('SZ-002') }),
  staff('stf_bench', { role: 'bench', scope: outlets('SZ-001') }),
  // Takes calls for the network, and stands at a counter: no judge of that outlet.
  staff(
    'stf_both',
    { role: 'agent', scope: network },
    { role: 'counter', scope: outlets('SZ-001') },
  ),
]

export const CUSTOMER: ComplaintActor = customerActor('link')

const INSERT = `INSERT INTO staff
  (id, name, email, email_verified, locale, grants, version, is_demo, created_at, updated_at)
  VALUES (?1, ?2, ?3, 1, 'en', ?4, 1, 0, 0, 0)`

/** Takes everybody on, in place of whoever was there. */
export async function employ(hub: D1Database): Promise<void> {
  await hub.batch([
    hub.prepare('DELETE FROM staff'),
    ...STAFF.map(({ id, name, email, grants }) =>
      hub.prepare(INSERT).bind(id, name, email, JSON.stringify(grants)),
    ),
  ])
}
