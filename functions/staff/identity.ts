import { betterAuth } from 'better-auth/minimal'
import type { Keys } from '#functions/db/keys.ts'
import { staffAdapter } from '#functions/db/staff-adapter.ts'

const MINUTE_SECONDS = 60

/** Nobody at the desk for so long: the session is over. */
export const IDLE_SECONDS = 90 * MINUTE_SECONDS
/** However busy: sign in anew after so long. */
export const LONGEST_MS = 14 * 60 * MINUTE_SECONDS * 1000
/** A session is prolonged at most this often: each time writes a row. */
const PROLONGED_EACH_SECONDS = 10 * MINUTE_SECONDS

export const SESSION_COOKIE = '__Host-session'
/** What takes it away. */
export const NO_SESSION = `${SESSION_COOKIE}=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Lax`
export const LEAST_LETTERS = 12
export const MOST_LETTERS = 128

type Setting = { readonly d1: D1Database; readonly secret: string; readonly siteUrl: string }

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789'
const ID_LETTERS = 20
const PREFIX: Readonly<Record<string, string>> = { user: 'stf_', session: 'ses_', account: 'acc_' }

/** A random id with the prefix of what it names. */
function newId(model: string): string {
  const bytes = crypto.getRandomValues(new Uint8Array(ID_LETTERS))
  const random = [...bytes].map((byte) => letters[byte % letters.length]).join('')
  return `${PREFIX[model] ?? 'id_'}${random}`
}

const build = ({ d1, secret, siteUrl }: Setting) =>
  betterAuth({
    baseURL: siteUrl,
    secret,
    database: staffAdapter(d1),
    user: {
      additionalFields: {
        locale: { type: 'string', defaultValue: 'en' },
        grants: { type: 'string', defaultValue: '[]' },
        version: { type: 'number', defaultValue: 1 },
        isDemo: { type: 'boolean', defaultValue: false },
        disabledAt: { type: 'date', required: false },
        mustChangePassword: { type: 'boolean', defaultValue: false },
      },
    },
    session: { expiresIn: IDLE_SECONDS, updateAge: PROLONGED_EACH_SECONDS },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: LEAST_LETTERS,
      maxPasswordLength: MOST_LETTERS,
    },
    advanced: {
      useSecureCookies: false,
      database: { generateId: ({ model }) => newId(model) },
      ipAddress: { disableIpTracking: true },
      cookies: {
        session_token: {
          name: SESSION_COOKIE,
          attributes: { secure: true, path: '/', httpOnly: true, sameSite: 'lax' },
        },
      },
    },
    // Tries are counted in the database, per account and client: sign-in-tries.ts.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  })

export type Identity = ReturnType<typeof build>

/** One per isolate and database: building it anew for each request costs ten times the request. */
const built = new WeakMap<D1Database, Promise<Identity>>()

type Asking = {
  readonly hub: { readonly d1: D1Database }
  readonly keys: Keys
  readonly config: { readonly siteUrl: string }
}

/** Who staff are and how they prove it. None of the library's own addresses is served. */
export function identityOf({ hub: { d1 }, keys, config }: Asking): Promise<Identity> {
  const known = built.get(d1)
  if (known) return known
  const identity = keys
    .mac('staff session', 'secret')
    .then((secret) => build({ d1, secret, siteUrl: config.siteUrl }))
  built.set(d1, identity)
  return identity
}
