import { env } from 'cloudflare:workers'
import { hashPassword } from 'better-auth/crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { LONGEST_MS, SESSION_COOKIE } from '#functions/staff/identity.ts'
import { aCounter } from '../support/a-counter.ts'
import { fillHub } from '../support/a-hub.ts'
import { asForm, aWorker, NOW } from '../support/a-worker.ts'
import { at, signedIn } from '../support/signed-in.ts'

const PASSWORD = 'correct horse battery'
const html = { Accept: 'text/html' }
const ask = aWorker({})

beforeEach(async () => {
  await fillHub([aCounter()])
})

async function withPassword(email: string, { disabled = false, demo = false } = {}) {
  const id = `stf_${email.split('@')[0]}`
  await env.HUB.batch([
    env.HUB.prepare(
      `INSERT INTO staff (id, name, email, email_verified, locale, grants, version, is_demo, disabled_at, created_at, updated_at)
       VALUES (?1, 'Staff', ?2, 1, 'en', ?5, 1, ?3, ?4, 0, 0)`,
    ).bind(id, email, demo ? 1 : 0, disabled ? 1 : null, JSON.stringify([at('counter', 'HZ-001')])),
    env.HUB.prepare(
      `INSERT INTO staff_accounts (id, account_id, provider_id, user_id, password, created_at, updated_at)
       VALUES (?1, ?2, 'credential', ?2, ?3, 0, 0)`,
    ).bind(`acc_${id}`, id, await hashPassword(PASSWORD)),
  ])
  return id
}

const tryIn = (email: string, password: string, worker = ask) =>
  worker('/desk/sign-in/', { ...asForm({ email, password }), redirect: 'manual' })

const sessionOf = (answer: Response): string | undefined =>
  answer.headers.getSetCookie().find((one) => one.startsWith(`${SESSION_COOKIE}=`))

describe('signing in', () => {
  it('gives a host-bound cookie that no script reads and leads to the desk', async () => {
    await withPassword('li@fixpoint.example')
    const answer = await tryIn('  LI@fixpoint.example ', PASSWORD)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('Location')).toBe('/desk/')
    const cookie = sessionOf(answer)
    for (const part of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax']) {
      expect(cookie).toContain(part)
    }
    const headers = { Cookie: cookie?.split(';')[0] ?? '', ...html }
    expect((await ask('/desk/account/', { headers })).status).toBe(200)
  })

  it('tells a wrong password, an unknown and a disabled account apart by nothing', async () => {
    await withPassword('li@fixpoint.example')
    await withPassword('gone@fixpoint.example', { disabled: true })
    const answers = await Promise.all([
      tryIn('li@fixpoint.example', 'wrong password'),
      tryIn('xu@fixpoint.example', PASSWORD),
      tryIn('gone@fixpoint.example', PASSWORD),
      tryIn('no address', PASSWORD),
    ])
    const told = await Promise.all(
      answers.map(async (answer) => [
        answer.status,
        sessionOf(answer) ?? 'none',
        (await answer.text()).replace(/value="[^"]*@?[^"]*"/g, ''),
      ]),
    )
    expect(told[0]?.slice(0, 2)).toEqual([401, 'none'])
    for (const one of told) expect(one).toEqual(told[0])
    const sessions = await env.HUB.prepare('SELECT count(*) AS n FROM staff_sessions').first('n')
    expect(sessions).toBe(0)
  })

  it('judges no more than ten tries at an account in a quarter of an hour, also at once', async () => {
    await withPassword('li@fixpoint.example')
    const answers = await Promise.all(
      Array.from({ length: 25 }, () => tryIn('li@fixpoint.example', 'wrong password')),
    )
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 401)).toHaveLength(10)
    expect(statuses.filter((status) => status === 429)).toHaveLength(15)
    expect((await tryIn('li@fixpoint.example', PASSWORD)).status).toBe(429)
    const later = aWorker({ now: () => NOW + 16 * 60_000 })
    expect((await tryIn('li@fixpoint.example', PASSWORD, later)).status).toBe(303)
  })

  it('opens a locked account again with a new password', async () => {
    const id = await withPassword('li@fixpoint.example')
    for (let place = 0; place < 11; place += 1) await tryIn('li@fixpoint.example', 'wrong password')
    expect((await tryIn('li@fixpoint.example', PASSWORD)).status).toBe(429)
    const { cookie } = await signedIn([at('outlet_manager', 'HZ-001')], { key: 'manager' })
    const headers = { ...html, Cookie: cookie }
    const renewed = await ask(`/desk/staff/${id}/password`, asForm({ version: '1' }, headers))
    const [drawn] = /\b[a-z2-9]{5}(?:-[a-z2-9]{5}){3}\b/.exec(await renewed.text()) ?? []
    expect((await tryIn('li@fixpoint.example', drawn ?? '')).status).toBe(303)
  })

  it('locks an account that does not exist just the same', async () => {
    for (let i = 0; i < 10; i++) await tryIn('xu@fixpoint.example', 'wrong password')
    expect((await tryIn('xu@fixpoint.example', 'wrong password')).status).toBe(429)
  })

  it('lets a demo account in on a demonstration only', async () => {
    await withPassword('demo@fixpoint.example', { demo: true })
    expect((await tryIn('demo@fixpoint.example', PASSWORD)).status).toBe(401)
    const demonstration = aWorker({ vars: { ENVIRONMENT: 'development' } })
    expect((await tryIn('demo@fixpoint.example', PASSWORD, demonstration)).status).toBe(303)
  })

  it.each([
    ['//evil.example', '/desk/'],
    ['https://evil.example', '/desk/'],
    ['/desk//evil.example', '/desk/'],
    ['/repairs/', '/desk/'],
    ['/desk/board/?outlet=HZ-001', '/desk/board/?outlet=HZ-001'],
  ])('leads from next=%s to %s', async (next, place) => {
    await withPassword('li@fixpoint.example')
    const form = asForm({ email: 'li@fixpoint.example', password: PASSWORD, next })
    const answer = await ask('/desk/sign-in/', { ...form, redirect: 'manual' })
    expect(answer.headers.get('Location')).toBe(place)
  })
})

describe('a session', () => {
  const account = (cookie: string, worker = ask) =>
    worker('/desk/account/', { headers: { Cookie: cookie, ...html }, redirect: 'manual' })

  it('leads who has none to the sign-in, and back to where they were going', async () => {
    const answer = await ask('/desk/account/?x=1', { headers: html, redirect: 'manual' })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('Location')).toBe('/desk/sign-in/?next=%2Fdesk%2Faccount%2F%3Fx%3D1')
  })

  it('is none when its signature is another', async () => {
    const { cookie } = await signedIn([at('counter', 'HZ-001')])
    expect((await account(cookie)).status).toBe(200)
    expect((await account(`${cookie.slice(0, -6)}AAA%3D`)).status).toBe(303)
  })

  it('is over after the longest time, however busy', async () => {
    const { cookie } = await signedIn([at('counter', 'HZ-001')], { since: NOW - LONGEST_MS + 1 })
    expect((await account(cookie)).status).toBe(200)
    const late = aWorker({ now: () => NOW + 2 })
    expect((await account(cookie, late)).status).toBe(303)
  })

  it('is over with the request after its account is disabled', async () => {
    const { id, cookie } = await signedIn([at('counter', 'HZ-001')])
    expect((await account(cookie)).status).toBe(200)
    await env.HUB.prepare('UPDATE staff SET disabled_at = 1 WHERE id = ?1').bind(id).run()
    expect((await account(cookie)).status).toBe(303)
  })

  it('ends where one signs out, and everywhere else on one’s word', async () => {
    const { id, cookie } = await signedIn([at('counter', 'HZ-001')])
    await env.HUB.prepare(
      `INSERT INTO staff_sessions (id, token, user_id, expires_at, created_at, updated_at)
       SELECT 'ses_other', 'other', user_id, expires_at, created_at, updated_at FROM staff_sessions`,
    ).run()
    const count = () =>
      env.HUB.prepare('SELECT count(*) AS n FROM staff_sessions WHERE user_id = ?1')
        .bind(id)
        .first('n')
    const send = (path: string) =>
      ask(path, { ...asForm({}, { Cookie: cookie }), redirect: 'manual' })
    await send('/desk/account/sign-out-others')
    expect(await count()).toBe(1)
    expect((await account(cookie)).status).toBe(200)
    await send('/desk/account/sign-out')
    expect(await count()).toBe(0)
    expect((await account(cookie)).status).toBe(303)
  })

  it('speaks the person’s language, whatever the browser asks for', async () => {
    const { cookie } = await signedIn([at('counter', 'HZ-001')], { locale: 'zh-CN' })
    const answer = await account(cookie)
    expect(answer.headers.get('Content-Language')).toBe('zh-CN')
    expect(await answer.text()).toContain('退出登录')
  })
})

describe('a new password', () => {
  it('takes the old one, twelve letters, and ends the other sessions', async () => {
    await withPassword('li@fixpoint.example')
    const cookie = sessionOf(await tryIn('li@fixpoint.example', PASSWORD))?.split(';')[0] ?? ''
    const other = sessionOf(await tryIn('li@fixpoint.example', PASSWORD))?.split(';')[0] ?? ''
    const change = (current: string, wanted: string) =>
      ask('/desk/account/password', {
        ...asForm({ current, wanted }, { Cookie: cookie }),
        redirect: 'manual',
      })
    expect((await change('wrong', 'a new long password')).status).toBe(422)
    expect((await change(PASSWORD, 'short')).status).toBe(422)
    expect((await change(PASSWORD, 'a new long password')).status).toBe(303)
    expect((await tryIn('li@fixpoint.example', PASSWORD)).status).toBe(401)
    expect((await tryIn('li@fixpoint.example', 'a new long password')).status).toBe(303)
    const headers = { ...html, Cookie: other }
    expect((await ask('/desk/account/', { headers, redirect: 'manual' })).status).toBe(303)
  })
})
