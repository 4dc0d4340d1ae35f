import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { spellCode } from '#domain/identifiers/crockford.ts'
import { ACCESS_ACTS } from '#domain/staff/access-acts.ts'
import { translator } from '#i18n/translate.ts'
import { booked, receive } from '../desk-find/a-found-phone.ts'
import { aCounter, aMailInCentre } from '../support/a-counter.ts'
import { fillHub } from '../support/a-hub.ts'
import { asForm, asJson, aWorker, NOW } from '../support/a-worker.ts'
import { at, everywhere, type SignedInStaff, signedIn } from '../support/signed-in.ts'

let now = NOW + 3_600_000
const ask = aWorker({ now: () => now, bindings: { MEDIA: env.MEDIA } })
const html = { Accept: 'text/html' }
let quality: SignedInStaff
let bench: SignedInStaff
let code: string

beforeEach(async () => {
  now = NOW + 3_600_000
  await fillHub([aCounter(), aMailInCentre()])
  quality = await signedIn([everywhere('hq_quality')], { key: 'quality' })
  bench = await signedIn([at('bench', 'HZ-001')], { key: 'bench' })
  code = await booked(ask)
  await receive(code, '490154203237518', now)
})

const look = (path: string, { cookie } = quality) =>
  ask(path, { headers: { ...html, Cookie: cookie }, redirect: 'manual' })

type Listed = {
  accesses: { at: string; code: string | null; act: string; staff: { id: string } }[]
  nextCursor: string | null
}
const listed = async (query: string) =>
  (await (await look(`/api/v1/desk/access-log?${query}`)).json()) as Listed

/** A record opened and a name looked for, a minute apart. */
async function work(): Promise<void> {
  await look(`/desk/repairs/${code}/`, bench)
  now += 60_000
  await ask('/api/v1/desk/find', {
    ...asJson({ q: 'Demo' }),
    headers: { 'Content-Type': 'application/json', Cookie: bench.cookie },
  })
}

describe('the access log', () => {
  it('tells who opened a record, and when', async () => {
    await work()
    const { accesses, nextCursor } = await listed(`code=${spellCode(code)}`)
    expect(accesses).toEqual([
      {
        ...{ at: '2026-11-18T04:00:00+00:00', code: spellCode(code), act: 'opened' },
        staff: { id: bench.id, name: 'Staff bench' },
      },
    ])
    expect(nextCursor).toBeNull()
  })

  it('tells what somebody opened and looked for, the last first, and never the words', async () => {
    await work()
    const { accesses } = await listed(`staff=${bench.id}`)
    expect(accesses.map(({ act, code: record }) => [act, record])).toEqual([
      ['searched_name', null],
      ['opened', spellCode(code)],
    ])
    expect(JSON.stringify(accesses)).not.toContain('Demo')
    expect((await listed(`staff=${quality.id}`)).accesses).toEqual([])
  })

  it('goes on page by page, each row once, also of the same instant', async () => {
    const rows = Array.from({ length: 25 }, (_, place) => [
      place % 2 ? `repair/${code}` : `staff/${bench.id}`,
      NOW + Math.floor(place / 5),
      place.toString(16).padStart(12, '0'),
    ])
    await env.HUB.prepare(
      `INSERT INTO access_log (subject, at, id, staff_id, act)
       SELECT value ->> 0, value ->> 1, value ->> 2, ?2, 'opened' FROM json_each(?1)`,
    )
      .bind(JSON.stringify(rows), bench.id)
      .run()
    for (const [query, wanted] of [
      [`staff=${bench.id}`, 25],
      [`code=${code}`, 12],
    ] as const) {
      const seen: string[] = []
      let cursor: string | null = ''
      while (cursor !== null) {
        const page: Listed = await listed(`${query}&limit=4${cursor && `&cursor=${cursor}`}`)
        expect(page.accesses.length).toBeLessThanOrEqual(4)
        seen.push(...page.accesses.map(({ at: when }) => when))
        cursor = page.nextCursor
      }
      expect([seen.length, seen]).toEqual([wanted, seen.toSorted().toReversed()])
    }
  })

  it('asks for a code or a person, and says what is wrong with what it got', async () => {
    for (const query of ['', 'code=nonsense', 'staff=x', `code=${code}&cursor=eA`]) {
      expect((await look(`/api/v1/desk/access-log?${query}`)).status).toBe(422)
    }
  })

  it('is for quality and administrators of the whole network alone', async () => {
    const region = { kind: 'region', region: 'cn-zhejiang' } as const
    for (const [key, grant, status] of [
      ['admin', everywhere('hq_admin'), 200],
      ['part', { role: 'hq_quality', scope: region } as const, 403],
      ['manager', at('outlet_manager', 'HZ-001'), 403],
    ] as const) {
      const who = await signedIn([grant], { key })
      for (const path of [`/desk/log/?code=${code}`, `/api/v1/desk/access-log?code=${code}`]) {
        expect([key, (await look(path, who)).status]).toEqual([key, status])
      }
    }
  })
})

describe('the page of the log', () => {
  const post = (q: string) =>
    ask('/desk/log/', {
      ...asForm({ q }, { ...html, Cookie: quality.cookie }),
      redirect: 'manual',
    })

  it('leads from a code or an e-mail to what is on record, with no e-mail in the address', async () => {
    await work()
    const record = await post(spellCode(code).toLowerCase())
    expect([record.status, record.headers.get('Location')]).toEqual([
      303,
      `/desk/log/?code=${code}`,
    ])
    const person = await post('BENCH@fixpoint.example ')
    expect(person.headers.get('Location')).toBe(`/desk/log/?staff=${bench.id}`)
    const page = await (await look(`/desk/log/?staff=${bench.id}`)).text()
    for (const words of ['Done by Staff bench', 'Looked for a name', 'Opened the record']) {
      expect(page).toContain(words)
    }
  })

  it('says what names nobody, and keeps it in the field', async () => {
    const answer = await post('nobody@fixpoint.example')
    expect(answer.status).toBe(422)
    const text = await answer.text()
    expect(text).toContain('nobody of the staff has this e-mail')
    expect(text).toContain('value="nobody@fixpoint.example"')
  })

  it('has words for every act that is written', async () => {
    await work()
    const searched = [code, '490154203237518', '13800138000', '203751', '8000', 'SF1234567890']
    for (const q of searched) {
      await ask('/api/v1/desk/find', {
        ...asJson({ q }),
        headers: { 'Content-Type': 'application/json', Cookie: bench.cookie },
      })
    }
    for (const paper of ['job-sheet', 'report']) {
      await look(`/desk/repairs/${code}/${paper}/`, bench)
    }
    for (const paper of ['label', 'receipt']) {
      await look(`/desk/intake/${paper}/?code=${code}`, bench)
    }
    const { results } = await env.HUB.prepare('SELECT DISTINCT act FROM access_log').all()
    expect(results.length).toBeGreaterThanOrEqual(12)
    for (const { act } of results) expect(ACCESS_ACTS).toContain(act)
    for (const act of ACCESS_ACTS) {
      for (const locale of ['en', 'zh-CN'] as const) {
        expect(translator(locale)(`desk.log.act.${act}`)).not.toContain('_')
      }
    }
  })
})
