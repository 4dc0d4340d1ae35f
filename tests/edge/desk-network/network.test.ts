import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { TEMPLATES } from '#domain/messages/templates.ts'
import type { Grant } from '#domain/staff/staff.ts'
import { aCounter, aRequest } from '../support/a-counter.ts'
import { countOf, fillHub } from '../support/a-hub.ts'
import { asForm, asJson, aWorker, NOW } from '../support/a-worker.ts'
import { at, everywhere, type SignedInStaff, signedIn } from '../support/signed-in.ts'

const built = (stamp: object) => ({ '/data/build.json': JSON.stringify(stamp) })
const ask = aWorker({})
const inZhejiang: Grant = {
  role: 'regional_manager',
  scope: { kind: 'region', region: 'cn-zhejiang' },
}

beforeEach(async () => {
  await fillHub([aCounter(), aCounter({ code: 'SZ-001', regionId: 'cn-guangdong' })])
})

const as = ({ cookie }: SignedInStaff, init: RequestInit = {}): RequestInit => ({
  redirect: 'manual',
  ...init,
  headers: { Accept: 'text/html', ...(init.headers as Record<string, string>), Cookie: cookie },
})
const post = (
  who: SignedInStaff,
  path: string,
  fields: Readonly<Record<string, string>>,
  worker = ask,
) => worker(path, as(who, asForm({ commandId: crypto.randomUUID(), ...fields })))
const typesOf = async (subject: string) =>
  (
    await env.HUB.prepare('SELECT type FROM events WHERE subject LIKE ?1 ORDER BY version')
      .bind(subject)
      .all<{ type: string }>()
  ).results.map(({ type }) => type)

describe('messages', () => {
  /** A visit booked at each outlet; the first message of HZ-001's has failed. */
  async function aFailure() {
    for (const outletCode of ['HZ-001', 'SZ-001']) {
      const booked = await ask('/api/v1/bookings', asJson(aRequest({ outletCode })))
      expect(booked.status).toBe(201)
    }
    await env.HUB.prepare(
      `UPDATE outbox SET state = 'dead', due_at = NULL, attempts = 8, last_error = 'timeout',
         finished_at = ?1 WHERE subject = (SELECT 'repair/' || code FROM repairs WHERE home_outlet = 'HZ-001')`,
    )
      .bind(NOW)
      .run()
    const row = await env.HUB.prepare(
      `SELECT subject, version, template FROM outbox WHERE state = 'dead'`,
    ).first<{ subject: string; version: number; template: string }>()
    if (!row) throw new Error('nothing failed')
    return { ...row, code: row.subject.slice('repair/'.length) }
  }
  const listed = async (who: SignedInStaff, state: string) => {
    const answer = await ask(`/api/v1/desk/messages?state=${state}`, as(who))
    return ((await answer.json()) as { messages: { outlet: string }[] }).messages
  }

  it('that failed or wait are listed by outlet, without a word or a number', async () => {
    const { template } = await aFailure()
    const agent = await signedIn([everywhere('agent')])
    const page = await (await ask('/desk/messages/?state=dead', as(agent))).text()
    expect(page).toContain(template)
    expect(page).toContain('timeout')
    expect(page).not.toMatch(/13800138000|138 0013|Demo Customer/)
    expect(page).not.toContain('Try again')
    expect((await listed(agent, 'waiting')).map(({ outlet }) => outlet)).toEqual(['SZ-001'])
    const manager = await signedIn([at('outlet_manager', 'SZ-001')], { key: 'sz' })
    expect(await listed(manager, 'dead')).toEqual([])
    const regional = await signedIn([inZhejiang], { key: 'zj' })
    expect((await listed(regional, 'dead')).map(({ outlet }) => outlet)).toEqual(['HZ-001'])
    const counter = await signedIn([at('counter', 'HZ-001')], { key: 'counter' })
    expect((await ask('/desk/messages/', as(counter))).status).toBe(403)
  })

  it('that failed are put back once, by whoever may at that outlet', async () => {
    const { code: _, ...message } = await aFailure()
    const fields = { ...message, version: String(message.version) }
    const other = await signedIn([at('outlet_manager', 'SZ-001')], { key: 'sz' })
    expect((await post(other, '/desk/messages/retry', fields)).status).toBe(404)
    const agent = await signedIn([everywhere('agent')], { key: 'agent' })
    expect((await post(agent, '/desk/messages/retry', fields)).status).toBe(403)
    const manager = await signedIn([at('outlet_manager', 'HZ-001')])
    expect((await post(manager, '/desk/messages/retry', fields)).status).toBe(303)
    expect((await post(manager, '/desk/messages/retry', fields)).status).toBe(409)
    const row = await env.HUB.prepare(
      'SELECT state, attempts, due_at FROM outbox WHERE subject = ?1',
    )
      .bind(message.subject)
      .first()
    expect(row).toEqual({ state: 'waiting', attempts: 0, due_at: NOW })
    expect(await typesOf('message/%')).toEqual(['message.retried'])
  })

  it('can all be read beforehand in both languages, Chinese ones within a text message', async () => {
    const manager = await signedIn([at('outlet_manager', 'HZ-001')])
    const page = await (await ask('/desk/messages/templates/', as(manager))).text()
    for (const template of Object.keys(TEMPLATES)) expect(page).toContain(`id="${template}"`)
    expect(page).not.toMatch(/\{\w+\}/)
    expect(page).not.toContain('network-fault')
  })
})

const NOTICE = {
  ...{ kind: 'weather', textEn: 'Typhoon: closed today', textZh: '台风：今日休息' },
  ...{ from: '2026-11-18T08:00', until: '2026-11-19T08:00' },
}

describe('service notices', () => {
  it('are put up by the network’s clock and taken back, each with an event without words', async () => {
    const quality = await signedIn([everywhere('hq_quality')])
    expect((await post(quality, '/desk/notices/', NOTICE)).status).toBe(303)
    const notice = await env.HUB.prepare('SELECT * FROM notices').first<{ id: string }>()
    expect(notice).toMatchObject({
      ...{ version: 1, text_zh: '台风：今日休息', from_at: Date.UTC(2026, 10, 18) },
    })
    const page = await (await ask('/desk/notices/', as(quality))).text()
    expect(page).toContain('Typhoon: closed today')
    expect(page).toContain('runs')
    const path = `/desk/notices/${notice?.id}/withdraw`
    expect((await post(quality, path, { version: '2' })).status).toBe(409)
    expect((await post(quality, path, { version: '1' })).status).toBe(303)
    expect((await post(quality, path, { version: '2' })).status).toBe(409)
    expect(await typesOf('notice/%')).toEqual(['notice.published', 'notice.withdrawn'])
    const { results } = await env.HUB.prepare('SELECT data FROM events').all()
    expect(JSON.stringify(results)).not.toMatch(/Typhoon|台风/)
  })

  it('come back with what was typed when they end before they begin or lack a language', async () => {
    const quality = await signedIn([everywhere('hq_quality')])
    const wrong = { ...NOTICE, textZh: '', until: '2026-11-18T07:00' }
    const answer = await post(quality, '/desk/notices/', wrong)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('href="#textZh"')
    expect(page).toContain('href="#until"')
    expect(page).toContain('Typhoon: closed today')
    const over = { ...NOTICE, from: '2026-11-16T08:00', until: '2026-11-17T08:00' }
    expect((await post(quality, '/desk/notices/', over)).status).toBe(422)
  })

  it('are put up once by a form, also where its words were changed before it was sent again', async () => {
    const quality = await signedIn([everywhere('hq_quality')])
    const sent = (commandId: string, textEn: string) =>
      post(quality, '/desk/notices/', { ...NOTICE, commandId, textEn })
    expect((await sent('form-1', 'Typhoon')).status).toBe(303)
    const changed = await sent('form-1', 'Storm')
    expect(changed.status).toBe(422)
    expect(await changed.text()).toContain('name="commandId" value="form-1"')
    expect((await sent('form-1', 'Storm')).status).toBe(422)
    expect(await countOf('notices')).toBe(1)
    expect(await (await ask('/desk/notices/', as(quality))).text()).not.toContain('"form-1"')
  })

  it('are nobody’s at an outlet or in a region', async () => {
    for (const grant of [at('outlet_manager', 'HZ-001'), inZhejiang]) {
      const who = await signedIn([grant])
      expect((await post(who, '/desk/notices/', NOTICE)).status).toBe(403)
    }
    const scope = { kind: 'region', region: 'cn-zhejiang' } as const
    const regional = await signedIn([{ role: 'hq_quality', scope }])
    expect((await post(regional, '/desk/notices/', NOTICE)).status).toBe(403)
    expect(await countOf('notices')).toBe(0)
  })

  it('go through the API with instants and versions', async () => {
    const quality = await signedIn([everywhere('hq_quality')])
    const body = {
      ...{ kind: 'recall', text: { en: 'Recall of F2', 'zh-CN': 'F2 召回' } },
      ...{ fromAt: '2026-11-18T08:00:00+08:00', untilAt: '2026-12-18T08:00:00+08:00' },
    }
    const made = await ask('/api/v1/desk/notices', as(quality, asJson(body)))
    expect(made.status).toBe(200)
    expect(made.headers.get('ETag')).toBe('"1"')
    const { notice } = (await made.json()) as { notice: { id: string } }
    const list = await ask('/api/v1/desk/notices', as(quality))
    expect(await list.json()).toMatchObject({ notices: [{ id: notice.id }], nextCursor: null })
    const path = `/api/v1/desk/notices/${notice.id}/withdraw`
    expect((await ask(path, as(quality, { method: 'POST' }))).status).toBe(428)
    const headers = { 'If-Match': '"1"' }
    const gone = await ask(path, as(quality, { method: 'POST', headers }))
    expect(await gone.json()).toMatchObject({ notice: { version: 2 } })
  })
})

describe('the public site', () => {
  const HOOK = 'https://hook.example/build?secret'
  const takenAt = new Date(NOW - 60_000).toISOString()
  const worker = (now = NOW) =>
    aWorker({
      files: built({ seq: 1, day: '2026-11-18', takenAt }),
      vars: { DEPLOY_HOOK_URL: HOOK },
      now: () => now,
    })

  it('says what changed since it was built', async () => {
    const admin = await signedIn([everywhere('hq_admin')])
    await post(admin, '/desk/notices/', NOTICE)
    const page = await (await worker()('/desk/site/', as(admin))).text()
    const changes = page.slice(page.indexOf('data-changes'))
    expect(changes).toContain('SZ-001')
    expect(changes).not.toContain('HZ-001')
    expect(changes).toContain('Weather')
    expect(page).not.toContain('hook.example')
  })

  it('is built anew by one POST to the hook, at most once a minute', async () => {
    const admin = await signedIn([everywhere('hq_admin')])
    const called = vi
      .spyOn(globalThis, 'fetch')
      .mockResolvedValue(new Response('building', { status: 202 }))
    try {
      const answer = await post(admin, '/desk/site/rebuild', {}, worker())
      expect(answer.status).toBe(303)
      expect(called.mock.calls.map(([url, init]) => [url, init?.method])).toEqual([[HOOK, 'POST']])
      expect((await post(admin, '/desk/site/rebuild', {}, worker(NOW + 30_000))).status).toBe(429)
      expect(called).toHaveBeenCalledTimes(1)
      expect((await post(admin, '/desk/site/rebuild', {}, worker(NOW + 61_000))).status).toBe(303)
      called.mockResolvedValue(new Response('', { status: 500 }))
      const failed = await post(admin, '/desk/site/rebuild', {}, worker(NOW + 130_000))
      expect(failed.status).toBe(502)
      expect(await failed.text()).toContain('did not take it')
    } finally {
      called.mockRestore()
    }
    const page = await (await worker(NOW + 140_000)('/desk/site/', as(admin))).text()
    expect(page).toContain('by Staff one')
  })

  it('is nobody’s to rebuild but an administrator’s of the whole network', async () => {
    const scope = { kind: 'region', region: 'cn-zhejiang' } as const
    const regional = await signedIn([{ role: 'hq_admin', scope }])
    expect((await post(regional, '/desk/site/rebuild', {}, worker())).status).toBe(403)
    const quality = await signedIn([everywhere('hq_quality')])
    expect((await post(quality, '/desk/site/rebuild', {}, worker())).status).toBe(403)
    const admin = await signedIn([everywhere('hq_admin')])
    expect((await post(admin, '/desk/site/rebuild', {})).status).toBe(503)
  })
})

describe('partners and regions', () => {
  it('are registered and renamed, with events that hold no name', async () => {
    const admin = await signedIn([everywhere('hq_admin')])
    const partner = { act: 'register', id: 'west-lake', nameEn: 'West Lake Repairs' }
    expect((await post(admin, '/desk/partners/', partner)).status).toBe(303)
    expect((await post(admin, '/desk/partners/', partner)).status).toBe(409)
    const renamed = { act: 'rename', id: 'west-lake', nameEn: 'West Lake', nameZh: '西湖' }
    expect((await post(admin, '/desk/partners/', renamed)).status).toBe(303)
    expect(await env.HUB.prepare('SELECT * FROM partners').first()).toEqual({
      ...{ id: 'west-lake', name_en: 'West Lake', name_zh: '西湖' },
    })
    expect(await typesOf('partner/%')).toEqual(['partner.registered', 'partner.renamed'])
    const page = await (await ask('/desk/partners/', as(admin))).text()
    expect(page).toContain('value="西湖"')
  })

  it('lead to the name that can’t be used, and say what was saved', async () => {
    const admin = await signedIn([everywhere('hq_admin')])
    const partner = { act: 'register', id: 'west-lake', nameEn: 'West Lake Repairs' }
    const saved = await post(admin, '/desk/partners/', partner)
    const address = saved.headers.get('Location') ?? ''
    expect(await (await ask(address, as(admin))).text()).toContain('It is saved.')
    const nameless = { act: 'rename', id: 'west-lake', nameEn: '', nameZh: '' }
    const answer = await post(admin, '/desk/partners/', nameless)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('href="#nameEn-west-lake"')
    expect(page).toMatch(/id="nameEn-west-lake"[^>]*aria-invalid="true"/)
    expect(page).not.toMatch(/id="nameEn"[^>]*aria-invalid/)
    expect(page).not.toContain('It is saved.')
  })

  it('hang below one another, level by level', async () => {
    const admin = await signedIn([everywhere('hq_admin')])
    const make = (id: string, parentId: string) =>
      post(admin, `/desk/regions/?in=${parentId}`, { act: 'register', id, nameZh: id, parentId })
    expect((await make('cn-zhejiang-ningbo', 'cn-zhejiang')).status).toBe(303)
    const row = await env.HUB.prepare(
      `SELECT * FROM regions WHERE id = 'cn-zhejiang-ningbo'`,
    ).first()
    expect(row).toMatchObject({ parent_id: 'cn-zhejiang', level: 'city', country_code: 'CN' })
    expect((await make('ningbo', 'cn-zhejiang')).status).toBe(422)
    expect((await make('cn-zhejiang-ningbo', 'cn-zhejiang')).status).toBe(409)
    expect((await make('cn-nowhere-x', 'cn-nowhere')).status).toBe(404)
    const page = await (await ask('/desk/regions/?in=cn-zhejiang', as(admin))).text()
    expect(page).toContain('cn-zhejiang-hangzhou')
    expect(page).toContain('cn-zhejiang-ningbo')
    const top = await (await ask('/desk/regions/', as(admin))).text()
    expect(top).toContain('?in=cn"')
  })

  it('are for HQ alone', async () => {
    const regional = await signedIn([inZhejiang])
    for (const path of ['/desk/partners/', '/desk/regions/']) {
      expect((await ask(path, as(regional))).status).toBe(403)
    }
  })
})

describe('the API of outlets', () => {
  const send = (who: SignedInStaff, method: string, path: string, body: unknown, version = '1') => {
    const init = asJson(body)
    const headers = { ...(init.headers as Record<string, string>), 'If-Match': `"${version}"` }
    return ask(path, as(who, { ...init, method, headers }))
  }

  it('changes the named details, hours and operation, each for a seen version', async () => {
    const admin = await signedIn([everywhere('hq_admin')])
    const path = '/api/v1/desk/outlets/HZ-001'
    const details = { counterSeats: 4, phones: ['0571-8888 8888'] }
    const changed = await send(admin, 'PATCH', path, { details })
    expect(changed.headers.get('ETag')).toBe('"2"')
    expect(await changed.json()).toMatchObject({ outlet: { version: 2, details } })
    expect((await send(admin, 'PATCH', path, { details: { benches: 1 } })).status).toBe(409)
    const week = Array.from({ length: 7 }, () => '10:00-19:00')
    const hours = { week, holidays: '', special: { '2026-12-24': '' } }
    const open = await send(admin, 'PUT', `${path}/hours`, { hours }, '2')
    const text = 'Mo-Su 10:00-19:00; PH off; 2026 Dec 24 off'
    expect(await open.json()).toMatchObject({ outlet: { hours, hoursText: text } })
    const wrong = { hours: { ...hours, week: [...week.slice(1), '19-20'] } }
    expect((await send(admin, 'PUT', `${path}/hours`, wrong, '3')).status).toBe(422)
    const closing = { on: '2026-11-19' }
    expect((await send(admin, 'POST', `${path}/close`, closing, '3')).status).toBe(422)
    const stop = await send(admin, 'POST', `${path}/suspend`, { until: '2026-12-01' }, '3')
    expect(await stop.json()).toMatchObject({ outlet: { operation: 'suspended', version: 4 } })
    const away = await send(admin, 'PUT', `${path}/absences/2026-11-19`, { seats: 1, benches: 0 })
    expect(await away.json()).toEqual({ absence: { date: '2026-11-19', seats: 1, benches: 0 } })
    expect((await ask(`${path}/resume`, as(admin, { method: 'POST' }))).status).toBe(428)
  })

  it('goes through a scope page by page and knows nothing outside it', async () => {
    const admin = await signedIn([everywhere('hq_admin')])
    const page = async (query: string) =>
      (await (await ask(`/api/v1/desk/outlets${query}`, as(admin))).json()) as {
        outlets: { code: string }[]
        nextCursor: string | null
      }
    const first = await page('?limit=1')
    expect(first.outlets.map(({ code }) => code)).toEqual(['HZ-001'])
    const second = await page(`?limit=1&cursor=${first.nextCursor}`)
    expect(second).toMatchObject({ outlets: [{ code: 'SZ-001' }], nextCursor: null })
    const manager = await signedIn([at('outlet_manager', 'HZ-001')], { key: 'm' })
    expect((await ask('/api/v1/desk/outlets/SZ-001', as(manager))).status).toBe(404)
    const details = { details: { benches: 1 } }
    const path = '/api/v1/desk/outlets/HZ-001'
    expect((await send(manager, 'PATCH', path, details)).status).toBe(403)
  })
})
