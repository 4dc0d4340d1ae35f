import type { Keys } from '#functions/db/keys.ts'
import { sameText } from '#functions/db/same-text.ts'

type Signing = { readonly keys: Keys; readonly now: number }
type Linking = Signing & {
  /** Origin that photos are served from; '' = this one. */
  readonly mediaOrigin: string
}

/** Where a photo lies in the bucket. */
export const photoKey = (id: string): string => `photos/${id}`

const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** The same photo of the same thing has the same name: sent twice it is there once. */
export async function photoName(
  keys: Keys,
  code: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const digest = hex(await crypto.subtle.digest('SHA-256', bytes))
  return `pho_${(await keys.mac('photo', `${code}.${digest}`)).slice(0, 26)}`
}

const LIVES_MS = 10 * 60_000
/** 128 bits of the mac are enough for ten minutes. */
const MAC_LETTERS = 32

const macOf = async (keys: Keys, id: string, until: number): Promise<string> =>
  (await keys.mac('photo link', `${id}.${until}`)).slice(0, MAC_LETTERS)

/**
 * Where photos can be seen for the next ten minutes, by id. Whoever has the link may look: it is made
 * for somebody who may, and carries no other right.
 */
export async function photoLinks(
  { keys, now, mediaOrigin }: Linking,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const until = now + LIVES_MS
  const links = await Promise.all(
    ids.map(async (id) => {
      const query = new URLSearchParams({ until: String(until), mac: await macOf(keys, id, until) })
      return [id, `${mediaOrigin}/media/${id}?${query}`] as const
    }),
  )
  return new Map(links)
}

export type PhotoAsked = { readonly id: string; readonly until: string; readonly mac: string }

/** Whether a link to a photo is one of ours and still good. */
export async function isPhotoLink(
  { keys, now }: Signing,
  { id, until, mac }: PhotoAsked,
): Promise<boolean> {
  if (!/^\d{1,15}$/.test(until)) return false
  const isOurs = sameText(mac, await macOf(keys, id, Number(until)))
  return isOurs && Number(until) > now
}
