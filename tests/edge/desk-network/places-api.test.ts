import { beforeEach, describe, expect, it } from 'vitest'
import { aCounter } from '../support/a-counter.ts'
import { fillHub } from '../support/a-hub.ts'
import { asJson, aWorker } from '../support/a-worker.ts'
import { everywhere, type SignedInStaff, signedIn } from '../support/signed-in.ts'

const ask = aWorker({})
let admin: SignedInStaff

beforeEach(async () => {
  await fillHub([aCounter()])
  admin = await signedIn([everywhere('hq_admin')])
})

type Said = { readonly method?: string; readonly version?: string; readonly key?: string }

const api = (path: string, body?: object, { method, version, key }: Said = {}) => {
  const init = body ? asJson(body) : {}
  return ask(`/api/v1/desk/${path}`, {
    ...init,
    ...(method && { method }),
    headers: {
      ...(init.headers as Record<string, string>),
      Cookie: admin.cookie,
      ...(version && { 'If-Match': version }),
      ...(key && { 'Idempotency-Key': key }),
    },
  })
}

const name = { en: 'Fixers', 'zh-CN': '修机' }

describe('partners over the API', () => {
  it('are registered once under a key, and never twice under an id', async () => {
    const first = await api('partners', { id: 'fixers', name }, { key: 'k1' })
    expect(await first.json()).toEqual({ partner: { id: 'fixers', name, version: 1 } })
    expect((await api('partners', { id: 'fixers', name }, { key: 'k1' })).status).toBe(200)
    expect((await api('partners', { id: 'fixers', name }, { key: 'k2' })).status).toBe(409)
    const { partners } = (await (await api('partners')).json()) as { partners: object[] }
    expect(partners).toEqual([{ id: 'fixers', name }])
  })

  it('are renamed for the version that was seen', async () => {
    const { headers } = await api('partners', { id: 'fixers', name })
    const renamed = { name: { en: 'Menders', 'zh-CN': '修理' } }
    const patch = (version?: string) =>
      api('partners/fixers', renamed, { method: 'PATCH', ...(version && { version }) })
    expect((await patch()).status).toBe(428)
    expect((await patch('"7"')).status).toBe(409)
    const answer = await patch(headers.get('ETag') ?? '')
    expect(await answer.json()).toEqual({ partner: { id: 'fixers', ...renamed, version: 2 } })
    expect((await patch('"1"')).status).toBe(409)
    expect((await api('partners/nobody')).status).toBe(404)
  })
})

describe('regions over the API', () => {
  it('hang on the one right above, whose id theirs begins with', async () => {
    const wish = { id: 'cn-zhejiang-ningbo', name, parentId: 'cn-zhejiang' }
    const made = await api('regions', wish)
    expect(await made.json()).toMatchObject({
      region: { id: wish.id, level: 'city', countryCode: 'CN', parentId: 'cn-zhejiang' },
    })
    expect((await api('regions', { ...wish, id: 'elsewhere' })).status).toBe(422)
    const { regions } = (await (await api('regions?in=cn-zhejiang')).json()) as {
      regions: { id: string }[]
    }
    expect(regions.map(({ id }) => id)).toEqual(['cn-zhejiang-hangzhou', 'cn-zhejiang-ningbo'])
    expect((await api('regions?in=nowhere')).status).toBe(404)
  })

  it('that were imported have version 0 until somebody touches them', async () => {
    const { headers } = await api('regions/cn-zhejiang')
    expect(headers.get('ETag')).toBe('"0"')
    const version = headers.get('ETag') ?? ''
    const answer = await api('regions/cn-zhejiang', { name }, { method: 'PATCH', version })
    expect(answer.headers.get('ETag')).toBe('"1"')
  })
})

it('tells the site since its last build, and asks for none where nothing builds it', async () => {
  const { site } = (await (await api('site')).json()) as { site: object }
  expect(site).toMatchObject({ builtFrom: null, askedAt: null })
  expect((await api('site/rebuild', {})).status).toBe(503)
})

it('is over with the session that one ends', async () => {
  const answer = await api('account/sign-out', {})
  expect(await answer.json()).toEqual({ signedOut: true })
  expect(answer.headers.get('Set-Cookie')).toMatch(/^__Host-session=; Max-Age=0/)
  expect((await api('account')).status).toBe(401)
})

it('tells one’s own account, and changes the language it is spoken to in', async () => {
  const answer = await api('account', { locale: 'zh-CN' }, { method: 'PATCH' })
  expect(await answer.json()).toMatchObject({
    account: { id: admin.id, locale: 'zh-CN', roles: ['hq_admin'], sessions: [{ isThis: true }] },
  })
  const password = { current: 'not this one', wanted: 'a new long password' }
  const refused = await api('account/password', password, { method: 'PUT' })
  expect(refused.status).toBe(422)
  expect(await refused.json()).toMatchObject({ errors: [{ field: 'current' }] })
})
