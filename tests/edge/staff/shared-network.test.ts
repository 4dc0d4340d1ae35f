import { env } from 'cloudflare:workers'
import { hashPassword } from 'better-auth/crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { countTries } from '#functions/staff/sign-in-tries.ts'
import { aCounter } from '../support/a-counter.ts'
import { countOf, fillHub } from '../support/a-hub.ts'
import { asForm, asJson, aWorker, NOW } from '../support/a-worker.ts'
import { at, type SignedInStaff, signedIn } from '../support/signed-in.ts'
import { theSources } from '../support/the-sources.ts'

const PASSWORD = 'correct horse battery'
const SHOP = '203.0.113.9'
const HOME = '203.0.113.10'
const DAY_MS = 86_400_000
let now = NOW
const ask = aWorker({ now: () => now })
let li: SignedInStaff

beforeEach(async () => {
  now = NOW
  await fillHub([aCounter()])
  li = await signedIn([at('counter', 'HZ-001')], { key: 'li' })
  await env.HUB.prepare(
    `INSERT INTO staff_accounts (id, account_id, provider_id, user_id, password, created_at, updated_at)
     VALUES ('acc_li', ?1, 'credential', ?1, ?2, 0, 0)`,
  )
    .bind(li.id, await hashPassword(PASSWORD))
    .run()
  await env.HUB.prepare(`UPDATE staff SET email = 'li@fixpoint.example'`).run()
})

const tryIn = async (email: string, password: string, client: string) => {
  const form = asForm({ email, password }, { 'CF-Connecting-IP': client })
  const answer = await ask('/desk/sign-in/', { ...form, redirect: 'manual' })
  return { status: answer.status, text: await answer.text() }
}
const enter = async (client: string) =>
  (await tryIn('li@fixpoint.example', PASSWORD, client)).status
const guess = async (email: string, client: string) => await tryIn(email, 'wrong password', client)

/** Wrong tries as the sign-in counts them, without the work of judging each. */
async function guessed(client: string, emails: readonly string[]): Promise<void> {
  for (const email of emails) await countTries({ ...theSources({ now }), client }, email)
}
const guests = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, guest) => `guest${guest}@x.example`)
const often = (email: string, count: number): readonly string[] =>
  Array.from({ length: count }, () => email)

describe('guests on a shop’s network', () => {
  it('don’t use up what the staff there may write', async () => {
    const tight = aWorker({ now: () => now, vars: { RATE_LIMIT_WRITES: '5' } })
    const headers = { 'Content-Type': 'application/json', 'CF-Connecting-IP': SHOP }
    const post = () => tight('/api/v1/bookings', { ...asJson({}), headers })
    const statuses = []
    for (let turn = 0; turn < 7; turn++) statuses.push((await post()).status)
    expect(statuses.slice(5)).toEqual([429, 429])
    const speak = (client: string) =>
      tight('/desk/account/language', {
        ...asForm({ locale: 'en' }, { Cookie: li.cookie, 'CF-Connecting-IP': client }),
        redirect: 'manual',
      })
    expect((await speak(SHOP)).status).toBe(303)
    // Their own limit goes with them, wherever they are.
    for (let turn = 0; turn < 4; turn++) await speak(SHOP)
    expect((await speak(HOME)).status).toBe(429)
  })

  it('don’t use up the sign-in by a minute’s hurry', async () => {
    const tight = aWorker({ now: () => now, vars: { RATE_LIMIT_WRITES: '2' } })
    const form = (email: string, password: string) => ({
      ...asForm({ email, password }, { 'CF-Connecting-IP': SHOP }),
      redirect: 'manual' as const,
    })
    for (let guest = 0; guest < 4; guest++) {
      await tight('/desk/sign-in/', form(`guest${guest}@x.example`, 'wrong password'))
    }
    const answer = await tight('/desk/sign-in/', form('li@fixpoint.example', PASSWORD))
    expect(answer.status).toBe(303)
  })

  it('lock a network out after fifty wrong tries, but one that staff sign in from only after five hundred', async () => {
    expect(await enter(SHOP)).toBe(303)
    for (const client of [SHOP, HOME]) await guessed(client, guests(51))
    expect([await enter(SHOP), await enter(HOME)]).toEqual([303, 429])
    await guessed(SHOP, guests(450))
    expect(await enter(SHOP)).toBe(429)
  }, 60_000)

  it('find a network unknown again two weeks after the last sign-in from it', async () => {
    expect(await enter(SHOP)).toBe(303)
    now += 14 * DAY_MS
    await guessed(SHOP, guests(51))
    expect(await enter(SHOP)).toBe(429)
  })
})

describe('whoever guesses at one account', () => {
  it('locks it for their own network, not for another', async () => {
    await guessed(HOME, often('li@fixpoint.example', 11))
    expect([await enter(HOME), await enter(SHOP)]).toEqual([429, 303])
  })

  it('from many networks locks it for those that nobody signs in from, after fifty', async () => {
    expect(await enter(SHOP)).toBe(303)
    for (const place of [1, 2, 3, 4, 5]) {
      await guessed(`198.51.100.${place}`, often('li@fixpoint.example', 30))
    }
    expect([await enter(HOME), await enter(SHOP)]).toEqual([429, 303])
    now += 16 * 60_000
    expect(await enter(HOME)).toBe(303)
  })

  it('learns nothing of whether it exists, neither before the lock nor behind it', async () => {
    const [real, none]: string[][] = [[], []]
    for (const email of ['li@fixpoint.example', 'xu@fixpoint.example']) {
      await guessed(HOME, often(email, 9))
    }
    for (let turn = 0; turn < 3; turn++) {
      for (const [email, told] of [
        ['li@fixpoint.example', real],
        ['xu@fixpoint.example', none],
      ] as const) {
        const { status, text } = await guess(email, HOME)
        told?.push(`${status} ${text.replaceAll(email, '')}`)
      }
    }
    expect(real).toEqual(none)
    expect(real?.at(-1)).toMatch(/^429/)
  })
})

it('writes no row for a client that is locked, whatever accounts it tries', async () => {
  await guessed(HOME, guests(51))
  const before = await countOf('sign_in_tries')
  await guessed(HOME, guests(70).slice(51))
  expect((await guess('li@fixpoint.example', HOME)).status).toBe(429)
  expect(await countOf('sign_in_tries')).toBe(before)
  const tries = await env.HUB.prepare('SELECT max(tries) AS most FROM sign_in_tries').first('most')
  expect(tries).toBe(51)
})
