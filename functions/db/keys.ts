/** Keyed hashes of a deployment: what is looked up without being readable, and what is signed. */
export type Keys = {
  /** HMAC-SHA-256 of a text under a key of its own for each purpose, as 64 hex digits. */
  readonly mac: (purpose: string, text: string) => Promise<string>
  /** A text that only this deployment can read or make, for addresses; the same text is the same each time. */
  readonly seal: (purpose: string, text: string) => Promise<string>
  /** What was sealed for that purpose; null = nothing of ours. */
  readonly unseal: (purpose: string, sealed: string) => Promise<string | null>
}

const LEAST_LETTERS = 32
const encoder = new TextEncoder()

const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')

const signing = (material: BufferSource): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', material, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])

const IV_BYTES = 12
const AES = 'AES-GCM'

const inAddress = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
const fromAddress = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
    letter.charCodeAt(0),
  )

/** The number used once is drawn from the text itself: another text has another, the same text no second one. */
function sealing(root: Promise<CryptoKey>): Pick<Keys, 'seal' | 'unseal'> {
  const derived = async (label: string): Promise<ArrayBuffer> =>
    await crypto.subtle.sign('HMAC', await root, encoder.encode(`fixpoint/${label}`))
  const aes = async (purpose: string): Promise<CryptoKey> =>
    await crypto.subtle.importKey('raw', await derived(`seal/${purpose}`), AES, false, [
      ...(['encrypt', 'decrypt'] as const),
    ])
  return {
    seal: async (purpose, text) => {
      const whole = await derived(`seal once/${purpose}/${text}`)
      const iv = new Uint8Array(whole).slice(0, IV_BYTES)
      const key = await aes(purpose)
      const sealed = await crypto.subtle.encrypt({ name: AES, iv }, key, encoder.encode(text))
      return inAddress(new Uint8Array([...iv, ...new Uint8Array(sealed)]))
    },
    unseal: async (purpose, sealed) => {
      try {
        const bytes = fromAddress(sealed)
        const [iv, rest] = [bytes.slice(0, IV_BYTES), bytes.slice(IV_BYTES)]
        const text = await crypto.subtle.decrypt({ name: AES, iv }, await aes(purpose), rest)
        return new TextDecoder().decode(text)
      } catch {
        return null
      }
    },
  }
}

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
    ...sealing(root),
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
