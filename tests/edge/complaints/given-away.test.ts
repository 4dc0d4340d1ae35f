import { beforeEach, describe, expect, it } from 'vitest'
import { actOnComplaint, namedOnly } from '#functions/complaints/act-on-complaint.ts'
import { carryOut } from '#functions/db/commit.ts'
import { anOutlet } from '#support/an-outlet.ts'
import { fillHub } from '../support/a-hub.ts'
import { NOW } from '../support/a-worker.ts'
import { theSources } from '../support/the-sources.ts'
import { aComplaintDesk, DAY_MS, type Desk, NEW_COMPLAINT, REPORT } from './a-complaint-desk.ts'

let desk: Desk

beforeEach(async () => {
  await fillHub([anOutlet({ code: 'HZ-001' }), anOutlet({ code: 'HZ-002' })])
  desk = await aComplaintDesk()
})

const codeOf = ({ body }: { body: Record<string, unknown> }) => body['code']

async function contacted(owner: string | null = null): Promise<string> {
  const code = await desk.register()
  await desk.step('agent', code, 'dispatch', { level: 'outlet', owner })
  const by = owner === null ? 'manager' : 'agent'
  await desk.step(by, code, 'contact', { reached: true, wants: 'An answer.' })
  return code
}

describe('a complaint is given to an outlet', () => {
  it('by whoever is in charge there, never by a manager elsewhere', async () => {
    const code = await contacted()
    const elsewhere = await desk.step('manager', code, 'assign', { outlet: 'HZ-002' })
    expect([elsewhere.status, codeOf(elsewhere)]).toEqual([404, 'unknown_outlet'])
    const unknown = await desk.step('manager', code, 'assign', { outlet: 'XX-9' })
    expect({ ...elsewhere.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' })
    expect((await desk.step('manager', code, 'assign', { outlet: 'HZ-001' })).status).toBe(200)
  })

  it('and says so beside the field of its form, with what was typed', async () => {
    const code = await contacted()
    const answer = await desk.ask(`/desk/complaints/${code}/steps/assign`, {
      method: 'POST',
      headers: { Cookie: desk.cookieOf('manager'), Accept: 'text/html' },
      body: new URLSearchParams({
        ...{ version: String(await desk.versionOf(code)), commandId: 'a', outlet: 'hz-002' },
      }),
    })
    const text = await answer.text()
    expect(answer.status).toBe(404)
    expect(text).toContain('assign-outlet-fault')
    expect(text).toMatch(/hz-002/i)
  })

  it('by the complaint team, to any', async () => {
    const code = await contacted(desk.idOf('agent'))
    expect((await desk.step('agent', code, 'assign', { outlet: 'HZ-002' })).status).toBe(200)
  })

  it('names nobody as technician who doesn’t work there', async () => {
    const code = await contacted()
    await desk.step('manager', code, 'assign', { outlet: 'HZ-001' })
    const report = (technician: string) =>
      desk.step('manager', code, 'report', { ...REPORT, technician })
    for (const nobody of ['stf_nobody', desk.idOf('elsewhere'), desk.idOf('agent')]) {
      expect((await report(nobody)).status).toBe(422)
    }
    expect((await report(desk.idOf('bench'))).status).toBe(200)
  })
})

describe('a complaint is merged', () => {
  it('into none that is closed, or merged itself', async () => {
    const [one, other, third] = [
      await desk.register(),
      await desk.register(),
      await desk.register(),
    ]
    expect((await desk.step('quality', other, 'merge', { into: third })).status).toBe(200)
    const merged = await desk.step('quality', one, 'merge', { into: other })
    expect([merged.status, codeOf(merged)]).toEqual([409, 'merge_closed'])
    await desk.step('quality', third, 'reclassify', { reason: 'It is a question.' })
    const closed = await desk.step('quality', one, 'merge', { into: third })
    expect([closed.status, codeOf(closed)]).toEqual([409, 'merge_closed'])
    const form = await desk.ask(`/desk/complaints/${one}/steps/merge`, {
      method: 'POST',
      headers: { Cookie: desk.cookieOf('quality'), Accept: 'text/html' },
      body: new URLSearchParams({
        ...{ version: String(await desk.versionOf(one)), commandId: 'm', into: third },
      }),
    })
    expect(form.status).toBe(409)
    expect(await form.text()).toContain('The other complaint is closed')
  })

  it('never with its own other: of two at once, one stays open', async () => {
    const [one, other] = [await desk.register(), await desk.register()]
    const sources = { ...theSources(), now: NOW + 1 }
    const staff = {
      ...{ id: desk.idOf('quality'), name: 'Q', email: 'q@demo.example', locale: 'en' as const },
      grants: [{ role: 'hq_quality', scope: { kind: 'network' } } as const],
    }
    const merge = (code: string, into: string) =>
      actOnComplaint(sources, {
        ...{ code, action: { type: 'merge', into }, words: {}, expectedVersion: 1 },
        ...{ happenedAt: null, key: `m-${code}`, staff, actor: namedOnly(staff) },
      })
    const [first, second] = [await merge(one, other), await merge(other, one)]
    expect((await carryOut(first)).kind).toBe('done')
    expect(await carryOut(second)).toEqual({ kind: 'refused', refusal: 'merge_closed' })
  })
})

describe('what reached us', () => {
  const received = (receivedAt: string) =>
    desk.post('agent', '/api/v1/desk/complaints', { ...NEW_COMPLAINT, receivedAt })

  it('is refused from before 2000 or more than ten years back, by its field', async () => {
    for (const early of ['1999-12-31T23:59:59Z', '2010-01-01T00:00:00Z']) {
      expect((await received(early)).status).toBe(422)
    }
    const nearly = new Date(NOW - 10 * 365 * DAY_MS).toISOString()
    expect((await received(nearly)).status).toBe(200)
    const form = await desk.ask('/desk/complaints/new/', {
      method: 'POST',
      headers: { Cookie: desk.cookieOf('agent'), Accept: 'text/html' },
      body: new URLSearchParams({
        ...{ commandId: 'n', channel: 'letter', isFormal: 'true', receivedAt: '1926-11-17T09:00' },
        ...{ words: 'Rude.', outletCode: 'HZ-001', locale: 'en', legalDate: '2026-12-24' },
        ...{ repairCode: '', cause: '', urgent: '', name: '', phone: '', email: '' },
      }),
    })
    const text = await form.text()
    expect(text).toContain('receivedAt-fault')
    expect(text).toContain('1926-11-17T09:00')
  })
})
