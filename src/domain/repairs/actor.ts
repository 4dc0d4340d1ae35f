/**
 * Who acts. `customer` by a message's link, by code and digits, or at the counter through staff. `home`:
 * somebody of the outlet where the customer came, of a phone that is elsewhere; `home_manager` its manager.
 */
export const ROLES = [
  'customer',
  'agent',
  'counter',
  'bench',
  'outlet_manager',
  'home',
  'home_manager',
  'hq_supply',
  'courier',
  'system',
] as const
export type Role = (typeof ROLES)[number]

export type Actor = {
  /** `customer`, `system`, `stf_…`: what the event names. */
  readonly id: string
  readonly roles: readonly Role[]
  /** How a customer came in: money is agreed by link only. */
  readonly via: 'link' | 'lookup' | 'desk' | 'system'
}
