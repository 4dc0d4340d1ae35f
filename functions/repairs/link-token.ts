import type { Keys } from '#functions/db/keys.ts'
import type { Link } from './lookup-store.ts'

/** What a link in a message opens: a repair's page, or the answer to one of its asks. */
export type LinkPurpose = Pick<Link, 'code' | 'purpose' | 'askVersion'> & {
  /** Of the repair as it stands: a phone that was corrected ended the links before. */
  readonly linkEpoch?: number | undefined
}

const TOKEN_BYTES = 16

const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

/**
 * The token of a link: 128 bits under the deployment's secret, the same each time, so that a message
 * sent again carries the same link and nothing readable is stored. 22 letters of base64url.
 */
export async function linkToken(
  keys: Keys,
  { code, purpose, askVersion, linkEpoch = 0 }: LinkPurpose,
): Promise<string> {
  const epoch = linkEpoch > 0 ? `/${linkEpoch}` : ''
  return await shortToken(keys, `${code}/${purpose}/${askVersion ?? ''}${epoch}`)
}

/** 128 bits that stand for a text under the deployment's secret, as 22 letters of base64url. */
export async function shortToken(keys: Keys, text: string): Promise<string> {
  const mac = await keys.mac('link', text)
  const bytes = bytesOf(mac).slice(0, TOKEN_BYTES)
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

/** What stands in the database for a token. */
export const tokenHash = (keys: Keys, token: string): Promise<string> => keys.mac('token', token)

/** A link ready to be stored. */
export const linkOf = async (keys: Keys, link: LinkPurpose): Promise<Link> => ({
  ...link,
  tokenHash: await tokenHash(keys, await linkToken(keys, link)),
})
