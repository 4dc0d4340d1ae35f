import type { RepairPrivate } from '#domain/repairs/contact.ts'
import type { Repair } from '#domain/repairs/repair.ts'

/** Fields of the intake that may hold several codes. */
export const LISTS = ['condition', 'fails', 'accessories'] as const
export type ListName = (typeof LISTS)[number]

/** The intake as it was typed, so that nothing is lost when the form comes back. */
export type Typed = {
  /** One text by field; '' = nothing typed. */
  readonly text: Readonly<Record<string, string>>
  readonly lists: Readonly<Record<ListName, readonly string[]>>
}

export const NOTHING_TYPED: Typed = {
  text: {},
  lists: { condition: [], fails: [], accessories: [] },
}

/** A field as it counts: without blanks around it, line ends as one character. */
export const textOf = ({ text }: Typed, name: string): string =>
  (text[name] ?? '').replaceAll('\r\n', '\n').trim()

/** What is on record already stands in the form as if it had been typed. */
export function prefilled(
  { model, faultCode, wayBack, locale, ceiling }: Repair,
  customer: RepairPrivate | null,
  minorPerUnit: number,
): Typed {
  const { contact, device, words } = customer ?? {}
  return {
    text: {
      ...{ model, fault: faultCode, wayBack, locale },
      ceiling: ceiling ? String(ceiling.amountMinor / minorPerUnit) : '',
      imei: device?.imeis[0] ?? '',
      imei2: device?.imeis[1] ?? '',
      serial: device?.serial ?? '',
      words: words?.['fault'] ?? '',
      name: contact?.name ?? '',
      phone: contact?.phone.display ?? '',
      mayCollect: contact?.mayCollect ?? '',
      address: contact?.address ?? '',
    },
    lists: NOTHING_TYPED.lists,
  }
}
