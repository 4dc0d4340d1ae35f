import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { spellCode } from '#domain/identifiers/crockford.ts'
import { bucketOfTicket, issueTicketCode } from '#domain/identifiers/ticket-code.ts'
import type { Grant } from '#domain/staff/staff.ts'
import { seededRandom } from '#scripts/demo/seeded-random.ts'
import { aCounter, aMailInCentre } from '../support/a-counter.ts'
import { fillHub } from '../support/a-hub.ts'
import { asForm, asJson, aWorker } from '../support/a-worker.ts'
import { at, signedIn } from '../support/signed-in.ts'
import { booked, receive } from './a-found-phone.ts'

const ask = aWorker()
const PHONE = '13800138000'
const IMEI = '490154203237518'
const TRACKING = 'SF1234567890'
/** More than one query answers. */
const FOREIGN = 70
let own: string

/** Another row of a table like that of a code, for so many codes more. */
async function copied(table: string, code: string, codes: readonly string[]): Promise<void> {
  const row = await env.HUB.prepare(`SELECT * FROM ${table} WHERE code = ?1`)
    .bind(code)
    .first<Record<string, string | number | null>>()
  if (!row) throw new Error(`nothing of ${code} in ${table}`)
  const columns = Object.keys(row)
  const marks = columns.map((_, place) => `?${place + 1}`).join(', ')
  const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks})`
  await env.HUB.batch(
    codes.map((other) =>
      env.HUB.prepare(sql).bind(
        ...columns.map((column) => (column === 'code' ? other : (row[column] ?? null))),
      ),
    ),
  )
}

beforeEach(async () => {
  await fillHub([
    aCounter(),
    aCounter({ code: 'SZ-001', regionId: 'cn-guangdong' }),
    aMailInCentre(),
  ])
  const foreign = await booked(ask, { phone: PHONE })
  await receive(foreign, IMEI)
  own = await booked(ask, { phone: PHONE, outletCode: 'SZ-001' })
  await receive(own, IMEI)
  const random = seededRandom('scope')
  const more = Array.from({ length: FOREIGN }, () =>
    issueTicketCode(bucketOfTicket(foreign), () => random.between(0, 255)),
  )
  for (const table of ['repairs', 'repairs_private']) await copied(table, foreign, more)
  await env.HUB.batch([
    env.HUB.prepare(
      `INSERT INTO device_ids (id_hash, code, received_at)
       SELECT device_ids.id_hash, value, device_ids.received_at FROM device_ids CROSS JOIN json_each(?2) WHERE device_ids.code = ?1`,
    ).bind(foreign, JSON.stringify(more)),
    env.HUB.prepare(
      `INSERT INTO parcels (tracking, code) SELECT ?1, value FROM json_each(?2)`,
    ).bind(TRACKING, JSON.stringify([...more, own])),
  ])
})

const SCOPES: readonly (readonly [string, Grant])[] = [
  ['an outlet', at('bench', 'SZ-001')],
  ['a region', { role: 'regional_manager', scope: { kind: 'region', region: 'cn-guangdong' } }],
]

describe.each(SCOPES)('somebody of %s among many phones elsewhere', (_, grant) => {
  it.each([
    ['phone', PHONE],
    ['imei', IMEI],
    ['last six digits', IMEI.slice(-6)],
    ['parcel', TRACKING],
  ])('finds the one of their own by %s, and nothing of the others', async (_kind, q) => {
    const { cookie } = await signedIn([grant])
    const answer = await ask('/api/v1/desk/find', {
      ...asJson({ q }),
      headers: { 'Content-Type': 'application/json', Cookie: cookie },
    })
    const found = (await answer.json()) as { repairs: { code: string }[]; isCut: boolean }
    expect(found.repairs.map(({ code }) => code)).toEqual([spellCode(own)])
    expect(found.isCut).toBe(false)
    const page = await ask('/desk/find/', {
      ...asForm({ q }, { Cookie: cookie }),
      redirect: 'manual',
    })
    expect(page.headers.get('Location')).toBe(`/desk/repairs/${own}/`)
  })
})

it('says that there are more to whoever may see them', async () => {
  const { cookie } = await signedIn([at('bench', 'HZ-001')])
  const answer = await ask('/api/v1/desk/find', {
    ...asJson({ q: PHONE }),
    headers: { 'Content-Type': 'application/json', Cookie: cookie },
  })
  const found = (await answer.json()) as { repairs: object[]; isCut: boolean }
  expect([found.repairs.length, found.isCut]).toEqual([20, true])
})
