/** A number to call: what is dialled, and what is shown. */
export type ContactPhone = { readonly dial: string; readonly display: string }

/** Whom a repair belongs to and how they are reached. Personal: never in an event, an address or a log. */
export type Contact = {
  readonly name: string
  readonly phone: ContactPhone
  readonly email: string | null
  readonly secondPhone: ContactPhone | null
  readonly forSomebodyElse: boolean
  readonly mayDecide: string | null
  readonly mayCollect: string | null
  /** Where the phone is posted back to. */
  readonly address: string | null
}

/** Every IMEI of the device, two in a dual-SIM phone, and its serial number. */
export type DeviceNumbers = { readonly imeis: readonly string[]; readonly serial: string | null }

/** Words of customer and staff, by what they are about. */
export type Words = Readonly<Record<string, string>>

/** Which wording was agreed to, and when (epoch ms). */
export type Consent = { readonly wording: string; readonly at: number }

/** Everything personal about a repair: what erasure deletes. */
export type RepairPrivate = {
  readonly contact: Contact
  readonly device: DeviceNumbers
  readonly words: Words
  readonly consent: Consent
}
