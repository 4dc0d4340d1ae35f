import { env } from 'cloudflare:workers'
import { hashPassword } from 'better-auth/crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Grant } from '#domain/staff/staff.ts'
import { capabilities } from '#functions/http/app.ts'
import { aCounter } from '../support/a-counter.ts'
import { fillHub } from '../support/a-hub.ts'
import { asForm, asJson, aWorker } from '../support/a-worker.ts'
import { at, everywhere, type SignedInStaff, signedIn } from '../support/signed-in.ts'

const ask = aWorker()
const html = { Accept: 'text/html' }
const GIVEN = 'given by somebody else'
const inZhejiang: Grant = {
  role: 'regional_manager',
  scope: { kind: 'region', region: 'cn-zhejiang' },
}

beforeEach(async () => {
  await fillHub([aCounter(), aCounter({ code: 'HZ-002' })])
})

const versionOf = (id: string) =>
  env.HUB.prepare('SELECT version FROM staff WHERE id = ?1').bind(id).first<number>('version')

async function act(who: SignedInStaff, id: string, action: 'enable' | 'disable' | 'password') {
  const headers = { 'Content-Type': 'application/json', Cookie: who.cookie }
  return await ask(`/api/v1/desk/staff/${id}/${action}`, {
    ...asJson({}),
    headers: { ...headers, 'If-Match': `"${await versionOf(id)}"` },
  })
}

describe('letting somebody in again', () => {
  const people: Readonly<Record<string, Grant>> = {
    hq: everywhere('hq_admin'),
    hq2: everywhere('hq_admin'),
    region: inZhejiang,
    manager: at('outlet_manager', 'HZ-001'),
    manager2: at('outlet_manager', 'HZ-001'),
    wider: at('outlet_manager', 'HZ-001', 'HZ-002'),
  }

  it.each([
    ['hq', { hq: 200, hq2: 200, region: 403, manager: 403, wider: 403 }],
    ['region', { hq: 200, region: 200, manager: 403, wider: 403 }],
    ['manager', { hq: 200, region: 200, manager: 200, manager2: 200, wider: 200 }],
    ['wider', { hq: 200, region: 200, wider: 200, manager: 403 }],
  ] as const)('whom %s disabled is for them and those above', async (by, wanted) => {
    const staff: Record<string, SignedInStaff> = {}
    for (const [key, grant] of Object.entries(people)) staff[key] = await signedIn([grant], { key })
    const { id } = await signedIn([at('counter', 'HZ-001')], { key: 'counter' })
    for (const [key, status] of Object.entries(wanted)) {
      expect((await act(staff[by] as SignedInStaff, id, 'disable')).status).toBe(200)
      const answer = await act(staff[key] as SignedInStaff, id, 'enable')
      expect([key, answer.status]).toEqual([key, status])
      if (status === 200) continue
      expect(await answer.json()).toMatchObject({ code: 'disabled_above' })
      expect((await act(staff[by] as SignedInStaff, id, 'enable')).status).toBe(200)
    }
  })

  it('is for an administrator where who did it looks after nobody any more, or isn’t known', async () => {
    const hq = await signedIn([everywhere('hq_admin')], { key: 'hq' })
    const manager = await signedIn([at('outlet_manager', 'HZ-001')], { key: 'manager' })
    const gone = await signedIn([at('outlet_manager', 'HZ-001')], { key: 'gone' })
    const { id } = await signedIn([at('counter', 'HZ-001')], { key: 'counter' })
    for (const change of [
      `UPDATE staff SET grants = '[]' WHERE id = '${gone.id}'`,
      `UPDATE staff SET disabled_by = NULL WHERE id = '${id}'`,
    ]) {
      await env.HUB.prepare(`UPDATE staff SET grants = ?2 WHERE id = ?1`)
        .bind(gone.id, JSON.stringify([at('outlet_manager', 'HZ-001')]))
        .run()
      await act(gone, id, 'disable')
      await env.HUB.prepare(change).run()
      expect((await act(manager, id, 'enable')).status).toBe(403)
      expect((await act(hq, id, 'enable')).status).toBe(200)
    }
  })

  it('keeps who disabled through a new password and a change of roles', async () => {
    const hq = await signedIn([everywhere('hq_admin')], { key: 'hq' })
    const manager = await signedIn([at('outlet_manager', 'HZ-001')], { key: 'manager' })
    const { id } = await signedIn([at('counter', 'HZ-001')], { key: 'counter' })
    await act(hq, id, 'disable')
    await act(manager, id, 'password')
    expect((await act(manager, id, 'enable')).status).toBe(403)
  })
})

describe('a password that somebody else gave', () => {
  let manager: SignedInStaff
  let li: SignedInStaff

  beforeEach(async () => {
    manager = await signedIn([at('outlet_manager', 'HZ-001')], { key: 'manager' })
    li = await signedIn([at('counter', 'HZ-001')], { key: 'li' })
    await env.HUB.prepare(
      `INSERT INTO staff_accounts (id, account_id, provider_id, user_id, password, created_at, updated_at)
       VALUES ('acc_li', ?1, 'credential', ?1, ?2, 0, 0)`,
    )
      .bind(li.id, await hashPassword(GIVEN))
      .run()
    await env.HUB.prepare('UPDATE staff SET must_change_password = 1 WHERE id = ?1')
      .bind(li.id)
      .run()
  })

  const look = (path: string, who = li) =>
    ask(path, { headers: { ...html, Cookie: who.cookie }, redirect: 'manual' })
  const change = (wanted: string) =>
    ask('/desk/account/password', {
      ...asForm({ current: GIVEN, wanted }, { ...html, Cookie: li.cookie }),
      redirect: 'manual',
    })

  it('is what an invitation and a new password leave behind', async () => {
    const mustChange = (id: string) =>
      env.HUB.prepare('SELECT must_change_password AS must FROM staff WHERE id = ?1')
        .bind(id)
        .first('must')
    const invited = await ask('/api/v1/desk/staff', {
      ...asJson({ name: 'Xu', email: 'xu@fixpoint.example', grants: [at('counter', 'HZ-001')] }),
      headers: { 'Content-Type': 'application/json', Cookie: manager.cookie },
    })
    const { account } = (await invited.json()) as { account: { id: string } }
    expect(await mustChange(account.id)).toBe(1)
    await env.HUB.prepare('UPDATE staff SET must_change_password = 0').run()
    await act(manager, account.id, 'password')
    expect(await mustChange(account.id)).toBe(1)
  })

  it('leads from every page to one’s account, which says why', async () => {
    const answer = await look('/desk/')
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/desk/account/'])
    const page = await look('/desk/account/')
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('Somebody else gave you the password you have.')
  })

  it('opens no route of staff but those of one’s account', async () => {
    const routes = capabilities.flat().filter(({ audience }) => audience === 'staff')
    const shut = routes.filter(({ permission }) => permission !== 'account.own')
    expect(shut.length).toBeGreaterThan(80)
    for (const { method, path } of shut) {
      const address = path.replaceAll(/\{[^}]+\}/g, 'x')
      const answer = await ask(address, { method, headers: { Cookie: li.cookie } })
      const { code } = (await answer.json()) as { code: string }
      expect([method, path, answer.status, code]).toEqual([method, path, 403, 'password_given'])
    }
  })

  it('says so to a form, in words', async () => {
    const form = asForm({ q: 'x' }, { ...html, Cookie: li.cookie })
    const answer = await ask('/desk/find/', { ...form, redirect: 'manual' })
    expect(answer.status).toBe(403)
    expect(await answer.text()).toContain('Choose a password of your own first')
  })

  it('is no longer one once it is another, and then everything opens', async () => {
    const same = await change(GIVEN)
    expect(same.status).toBe(422)
    expect(await same.text()).toContain('The new password is the one you have.')
    expect((await look('/desk/')).status).toBe(303)
    const other = await change('chosen by myself alone')
    expect([other.status, other.headers.get('Location')]).toEqual([303, '/desk/'])
    expect((await look('/desk/')).headers.get('Location')).not.toBe('/desk/account/')
    expect(await (await look('/desk/account/')).text()).not.toContain('Somebody else gave you')
  })

  it('lets one sign out and read in one’s language all the same', async () => {
    const send = (path: string, fields = {}) =>
      ask(path, { ...asForm(fields, { Cookie: li.cookie }), redirect: 'manual' })
    expect((await send('/desk/account/language', { locale: 'zh-CN' })).status).toBe(303)
    expect(await (await look('/desk/account/')).text()).toContain('您现在的密码由他人提供')
    expect((await send('/desk/account/sign-out')).headers.get('Location')).toBe('/desk/sign-in/')
  })
})
