import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { anOutlet } from '#support/an-outlet.ts'
import { fillHub } from '../support/a-hub.ts'
import { aComplaintDesk, type Desk, type Name, REPORT, reported } from './a-complaint-desk.ts'

let desk: Desk

beforeEach(async () => {
  await fillHub([anOutlet({ code: 'HZ-001' }), anOutlet({ code: 'HZ-002' })])
  desk = await aComplaintDesk()
})

const page = async (name: Name, path: string) => {
  const answer = await desk.ask(path, {
    headers: { Cookie: desk.cookieOf(name), Accept: 'text/html' },
  })
  return { status: answer.status, text: await answer.text() }
}

const form = async (name: Name, path: string, fields: Record<string, string>) => {
  const answer = await desk.ask(path, {
    method: 'POST',
    headers: { Cookie: desk.cookieOf(name), Accept: 'text/html' },
    body: new URLSearchParams(fields),
  })
  return {
    status: answer.status,
    to: answer.headers.get('Location') ?? '',
    text: await answer.text(),
  }
}

const NEW = {
  ...{ commandId: 'c-1', channel: 'letter', formal: 'true', receivedAt: '2026-11-17T09:00' },
  ...{ words: 'Rude at the counter.', outletCode: 'hz-001', repairCode: '', cause: '', urgent: '' },
  ...{ legalDate: '', name: 'Li Wei', phone: '138 0013 8000', email: '', locale: 'zh-CN' },
}

describe('the form for a new complaint', () => {
  it('registers what reached us, once however often it is sent, and leads to it', async () => {
    const first = await form('agent', '/desk/complaints/new/', NEW)
    expect(first.status).toBe(303)
    expect(first.to).toMatch(/^\/desk\/complaints\/[0-9A-Z*~$=]{13}\/\?done=register$/)
    const again = await form('agent', '/desk/complaints/new/', NEW)
    expect(again.to).toBe(first.to)
    const { text } = await page('agent', first.to)
    expect(text).toContain('Rude at the counter.')
    expect(text).toContain('Li Wei')
    expect((await page('bench', '/desk/complaints/new/')).status).toBe(200)
    const atCounter = await form('bench', '/desk/complaints/new/', { ...NEW, commandId: 'c-2' })
    expect(atCounter).toMatchObject({ status: 303, to: '/desk/?done=register' })
  })

  it('names the field at fault and keeps everything typed', async () => {
    const { status, text } = await form('agent', '/desk/complaints/new/', {
      ...{ ...NEW, channel: '', phone: 'call me', receivedAt: '2027-01-01T09:00' },
    })
    expect(status).toBe(422)
    expect(text).toContain('channel-fault')
    for (const typed of ['Rude at the counter.', 'call me', '2027-01-01T09:00', 'hz-001']) {
      expect(text).toContain(typed)
    }
    const unknown = await form('agent', '/desk/complaints/new/', { ...NEW, outletCode: 'XX-1' })
    expect(unknown.status).toBe(404)
    expect(unknown.text).toContain('Rude at the counter.')
    const future = await form('agent', '/desk/complaints/new/', {
      ...NEW,
      receivedAt: '2027-01-01T09:00',
    })
    expect(future.text).toContain('receivedAt-fault')
  })
})

describe('the page of a complaint', () => {
  const step = async (name: Name, code: string, action: string, fields: Record<string, string>) =>
    await form(name, `/desk/complaints/${code}/steps/${action}`, {
      ...{ version: String(await desk.versionOf(code)), commandId: `k-${action}` },
      ...fields,
    })

  it('takes every step of the way by a form', async () => {
    const code = await desk.register()
    const done = async (name: Name, action: string, fields: Record<string, string> = {}) => {
      const answer = await step(name, code, action, fields)
      expect(answer.to).toBe(`/desk/complaints/${code}/?done=${action}`)
      expect((await page(name, answer.to)).status).toBe(200)
    }
    await done('agent', 'dispatch', { level: 'outlet', owner: '', urgent: '' })
    await done('manager', 'contact', { reached: 'no', wants: '' })
    await done('manager', 'contact', { reached: 'yes', wants: 'Money back.' })
    await done('manager', 'assign', { outlet: 'hz-001' })
    const report = { ...REPORT, customerContacted: 'true', technician: desk.idOf('bench') }
    await done('manager', 'report', report)
    await done('quality', 'send_back', { missing: 'The invoice.' })
    await done('manager', 'report', report)
    await done('quality', 'verify')
    await done('manager', 'answer', { verdict: 'upheld', remedy: 'refund', answer: 'Paid back.' })
    const { text } = await page('quality', `/desk/complaints/${code}/`)
    for (const said of ['Money back.', 'The invoice.', 'Paid back.', REPORT.happened]) {
      expect(text).toContain(said)
    }
  })

  it('keeps what was typed when somebody was quicker, and says what they did', async () => {
    const code = await reported(desk)
    const seen = String(await desk.versionOf(code))
    await desk.step('agent', code, 'verify')
    const late = await form('quality', `/desk/complaints/${code}/steps/send_back`, {
      ...{ version: seen, commandId: 'k', missing: 'A photo of the seal.' },
    })
    expect(late.status).toBe(409)
    expect(late.text).toContain('A photo of the seal.')
    expect(late.text).toContain('Report verified')
  })

  it('names the field that is missing or wrong', async () => {
    const code = await desk.register()
    const nobody = await step('agent', code, 'dispatch', { level: '', owner: 'stf_nobody' })
    expect(nobody.status).toBe(422)
    expect(nobody.text).toContain('dispatch-level-fault')
    const owner = await step('agent', code, 'dispatch', { level: 'hq', owner: 'stf_nobody' })
    expect(owner.text).toContain('dispatch-owner-fault')
    await step('agent', code, 'dispatch', { level: 'outlet' })
    const silent = await step('manager', code, 'contact', { reached: 'yes', wants: ' ' })
    expect(silent.text).toContain('contact-wants-fault')
    const long = await step('quality', code, 'escalate', { reason: 'x'.repeat(2_001) })
    expect(long.text).toContain('2,000 characters')
  })

  it('isn’t there for whom it isn’t, and no step of it is either', async () => {
    const code = await desk.register()
    await desk.step('agent', code, 'dispatch', { level: 'outlet' })
    expect((await page('elsewhere', `/desk/complaints/${code}/`)).status).toBe(404)
    expect((await step('elsewhere', code, 'contact', { reached: 'no' })).status).toBe(404)
    expect((await page('supply', `/desk/complaints/${code}/`)).status).toBe(403)
    expect((await page('agent', '/desk/complaints/7K3M-9QXF-2T8B-V/')).status).toBe(404)
    expect((await page('agent', '/desk/complaints/nonsense/')).status).toBe(404)
  })

  it('is found in the list, which says what is late', async () => {
    const code = await desk.register({ receivedAt: '2026-11-10T09:00:00+08:00' })
    const { text } = await page('agent', '/desk/complaints/')
    expect(text).toContain(`/desk/complaints/${code}/`)
    expect(text).toContain('overdue since')
    const mine = await page('agent', '/desk/complaints/?mine=1&level=hq&status=registered')
    expect(mine.text).not.toContain(`/desk/complaints/${code}/`)
    expect((await page('bench', '/desk/complaints/')).status).toBe(403)
  })
})

const HOSTILE = [
  '<img src=x onerror=alert(1)>"\'><script>alert(2)</script>',
  '=HYPERLINK("https://evil.example","x")',
  '+1\r\nBcc: evil@evil.example',
]

describe('hostile words', () => {
  const NAMES = ['said', 'wants', 'statement', 'happened', 'missing', 'answer'] as const

  it('in every field are words on every page, and no formula in an export', async () => {
    for (const canary of HOSTILE) {
      const code = await desk.register({ words: canary, name: `Li ${canary.slice(0, 90)}` })
      await desk.step('agent', code, 'dispatch', { level: 'outlet' })
      await desk.step('manager', code, 'contact', { reached: true, wants: canary })
      await desk.step('manager', code, 'assign', { outlet: 'HZ-001' })
      const report = { ...REPORT, statement: canary, happened: canary }
      await desk.step('manager', code, 'report', report)
      await desk.step('quality', code, 'send_back', { missing: canary })
      await desk.step('manager', code, 'report', report)
      await desk.step('quality', code, 'verify')
      const answer = { verdict: 'upheld', remedy: 'refund', answer: canary }
      expect((await desk.step('manager', code, 'answer', answer)).status).toBe(200)
      const { text } = await page('quality', `/desk/complaints/${code}/`)
      expect(text).not.toMatch(/<img src=x|<script>alert/)
    }
    const { results } = await env.HUB.prepare('SELECT words FROM voices_private').all<{
      words: string
    }>()
    const keys = results.flatMap(({ words }) => Object.keys(JSON.parse(words)))
    for (const name of NAMES) expect(keys.some((key) => key.startsWith(name))).toBe(true)
    const { text, status } = await page('quality', '/desk/complaints/export.csv')
    expect(status).toBe(200)
    expect(text).toContain(`"'=HYPERLINK(""`)
    expect(text).not.toContain('evil')
    expect(text).toContain(`"'+1`)
    expect(text).not.toMatch(/(^|,)"?[=+@-]/m)
    expect(text).not.toContain('13800138000')
    for (const name of ['agent', 'manager'] as const) {
      expect((await page(name, '/desk/complaints/export.csv')).status).toBe(403)
    }
  })
})
