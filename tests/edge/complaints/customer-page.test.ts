import { beforeEach, describe, expect, it } from 'vitest'
import { voiceToken } from '#functions/voices/voice-link.ts'
import { anOutlet } from '#support/an-outlet.ts'
import { fillHub } from '../support/a-hub.ts'
import { NOW } from '../support/a-worker.ts'
import { theSources } from '../support/the-sources.ts'
import { markOf } from '../voices/mark-of.ts'
import { aComplaintDesk, DAY_MS, type Desk, reported } from './a-complaint-desk.ts'

let desk: Desk

beforeEach(async () => {
  await fillHub([anOutlet({ code: 'HZ-001' })])
  desk = await aComplaintDesk()
})

const PATH = '/feedback/complaint/'

const byLink = async (code: string) => {
  const token = await voiceToken(theSources().keys, `complaint/${code}`)
  return await desk.ask(`/t/${token}`, { method: 'POST', body: new URLSearchParams({}) })
}
const byDigits = (code: string) =>
  desk.ask('/feedback/look-up/', {
    method: 'POST',
    body: new URLSearchParams({ code, contact: '8000' }),
  })

/** Opens a complaint as its customer, and answers how they ask. */
async function aCustomer(code: string, open = byLink) {
  const opened = await open(code)
  expect(opened.headers.get('Location')).toBe(PATH)
  const cookie = (opened.headers.get('Set-Cookie') ?? '').split(';')[0] ?? ''
  const see = async (locale = '') => {
    const answer = await desk.ask(`${locale}${PATH}`, { headers: { Cookie: cookie } })
    return { status: answer.status, text: await answer.text() }
  }
  const send = async (step: string, words = '', version?: number) => {
    const fields = {
      words,
      version: String(version ?? (await desk.versionOf(code))),
      commandId: step,
      about: await markOf(`complaint/${code}`),
    }
    const answer = await desk.ask(`${PATH}${step}`, {
      method: 'POST',
      headers: { Cookie: cookie },
      body: new URLSearchParams(fields),
    })
    const to = answer.headers.get('Location')
    return { status: answer.status, to, text: await answer.text() }
  }
  return { see, send }
}

async function answered(): Promise<string> {
  const code = await reported(desk)
  await desk.step('quality', code, 'verify')
  await desk.step('manager', code, 'answer', {
    ...{ verdict: 'upheld', remedy: 'refund', answer: 'We are sorry. <b>Paid back.</b>' },
  })
  return code
}

describe('the page of a complaint’s customer', () => {
  it('says in one sentence where it stands, who answers and by when, and never a name of ours', async () => {
    const code = await reported(desk)
    const { see } = await aCustomer(code)
    const { status, text } = await see()
    expect(status).toBe(200)
    expect(text).toContain('Somebody else checks it now')
    expect(text).toContain('The outlet’s manager')
    expect(text).toMatch(/23\sNov/)
    expect(text).toContain('12315')
    expect(text).not.toMatch(
      /Staff (manager|quality|agent)|stf_|The part came late|No battery in stock/,
    )
    const chinese = await see('/zh')
    expect(chinese.text).toContain('由谁答复')
    expect(chinese.text).toContain('网点负责人')
  })

  it('shows the answer with its remedy, and takes yes', async () => {
    const { see, send } = await aCustomer(await answered())
    const { text } = await see()
    expect(text).toContain('We are sorry. &lt;b&gt;Paid back.&lt;/b&gt;')
    expect(text).toContain('Give the money back')
    expect(text).toContain('Yes, I agree')
    expect(await send('agree')).toMatchObject({ status: 303, to: PATH })
    expect((await see()).text).toContain('Closed: you agreed')
  })

  it('takes no with its reason, a level higher; without one it says so and loses nothing', async () => {
    const { see, send } = await aCustomer(await answered())
    const empty = await send('disagree', '  ')
    expect(empty.status).toBe(422)
    expect(empty.text).toContain('href="#disagree-words"')
    const long = await send('disagree', 'x'.repeat(2_001))
    expect(long.status).toBe(422)
    expect(long.text).toContain('x'.repeat(2_001))
    expect((await send('disagree', 'It was three weeks.')).status).toBe(303)
    const { text } = await see()
    expect(text).toContain('The regional management')
    expect(text).toContain('Earlier answers')
  })

  it('keeps what was written when something changed meanwhile', async () => {
    const code = await answered()
    const { send } = await aCustomer(code)
    const seen = await desk.versionOf(code)
    const stale = await send('disagree', 'Not at all.', seen - 1)
    expect(stale.status).toBe(409)
    expect(stale.text).toContain('Not at all.')
    expect(stale.text).toContain('Something has changed meanwhile')
    desk.clock.now = NOW + 15 * DAY_MS
    const { send: later } = await aCustomer(code)
    expect((await later('disagree', 'Too late.')).text).toContain('The time for this is over')
  })

  it('withdraws, and brings back for 30 days', async () => {
    const code = await desk.register()
    const { see, send } = await aCustomer(code)
    expect((await send('withdraw')).status).toBe(303)
    expect((await see()).text).toContain('you withdrew it')
    expect((await send('agree')).status).toBe(409)
    expect((await send('reopen', 'It broke again.')).status).toBe(303)
    expect((await see()).text).toContain('We are looking into it')
  })

  it('takes or turns down money by the message’s link alone, and says so', async () => {
    const code = await answered()
    const lookedUp = await aCustomer(code, byDigits)
    const { text } = await lookedUp.see()
    expect(text).toContain('data-notice="link_needed"')
    expect(text).not.toContain('Yes, I agree')
    for (const step of ['agree', 'disagree', 'withdraw']) {
      const refused = await lookedUp.send(step, 'Not enough.')
      expect(refused.status).toBe(403)
      expect(refused.text).toContain('by the link in our message')
    }
    expect((await (await aCustomer(code)).send('agree')).status).toBe(303)
  })

  it('by code and digits withdraws what offers no money yet', async () => {
    const { send } = await aCustomer(await desk.register(), byDigits)
    expect((await send('withdraw')).status).toBe(303)
  })

  it('is brought back to its fifth round, then says where else to turn', async () => {
    const code = await desk.register()
    const { see, send } = await aCustomer(code)
    for (let round = 2; round <= 5; round++) {
      desk.clock.now += 60_000
      expect((await send('withdraw')).status).toBe(303)
      expect((await send('reopen', 'It broke again.')).status).toBe(303)
    }
    expect((await send('withdraw')).status).toBe(303)
    expect((await see()).text).toContain('as often as can be')
    const refused = await send('reopen', 'It broke once more.')
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('as often as can be')
    expect((await desk.step('quality', code, 'reopen', { facts: 'A photo.' })).status).toBe(200)
  })

  it('is nobody’s without a ticket, and shows nothing of another one', async () => {
    for (const path of [PATH, `/zh${PATH}`]) {
      const { status, headers } = await desk.ask(path)
      expect(status).toBe(303)
      expect(headers.get('Location')).toContain('/feedback/look-up/')
    }
    const refused = await desk.ask(`${PATH}agree`, {
      method: 'POST',
      body: new URLSearchParams({}),
    })
    expect(refused.status).toBe(303)
    expect(refused.headers.get('Location')).toContain('/feedback/look-up/')
  })

  it('of an anonymous complaint opens by its link alone', async () => {
    const code = await desk.register({ name: null, phone: null })
    const { see } = await aCustomer(code)
    expect((await see()).text).toContain('We have your complaint')
  })
})
