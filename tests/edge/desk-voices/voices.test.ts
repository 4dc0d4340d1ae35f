import { env } from 'cloudflare:workers'
import { parse } from 'csv-parse/sync'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Grant } from '#domain/staff/staff.ts'
import { insertComplaint } from '#functions/complaints/store.ts'
import { writeRows } from '#functions/db/commit.ts'
import { voiceRow } from '#functions/voices/voice-on-record.ts'
import {
  ASSIGN,
  aComplaint,
  type ComplaintStory,
  DISPATCH,
  PEOPLE,
  REACHED,
} from '#support/a-complaint.ts'
import { aCounter } from '../support/a-counter.ts'
import { fillHub } from '../support/a-hub.ts'
import { aWorker, NOW } from '../support/a-worker.ts'
import { at, everywhere, type SignedInStaff, signedIn } from '../support/signed-in.ts'
import { theSources } from '../support/the-sources.ts'
import { anAskedCustomer } from '../surveys/an-asked-customer.ts'

const log: string[] = []
const ask = aWorker({ log })
const quality = () => signedIn([everywhere('hq_quality')])
const inRegion = (region: string): Grant => ({
  role: 'regional_manager',
  scope: { kind: 'region', region },
})
const as = ({ cookie }: SignedInStaff): RequestInit => ({
  redirect: 'manual',
  headers: { Accept: 'text/html', Cookie: cookie },
})
const run = (sql: string, ...values: readonly (string | number | null)[]) =>
  env.HUB.prepare(sql)
    .bind(...values)
    .run()

const COUNTS = {
  'feedback.received': 5,
  'feedback.tagged|theme=speed': 3,
  complaints_registered: 4,
  'complaints_registered|cause=too_slow': 3,
  'complaints_registered|cause=price': 1,
  'survey.delivered': 40,
  'survey.answered': 20,
  'survey.csat|score=5': 15,
  'survey.csat|score=1': 5,
  'booking.arrived': 100,
  'booking.left': 7,
}
const count = (outlet: string, counts: object, month = '2026-11') =>
  run('INSERT INTO kpi_months VALUES (?1, ?2, ?3)', outlet, month, JSON.stringify(counts))

const SHANGHAI_NOON = Date.UTC(2026, 10, 10, 4)

/** Feedback as it lies in the tables. */
async function said(code: string, words: string, outlet: string | null = 'HZ-001', when = 0) {
  await run(
    `INSERT INTO feedback (code, version, status, outlet_code, zone, country_code, locale, state,
       received_at, updated_at) VALUES (?1, 1, 'open', ?2, 'Asia/Shanghai', 'CN', 'en', ?3, ?4, 0)`,
    ...[code, outlet, JSON.stringify({ kind: 'suggestion', themes: ['speed'] })],
    SHANGHAI_NOON + when,
  )
  await run(
    'INSERT INTO voices_private (code, contact, words) VALUES (?1, ?2, ?3)',
    ...[code, JSON.stringify({ name: 'Ann Lee' }), JSON.stringify({ said: words })],
  )
}
const page = async (who: SignedInStaff, path: string) => {
  const answer = await ask(path, as(who))
  return { status: answer.status, text: await answer.text() }
}

beforeEach(async () => {
  await fillHub([aCounter(), aCounter({ code: 'SZ-001', regionId: 'cn-guangdong' })])
  await count('HZ-001', COUNTS)
  await count('SZ-001', { 'complaints_registered|cause=attitude': 9, complaints_registered: 9 })
  await count('none', { 'feedback.received': 2, 'feedback.tagged|theme=privacy': 2 })
})

describe('what customers say, counted', () => {
  it('is of one outlet what its manager hears: themes, causes, surveys and who said nothing', async () => {
    const manager = await signedIn([at('outlet_manager', 'HZ-001')])
    const { status, text } = await page(manager, '/desk/voices/?outlet=hz-001')
    expect(status).toBe(200)
    expect(text).toMatch(/Speed and waiting.*?>3</s)
    expect(text).toMatch(/75\.0%/)
    expect(text).toContain('7 / 100')
    expect(text).toContain(
      'Answers 20: too few to know satisfaction within 10 points; 97 are needed',
    )
    expect(text).not.toContain('Attitude')
  })

  it('is of the whole network for HQ, with what is about no outlet', async () => {
    const { text } = await page(await quality(), '/desk/voices/')
    expect(text).toContain('Data and privacy')
    expect(text).toContain('feedback 7, complaints 13')
  })

  it('is of a region for its manager, and of no other', async () => {
    const zhejiang = await signedIn([inRegion('cn-zhejiang')])
    const own = await page(zhejiang, '/desk/voices/')
    expect(own.text).toContain('feedback 5, complaints 4')
    expect((await page(zhejiang, '/desk/voices/?region=cn-guangdong')).status).toBe(404)
    expect((await page(zhejiang, '/desk/voices/?outlet=SZ-001')).status).toBe(404)
    expect((await page(zhejiang, '/desk/voices/?region=cn-zhejiang')).status).toBe(200)
  })

  it('isn’t there for an outlet that isn’t, nor for who stands at the counter', async () => {
    expect((await page(await quality(), '/desk/voices/?outlet=XX-999')).status).toBe(404)
    const counter = await signedIn([at('counter', 'HZ-001')], { key: 'counter' })
    for (const path of ['', 'words/', 'words.csv']) {
      expect((await page(counter, `/desk/voices/${path}`)).status, path).toBe(403)
    }
    expect((await page(counter, '/desk/voices.csv')).status).toBe(403)
  })

  it('goes over months, and says which it can’t take', async () => {
    const hq = await quality()
    await count('HZ-001', { 'feedback.tagged|theme=price': 2 }, '2026-10')
    const both = await page(hq, '/desk/voices/?from=2026-10&to=2026-11')
    expect(both.text).toMatch(/Price.*?>2<.*?>0<.*?>2</s)
    for (const period of ['from=2026-11&to=2026-10', 'from=2025-01&to=2026-11', 'from=soon']) {
      const wrong = await page(hq, `/desk/voices/?${period}`)
      expect(wrong.status, period).toBe(422)
      expect(wrong.text).toContain('Choose months in their order')
    }
  })

  it('reads one packed row of each outlet and month, and few beside', async () => {
    const { cookie } = await quality()
    await ask('/desk/voices/?from=2026-10&to=2026-11', as({ id: '', cookie }))
    const { rowsRead } = JSON.parse(log.at(-1) ?? '{}') as { rowsRead: number }
    // Session, regions to choose from, and the outlets themselves are beside the packed rows.
    expect(rowsRead).toBeLessThan(3 + 50)
  })

  it('is the same as CSV', async () => {
    const answer = await ask('/desk/voices.csv', as(await quality()))
    const [header, ...rows] = parse(await answer.text(), { bom: true }) as string[][]
    expect(header?.slice(0, 4)).toEqual(['section', 'item', 'month', 'count'])
    expect(rows.find(([section, item]) => section === 'pareto' && item === 'attitude')?.[3]).toBe(
      '9',
    )
    expect(rows.find(([, item]) => item === 'left')?.slice(3, 5)).toEqual(['7', '100'])
  })
})

describe('what customers say, in their words', () => {
  it('names nobody, and that it was read is noted', async () => {
    await said('0123456789ABC', 'Ring 138 0013 8000 or a@b.example, says Ann Lee. Too slow!')
    const hq = await quality()
    const { text } = await page(hq, '/desk/voices/words/')
    expect(text).toContain('Too slow!')
    expect(text).not.toMatch(/138 0013|a@b|Ann Lee|0123456789ABC/)
    const noted = await env.HUB.prepare('SELECT subject, staff_id, act FROM access_log').all()
    expect(noted.results).toEqual([
      { subject: `staff/${hq.id}`, staff_id: hq.id, act: 'read_voices' },
    ])
  })

  it('is neither markup nor formula, on the page and in the CSV', async () => {
    await said('0123456789ABC', '=HYPERLINK("x") <script>alert(1)</script>\r\n@SUM(1)')
    const hq = await quality()
    const { text } = await page(hq, '/desk/voices/words/')
    expect(text).toContain('&lt;script&gt;')
    expect(text).not.toContain('<script>alert')
    const csv = await (await ask('/desk/voices/words.csv', as(hq))).text()
    const [, row = []] = parse(csv, { bom: true }) as string[][]
    expect(row.at(-1)?.startsWith("'=")).toBe(true)
    expect(csv).not.toMatch(/[\n,"][=@+-][A-Z]/)
  })

  it('comes fifty at a time, each once, and only of whom may be heard', async () => {
    const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
    for (let place = 0; place < 60; place++) {
      const code = `00000000000${letters[Math.floor(place / 32)]}${letters[place % 32]}`
      await said(code, `word ${place} end`, place % 10 === 0 ? 'SZ-001' : 'HZ-001', place % 7)
    }
    const wordsIn = (text: string) => [...text.matchAll(/word (\d+) end/g)].map(([, n]) => n)
    const hq = await quality()
    const first = await page(hq, '/desk/voices/words/')
    const next = /href="([^"]+)" *rel="next"|rel="next" href="([^"]+)"/.exec(first.text)
    const second = await page(hq, (next?.[1] ?? next?.[2] ?? '').replaceAll('&amp;', '&'))
    expect(wordsIn(first.text)).toHaveLength(50)
    expect(new Set([...wordsIn(first.text), ...wordsIn(second.text)]).size).toBe(60)
    const manager = await signedIn([at('outlet_manager', 'SZ-001')], { key: 'sz' })
    expect(wordsIn((await page(manager, '/desk/voices/words/')).text)).toHaveLength(6)
    const zhejiang = await signedIn([inRegion('cn-zhejiang')], { key: 'zj' })
    const heard = wordsIn((await page(zhejiang, '/desk/voices/words/')).text)
    expect(heard.length).toBeGreaterThan(40)
    expect(heard).not.toContain('10')
  })

  it('comes by an address that names no reference code', async () => {
    for (let place = 0; place < 60; place++) {
      await said(`00000000000${10 + place}`, `word ${place} end`, 'HZ-001', place)
    }
    const { text } = await page(await quality(), '/desk/voices/words/')
    const [link = ''] = /<a[^>]*rel="next"[^>]*>/.exec(text) ?? []
    const next = /href="([^"]+)"/.exec(link)?.[1] ?? ''
    const before = new URLSearchParams(next.replaceAll('&amp;', '&').split('?')[1]).get('before')
    const plain = atob((before ?? '').replaceAll('-', '+').replaceAll('_', '/'))
    expect(plain).toMatch(/^\S+$/)
    expect(`${text} ${plain}`).not.toMatch(/00000000000\d\d/)
  })

  it('leaves out nothing of a region whose outlets share a page with others', async () => {
    for (let place = 0; place < 75; place++) {
      const outlet = place % 5 === 0 ? 'SZ-001' : 'HZ-001'
      await said(`00000000000${10 + place}`, `word ${place} end`, outlet, place)
    }
    const zhejiang = await signedIn([inRegion('cn-zhejiang')], { key: 'zj' })
    const heard: string[] = []
    for (let at = '/desk/voices/words/'; at !== ''; ) {
      const { text } = await page(zhejiang, at)
      heard.push(...[...text.matchAll(/word (\d+) end/g)].map(([, n]) => n ?? ''))
      const [link = ''] = /<a[^>]*rel="next"[^>]*>/.exec(text) ?? []
      at = (/href="([^"]+)"/.exec(link)?.[1] ?? '').replaceAll('&amp;', '&')
    }
    expect(heard).toHaveLength(60)
    expect(new Set(heard).size).toBe(60)
  })
})

describe('words of a complaint', () => {
  const { hub } = theSources()
  const heard = async (who: SignedInStaff, kind = 'complaint') => {
    const [html, csv] = [`words/?kind=${kind}`, `words.csv?kind=${kind}`]
    const texts = [await page(who, `/desk/voices/${html}`), await page(who, `/desk/voices/${csv}`)]
    return texts.map(({ text }) => text.includes('Rude to me'))
  }
  const tell = async (story: ComplaintStory) => {
    const { complaint } = story
    const words = { said: 'Rude to me' }
    await writeRows(hub, [
      insertComplaint(hub, complaint, { contactHash: null, now: NOW }),
      voiceRow(hub, complaint.code, { contact: null, words, consent: null }),
    ])
  }
  const begun = { outlet: 'HZ-001', receivedAt: SHANGHAI_NOON }

  it('are hidden from the outlet until it is asked, as the complaint itself is', async () => {
    const manager = await signedIn([at('outlet_manager', 'HZ-001')])
    await tell(aComplaint(begun))
    expect(await heard(manager)).toEqual([false, false])
    expect(await heard(await quality())).toEqual([true, true])
    const region = await signedIn([inRegion('cn-zhejiang')], { key: 'zj' })
    expect(await heard(region)).toEqual([true, true])
    await run('DELETE FROM complaints')
    await run('DELETE FROM voices_private')
    const asked = aComplaint(begun)
      .and(DISPATCH, { by: PEOPLE.agent })
      .and(REACHED)
      .and({ ...ASSIGN, outlet: 'HZ-001' })
    await tell(asked)
    expect(await heard(manager)).toEqual([true, true])
  })

  it('about how a complaint was handled are told to nobody whom it was about', async () => {
    const survey = await anAskedCustomer('7K00000000001')
    const state = JSON.stringify({ ...survey, kind: 'complaint' })
    await run('UPDATE surveys SET answered_at = ?1, state = ?2', SHANGHAI_NOON, state)
    const row = { contact: null, words: { comment: 'Rude to me' }, consent: null }
    await writeRows(hub, [voiceRow(hub, survey.id, row)])
    const manager = await signedIn([at('outlet_manager', 'HZ-001')])
    expect(await heard(manager, 'survey')).toEqual([false, false])
    expect(await heard(await quality(), 'survey')).toEqual([true, true])
  })
})
