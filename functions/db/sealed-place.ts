import type { Keys } from './keys.ts'

/** Where a page of a list begins: behind this value of its order and, among equals, behind this id. */
export type Place = { readonly at: number; readonly id: string }

const PLACE = /^(\d{1,16}) ([0-9A-Z]{13}(?:\.\d{1,9})?)$/

/** A place as an address may name it: a code in an address would be on record wherever addresses are. */
export const sealPlace = (keys: Keys, list: string, { at, id }: Place): Promise<string> =>
  keys.seal(`list/${list}`, `${at} ${id}`)

/** The place that an address names; null = none of that list. */
export async function placeIn(keys: Keys, list: string, text: string): Promise<Place | null> {
  const [, at, id] = PLACE.exec((await keys.unseal(`list/${list}`, text)) ?? '') ?? []
  return at === undefined || id === undefined ? null : { at: Number(at), id }
}
