import { env } from 'cloudflare:workers'
import { verifyPassword } from 'better-auth/crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Grant } from '#domain/staff/staff.ts'
import { aCounter } from '../support/a-counter.ts'
import { countOf, fillHub } from '../support/a-hub.ts'
import { asForm, asJson, aWorker } from '../support/a-worker.ts'
import { at, everywhere, type SignedInStaff, signedIn } from '../support/signed-in.ts'

const html = { Accept: 'text/html' }
const ask = aWorker({})
const inZhejiang: Grant = {
  role: 'regional_manager',
  scope: { kind: 'region', region: 'cn-zhejiang' },
}

beforeEach(async () => {
  await fillHub([
    aCounter(),
    aCounter({ code: 'HZ-002' }),
    aCounter({ code: 'SZ-001', regionId: 'cn-guangdong' }),
  ])
})

const as = ({ cookie }: SignedInStaff, init: RequestInit = {}): RequestInit => ({
  redirect: 'manual',
  ...init,
  headers: { ...html, ...(init.headers as Record<string, string>), Cookie: cookie },
})

const post = (who: SignedInStaff, path: string, fields: Readonly<Record<string, string>>) =>
  ask(path, as(who, asForm(fields)))

const invitation = {
  ...{ name: 'Xu', email: 'Xu@fixpoint.example', locale: 'zh-CN', commandId: 'once' },
  ...{ role: 'counter', scopeKind: 'outlets', scopePlace: 'hz-001' },
}

const grantsOf = async (id: string) =>
  JSON.parse(
    (await env.HUB.prepare('SELECT grants FROM staff WHERE id = ?1').bind(id).first('grants')) ??
      'null',
  )
const eventsOf = async (id: string) =>
  (
    await env.HUB.prepare('SELECT type, data FROM events WHERE subject = ?1 ORDER BY version')
      .bind(`staff/${id}`)
      .all()
  ).results

async function passwordIn(answer: Response): Promise<string> {
  return /data-password[^>]*>([^<]+)</.exec(await answer.text())?.[1] ?? ''
}

const invited = () =>
  env.HUB.prepare(`SELECT id, version FROM staff WHERE email = 'xu@fixpoint.example'`).first<{
    id: string
    version: number
  }>()

describe('inviting', () => {
  it('draws a password that opens the account and is shown once', async () => {
    const manager = await signedIn([at('outlet_manager', 'HZ-001')])
    const answer = await post(manager, '/desk/staff/invite/', invitation)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    const password = await passwordIn(answer)
    expect(password).toMatch(/^[a-z2-9]{5}(-[a-z2-9]{5}){3}$/)
    const hash = await env.HUB.prepare('SELECT password FROM staff_accounts').first<string>(
      'password',
    )
    expect(await verifyPassword({ hash: hash ?? '', password })).toBe(true)
    const again = await post(manager, '/desk/staff/invite/', invitation)
    expect(await again.text()).toContain('shown then')
    expect(await countOf('staff_accounts')).toBe(1)
    const inIt = await ask('/desk/sign-in/', {
      ...asForm({ email: 'xu@fixpoint.example', password }),
      redirect: 'manual',
    })
    expect(inIt.status).toBe(303)
  })

  it('tells in events what may be done where, never who it is, and keeps no password', async () => {
    const manager = await signedIn([at('outlet_manager', 'HZ-001')])
    const password = await passwordIn(await post(manager, '/desk/staff/invite/', invitation))
    const person = await invited()
    expect(await eventsOf(person?.id ?? '')).toEqual([
      {
        type: 'staff.invited',
        data: JSON.stringify({ grants: [at('counter', 'HZ-001')] }),
      },
    ])
    const { results } = await env.HUB.prepare(
      'SELECT data AS text FROM events UNION ALL SELECT answer FROM command_records',
    ).all()
    expect(JSON.stringify(results)).not.toMatch(new RegExp(`Xu|xu@|${password}`))
  })

  it.each([
    ['a role like their own', { role: 'outlet_manager' }],
    ['a place that is not theirs', { scopePlace: 'HZ-002' }],
    ['more places than are theirs', { scopePlace: 'HZ-001 HZ-002' }],
    ['the whole network', { scopeKind: 'network' }],
  ])('lets a manager give nobody %s', async (_, change) => {
    const manager = await signedIn([at('outlet_manager', 'HZ-001')])
    const answer = await post(manager, '/desk/staff/invite/', { ...invitation, ...change })
    expect(answer.status).toBe(403)
    expect(await answer.text()).toContain('Xu@fixpoint.example')
    expect(await countOf('staff')).toBe(1)
  })

  it('lets a regional manager make outlet managers in the region and nowhere else', async () => {
    const regional = await signedIn([inZhejiang])
    const role = 'outlet_manager'
    const there = { ...invitation, role, scopePlace: 'SZ-001', commandId: 'there' }
    expect((await post(regional, '/desk/staff/invite/', there)).status).toBe(403)
    const here = { ...invitation, role }
    expect((await post(regional, '/desk/staff/invite/', here)).status).toBe(200)
  })

  it('refuses a place nobody has heard of, an address that is taken, and half a form', async () => {
    const admin = await signedIn([everywhere('hq_admin')])
    const nowhere = { ...invitation, scopePlace: 'XX-999' }
    expect((await post(admin, '/desk/staff/invite/', nowhere)).status).toBe(422)
    const taken = { ...invitation, email: 'one@fixpoint.example' }
    expect((await post(admin, '/desk/staff/invite/', taken)).status).toBe(409)
    const half = await post(admin, '/desk/staff/invite/', { ...invitation, email: 'xu', role: '' })
    expect(half.status).toBe(422)
    const page = await half.text()
    expect(page).toContain('href="#email"')
    expect(page).toContain('href="#role"')
    expect(page).toContain('value="Xu"')
    expect(await countOf('staff')).toBe(1)
  })

  it('gives one of two who take the same address at once the answer that it is taken', async () => {
    const admin = await signedIn([everywhere('hq_admin')])
    const answers = await Promise.all(
      ['a', 'b', 'c'].map((commandId) =>
        post(admin, '/desk/staff/invite/', { ...invitation, commandId }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    expect(await countOf('staff')).toBe(2)
  })

  it('is no business of the counter', async () => {
    const counter = await signedIn([at('counter', 'HZ-001')])
    expect((await post(counter, '/desk/staff/invite/', invitation)).status).toBe(403)
    expect((await ask('/desk/staff/', as(counter))).status).toBe(403)
  })
})

describe('seeing staff', () => {
  it('shows a manager those with a role at the outlet, an administrator everybody', async () => {
    await signedIn([at('counter', 'HZ-001')], { key: 'here' })
    await signedIn([at('bench', 'HZ-001', 'HZ-002')], { key: 'both' })
    await signedIn([at('counter', 'HZ-002')], { key: 'there' })
    await signedIn([everywhere('agent')], { key: 'agent' })
    const manager = await signedIn([at('outlet_manager', 'HZ-001')])
    const own = await (await ask('/desk/staff/', as(manager))).text()
    for (const key of ['one', 'here', 'both']) expect(own).toContain(`${key}@fixpoint.example`)
    for (const key of ['there', 'agent']) expect(own).not.toContain(`${key}@fixpoint.example`)
    expect((await ask('/desk/staff/stf_there/', as(manager))).status).toBe(404)
    expect((await ask('/desk/staff/stf_here/', as(manager))).status).toBe(200)
    const admin = await signedIn([everywhere('hq_admin')], { key: 'admin' })
    const all = await (await ask('/desk/staff/', as(admin))).text()
    for (const key of ['one', 'here', 'both', 'there', 'agent']) {
      expect(all).toContain(`${key}@fixpoint.example`)
    }
  })

  it('shows a regional manager who works in the region, at an outlet or for a part of it', async () => {
    await signedIn([at('counter', 'HZ-001')], { key: 'here' })
    await signedIn([at('counter', 'SZ-001')], { key: 'away' })
    const city = { kind: 'region', region: 'cn-zhejiang-hangzhou' } as const
    await signedIn([{ role: 'regional_manager', scope: city }], { key: 'city' })
    const country = { kind: 'region', region: 'cn' } as const
    await signedIn([{ role: 'regional_manager', scope: country }], { key: 'country' })
    const regional = await signedIn([inZhejiang])
    const answer = await ask('/api/v1/desk/staff', as(regional))
    const { staff } = (await answer.json()) as { staff: { id: string }[] }
    expect(staff.map(({ id }) => id).sort()).toEqual(['stf_city', 'stf_here', 'stf_one'])
    expect((await ask('/desk/staff/stf_country/', as(regional))).status).toBe(404)
  })

  it('goes through everybody page by page, each once, with no name in an address', async () => {
    for (const key of ['a', 'b', 'c', 'd', 'e']) await signedIn([everywhere('agent')], { key })
    const admin = await signedIn([everywhere('hq_admin')], { key: 'admin' })
    const seen: string[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const path = `/api/v1/desk/staff?limit=2${cursor && `&cursor=${cursor}`}`
      const page = (await (await ask(path, as(admin))).json()) as {
        staff: { id: string }[]
        nextCursor: string | null
      }
      seen.push(...page.staff.map(({ id }) => id))
      cursor = page.nextCursor
      if (cursor) expect(atob(cursor)).toMatch(/^stf_\w+$/)
    }
    expect(seen).toEqual(['stf_a', 'stf_admin', 'stf_b', 'stf_c', 'stf_d', 'stf_e'])
  })
})

describe('changing an account', () => {
  const roles = (who: SignedInStaff, id: string, fields: Readonly<Record<string, string>>) =>
    post(who, `/desk/staff/${id}/roles`, { version: '1', commandId: 'r', ...fields })

  it('adds a role beside those kept, and takes those away that are not', async () => {
    const manager = await signedIn([at('outlet_manager', 'HZ-001')])
    const { id } = await signedIn([at('counter', 'HZ-001')], { key: 'li' })
    const added = { role: 'bench', scopeKind: 'outlets', scopePlace: 'HZ-001' }
    const keep = 'counter outlets HZ-001'
    expect((await roles(manager, id, { keep, ...added })).status).toBe(303)
    expect(await grantsOf(id)).toEqual([at('counter', 'HZ-001'), at('bench', 'HZ-001')])
    const less = { version: '2', keep: 'bench outlets HZ-001', role: '', commandId: 'less' }
    expect((await roles(manager, id, less)).status).toBe(303)
    expect(await grantsOf(id)).toEqual([at('bench', 'HZ-001')])
    expect((await eventsOf(id)).map(({ type }) => type)).toEqual(['staff.granted', 'staff.granted'])
  })

  it('leaves what a manager may not give to those who may', async () => {
    const manager = await signedIn([at('outlet_manager', 'HZ-001')])
    const { id } = await signedIn([at('counter', 'HZ-001'), everywhere('hq_quality')], {
      key: 'li',
    })
    const keep = 'counter outlets HZ-001'
    expect((await roles(manager, id, { keep, role: '' })).status).toBe(403)
    const act = { version: '1', commandId: 'd' }
    expect((await post(manager, `/desk/staff/${id}/disable`, act)).status).toBe(403)
    expect((await post(manager, `/desk/staff/${id}/password`, act)).status).toBe(403)
  })

  it('lets nobody change their own', async () => {
    const admin = await signedIn([everywhere('hq_admin'), everywhere('agent')])
    const keep = 'hq_admin network'
    const answer = await roles(admin, admin.id, { keep, role: '' })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('own account')
  })

  it('tells who comes second what changed, and loses nothing typed', async () => {
    const admin = await signedIn([everywhere('hq_admin')])
    const { id } = await signedIn([at('counter', 'HZ-001')], { key: 'li' })
    const disabling = { version: '1', commandId: 'd' }
    expect((await post(admin, `/desk/staff/${id}/disable`, disabling)).status).toBe(303)
    const added = { role: 'bench', scopeKind: 'outlets', scopePlace: 'HZ-001, HZ-002' }
    const late = await roles(admin, id, { keep: 'counter outlets HZ-001', ...added })
    expect(late.status).toBe(409)
    const page = await late.text()
    expect(page).toContain('lets nobody in')
    expect(page).toContain('value="HZ-001, HZ-002"')
    expect(page).toContain('name="version" value="2"')
  })

  it('lets a disabled person in no more from the next request on', async () => {
    const manager = await signedIn([at('outlet_manager', 'HZ-001')])
    const li = await signedIn([at('counter', 'HZ-001')], { key: 'li' })
    expect((await ask('/desk/account/', as(li))).status).toBe(200)
    const act = { version: '1', commandId: 'd' }
    expect((await post(manager, `/desk/staff/${li.id}/disable`, act)).status).toBe(303)
    expect((await ask('/desk/account/', as(li))).status).toBe(303)
    expect(await countOf('staff_sessions')).toBe(1)
    const back = { version: '2', commandId: 'e' }
    expect((await post(manager, `/desk/staff/${li.id}/enable`, back)).status).toBe(303)
    expect((await eventsOf(li.id)).map(({ type }) => type)).toEqual([
      'staff.disabled',
      'staff.enabled',
    ])
  })

  it('keeps one administrator of the whole network, also when two take each other away at once', async () => {
    const one = await signedIn([everywhere('hq_admin')])
    const two = await signedIn([everywhere('hq_admin')], { key: 'two' })
    const act = { version: '1', commandId: 'd' }
    const answers = await Promise.all([
      post(one, '/desk/staff/stf_two/disable', act),
      post(two, '/desk/staff/stf_one/roles', { ...act, role: '' }),
    ])
    expect(answers.map(({ status }) => status).sort()).toContain(303)
    const left = await env.HUB.prepare(
      `SELECT count(*) AS n FROM staff WHERE disabled_at IS NULL AND grants LIKE '%hq_admin%'`,
    ).first('n')
    expect(left).toBe(1)
  })

  it('draws a new password in place of the old one and signs the person out', async () => {
    const manager = await signedIn([at('outlet_manager', 'HZ-001')])
    await post(manager, '/desk/staff/invite/', invitation)
    const { id = '' } = (await invited()) ?? {}
    const act = { version: '1', commandId: 'p' }
    const password = await passwordIn(await post(manager, `/desk/staff/${id}/password`, act))
    const hash = await env.HUB.prepare('SELECT password FROM staff_accounts').first<string>(
      'password',
    )
    expect(await verifyPassword({ hash: hash ?? '', password })).toBe(true)
  })
})

describe('the API of staff', () => {
  const headers = { 'If-Match': '"1"', 'Idempotency-Key': 'k' }
  const put = (body: unknown): RequestInit => {
    const init = asJson(body)
    const said = { ...(init.headers as Record<string, string>), ...headers }
    return { ...init, method: 'PUT', headers: said }
  }

  it('wants the version that was seen', async () => {
    const admin = await signedIn([everywhere('hq_admin')])
    const { id } = await signedIn([at('counter', 'HZ-001')], { key: 'li' })
    const path = `/api/v1/desk/staff/${id}`
    expect((await ask(`${path}/disable`, as(admin, { method: 'POST' }))).status).toBe(428)
    const grants = [at('bench', 'HZ-002')]
    const changed = await ask(`${path}/grants`, as(admin, put({ grants })))
    expect(changed.status).toBe(200)
    expect(changed.headers.get('ETag')).toBe('"2"')
    expect(await changed.json()).toMatchObject({ account: { id, version: 2, grants } })
    const late = { method: 'POST', headers: { ...headers, 'Idempotency-Key': 'late' } }
    expect((await ask(`${path}/disable`, as(admin, late))).status).toBe(409)
  })

  it('answers an account out of scope as one that is not there', async () => {
    const manager = await signedIn([at('outlet_manager', 'HZ-001')])
    await signedIn([at('counter', 'HZ-002')], { key: 'there' })
    const [there, nobody] = await Promise.all(
      ['stf_there', 'stf_nobody'].map(async (id) => {
        const answer = await ask(`/api/v1/desk/staff/${id}`, as(manager))
        const { requestId: _, ...body } = (await answer.json()) as Record<string, unknown>
        return [answer.status, body]
      }),
    )
    expect(there).toEqual(nobody)
    expect(there?.[0]).toBe(404)
    const disabling = as(manager, { method: 'POST', headers })
    expect((await ask('/api/v1/desk/staff/stf_there/disable', disabling)).status).toBe(404)
  })
})
