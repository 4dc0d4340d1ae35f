import { beforeEach, describe, expect, it } from 'vitest'
import { insertComplaint } from '#functions/complaints/store.ts'
import { writeRows } from '#functions/db/commit.ts'
import type { Prepared } from '#functions/db/statement.ts'
import {
  ASSIGN,
  aComplaint,
  BEGUN,
  DISPATCH,
  HOUR_MS,
  PEOPLE,
  REACHED,
} from '#support/a-complaint.ts'
import { anOutlet } from '#support/an-outlet.ts'
import { fillHub } from '../support/a-hub.ts'
import { NOW } from '../support/a-worker.ts'
import { theSources } from '../support/the-sources.ts'
import { aComplaintDesk, type Desk, type Name } from './a-complaint-desk.ts'

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const codeAt = (place: number): string =>
  `7K000000000${LETTERS[Math.floor(place / 32)]}${LETTERS[place % 32]}`

let desk: Desk

/** So many complaints, the first in the list's order last on record: its place must not hang on when it came. */
async function fill(count: number, outlets: readonly string[]): Promise<void> {
  const { hub } = theSources()
  const rows: Prepared[] = []
  for (let place = 0; place < count; place++) {
    const outlet = outlets[place % outlets.length] ?? null
    const begun = { code: codeAt(place), outlet, receivedAt: BEGUN - (place % 7) * HOUR_MS }
    const { complaint } = aComplaint(begun)
      .and(DISPATCH, { by: PEOPLE.agent })
      .and(REACHED, { by: PEOPLE.manager })
      .and({ ...ASSIGN, outlet: outlet ?? 'HZ-001' }, { by: PEOPLE.manager })
    rows.push(insertComplaint(hub, complaint, { contactHash: null, now: NOW }))
  }
  await writeRows(hub, rows)
}

/** So many closed complaints, the first of them the last that reached us. */
async function fillClosed(codes: readonly string[], outlets: readonly string[]): Promise<void> {
  const { hub } = theSources()
  const rows = codes.map((code, place) => {
    const outlet = outlets[place % outlets.length] ?? 'HZ-001'
    const { complaint } = aComplaint({
      ...{ code, outlet, receivedAt: BEGUN - place },
    })
    const closed = { ...complaint, status: 'closed', assignedTo: outlet } as const
    return insertComplaint(hub, closed, { contactHash: null, now: NOW })
  })
  await writeRows(hub, rows)
}

beforeEach(async () => {
  await fillHub([anOutlet({ code: 'HZ-001' }), anOutlet({ code: 'HZ-002' })])
  desk = await aComplaintDesk()
})

const page = async (name: Name, path: string) => {
  const headers = { Cookie: desk.cookieOf(name), Accept: 'text/html' }
  const text = await (await desk.ask(path, { headers })).text()
  const [, next = ''] = /rel="next" href="([^"]+)"/.exec(text) ?? []
  const codes = [...text.matchAll(/href="\/desk\/complaints\/([0-9A-Z]{13})\/"/g)]
  return { codes: codes.map(([, code]) => code ?? ''), next: next.replaceAll('&amp;', '&') }
}

async function allPages(name: Name, path: string): Promise<readonly string[]> {
  const all: string[] = []
  for (let at = path; at !== ''; ) {
    const { codes, next } = await page(name, at)
    all.push(...codes)
    at = next
    if (all.length > 1_000) throw new Error('pages without end')
  }
  return all
}

describe('the list of complaints', () => {
  it('leaves nothing out: every one of 130 is on one of its pages, once, what is due first leading', async () => {
    await fill(130, ['HZ-001'])
    const all = await allPages('agent', '/desk/complaints/')
    expect(all).toHaveLength(130)
    expect(new Set(all).size).toBe(130)
    const dueOf = (code: string): number => -([...Array(130).keys()].map(codeAt).indexOf(code) % 7)
    const dues = all.map(dueOf)
    expect(dues).toEqual(dues.toSorted((a, b) => a - b))
  })

  it('filters before it cuts: what is left stands on the first page', async () => {
    await fill(120, ['HZ-001'])
    const { hub } = theSources()
    const late = aComplaint({ code: '7KZZZZZZZZZZZ', outlet: 'HZ-001', receivedAt: NOW - HOUR_MS })
    await writeRows(hub, [insertComplaint(hub, late.complaint, { contactHash: null, now: NOW })])
    const found = await page('quality', '/desk/complaints/?status=registered')
    expect(found).toEqual({ codes: ['7KZZZZZZZZZZZ'], next: '' })
    expect((await page('quality', '/desk/complaints/?level=hq')).codes).toEqual([])
    expect(await allPages('manager', '/desk/complaints/?mine=1')).toHaveLength(120)
    expect(await allPages('quality', '/desk/complaints/?mine=1')).toHaveLength(0)
  })

  it('holds an outlet’s manager to what theirs was asked about, on each of its pages', async () => {
    await fill(160, ['HZ-001', 'HZ-002'])
    const own = await allPages('manager', '/desk/complaints/')
    expect(own).toHaveLength(80)
    const other = await allPages('elsewhere', '/desk/complaints/')
    expect(own.filter((code) => other.includes(code))).toEqual([])
  })

  it('has the closed ones when asked for them, each once, what reached us last leading', async () => {
    const open = aComplaint({ code: '7KZZZZZZZZZZZ', outlet: 'HZ-001' }).complaint
    const { hub } = theSources()
    await writeRows(hub, [insertComplaint(hub, open, { contactHash: null, now: NOW })])
    const codes = Array.from({ length: 120 }, (_, place) => codeAt(place))
    await fillClosed(codes, ['HZ-001', 'HZ-002'])
    const all = await allPages('agent', '/desk/complaints/?status=closed')
    expect(all).toEqual(codes)
    expect(await allPages('manager', '/desk/complaints/?status=closed')).toHaveLength(60)
    expect(await allPages('agent', '/desk/complaints/')).toEqual([open.code])
    const form = await desk.ask('/desk/complaints/', {
      headers: { Cookie: desk.cookieOf('agent'), Accept: 'text/html' },
    })
    expect(await form.text()).toContain('<option value="closed">')
  })

  it('says until when the customer may reply to an answer', async () => {
    const { hub } = theSources()
    const { complaint } = aComplaint({ code: '7KZZZZZZZZZZZ', outlet: 'HZ-001' })
    const answer = { at: Date.UTC(2026, 10, 20, 2), by: 'stf_1', remedy: 'apology' } as const
    const answered = { ...complaint, status: 'answered', answer } as const
    await writeRows(hub, [insertComplaint(hub, answered as never, { contactHash: null, now: NOW })])
    const listed = await desk.ask('/desk/complaints/', {
      headers: { Cookie: desk.cookieOf('agent'), Accept: 'text/html' },
    })
    // Fourteen days on, by the outlet's clock.
    expect(await listed.text()).toMatch(/may answer until [^<]*4.Dec[^<]*10:00/)
  })

  it('leads by a reference to a complaint or feedback, for who may see it', async () => {
    const own = '7K3M9QXF2T8BV'
    await fillClosed([own], ['HZ-001'])
    const told = await desk.post('agent', '/api/v1/desk/feedback', {
      ...{
        kind: 'question',
        channel: 'letter',
        isFormal: true,
        locale: 'en',
        outletCode: 'HZ-001',
      },
      ...{ words: 'When do you open?', receivedAt: new Date(NOW - HOUR_MS).toISOString() },
    })
    const { code: spelled } = told.body['feedback'] as { readonly code: string }
    const feedback = spelled.replaceAll('-', '')
    const led = async (name: Name, q: string) => {
      const answer = await desk.ask('/desk/find/', {
        method: 'POST',
        headers: { Cookie: desk.cookieOf(name), Accept: 'text/html' },
        body: new URLSearchParams({ q }),
      })
      return answer.headers.get('Location')
    }
    expect(await led('agent', own)).toBe(`/desk/complaints/${own}/`)
    expect(await led('manager', own.toLowerCase())).toBe(`/desk/complaints/${own}/`)
    expect(await led('elsewhere', own)).toBeNull()
    expect(await led('bench', own)).toBeNull()
    expect(await led('manager', feedback)).toBe(`/desk/feedback/${feedback}/`)
    expect(await led('elsewhere', feedback)).toBeNull()
  })

  it('comes by a cursor that names no complaint, and takes none of another list', async () => {
    await fill(60, ['HZ-001'])
    const first = await desk.send('agent', '/api/v1/desk/complaints')
    const cursor = String(first.body['nextCursor'])
    const listed = first.body['complaints'] as { code: string }[]
    const named = (text: string) => listed.some(({ code }) => text.includes(code))
    expect(named(cursor) || named(atob(cursor.replaceAll('-', '+').replaceAll('_', '/')))).toBe(
      false,
    )
    const second = await desk.send('agent', `/api/v1/desk/complaints?cursor=${cursor}`)
    expect((second.body['complaints'] as []).length).toBe(10)
    expect(second.body['nextCursor']).toBeNull()
    expect((await desk.send('agent', `/api/v1/desk/feedback?cursor=${cursor}`)).status).toBe(422)
    expect((await desk.send('agent', '/api/v1/desk/complaints?cursor=MQ')).status).toBe(422)
  })
})
