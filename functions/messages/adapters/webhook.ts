import type { Adapter, Outgoing } from './adapter.ts'

type Hook = {
  readonly url: string
  /** `whsec_` and at least 24 bytes in base64. */
  readonly secret: string
  readonly now: () => number
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
}

const TIMEOUT_MS = 10_000
const LEAST_SECRET_BYTES = 24
const GONE = 410
const encoder = new TextEncoder()

/** The bytes of a Standard Webhooks secret; throws when it isn't one. */
function secretBytes(secret: string): Uint8Array<ArrayBuffer> {
  const bytes = secret.startsWith('whsec_')
    ? Uint8Array.from(atob(secret.slice(6)), (letter) => letter.charCodeAt(0))
    : new Uint8Array()
  if (bytes.length < LEAST_SECRET_BYTES) {
    throw new Error('WEBHOOK_SECRET must be whsec_ and 24 bytes or more in base64.')
  }
  return bytes
}

function checkedUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null
  const isLocal = url?.hostname === 'localhost' || url?.hostname === '127.0.0.1'
  if (!url || (url.protocol !== 'https:' && !isLocal)) {
    throw new Error('WEBHOOK_URL must be an https address.')
  }
  return url.href
}

/** `v1,` and the HMAC-SHA-256 of id, time and body: Standard Webhooks 1.0, symmetric. */
async function signatureOf(key: Promise<CryptoKey>, signed: string): Promise<string> {
  const mac = await crypto.subtle.sign('HMAC', await key, encoder.encode(signed))
  return `v1,${btoa(String.fromCharCode(...new Uint8Array(mac)))}`
}

const bodyOf = ({ id, to, template, variables, locale, signature, text }: Outgoing, at: number) =>
  JSON.stringify({
    type: 'message.due',
    timestamp: new Date(at).toISOString(),
    data: { id, to, template, variables, locale, signature, text },
  })

/**
 * Posts each message to a gateway: template id, typed variables and text, signed by the rules of
 * Standard Webhooks. Redirects aren't followed, since they would carry a phone number elsewhere.
 * Any 2xx is taken as accepted, 410 ends it, everything else is tried again.
 */
export function webhookAdapter({ url, secret, now, fetch }: Hook): Adapter {
  const address = checkedUrl(url)
  const bytes = secretBytes(secret)
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = crypto.subtle.importKey('raw', bytes, algorithm, false, ['sign'])
  return async (message) => {
    const at = now()
    const seconds = Math.floor(at / 1000)
    const body = bodyOf(message, at)
    const headers = {
      'Content-Type': 'application/json',
      'webhook-id': message.id,
      'webhook-timestamp': String(seconds),
      'webhook-signature': await signatureOf(key, `${message.id}.${seconds}.${body}`),
    }
    try {
      const signal = AbortSignal.timeout(TIMEOUT_MS)
      const init = { method: 'POST', headers, body, signal, redirect: 'manual' } as const
      const answer = await fetch(address, init)
      await answer.body?.cancel()
      if (answer.ok) return { ok: true }
      return { ok: false, error: `http_${answer.status}`, final: answer.status === GONE }
    } catch (error) {
      const isLate = error instanceof Error && error.name === 'TimeoutError'
      return { ok: false, error: isLate ? 'timeout' : 'unreachable', final: false }
    }
  }
}
