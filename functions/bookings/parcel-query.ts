import type { MessageKey } from '#i18n/translate.ts'
import {
  fieldOf,
  LONGEST,
  type Refused,
  type RepairDetails,
  readAmount,
  readDetails,
  type Typed,
} from './contact-query.ts'

export type ParcelDetails = RepairDetails & {
  readonly pickUp: 'door' | 'own'
  readonly insuredMinor: number | null
  /** Where a courier fetches it; null = the customer posts it. */
  readonly pickUpAddress: string | null
}

type Terms = Parameters<typeof readDetails>[1]

const isPickUp = (text: string | undefined): text is 'door' | 'own' =>
  text === 'door' || text === 'own'

/** What is wrong with the fields that only a parcel has, in the order of the page. */
function faultsOf(typed: Typed, { currency }: Terms): Refused {
  const insured = readAmount(fieldOf(typed, 'insured'), currency)
  const tests: readonly (readonly [string, MessageKey | false])[] = [
    ['batteryOk', typed['batteryOk'] !== 'yes' && 'bookings.error.battery_ok'],
    ['pickUp', !isPickUp(typed['pickUp']) && 'bookings.error.pick_up'],
    ['address', !fieldOf(typed, 'address') && 'bookings.error.mail_address'],
    ['insured', insured === 'refused' && 'bookings.error.insured'],
  ]
  return Object.fromEntries(tests.filter((test): test is [string, MessageKey] => test[1] !== false))
}

/**
 * Reads a request by mail, or says which fields to mend. The phone comes back to the other address
 * where one is given.
 */
export function readParcel(
  typed: Typed,
  terms: Terms,
): { readonly errors: Refused; readonly parcel: ParcelDetails | null } {
  const own = faultsOf(typed, terms)
  const { errors, details } = readDetails({ ...typed, wayBack: 'collect' }, terms)
  const all = { ...own, ...errors }
  const { pickUp } = typed
  if (!details || !isPickUp(pickUp) || Object.keys(all).length > 0) {
    return { errors: all, parcel: null }
  }
  const insured = readAmount(fieldOf(typed, 'insured'), terms.currency)
  const address = fieldOf(typed, 'address').slice(0, LONGEST.address)
  const back = fieldOf(typed, 'returnAddress').slice(0, LONGEST.address)
  const parcel: ParcelDetails = {
    ...details,
    contact: { ...details.contact, address: back || address },
    wayBack: 'post',
    pickUp,
    pickUpAddress: pickUp === 'door' ? address : null,
    insuredMinor: insured === null || insured === 'refused' ? null : insured.amountMinor,
  }
  return { errors: all, parcel }
}
