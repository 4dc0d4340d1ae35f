import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Grant } from '#domain/staff/staff.ts'
import { aCounter, TOMORROW_AT_TEN } from '../support/a-counter.ts'
import { countOf, fillHub } from '../support/a-hub.ts'
import { asForm, asJson, aWorker } from '../support/a-worker.ts'
import { everywhere, signedIn } from '../support/signed-in.ts'

const ask = aWorker()
const NEW = {
  ...{ code: 'HZ-777', name: { en: 'Official Fix', 'zh-CN': '官方维修' }, lat: 30.25, lon: 120.16 },
  ...{
    kind: 'customer_service_centre',
    address: { en: 'a', 'zh-CN': '甲' },
    zone: 'Asia/Shanghai',
  },
  ...{ regionId: 'cn-zhejiang-hangzhou', ownership: 'authorised', partnerId: 'p-own' },
}
const OWNED = { ownership: 'owned', partnerId: null }
const manager = (scope: Grant['scope']): Grant => ({ role: 'regional_manager', scope })
const OF_PARTNER = manager({ kind: 'partner', partner: 'p-own' })
const OF_REGION = manager({ kind: 'region', region: 'cn-zhejiang' })

beforeEach(async () => {
  await fillHub([aCounter()])
  await env.HUB.prepare(
    `INSERT INTO partners (id, name_en, name_zh) VALUES ('p-own', 'p', 'p'), ('p-other', 'p', 'p')`,
  ).run()
})

async function register(grants: readonly Grant[], change: object = {}) {
  const { cookie } = await signedIn(grants)
  const headers = { 'Content-Type': 'application/json', Cookie: cookie }
  const answer = await ask('/api/v1/desk/outlets', { ...asJson({ ...NEW, ...change }), headers })
  const { code = null } = (await answer.json()) as { code?: string }
  return { status: answer.status, code, outlets: await countOf('outlets') }
}

const refused = { status: 422, code: 'unknown_place', outlets: 1 }

describe('an outlet is registered by who holds its region and its partner both', () => {
  it.each([
    ['a partner’s manager in a region that isn’t theirs', [OF_PARTNER], {}],
    ['a region’s manager in another firm’s name', [OF_REGION], {}],
    [
      'a region’s manager of a partner in that of another',
      [OF_REGION, OF_PARTNER],
      { partnerId: 'p-other' },
    ],
    ['both, beyond the region', [OF_REGION, OF_PARTNER], { regionId: 'cn-guangdong' }],
    ['a partner’s manager as one of the house', [OF_PARTNER], OWNED],
  ] as const)('not by %s', async (_, grants, change) => {
    expect(await register(grants, change)).toEqual(refused)
  })

  it.each([
    ['who holds both', [OF_REGION, OF_PARTNER], {}],
    ['a region’s manager where no partner runs it', [OF_REGION], OWNED],
    [
      'the head office',
      [everywhere('hq_admin')],
      { regionId: 'cn-guangdong', partnerId: 'p-other' },
    ],
  ] as const)('by %s', async (_, grants, change) => {
    expect(await register(grants, change)).toMatchObject({ status: 200, outlets: 2 })
  })
})

describe('an outlet that the field has registered', () => {
  const qualification = () =>
    env.HUB.prepare(`SELECT qualification FROM outlets WHERE code = 'HZ-777'`).first(
      'qualification',
    )
  const confirmedBy = async (cookie: string, version = 1) => {
    const headers = { 'Content-Type': 'application/json', Cookie: cookie }
    const answer = await ask('/api/v1/desk/outlets/HZ-777/confirm', {
      ...asJson({}),
      headers: { ...headers, 'If-Match': `"${version}"` },
    })
    return answer.status
  }
  const hold = async () => {
    const startsAt = new Date(TOMORROW_AT_TEN).toISOString()
    const wish = { outletCode: 'HZ-777', startsAt, service: 'repair' }
    const answer = await ask('/api/v1/holds', asJson(wish))
    return ((await answer.json()) as { code?: string }).code
  }

  it('belongs to the network once the head office says so, and not before', async () => {
    await register([OF_REGION, OF_PARTNER])
    expect([await qualification(), await hold()]).toEqual(['disqualified', 'outlet_disqualified'])
    const { cookie } = await signedIn([everywhere('hq_admin')], { key: 'hq' })
    const page = await ask('/desk/outlets/HZ-777/', {
      headers: { Cookie: cookie, Accept: 'text/html' },
    })
    expect(await page.text()).toContain('action="/desk/outlets/HZ-777/confirm"')
    expect(await confirmedBy(cookie, 2)).toBe(409)
    expect(await confirmedBy(cookie)).toBe(200)
    expect(await qualification()).toBe('qualified')
    expect(await hold()).not.toBe('outlet_disqualified')
    expect(await confirmedBy(cookie, 2)).toBe(409)
    const { results } = await env.HUB.prepare(
      `SELECT type, data FROM events WHERE subject = 'outlet/HZ-777' ORDER BY version`,
    ).all()
    expect(results[1]).toEqual({ type: 'outlet.confirmed', data: '{"since":"2026-11-18"}' })
  })

  it('is confirmed by its form too, once however often that is sent', async () => {
    await register([OF_REGION], OWNED)
    const { cookie } = await signedIn([everywhere('hq_admin')], { key: 'hq' })
    const send = () =>
      ask('/desk/outlets/HZ-777/confirm', {
        ...asForm({ version: '1', commandId: 'once' }, { Cookie: cookie }),
        redirect: 'manual',
      })
    for (const answer of [await send(), await send()]) {
      expect([answer.status, answer.headers.get('Location')]).toEqual([
        303,
        '/desk/outlets/HZ-777/',
      ])
    }
    expect(await qualification()).toBe('qualified')
  })

  it('is confirmed by nobody of the field', async () => {
    await register([OF_REGION, OF_PARTNER])
    for (const [key, grant] of [
      ['regional', OF_REGION],
      ['part', { role: 'hq_admin', scope: OF_REGION.scope } as const],
      ['quality', everywhere('hq_quality')],
    ] as const) {
      const { cookie } = await signedIn([grant], { key })
      expect([key, await confirmedBy(cookie)]).toEqual([key, 403])
    }
    expect(await qualification()).toBe('disqualified')
  })

  it('needs no second word where the head office registers it itself', async () => {
    await register([everywhere('hq_admin')])
    expect(await qualification()).toBe('qualified')
  })
})
