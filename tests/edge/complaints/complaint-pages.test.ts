import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { spellCode } from '#domain/identifiers/crockford.ts'
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
  ...{ commandId: 'c-1', channel: 'letter', isFormal: 'true', receivedAt: '2026-11-17T09:00' },
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
  })

  it('tells whoever won’t see it the code and the time to give the customer, and is in their menu', async () => {
    const empty = await page('bench', '/desk/complaints/new/')
    expect(empty.text).not.toContain('Registered as')
    const sent = await form('bench', '/desk/complaints/new/', NEW)
    expect(sent.to).toMatch(/^\/desk\/complaints\/new\/\?registered=[0-9A-Z*~$=]{13}$/)
    const { status, text } = await page('bench', sent.to)
    expect(status).toBe(200)
    expect(text).toContain(spellCode(sent.to.slice(-13)))
    expect(text).toContain('Somebody contacts the customer by')
    expect(text).not.toContain('Rude at the counter.')
    // Whoever couldn't have registered it learns nothing by its code.
    expect((await page('elsewhere', sent.to)).text).not.toContain('Registered as')
    const link = '<a href="/desk/complaints/new/"'
    expect((await page('bench', '/desk/')).text).toContain(link)
    expect((await page('manager', '/desk/')).text).not.toContain(link)
  })

  it('says of an anonymous one that nobody is contacted', async () => {
    const sent = await form('bench', '/desk/complaints/new/', { ...NEW, name: '', phone: '' })
    expect((await page('bench', sent.to)).text).toContain('nobody can be contacted')
  })

  it('names the field at fault and keeps everything typed', async () => {
    const { status, text } = await form('agent', '/desk/complaints/new/', {
      ...{ ...NEW, channel: '', phone: 'call me', receivedAt: '2027-01-01T09:00' },
    })
    expect(status).toBe(422)
    expect(text).toContain('channel-fault')
    expect(text).toContain('<a href="#channel">')
    expect(text).toContain('id="channel"')
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

  it('asks to speak with the customer before reporting, at its field, by page and by API', async () => {
    const code = await desk.register()
    await desk.step('agent', code, 'dispatch', { level: 'outlet' })
    await desk.step('manager', code, 'contact', { reached: true, wants: 'Money back.' })
    await desk.step('manager', code, 'assign', { outlet: 'HZ-001' })
    const { customerContacted: _, ...unticked } = REPORT
    const byPage = await step('manager', code, 'report', unticked)
    expect(byPage.status).toBe(422)
    expect(byPage.text).toMatch(
      /id="report-customerContacted-fault"[^>]*>Speak with the customer first, then tick it\./,
    )
    const byApi = await desk.step('manager', code, 'report', unticked)
    expect(byApi).toMatchObject({
      status: 422,
      body: {
        code: 'bad_value',
        errors: [{ field: 'customerContacted', code: 'contact_first' }],
      },
    })
  })

  it('says by the API what a value may be, and which one is missing', async () => {
    const code = await desk.register()
    const faults = async (action: string, body: Record<string, unknown>) =>
      (await desk.step('agent', code, action, body)).body['errors']
    expect(await faults('dispatch', { level: 'top' })).toMatchObject([
      {
        ...{ field: 'level', code: 'not_allowed', allowed: ['outlet', 'region_or_partner', 'hq'] },
        detail: 'level must be one of: outlet, region_or_partner, hq.',
      },
    ])
    expect(await faults('dispatch', {})).toMatchObject([
      { field: 'level', code: 'required', detail: 'level is missing.' },
    ])
    expect(await faults('contact', { reached: 'yes' })).toMatchObject([
      { field: 'reached', detail: 'reached must be one of: true, false.' },
    ])
    const { body } = await desk.send('agent', '/api/v1/desk/complaints?mine=perhaps')
    expect(body['errors']).toMatchObject([{ field: 'mine', allowed: ['true', 'false'] }])
  })

  it('says who is next to whoever has nothing to do', async () => {
    const code = await reported(desk)
    const { text } = await page('manager', `/desk/complaints/${code}/`)
    expect(text).toContain('Nothing for you to do now')
    expect(text).toContain('Next, somebody else verifies the report')
    await desk.step('quality', code, 'verify')
    const verified = await page('quality', `/desk/complaints/${code}/`)
    expect(verified.text).toContain('Next, its owner goes on with it: Outlet manager.')
    const answer = { verdict: 'upheld', remedy: 'apology', answer: 'We are sorry.' }
    await desk.step('manager', code, 'answer', answer)
    const answered = await page('manager', `/desk/complaints/${code}/`)
    expect(answered.text).toContain('Next, the customer says whether they agree.')
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
    const closed = await page('bench', '/desk/complaints/')
    expect(closed.status).toBe(403)
    expect(closed.text).toContain('Hotline agent, Outlet manager, Regional manager, or HQ quality')
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

  it('is a table of the days asked for, refused rather than cut where they are too many', async () => {
    await env.HUB.prepare(
      `WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 5001)
       INSERT INTO complaints (code, version, status, zone, country_code, locale, state, received_at, updated_at)
       SELECT 'many' || n, 1, 'closed', 'Asia/Shanghai', 'CN', 'en', '{}', ?1, ?1 FROM numbers`,
    )
      .bind(Date.parse('2026-03-05T00:00Z'))
      .run()
    const table = async (query: string) =>
      await page('quality', `/desk/complaints/export.csv${query}`)
    const whole = await table('')
    expect(whole.status).toBe(422)
    expect(whole.text).toContain('?from=')
    expect((await table('?from=2026-03-06')).status).toBe(200)
    expect((await table('?until=2026-03-05')).status).toBe(200)
    await env.HUB.prepare("DELETE FROM complaints WHERE code LIKE 'many%'").run()
  })
})
