import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { spellCode } from '#domain/identifiers/crockford.ts'
import { aCounter, aMailInCentre, aRequest } from '../support/a-counter.ts'
import { fillHub } from '../support/a-hub.ts'
import { asForm, asJson, aWorker } from '../support/a-worker.ts'
import { at, everywhere, type SignedInStaff, signedIn } from '../support/signed-in.ts'
import { booked, receive, step } from './a-found-phone.ts'

const log: string[] = []
const ask = aWorker({ log })
const IMEI = '490154203237518'
let counter: SignedInStaff
let code: string

beforeEach(async () => {
  await fillHub([
    aCounter(),
    aCounter({ code: 'SZ-001', regionId: 'cn-guangdong' }),
    aMailInCentre(),
  ])
  counter = await signedIn([at('counter', 'HZ-001')])
  code = await booked(ask)
  await receive(code, IMEI)
  log.length = 0
})

const find = (q: string, as: SignedInStaff = counter, outlet = '') =>
  ask('/desk/find/', { ...asForm({ q, outlet }, { Cookie: as.cookie }), redirect: 'manual' })

const opened = async (q: string, as?: SignedInStaff, outlet?: string) => {
  const answer = await find(q, as, outlet)
  return answer.status === 303 ? answer.headers.get('Location') : answer.status
}

const page = () => `/desk/repairs/${code}/`

describe('a single hit is opened', () => {
  it.each([
    ['the ticket code', () => spellCode(code).toLowerCase()],
    ['the full IMEI', () => IMEI],
    ['the end of the IMEI', () => '237518'],
    ['the full phone', () => '138 0013 8000'],
    ['the end of the phone', () => '8000'],
    ['the beginning of the name', () => 'demo c'],
  ])('by %s', async (_, typed) => {
    expect(await opened(typed())).toBe(page())
  })

  it('by the number of a parcel, in and out, however it is spaced', async () => {
    const { outletCode: _o, startsAt: _s, ...mailIn } = aRequest()
    const answer = await ask('/api/v1/repairs', asJson(mailIn))
    const { repair } = (await answer.json()) as { repair: { code: string } }
    const posted = repair.code.replaceAll('-', '')
    await step(posted, { type: 'post', courier: 'sf', tracking: 'SF1234567890' })
    const centre = await signedIn([at('bench', 'HZ-900')], { key: 'bench' })
    expect(await opened('sf 1234 567 890', centre)).toBe(`/desk/repairs/${posted}/`)
    expect(await opened('SF1234567891', centre)).toBe(200)
  })

  it('by a scanned code in the address, and nothing else is taken from there', async () => {
    const get = (q: string) =>
      ask(`/desk/find/?q=${encodeURIComponent(q)}`, {
        headers: { Cookie: counter.cookie },
        redirect: 'manual',
      })
    expect((await get(spellCode(code))).headers.get('Location')).toBe(page())
    const typed = await get('13800138000')
    expect([typed.status, typed.headers.get('Location')]).toEqual([303, '/desk/find/'])
  })
})

describe('a corrected contact', () => {
  const correct = (contact: object) =>
    step(
      code,
      { type: 'correct', field: 'contact', value: null, reason: 'typing_error' },
      { personal: { contact } },
    )

  it('is found by the new name and not by the old one', async () => {
    await correct({ name: '王小明' })
    expect(await opened('王小')).toBe(page())
    expect(await opened('demo')).toBe(200)
    await correct({ name: 'Demo Again' })
    expect(await opened('demo')).toBe(page())
    expect(await opened('王')).toBe(200)
  })

  it('is found by the new phone and not by the old one', async () => {
    await correct({ phone: { dial: '+8613900139001', display: '139 0013 9001' } })
    expect(await opened('13900139001')).toBe(page())
    expect(await opened('9001')).toBe(page())
    expect(await opened('13800138000')).toBe(200)
    expect(await opened('8000')).toBe(200)
  })
})

describe('several hits', () => {
  it('are listed with masked names and numbers, the open one first', async () => {
    const second = await booked(ask, { name: 'Demo Second' })
    await step(second, { type: 'cancel', proof: null })
    const html = await (await find('13800138000')).text()
    expect(html.indexOf(spellCode(code))).toBeGreaterThan(0)
    expect(html.indexOf(spellCode(second))).toBeGreaterThan(html.indexOf(spellCode(code)))
    expect(html).toContain('Demo S.')
    expect(html).toContain('138****8000')
    expect(html).not.toContain('Demo Second')
  })

  it('show no end of a number that nobody looked for: it opens the customer’s own page', async () => {
    await booked(ask, { name: 'Demo Second' })
    const html = await (await find('Demo')).text()
    expect(html).toContain(spellCode(code))
    expect(html).not.toContain('8000')
  })

  it('are told as JSON', async () => {
    const second = await booked(ask)
    const answer = await ask('/api/v1/desk/find', {
      ...asJson({ q: '13800138000' }),
      headers: { 'Content-Type': 'application/json', Cookie: counter.cookie },
    })
    const { repairs, lookedForAs } = (await answer.json()) as {
      repairs: { code: string; customer: object }[]
      lookedForAs: string[]
    }
    expect(repairs.map((one) => one.code).sort()).toEqual([code, second].map(spellCode).sort())
    expect(repairs[0]?.customer).toEqual({ name: 'Demo C.', phone: '138****8000' })
    expect(lookedForAs).toContain('phone')
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
  })
})

describe('scope', () => {
  const typedOf = () => [spellCode(code), IMEI, '237518', '13800138000', '8000', 'demo']

  it('hides what lies at an outlet that somebody doesn’t work for, by any key', async () => {
    const elsewhere = await signedIn([at('counter', 'SZ-001')], { key: 'elsewhere' })
    for (const typed of typedOf()) {
      const answer = await find(typed, elsewhere, 'HZ-001')
      expect([typed, answer.status]).toEqual([typed, 200])
      expect(await answer.text()).not.toContain('/desk/repairs/')
    }
  })

  it.each([
    ['an agent', everywhere('agent')],
    ['HQ quality', everywhere('hq_quality')],
    [
      'the manager of the region',
      { role: 'regional_manager', scope: { kind: 'region', region: 'cn-zhejiang' } } as const,
    ],
  ])('lets %s find it', async (_, grant) => {
    const wide = await signedIn([grant], { key: 'wide' })
    for (const typed of typedOf()) expect(await opened(typed, wide, 'HZ-001')).toBe(page())
  })

  it('hides it from the manager of another region', async () => {
    const grant = { role: 'regional_manager', scope: { kind: 'region', region: 'cn-guangdong' } }
    const manager = await signedIn([grant as never], { key: 'wide' })
    for (const typed of typedOf()) expect(await opened(typed, manager, 'HZ-001')).toBe(200)
  })

  it('asks whoever has no outlet of their own which one the last digits are looked for at', async () => {
    const agent = await signedIn([everywhere('agent')], { key: 'agent' })
    expect(await (await find('8000', agent)).text()).toContain('add its code')
  })

  it('finds a phone that was sent on at both outlets', async () => {
    await step(code, { type: 'send_on', outlet: 'SZ-001', carrier: 'sf' })
    const there = await signedIn([at('bench', 'SZ-001')], { key: 'there' })
    for (const typed of ['8000', IMEI]) {
      expect(await opened(typed)).toBe(page())
      expect(await opened(typed, there)).toBe(page())
    }
  })

  it('is not for a role that searches nothing', async () => {
    const supply = await signedIn([everywhere('hq_supply')], { key: 'supply' })
    expect((await find('8000', supply)).status).toBe(403)
    const api = await ask('/api/v1/desk/find', {
      ...asJson({ q: '8000' }),
      headers: { 'Content-Type': 'application/json', Cookie: supply.cookie },
    })
    expect(api.status).toBe(403)
  })
})

describe('what was searched', () => {
  it('is in the access log by its kind, and nowhere by its words', async () => {
    await find('13800138000')
    await find('demo customer')
    const { results } = await env.HUB.prepare(
      `SELECT subject, staff_id, act FROM access_log WHERE subject = ?1 ORDER BY act`,
    )
      .bind(`staff/${counter.id}`)
      .all()
    const row = { subject: `staff/${counter.id}`, staff_id: counter.id }
    expect(results).toEqual([
      { ...row, act: 'searched_name' },
      { ...row, act: 'searched_parcel' },
      { ...row, act: 'searched_phone' },
    ])
    expect(log.join('\n')).not.toMatch(/138|demo/i)
  })

  it('comes back in the box when nothing is found, and says what it was taken for', async () => {
    const html = await (await find('490154203237519')).text()
    expect(html).toContain('value="490154203237519"')
    expect(html).toContain('IMEI with a typing error')
    const nothing = await (await find('"><script>')).text()
    expect(nothing).not.toContain('<script>')
  })
})
