import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { accessSettingOf } from '#functions/staff/access-token.ts'
import { aCounter } from '../support/a-counter.ts'
import { fillHub } from '../support/a-hub.ts'
import { asForm, aWorker } from '../support/a-worker.ts'
import { at, signedIn } from '../support/signed-in.ts'

const TEAM = 'fixpoint-test.cloudflareaccess.com'
const AUDIENCE = 'aud-of-the-desk'
const ask = aWorker({ vars: { ACCESS_TEAM_DOMAIN: TEAM, ACCESS_AUDIENCE: AUDIENCE } })
let keys: CryptoKeyPair
let stranger: CryptoKeyPair
const realFetch = globalThis.fetch

beforeAll(async () => {
  keys = (await generateKeyPair('RS256', { extractable: true })) as CryptoKeyPair
  stranger = (await generateKeyPair('RS256', { extractable: true })) as CryptoKeyPair
})

beforeEach(async () => {
  await fillHub([aCounter()])
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'team', alg: 'RS256' }
  vi.stubGlobal('fetch', async (input: RequestInfo | URL, init?: RequestInit) => {
    const address = new Request(input, init).url
    if (address !== `https://${TEAM}/cdn-cgi/access/certs`) return await realFetch(input, init)
    return Response.json({ keys: [jwk] })
  })
})

afterEach(() => {
  vi.unstubAllGlobals()
})

type Claims = { readonly email?: string; readonly aud?: string; readonly iss?: string }

const tokenOf = (
  { email = 'one@fixpoint.example', aud = AUDIENCE, iss = `https://${TEAM}` }: Claims,
  { key = keys.privateKey, until = '5m' }: { key?: CryptoKey; until?: string } = {},
): Promise<string> =>
  new SignJWT({ email })
    .setProtectedHeader({ alg: 'RS256', kid: 'team' })
    .setAudience(aud)
    .setIssuer(iss)
    .setIssuedAt()
    .setExpirationTime(until)
    .sign(key)

const account = (token: string | null) =>
  ask('/desk/account/', {
    redirect: 'manual',
    headers: { Accept: 'text/html', ...(token && { 'Cf-Access-Jwt-Assertion': token }) },
  })

describe('Cloudflare Access in front of the desk', () => {
  it('lets in whom its token names and our records know', async () => {
    await signedIn([at('counter', 'HZ-001')])
    expect((await account(await tokenOf({}))).status).toBe(200)
    expect((await account(await tokenOf({ email: 'ONE@fixpoint.example' }))).status).toBe(200)
  })

  it('lets in nobody else', async () => {
    const { cookie } = await signedIn([at('counter', 'HZ-001')])
    const refused = [
      null,
      'no token',
      await tokenOf({ email: 'unknown@fixpoint.example' }),
      await tokenOf({ aud: 'another application' }),
      await tokenOf({ iss: 'https://other.cloudflareaccess.com' }),
      await tokenOf({}, { until: '-10m' }),
      await tokenOf({}, { key: stranger.privateKey }),
    ]
    for (const token of refused) expect((await account(token)).status).toBe(303)
    const headers = { Cookie: cookie, Accept: 'text/html' }
    expect((await ask('/desk/account/', { headers, redirect: 'manual' })).status).toBe(303)
  })

  it('takes no passwords beside it', async () => {
    expect((await ask('/desk/sign-in/')).status).toBe(401)
    const form = asForm({ email: 'one@fixpoint.example', password: 'whatever it may be' })
    expect((await ask('/desk/sign-in/', form)).status).toBe(401)
  })
})

it('refuses half a setting, which would let nobody or anybody in', () => {
  expect(accessSettingOf({})).toBeNull()
  expect(() => accessSettingOf({ ACCESS_TEAM_DOMAIN: TEAM })).toThrow('ACCESS_AUDIENCE')
  expect(() => accessSettingOf({ ACCESS_AUDIENCE: AUDIENCE })).toThrow('ACCESS_TEAM_DOMAIN')
  expect(() =>
    accessSettingOf({ ACCESS_TEAM_DOMAIN: 'evil.example/x', ACCESS_AUDIENCE: AUDIENCE }),
  ).toThrow()
})
