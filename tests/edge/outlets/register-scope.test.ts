import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Grant } from '#domain/staff/staff.ts'
import { aCounter } from '../support/a-counter.ts'
import { countOf, fillHub } from '../support/a-hub.ts'
import { asJson, aWorker } from '../support/a-worker.ts'
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
