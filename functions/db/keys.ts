/** Keyed hashes of a deployment: what is looked up without being readable, and what is signed. */
export type Keys = {
  /** HMAC-SHA-256 of a text under a key of its own for each purpose, as 64 hex digits. */
  readonly mac: (purpose: string, text: string) => Promise<string>
}

const LEAST_LETTERS = 32
const encoder = new TextEncoder()

const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')

const signing = (material: BufferSource): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', material, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])

const rings = new Map<string, Keys>()

function ringOf(secret: string): Keys {
  const root = signing(encoder.encode(secret))
  const keys = new Map<string, Promise<CryptoKey>>()
  const keyFor = (purpose: string): Promise<CryptoKey> => {
    const known = keys.get(purpose)
    if (known) return known
    const derived = root
      .then((key) => crypto.subtle.sign('HMAC', key, encoder.encode(`fixpoint/${purpose}`)))
      .then(signing)
    keys.set(purpose, derived)
    return derived
  }
  return {
    mac: async (purpose, text) =>
      hex(await crypto.subtle.sign('HMAC', await keyFor(purpose), encoder.encode(text))),
  }
}

/**
 * The keys under the secret `SECRET_KEY`. A missing or short one throws: links and codes must not
 * rest on nothing. Derived keys are kept for the life of the isolate.
 */
export function keysOf({ SECRET_KEY = '' }: { readonly SECRET_KEY?: string }): Keys {
  if (SECRET_KEY.length < LEAST_LETTERS) {
    throw new Error(`SECRET_KEY must be set, to ${LEAST_LETTERS} random letters or more.`)
  }
  const known = rings.get(SECRET_KEY)
  if (known) return known
  const ring = ringOf(SECRET_KEY)
  rings.set(SECRET_KEY, ring)
  return ring
}
