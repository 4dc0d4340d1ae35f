import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Grant } from '#domain/staff/staff.ts'
import { aCounter, aRequest, DAYTIME, TOMORROW_AT_TEN } from '../support/a-counter.ts'
import { countOf, fillHub } from '../support/a-hub.ts'
import { asForm, asJson, aWorker, indexFile } from '../support/a-worker.ts'
import { at, everywhere, type SignedInStaff, signedIn } from '../support/signed-in.ts'

const outlets = [
  aCounter({ hoursText: 'Mo-Su 09:00-18:00' }),
  aCounter({ code: 'HZ-002', name: { en: 'West Lake Counter', 'zh-CN': '西湖服务点' } }),
  aCounter({ code: 'SZ-001', regionId: 'cn-guangdong' }),
]
const ask = aWorker({ files: { '/data/outlets/index.json': indexFile(outlets, 3) } })
const inZhejiang: Grant = {
  role: 'regional_manager',
  scope: { kind: 'region', region: 'cn-zhejiang' },
}

beforeEach(async () => {
  await fillHub(outlets)
})

const as = ({ cookie }: SignedInStaff, init: RequestInit = {}): RequestInit => ({
  redirect: 'manual',
  ...init,
  headers: { Accept: 'text/html', ...(init.headers as Record<string, string>), Cookie: cookie },
})

const post = (who: SignedInStaff, path: string, fields: Readonly<Record<string, string>>) =>
  ask(path, as(who, asForm(fields)))

const row = (code = 'HZ-001') =>
  env.HUB.prepare('SELECT * FROM outlets WHERE code = ?1')
    .bind(code)
    .first<Record<string, unknown>>()

const events = async (subject = 'outlet/HZ-001') =>
  (
    await env.HUB.prepare('SELECT type, version, data FROM events WHERE subject = ?1')
      .bind(subject)
      .all()
  ).results

const DETAILS = {
  ...{ version: '1', nameEn: 'Hangzhou Demo Service Centre 1', nameZh: '杭州演示服务中心1' },
  ...{ kind: 'customer_service_centre', position: '30.27415, 120.15515', contacts: '' },
  ...{ addressEn: '1 Demo Road', phones: '', languages: 'zh-CN', stepFree: '' },
  ...{ service_repair: 'done', service_one_hour: 'done', service_software_update: 'done' },
  ...{ family: 'phone', counterSeats: '5', benches: '2', lastIntakeMinutes: '' },
}
const edit = (who: SignedInStaff, change: Readonly<Record<string, string>>) =>
  post(who, '/desk/outlets/HZ-001/edit/', { ...DETAILS, commandId: 'e', ...change })

describe('the outlets of a scope', () => {
  const codes = async (who: SignedInStaff, query = '') => {
    const page = await (await ask(`/desk/outlets/${query}`, as(who))).text()
    return [...page.matchAll(/\/desk\/outlets\/([A-Z]{2}-\d{3})\//g)].map(([, code]) => code)
  }

  it('are those of the region, of the named outlets, or all', async () => {
    expect(await codes(await signedIn([inZhejiang]))).toEqual(['HZ-001', 'HZ-002'])
    expect(await codes(await signedIn([at('outlet_manager', 'SZ-001')]))).toEqual(['SZ-001'])
    expect(await codes(await signedIn([everywhere('hq_quality')]))).toEqual([
      ...['HZ-001', 'HZ-002', 'SZ-001'],
    ])
  })

  it('are found by how code or name begins, in either language and case', async () => {
    const admin = await signedIn([everywhere('hq_admin')])
    expect(await codes(admin, '?q=sz')).toEqual(['SZ-001'])
    expect(await codes(admin, '?q=west%20LAKE')).toEqual(['HZ-002'])
    expect(await codes(admin, `?q=${encodeURIComponent('西湖')}`)).toEqual(['HZ-002'])
    const manager = await signedIn([at('outlet_manager', 'HZ-001')])
    expect(await codes(manager, '?q=west')).toEqual([])
  })

  it('show nothing of an outlet that is out of scope, as if it were not there', async () => {
    const manager = await signedIn([at('outlet_manager', 'HZ-001')])
    expect((await ask('/desk/outlets/HZ-001/', as(manager))).status).toBe(200)
    expect((await ask('/desk/outlets/hz-001/', as(manager))).status).toBe(200)
    for (const path of ['HZ-002/', 'HZ-002/hours/', 'XX-999/']) {
      expect((await ask(`/desk/outlets/${path}`, as(manager))).status, path).toBe(404)
    }
    expect((await ask('/desk/outlets/HZ-001/edit/', as(manager))).status).toBe(403)
    const counter = await signedIn([at('counter', 'HZ-001')])
    expect((await ask('/desk/outlets/', as(counter))).status).toBe(403)
  })
})

describe('editing an outlet', () => {
  it('shows what would change before it does, and changes nothing by showing it', async () => {
    const regional = await signedIn([inZhejiang])
    const form = await (await ask('/desk/outlets/HZ-001/edit/', as(regional))).text()
    expect(form).toContain('value="Hangzhou Demo Service Centre 1"')
    const answer = await edit(regional, {
      intent: 'preview',
      benches: '3',
      phones: '0571-88888888',
    })
    expect(answer.status).toBe(200)
    const page = await answer.text()
    const table = page.slice(page.indexOf('data-differences'), page.indexOf('</table>'))
    expect(table).toContain('Benches')
    expect(table).toContain('0571')
    expect(table).not.toContain('Counter seats')
    expect(page).toContain('name="benches" value="3"')
    expect((await row())?.['version']).toBe(1)
  })

  it('saves what was looked at, with an event that names the fields and holds no value', async () => {
    const regional = await signedIn([inZhejiang])
    const change = { intent: 'save', counterSeats: '4', phones: '0571-88888888' }
    const intake = { lastIntakeMinutes: '60', floorEn: 'Floor 2' }
    const answer = await edit(regional, { ...change, ...intake })
    expect(answer.status).toBe(303)
    const { changed_seq: seq, hours, ...outlet } = (await row()) ?? {}
    expect(outlet).toMatchObject({
      ...{ version: 2, counter_seats: 4, last_intake_minutes: 60, floor_en: 'Floor 2' },
      ...{ floor_zh: 'Floor 2', phones: expect.stringContaining('+8657188888888') },
    })
    expect(seq).toBe(4)
    expect(JSON.parse(String(hours))).toEqual({ ...DAYTIME, lastIntakeMinutes: 60 })
    const fields = ['floor', 'phones', 'counterSeats', 'lastIntakeMinutes']
    expect(await events()).toEqual([
      { type: 'outlet.changed', version: 2, data: JSON.stringify({ fields }) },
    ])
  })

  it('tells who comes second what it is now, with everything typed still there', async () => {
    const regional = await signedIn([inZhejiang])
    await edit(regional, { intent: 'save', counterSeats: '4' })
    const late = await edit(regional, { intent: 'save', benches: '3', commandId: 'late' })
    expect(late.status).toBe(409)
    const page = await late.text()
    expect(page).toContain('name="version" value="2"')
    expect(page).toContain('name="benches" value="3"')
    expect(page.slice(page.indexOf('data-differences'))).toContain('Counter seats')
    expect((await row())?.['benches']).toBe(2)
  })

  it('names each field that can’t be taken and keeps what was typed', async () => {
    const regional = await signedIn([inZhejiang])
    const wrong = { nameEn: '', nameZh: '', counterSeats: '-1', phones: 'call <me>' }
    const answer = await edit(regional, { intent: 'preview', ...wrong })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    for (const field of ['nameEn', 'counterSeats', 'phones']) {
      expect(page).toContain(`href="#${field}"`)
    }
    expect(page).toContain('call &lt;me&gt;')
  })

  it('changes nothing out of scope', async () => {
    const regional = await signedIn([inZhejiang])
    const form = { ...DETAILS, intent: 'save', benches: '9', commandId: 'x' }
    expect((await post(regional, '/desk/outlets/SZ-001/edit/', form)).status).toBe(404)
    expect(await countOf('events')).toBe(0)
  })
})

const WEEK = Object.fromEntries(
  Array.from({ length: 7 }, (_, day) => [`day${day}`, day < 6 ? '10:00-19:00' : '']),
)

describe('hours', () => {
  const save = (who: SignedInStaff, change: Readonly<Record<string, string>> = {}) =>
    post(who, '/desk/outlets/HZ-001/hours/', {
      ...{ ...WEEK, version: '1', commandId: 'h', intent: 'save', holidays: 'as_week' },
      ...change,
    })

  it('are edited by the outlet’s manager, written as text and compiled at once', async () => {
    const manager = await signedIn([at('outlet_manager', 'HZ-001')])
    const form = await (await ask('/desk/outlets/HZ-001/hours/', as(manager))).text()
    expect(form).toContain('value="09:00-18:00"')
    const special = { date0: '2026-11-19', hours0: '', date1: '2026-11-20', hours1: '9:00-11:00' }
    expect((await save(manager, special)).status).toBe(303)
    const outlet = await row()
    expect(outlet).toMatchObject({
      hours_text: 'Mo-Sa 10:00-19:00; 2026 Nov 19 off; 2026 Nov 20 09:00-11:00',
      hours_checked_on: '2026-11-18',
    })
    expect(JSON.parse(String(outlet?.['hours']))).toMatchObject({
      week: [...Array.from({ length: 6 }, () => [[600, 1140]]), []],
      days: { '2026-11-19': [], '2026-11-20': [[540, 660]] },
      ...{ zone: 'Asia/Shanghai', lastIntakeMinutes: 30, untilBecause: 'horizon' },
    })
    const slots = await ask('/api/v1/outlets/HZ-001/slots?service=repair')
    const offered = (await slots.json()) as { slots: { startsAt: string }[] }
    const days = new Set(offered.slots.map(({ startsAt }) => startsAt.slice(0, 10)))
    expect([days.has('2026-11-19'), days.has('2026-11-20')]).toEqual([false, true])
  })

  it('are looked at before they are saved, day by day', async () => {
    const manager = await signedIn([at('outlet_manager', 'HZ-001')])
    const page = await (await save(manager, { intent: 'preview' })).text()
    expect(page).toContain('Mo-Sa 10:00-19:00')
    expect(page).toMatch(/Sun<\/th><td>.*09:00-18:00.*closed/s)
    expect((await row())?.['version']).toBe(1)
  })

  it('refuse what nobody can read, and openings past midnight beside holiday hours', async () => {
    const manager = await signedIn([at('outlet_manager', 'HZ-001')])
    const unread = await save(manager, { day2: 'from nine' })
    expect(unread.status).toBe(422)
    expect(await unread.text()).toContain('value="from nine"')
    const night = await save(manager, { day2: '18:00-02:00', holidays: 'closed' })
    expect(night.status).toBe(422)
    expect((await save(manager, { day2: '18:00-02:00' })).status).toBe(303)
  })

  it('that somebody wrote by hand are shown, with the week they come to', async () => {
    await fillHub([aCounter({ hoursText: 'Apr-Sep Mo-Su 09:00-18:00' })])
    const manager = await signedIn([at('outlet_manager', 'HZ-001')])
    const page = await (await ask('/desk/outlets/HZ-001/hours/', as(manager))).text()
    expect(page).toContain('written by hand')
    expect(page).toContain('Apr-Sep Mo-Su 09:00-18:00')
    expect(page).toContain('value="09:00-18:00"')
  })
})

describe('staff away', () => {
  const away = (who: SignedInStaff, fields: Readonly<Record<string, string>>) =>
    post(who, '/desk/outlets/HZ-001/absences', {
      ...{ date: '2026-11-19', seatsAway: '0', benchesAway: '0', commandId: crypto.randomUUID() },
      ...fields,
    })
  const freeAtTen = async (service: string) => {
    const answer = await ask(`/api/v1/outlets/HZ-001/slots?service=${service}`)
    const { slots } = (await answer.json()) as { slots: { startsAt: string; free: number }[] }
    return slots.find(({ startsAt }) => Date.parse(startsAt) === TOMORROW_AT_TEN)?.free
  }
  const hold = (service: string) =>
    ask(
      '/api/v1/holds',
      asJson({
        ...{ outletCode: 'HZ-001', service },
        startsAt: new Date(TOMORROW_AT_TEN).toISOString(),
      }),
    )

  it('lower what that day offers, and what can be taken of it', async () => {
    const manager = await signedIn([at('outlet_manager', 'HZ-001')])
    expect(await freeAtTen('repair')).toBe(5)
    expect((await away(manager, { seatsAway: '4', benchesAway: '2' })).status).toBe(303)
    expect(await freeAtTen('repair')).toBe(1)
    expect(await freeAtTen('one_hour')).toBe(0)
    expect((await hold('one_hour')).status).toBe(409)
    expect((await hold('repair')).status).toBe(201)
    expect((await hold('repair')).status).toBe(409)
    const page = await (await ask('/desk/outlets/HZ-001/', as(manager))).text()
    expect(page).toContain('seats fewer: 4, benches fewer: 2')
  })

  it('leave what is booked, and give back what they took when they return', async () => {
    const manager = await signedIn([at('outlet_manager', 'HZ-001')])
    for (const phone of ['13800138000', '13800138001']) {
      const contact = { name: 'Demo', phone, locale: 'en' }
      expect((await ask('/api/v1/bookings', asJson(aRequest({ contact })))).status).toBe(201)
    }
    expect((await away(manager, { seatsAway: '4' })).status).toBe(303)
    expect(await freeAtTen('repair')).toBe(0)
    expect((await hold('repair')).status).toBe(409)
    expect(await countOf('bookings')).toBe(2)
    expect((await away(manager, { seatsAway: '0' })).status).toBe(303)
    expect(await countOf('absences')).toBe(0)
    expect(await freeAtTen('repair')).toBe(3)
    expect((await events('absences/HZ-001')).map(({ version }) => version)).toEqual([1, 2])
  })

  it('are no more than there are, on a day to come, and the manager’s to say', async () => {
    const manager = await signedIn([at('outlet_manager', 'HZ-001')])
    expect((await away(manager, { seatsAway: '6' })).status).toBe(422)
    expect((await away(manager, { seatsAway: '1', date: '2026-11-17' })).status).toBe(422)
    const other = await signedIn([at('outlet_manager', 'HZ-002')], { key: 'other' })
    expect((await away(other, { seatsAway: '1' })).status).toBe(404)
    const counter = await signedIn([at('counter', 'HZ-001')], { key: 'counter' })
    expect((await away(counter, { seatsAway: '1' })).status).toBe(403)
  })
})

describe('stopping an outlet’s work', () => {
  const stop = (who: SignedInStaff, fields: Readonly<Record<string, string>>, code = 'HZ-001') =>
    post(who, `/desk/outlets/${code}/operation`, { version: '1', commandId: 's', ...fields })

  it('asks first and counts the visits that it leaves without a counter', async () => {
    const admin = await signedIn([everywhere('hq_admin')])
    expect((await ask('/api/v1/bookings', asJson(aRequest()))).status).toBe(201)
    const page = async (fields: Readonly<Record<string, string>>) =>
      await (await stop(admin, fields)).text()
    expect(await page({ act: 'close' })).toContain('data-visits="1"')
    const before = { act: 'suspend', from: '2026-11-18', until: '2026-11-19' }
    expect(await page(before)).toContain('data-visits="0"')
    expect(await page({ ...before, until: '2026-11-20' })).toContain('data-visits="1"')
    expect(await countOf('bookings')).toBe(1)
    expect((await row())?.['operation']).toBe('open')
  })

  it('suspends with a reason, resumes, and closes for good', async () => {
    const admin = await signedIn([everywhere('hq_admin')])
    const suspend = { act: 'suspend', until: '2026-12-01', reasonZh: '漏水', intent: 'go' }
    expect((await stop(admin, suspend)).status).toBe(303)
    expect(await row()).toMatchObject({ operation: 'suspended', suspension_reason_en: '漏水' })
    expect((await stop(admin, { act: 'resume', version: '2' })).status).toBe(303)
    const close = { act: 'close', on: '2026-11-18', intent: 'go', version: '3' }
    expect((await stop(admin, close)).status).toBe(303)
    expect(await row()).toMatchObject({ operation: 'closed', closed_on: '2026-11-18' })
    expect((await events()).map(({ type }) => type)).toEqual([
      ...['outlet.suspended', 'outlet.resumed', 'outlet.closed'],
    ])
    expect(JSON.stringify(await events())).not.toContain('漏水')
  })

  it('is for those above: a regional manager suspends, HQ alone closes', async () => {
    const regional = await signedIn([inZhejiang])
    expect((await stop(regional, { act: 'suspend', intent: 'go' })).status).toBe(303)
    const close = { act: 'close', intent: 'go', version: '2' }
    expect((await stop(regional, close)).status).toBe(403)
    expect((await stop(regional, { act: 'suspend', intent: 'go' }, 'SZ-001')).status).toBe(404)
    const manager = await signedIn([at('outlet_manager', 'HZ-001')], { key: 'manager' })
    expect((await stop(manager, { act: 'suspend', intent: 'go' })).status).toBe(403)
  })

  it('refuses an end before the beginning, a closing to come, and a second desk', async () => {
    const admin = await signedIn([everywhere('hq_admin')])
    const wrong = { act: 'suspend', from: '2026-12-02', until: '2026-12-01', intent: 'go' }
    expect((await stop(admin, wrong)).status).toBe(422)
    expect((await stop(admin, { act: 'close', on: '2026-12-01', intent: 'go' })).status).toBe(422)
    expect((await stop(admin, { act: 'suspend', intent: 'go' })).status).toBe(303)
    const late = await stop(admin, { act: 'close', intent: 'go', commandId: 'late' })
    expect(late.status).toBe(409)
  })
})

describe('a new outlet', () => {
  const NEW = {
    ...{ code: 'hz-100', kind: 'customer_service_centre', nameZh: '新网点', addressZh: '新路1号' },
    ...{ regionId: 'cn-zhejiang-hangzhou', position: '30.25, 120.16', zone: 'Asia/Shanghai' },
    ...{ commandId: 'n' },
  }

  it('gets a plaque code of its own and can be found at once', async () => {
    const regional = await signedIn([inZhejiang])
    const answer = await post(regional, '/desk/new-outlet/', NEW)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('Location')).toBe('/desk/outlets/HZ-100/edit/')
    expect(await row('HZ-100')).toMatchObject({
      ...{ version: 1, changed_seq: 4, name_en: '新网点', ownership: 'owned', operation: 'open' },
      plaque_code: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{9}$/),
    })
    expect((await ask('/api/v1/outlets/HZ-100')).status).toBe(200)
    expect((await events('outlet/HZ-100')).map(({ type }) => type)).toEqual(['outlet.registered'])
  })

  it('is refused under a code that is taken, outside the scope, and half filled in', async () => {
    const regional = await signedIn([inZhejiang])
    const make = (change: Readonly<Record<string, string>>) =>
      post(regional, '/desk/new-outlet/', { ...NEW, commandId: crypto.randomUUID(), ...change })
    expect((await make({ code: 'HZ-001' })).status).toBe(409)
    expect((await make({ regionId: 'cn-guangdong' })).status).toBe(422)
    expect((await make({ regionId: 'cn-nowhere' })).status).toBe(422)
    expect((await make({ partnerId: 'nobody' })).status).toBe(422)
    const half = await make({ position: 'here', code: 'verify' })
    expect(half.status).toBe(422)
    expect(await half.text()).toContain('value="here"')
    expect(await countOf('outlets')).toBe(3)
  })
})
