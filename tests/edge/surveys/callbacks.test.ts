import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Survey } from '#domain/surveys/survey.ts'
import { opened, sent } from '../desk-repair/a-desk.ts'
import { at, everywhere, type SignedInStaff, signedIn } from '../support/signed-in.ts'
import {
  answered,
  aSurveyedRepair,
  DAY_MS,
  HOUR_MS,
  handedOver,
  openedSurvey,
  ring,
  type Surveyed,
  surveys,
  theSurvey,
} from './a-surveyed-repair.ts'

let one: Surveyed
let id: string
let counter: SignedInStaff

const SAID = '<script>alert(1)</script>\r\n=HYPERLINK("http://x")'

beforeEach(async () => {
  one = await aSurveyedRepair()
  id = (await theSurvey()).id
  const cookie = await openedSurvey(one, id)
  await answered(one, cookie, { 'q.csat': '1', 'q.nps': '2', comment: SAID, button: 'send' })
  counter = await signedIn([at('counter', 'HZ-001')], { key: 'counter' })
})

const list = (who: SignedInStaff) => opened(one.desk.ask, '/desk/callbacks/', who)
const page = (who: SignedInStaff) => opened(one.desk.ask, `/desk/callbacks/${id}/`, who)
const tried = async (outcome: string, who = counter, change: object = {}) => {
  const { version } = await theSurvey()
  const form = { outcome, version: `${version}`, commandId: crypto.randomUUID(), ...change }
  return await sent(one.desk.ask, `/desk/callbacks/${id}/tries`, form, who)
}
const log = async () => {
  const { results } = await env.HUB.prepare('SELECT subject, staff_id FROM access_log').all()
  return results
}

describe('the list', () => {
  it("shows a low score with its words, and nobody's name", async () => {
    const html = await (await list(counter)).text()
    expect(html).toContain('CSAT\u00a01')
    expect(html).toContain('&lt;script&gt;alert(1)')
    expect(html).not.toContain('<script>alert')
    expect(html).not.toContain('Demo Customer')
    expect(await log()).toEqual([])
  })

  it('leaves numbers out of the words: they are for who calls, on the page that is logged', async () => {
    const words = { comment: 'Call me at 139 1111 2222' }
    await env.HUB.prepare('UPDATE voices_private SET words = ?2 WHERE code = ?1')
      .bind(id, JSON.stringify(words))
      .run()
    const html = await (await list(counter)).text()
    expect(html).toContain('Call me at')
    expect(html).not.toContain('2222')
    expect(await log()).toEqual([])
    expect(await (await page(counter)).text()).toContain('139 1111 2222')
    expect(await log()).toHaveLength(1)
  })

  it('is empty for another outlet, whole for the hotline, closed to the bench', async () => {
    const elsewhere = await signedIn([at('counter', 'SZ-001')], { key: 'elsewhere' })
    expect(await (await list(elsewhere)).text()).toContain('Nothing waits')
    const agent = await signedIn([everywhere('agent')], { key: 'agent' })
    expect(await (await list(agent)).text()).toContain('CSAT\u00a01')
    const bench = await signedIn([at('bench', 'HZ-001')], { key: 'bench' })
    expect((await list(bench)).status).toBe(403)
  })

  it('says what is overdue', async () => {
    expect(await (await list(counter)).text()).not.toContain('Overdue')
    one.desk.later(DAY_MS + 1)
    const tomorrow = { key: 'tomorrow', since: one.desk.now() }
    const next = await signedIn([at('counter', 'HZ-001')], tomorrow)
    expect(await (await list(next)).text()).toContain('Overdue')
  })
})

describe('one callback', () => {
  it('shows whom to call, and keeps who opened it on record', async () => {
    const html = await (await page(counter)).text()
    expect(html).toContain('Demo Customer')
    expect(html).toContain('href="tel:+8613800138000"')
    expect(html).not.toContain('<script>alert')
    expect(await log()).toEqual([{ subject: `repair/${one.code}`, staff_id: counter.id }])
  })

  it("isn't there for another outlet", async () => {
    const elsewhere = await signedIn([at('counter', 'SZ-001')], { key: 'elsewhere' })
    expect((await page(elsewhere)).status).toBe(404)
    expect((await tried('solved', elsewhere)).status).toBe(404)
    expect((await theSurvey()).callback?.tries).toEqual([])
  })

  it('is worked off: tried, then solved, then gone from the list', async () => {
    expect((await tried('not_reached')).status).toBe(303)
    expect(await (await list(counter)).text()).toContain('1 try')
    expect((await tried('solved')).status).toBe(303)
    expect(await (await list(counter)).text()).toContain('Nothing waits')
    const { callback } = await theSurvey()
    expect(callback?.tries.map(({ by }) => by)).toEqual([counter.id, counter.id])
    expect(callback?.doneAt).not.toBeNull()
  })

  it('refuses a call recorded on a page that is out of date, and one without an outcome', async () => {
    expect((await tried('reached', counter, { version: '1' })).status).toBe(409)
    expect((await tried('')).status).toBe(422)
    expect((await theSurvey()).callback?.tries).toEqual([])
  })

  it('records the same form sent twice once', async () => {
    const { version } = await theSurvey()
    const again = { version: `${version}`, commandId: 'twice' }
    for (const _ of [1, 2]) expect((await tried('reached', counter, again)).status).toBe(303)
    expect((await theSurvey()).callback?.tries).toHaveLength(1)
  })
})

describe('a complaint', () => {
  const complaints = async () => {
    const { results } = await env.HUB.prepare('SELECT code, state FROM complaints').all<{
      code: string
      state: string
    }>()
    return results.map(({ code, state }) => ({ ...JSON.parse(state), code }))
  }
  const said = async (code: string) => {
    const row = await env.HUB.prepare('SELECT words, contact FROM voices_private WHERE code = ?1')
      .bind(code)
      .first<{ words: string; contact: string }>()
    return `${row?.words} ${row?.contact}`
  }

  it('is made of a callback with the words as they came, once', async () => {
    const form = {
      version: `${(await theSurvey()).version}`,
      commandId: 'once',
      words: 'broke again',
    }
    for (const _ of [1, 2]) expect((await tried('complaint', counter, form)).status).toBe(303)
    const [complaint, ...more] = await complaints()
    expect(more).toEqual([])
    expect(complaint).toMatchObject({ outlet: 'HZ-001', source: { survey: id }, anonymous: false })
    expect((await theSurvey()).callback).toMatchObject({ complaint: complaint.code })
    const words = await said(complaint.code)
    expect(words).toContain('HYPERLINK')
    expect(words).toContain('broke again')
    expect(words).toContain('Demo Customer')
  })

  it('is suspected where words sound so, and decided by a person: no, or yes', async () => {
    const second = await anotherSurvey('The counter was rude and I want to complain')
    expect(second.suspicion).toMatchObject({ state: 'open' })
    expect(await (await list(counter)).text()).toContain('Complaint or not?')
    const team = await signedIn([everywhere('agent')], { key: 'team' })
    const decide = (verdict: string, version: number, by = team) =>
      sent(
        one.desk.ask,
        `/desk/callbacks/${second.id}/suspicion`,
        { verdict, version: `${version}`, commandId: verdict },
        by,
      )
    expect((await decide('dismiss', second.version, counter)).status).toBe(403)
    expect((await decide('confirm', second.version)).status).toBe(303)
    const [complaint] = await complaints()
    expect(complaint.receivedAt).toBe(second.suspicion?.suspectedAt)
    expect((await decide('dismiss', second.version + 1)).status).toBe(409)
    // Somebody else who confirms it once more makes no second one.
    const head = await signedIn([everywhere('hq_quality')], { key: 'head' })
    expect((await decide('confirm', second.version + 1, head)).status).toBe(409)
    expect(await complaints()).toHaveLength(1)
  })

  it('is made of no answer that has nothing open', async () => {
    const done = { version: `${(await theSurvey()).version}`, commandId: 'd', words: 'all well' }
    expect((await tried('solved', counter, done)).status).toBe(303)
    const again = { version: `${(await theSurvey()).version}`, commandId: 'e', words: 'more' }
    expect((await tried('complaint', counter, again)).status).toBe(409)
    expect(await complaints()).toEqual([])
  })

  it('needs words from somewhere', async () => {
    const second = await anotherSurvey('')
    const form = { outcome: 'complaint', version: `${second.version}`, commandId: 'x', words: '' }
    const path = `/desk/callbacks/${second.id}/tries`
    expect((await sent(one.desk.ask, path, form, counter)).status).toBe(422)
    expect(await complaints()).toEqual([])
  })
})

/** Another customer's answer of 1, with a comment or without. */
async function anotherSurvey(comment: string): Promise<Survey> {
  await handedOver(one.desk)
  one.desk.later(HOUR_MS)
  await ring(one.desk)
  const invited = (await surveys()).find(({ status }) => status === 'invited')
  if (!invited) throw new Error('nobody was asked')
  const cookie = await openedSurvey(one, invited.id)
  await answered(one, cookie, { 'q.csat': '1', comment, button: 'send' })
  const found = (await surveys()).find((survey) => survey.id === invited.id)
  if (!found) throw new Error('the answer is gone')
  return found
}
