/** Who works in the network, and for which part of it. Vocabulary: docs/domain.md, "Staff". */

export const STAFF_ROLES = [
  'agent',
  'counter',
  'bench',
  'outlet_manager',
  'regional_manager',
  'hq_quality',
  'hq_supply',
  'hq_admin',
  'courier',
] as const
export type StaffRole = (typeof STAFF_ROLES)[number]

/** The part of the network that a role is held for; a region stands for everything below it. */
export type Scope =
  | { readonly kind: 'network' }
  | { readonly kind: 'region'; readonly region: string }
  | { readonly kind: 'partner'; readonly partner: string }
  | { readonly kind: 'outlets'; readonly outlets: readonly string[] }

/** One role in one scope; a person may hold several. */
export type Grant = { readonly role: StaffRole; readonly scope: Scope }

export type Staff = {
  /** `stf_…`: what events name. */
  readonly id: string
  readonly name: string
  readonly email: string
  readonly locale: 'en' | 'zh-CN'
  readonly grants: readonly Grant[]
}

/** Where an outlet stands in the network: what a scope is held against. */
export type Place = {
  readonly outlet: string
  readonly partner: string | null
  /** Its region and all above it, by id. */
  readonly regions: readonly string[]
}
