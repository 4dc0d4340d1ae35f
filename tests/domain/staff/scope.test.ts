import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  PERMISSIONS,
  type Permission,
  whyNotAtRepair,
  whyNotPermitted,
} from '#domain/staff/permissions.ts'
import { covers, mayGrant, needsPlace, ownOutlets, rolesAt } from '#domain/staff/scope.ts'
import {
  type Grant,
  type Place,
  type Scope,
  STAFF_ROLES,
  type Staff,
  type StaffRole,
} from '#domain/staff/staff.ts'
import { actorAt } from '#domain/staff/staff-actor.ts'

const hangzhou: Place = {
  outlet: 'HZ-001',
  partner: 'westlake',
  regions: ['cn-zhejiang-hangzhou', 'cn-zhejiang', 'cn'],
}
const ningbo: Place = {
  outlet: 'NB-001',
  partner: null,
  regions: ['cn-zhejiang-ningbo', 'cn-zhejiang', 'cn'],
}
const shenzhen: Place = {
  outlet: 'SZ-001',
  partner: 'westlake',
  regions: ['cn-guangdong-shenzhen', 'cn-guangdong', 'cn'],
}
const places = [hangzhou, ningbo, shenzhen]

const person = (...grants: readonly Grant[]): Staff => ({
  ...{ id: 'stf_1', name: 'Staff', email: 'staff@fixpoint.example', locale: 'en', grants },
})
const outlets = (...codes: readonly string[]): Scope => ({ kind: 'outlets', outlets: codes })
const network: Scope = { kind: 'network' }
const zhejiang: Scope = { kind: 'region', region: 'cn-zhejiang' }
const westlake: Scope = { kind: 'partner', partner: 'westlake' }

describe('a scope', () => {
  it.each<[string, Scope, readonly boolean[]]>([
    ['the network takes in everything', network, [true, true, true]],
    ['a region takes in all below it and nothing beside it', zhejiang, [true, true, false]],
    ['a partner takes in its own outlets wherever they are', westlake, [true, false, true]],
    ['outlets take in those named', outlets('NB-001'), [false, true, false]],
    ['a list of none takes in nothing', outlets(), [false, false, false]],
  ])('%s', (_, scope, expected) => {
    expect(places.map((place) => covers(scope, place))).toEqual(expected)
  })

  it('is no part of a region whose name only begins alike', () => {
    const near: Place = { outlet: 'X-1', partner: null, regions: ['cn-zhejiang-new'] }
    expect(covers(zhejiang, near)).toBe(false)
  })

  it('needs its outlet’s place read for regions and partners only', () => {
    expect(needsPlace(person({ role: 'counter', scope: outlets('HZ-001') }))).toBe(false)
    expect(needsPlace(person({ role: 'agent', scope: network }))).toBe(false)
    expect(needsPlace(person({ role: 'regional_manager', scope: zhejiang }))).toBe(true)
    expect(needsPlace(person({ role: 'regional_manager', scope: westlake }))).toBe(true)
  })

  it('opens the desk with the outlets a person is named for', () => {
    const staff = person(
      { role: 'counter', scope: outlets('NB-001', 'HZ-001') },
      { role: 'bench', scope: outlets('HZ-001') },
    )
    expect(ownOutlets(staff)).toEqual(['NB-001', 'HZ-001'])
  })
})

describe('roles', () => {
  it('hold where their scope reaches, each by its own', () => {
    const staff = person(
      { role: 'counter', scope: outlets('HZ-001') },
      { role: 'regional_manager', scope: zhejiang },
    )
    expect(rolesAt(staff, hangzhou)).toEqual(['counter', 'regional_manager'])
    expect(rolesAt(staff, ningbo)).toEqual(['regional_manager'])
    expect(rolesAt(staff, shenzhen)).toEqual([])
  })
})

describe('a permission', () => {
  const cells = (Object.keys(PERMISSIONS) as Permission[]).flatMap((permission) =>
    STAFF_ROLES.map((role) => [permission, role] as const),
  )

  it.each(cells)(
    '%s is held by %s inside their scope as the table says, outside never',
    (permission, role) => {
      const staff = person({ role, scope: outlets('HZ-001') })
      const isListed = (PERMISSIONS[permission] as readonly StaffRole[]).includes(role)
      expect(whyNotPermitted(staff, permission, [hangzhou])).toBe(isListed ? null : 'not_your_role')
      expect(whyNotPermitted(staff, permission, [shenzhen])).toBe('out_of_scope')
      expect(whyNotPermitted(staff, permission, [])).toBe('out_of_scope')
    },
  )

  it('holds where it is held at one of several places', () => {
    const staff = person({ role: 'counter', scope: outlets('HZ-001') })
    expect(whyNotPermitted(staff, 'repair.see', [shenzhen, hangzhou])).toBeNull()
  })
})

describe('somebody of the staff at a repair', () => {
  const counter = person({ role: 'counter', scope: outlets('HZ-001') })

  it('acts by the roles held where the phone is', () => {
    expect(actorAt(counter, { at: hangzhou, home: hangzhou })).toEqual({
      ...{ id: 'stf_1', roles: ['counter'], via: 'desk' },
    })
  })

  it('speaks for the customer from the home outlet while the phone is elsewhere', () => {
    expect(actorAt(counter, { at: shenzhen, home: hangzhou }).roles).toEqual(['home'])
    const manager = person({ role: 'regional_manager', scope: zhejiang })
    expect(actorAt(manager, { at: shenzhen, home: hangzhou }).roles).toEqual([
      ...['home', 'home_manager'],
    ])
  })

  it.each(['courier', 'hq_supply', 'hq_admin', 'hq_quality'] as const)(
    'gains nothing as %s by a phone being away from home',
    (role) => {
      const staff = person({ role, scope: network })
      const atHome = actorAt(staff, { at: hangzhou, home: hangzhou }).roles
      expect(actorAt(staff, { at: shenzhen, home: hangzhou }).roles).toEqual(atHome)
    },
  )

  it('touches a phone only where it is', () => {
    const bench = person({ role: 'bench', scope: outlets('HZ-001') })
    const away = { at: shenzhen, home: hangzhou }
    expect(whyNotAtRepair(bench, 'repair.note', away)).toBeNull()
    expect(whyNotAtRepair(bench, 'repair.assign', away)).toBe('not_your_role')
    expect(whyNotAtRepair(bench, 'photo.add', away)).toBe('not_your_role')
    expect(whyNotAtRepair(bench, 'repair.assign', { at: hangzhou, home: shenzhen })).toBeNull()
    expect(whyNotAtRepair(bench, 'repair.note', { at: shenzhen, home: ningbo })).toBe(
      'out_of_scope',
    )
  })

  it('has no part in a repair of other outlets', () => {
    expect(actorAt(counter, { at: shenzhen, home: ningbo }).roles).toEqual([])
  })

  it('manages an outlet as its regional manager', () => {
    const manager = person({ role: 'regional_manager', scope: zhejiang })
    expect(actorAt(manager, { at: ningbo, home: ningbo }).roles).toEqual(['outlet_manager'])
  })

  it('gets no step from a role of headquarters that acts on nothing', () => {
    const admin = person({ role: 'hq_admin', scope: network })
    expect(actorAt(admin, { at: hangzhou, home: hangzhou }).roles).toEqual([])
  })
})

const scopes = fc.constantFrom<Scope>(
  ...[network, zhejiang, westlake, outlets('HZ-001'), outlets('SZ-001')],
  ...[{ kind: 'region', region: 'cn' } as const, outlets('HZ-001', 'NB-001'), outlets()],
)
const grantOf = fc.record({ role: fc.constantFrom(...STAFF_ROLES), scope: scopes })
const above: Record<string, readonly string[]> = { 'cn-zhejiang': ['cn'], cn: [] }
const factsOf = (scope: Scope) => ({
  regionsAbove: scope.kind === 'region' ? (above[scope.region] ?? []) : [],
  places: scope.kind === 'outlets' ? places.filter((p) => scope.outlets.includes(p.outlet)) : [],
})

describe('giving a role', () => {
  it('is for managers of the scope, downwards', () => {
    const manager = person({ role: 'outlet_manager', scope: outlets('HZ-001') })
    const give = (role: StaffRole, scope: Scope) =>
      mayGrant(manager, { role, scope }, factsOf(scope))
    expect(give('counter', outlets('HZ-001'))).toBe(true)
    expect(give('outlet_manager', outlets('HZ-001'))).toBe(false)
    expect(give('counter', outlets('SZ-001'))).toBe(false)
    expect(give('counter', outlets('HZ-001', 'SZ-001'))).toBe(false)
    expect(give('counter', network)).toBe(false)
    expect(give('counter', outlets())).toBe(false)
  })

  it('reaches outlets inside a giver’s region or partner', () => {
    const regional = person({ role: 'regional_manager', scope: zhejiang })
    const to = outlets('HZ-001', 'NB-001')
    expect(mayGrant(regional, { role: 'outlet_manager', scope: to }, factsOf(to))).toBe(true)
    const of = person({ role: 'regional_manager', scope: westlake })
    expect(
      mayGrant(of, { role: 'bench', scope: outlets('SZ-001') }, factsOf(outlets('SZ-001'))),
    ).toBe(true)
    expect(mayGrant(of, { role: 'bench', scope: to }, factsOf(to))).toBe(false)
  })

  it('never reaches a place where the giver has no role that gives', () => {
    fc.assert(
      fc.property(fc.array(grantOf, { maxLength: 3 }), grantOf, (own, given) => {
        const giver = person(...own)
        if (!mayGrant(giver, given, factsOf(given.scope))) return
        const taker = person(given)
        for (const place of places.filter((one) => rolesAt(taker, one).length > 0)) {
          const givers: readonly StaffRole[] = ['outlet_manager', 'regional_manager', 'hq_admin']
          expect(rolesAt(giver, place).some((role) => givers.includes(role))).toBe(true)
        }
      }),
      { numRuns: 2_000, seed: 20261122 },
    )
  })
})
