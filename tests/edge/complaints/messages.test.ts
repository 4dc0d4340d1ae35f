import { beforeEach, describe, expect, it } from 'vitest'
import { deliverDue } from '#functions/messages/deliver-due.ts'
import { voiceToken } from '#functions/voices/voice-link.ts'
import { anOutlet } from '#support/an-outlet.ts'
import { aReceiver } from '../messages/sent-messages.ts'
import { fillHub } from '../support/a-hub.ts'
import { NOW } from '../support/a-worker.ts'
import { theSources } from '../support/the-sources.ts'
import { markOf } from '../voices/mark-of.ts'
import { aComplaintDesk, type Desk, HOUR_MS, reported } from './a-complaint-desk.ts'

let desk: Desk

beforeEach(async () => {
  await fillHub([anOutlet({ code: 'HZ-001' })])
  desk = await aComplaintDesk()
})

/** What goes out at an instant, besides what a complaint’s registration sends. */
async function sentAt(now: number) {
  const { adapter, taken } = aReceiver()
  await deliverDue(theSources({ now }), adapter, { limit: 100 })
  return taken.filter(({ template }) => template !== 'complaint_registered')
}

const steps: Readonly<Record<string, (code: string) => Promise<unknown>>> = {
  missed: (code) => desk.step('manager', code, 'contact', { reached: false }),
  reclassified: (code) => desk.step('quality', code, 'reclassify', { reason: 'A question.' }),
}

async function dispatched(over: Record<string, unknown> = {}): Promise<string> {
  const code = await desk.register(over)
  await desk.step('agent', code, 'dispatch', { level: 'outlet' })
  return code
}

describe('the messages of a complaint', () => {
  it('say once a day that nobody was reached, with the link that leads to it', async () => {
    const code = await dispatched()
    await steps['missed']?.(code)
    await steps['missed']?.(code)
    const sent = await sentAt(NOW)
    expect(sent.map(({ template }) => template)).toEqual(['complaint_contact_missed'])
    const token = await voiceToken(theSources().keys, `complaint/${code}`)
    expect(sent[0]?.text).toBe(
      `Fixpoint: We tried to reach you about your complaint and could not. See where it stands: https://fixpoint.example/t/${token}`,
    )
    expect(sent[0]?.to).toMatchObject({ phone: '+8613800138000' })
  })

  it('wait for the morning, and aren’t sent at all once there is more to say', async () => {
    desk.clock.now = NOW + 11 * HOUR_MS
    const code = await dispatched()
    await steps['missed']?.(code)
    // 22:00 in Shanghai.
    expect(await sentAt(desk.clock.now)).toEqual([])
    await steps['reclassified']?.(code)
    const sent = await sentAt(NOW + 21 * HOUR_MS)
    expect(sent.map(({ template }) => template)).toEqual(['complaint_closed_not_a_complaint'])
  })

  it('say in Chinese that it is closed, and how', async () => {
    const code = await dispatched({ locale: 'zh-CN' })
    await steps['reclassified']?.(code)
    const [closed] = await sentAt(NOW)
    expect(closed?.text).toContain('改按其他事项结案')
    expect(closed?.email.subject).toContain('您的留言与投诉')
  })

  it('name who outside may help once the head office’s answer was the last', async () => {
    const code = await reported(desk)
    await desk.step('quality', code, 'escalate', { reason: 'Serious.' })
    await desk.step('quality', code, 'escalate', { reason: 'Very serious.' })
    await desk.step('quality', code, 'contact', { reached: true, wants: 'Money.' })
    await desk.step('quality', code, 'report', {
      ...{ customerContacted: true, happened: 'It was late.' },
      ...{ cause: 'too_slow', remedy: 'none' },
    })
    await desk.step('agent', code, 'verify')
    const answer = { verdict: 'not_upheld', remedy: 'none', answer: 'We can’t do more.' }
    expect((await desk.step('quality', code, 'answer', answer)).status).toBe(200)
    const token = await voiceToken(theSources().keys, `complaint/${code}`)
    const opened = await desk.ask(`/t/${token}`, { method: 'POST', body: new URLSearchParams({}) })
    const Cookie = (opened.headers.get('Set-Cookie') ?? '').split(';')[0] ?? ''
    const version = String(await desk.versionOf(code))
    const about = await markOf(`complaint/${code}`)
    const no = await desk.ask('/feedback/complaint/disagree', {
      ...{ method: 'POST', headers: { Cookie }, redirect: 'manual' },
      body: new URLSearchParams({ words: 'It was my money.', version, commandId: 'no', about }),
    })
    expect(no.status).toBe(303)
    const sent = await sentAt(NOW)
    const last = sent.find(({ template }) => template === 'complaint_closed_final')
    expect(last?.text).toContain('National consumer platform 12315 (China) can help you too')
    expect(last?.variables).toMatchObject({ help: 'National consumer platform 12315 (China)' })
    expect(sent.map(({ template }) => template)).not.toContain('complaint_answered')
  })
})
