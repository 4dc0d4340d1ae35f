import type { Actor } from '#domain/repairs/actor.ts'

/** The customer, come in by a message's link. */
export const customer: Actor = { id: 'customer', roles: ['customer'], via: 'link' }
/** The customer, come in by code and last four digits. */
export const customerByLookup: Actor = { id: 'customer', roles: ['customer'], via: 'lookup' }

const staff = (id: string, ...roles: Actor['roles']): Actor => ({ id, roles, via: 'desk' })

export const agent = staff('stf_agent', 'agent')
export const counter = staff('stf_counter', 'counter')
export const bench = staff('stf_bench', 'bench')
/** Another person at the bench. */
export const otherBench = staff('stf_bench2', 'bench')
export const manager = staff('stf_manager', 'outlet_manager')
/** Of the outlet where the customer came, while the phone is elsewhere. */
export const home = staff('stf_home', 'home')
export const homeManager = staff('stf_home_manager', 'home', 'home_manager')
export const supply = staff('stf_supply', 'hq_supply')
export const courier = staff('key_courier', 'courier')
export const system: Actor = { id: 'system', roles: ['system'], via: 'system' }

export const EVERYBODY: Readonly<Record<string, Actor>> = {
  customer,
  customerByLookup,
  agent,
  counter,
  bench,
  manager,
  home,
  homeManager,
  supply,
  courier,
  system,
}
