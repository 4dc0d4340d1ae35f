import { createHmac, createSecretKey, type KeyObject } from 'node:crypto'

/** The deployment's keyed hashes, answered at once: millions of them are asked for one after another. */
export type SimKeys = (purpose: string, text: string) => string

/** Hashes as `keysOf({ SECRET_KEY })` makes them. */
export function simKeys(secret: string): SimKeys {
  const derived = new Map<string, KeyObject>()
  const keyFor = (purpose: string): KeyObject => {
    const known =
      derived.get(purpose) ??
      createSecretKey(createHmac('sha256', secret).update(`fixpoint/${purpose}`).digest())
    derived.set(purpose, known)
    return known
  }
  return (purpose, text) => createHmac('sha256', keyFor(purpose)).update(text).digest('hex')
}

const TOKEN_BYTES = 16

/** What stands in the database for a link: the hash of its token. */
export const linkHash = (keys: SimKeys, text: string): string =>
  keys(
    'token',
    Buffer.from(keys('link', text), 'hex').subarray(0, TOKEN_BYTES).toString('base64url'),
  )
