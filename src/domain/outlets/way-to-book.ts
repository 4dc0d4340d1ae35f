import { BOOKABLE_SERVICES } from '../repairs/repair.ts'
import type { Outlet } from './outlet.ts'

/** How customers ask an outlet for a repair without calling: a visit, or a parcel. */
export type WayToBook = 'visit' | 'mail_in'

type Asked = Pick<Outlet, 'kind' | 'services' | 'counterSeats' | 'hours'>

/**
 * How a repair is asked for at an outlet; null = it takes no requests through these pages, having no
 * bookable service, no seat at its counter, or hours that nobody can say: one has to call. Whether it
 * serves on a given day is not looked at.
 * A mail-in centre is `mail_in`; a shop that repairs and has a seat is `visit`; with no seat, null.
 */
export function wayToBook({ kind, services, counterSeats, hours }: Asked): WayToBook | null {
  if (kind === 'mail_in_centre') return 'mail_in'
  const offered = BOOKABLE_SERVICES.some((service) => services[service])
  return offered && counterSeats > 0 && hours !== null ? 'visit' : null
}
