import { beforeEach, describe, expect, it } from 'vitest'
import { asJson } from '../support/a-worker.ts'
import { at, everywhere, type SignedInStaff, signedIn } from '../support/signed-in.ts'
import {
  answered,
  aSurveyedRepair,
  openedSurvey,
  type Surveyed,
  theSurvey,
} from './a-surveyed-repair.ts'

let one: Surveyed
let quality: SignedInStaff

beforeEach(async () => {
  one = await aSurveyedRepair()
  const cookie = await openedSurvey(one, (await theSurvey()).id)
  const comment = '=HYPERLINK("http://x","y")\r\n+1;@SUM(A1)'
  await answered(one, cookie, { 'q.csat': '1', 'q.ces': '7', comment, button: 'send' })
  quality = await signedIn([everywhere('hq_quality')], { key: 'quality' })
})

const get = (path: string, who: SignedInStaff) =>
  one.desk.ask(path, { headers: { Cookie: who.cookie } })

describe('the file of answers', () => {
  it('holds no formula that runs, no name and no code', async () => {
    const answer = await get('/desk/surveys/answers.csv?month=2026-11', quality)
    const text = await answer.text()
    expect(answer.headers.get('Content-Disposition')).toContain('answers-2026-11.csv')
    expect(text).toContain(`"'=HYPERLINK`)
    expect(text).not.toMatch(/(?:^|[,;\n\r"])[=+@]/)
    expect(text).not.toContain('Demo Customer')
    expect(text).not.toContain(one.code)
    expect(text).toContain('"repair","outlet","HZ-001","collected","repaired"')
  })

  it('is of the month that is asked for, which must be one', async () => {
    const empty = await get('/desk/surveys/answers.csv?month=2026-10', quality)
    expect((await empty.text()).trim().split('\r\n')).toHaveLength(1)
    expect((await get('/desk/surveys/answers.csv?month=2026-13', quality)).status).toBe(422)
  })

  it("is the head office's alone", async () => {
    const manager = await signedIn([at('outlet_manager', 'HZ-001')], { key: 'manager' })
    expect((await get('/desk/surveys/answers.csv?month=2026-11', manager)).status).toBe(403)
  })
})

describe('the API', () => {
  it('tells figures with n and interval', async () => {
    const answer = await get('/api/v1/desk/surveys/figures?outlet=HZ-001', quality)
    const { all } = (await answer.json()) as { all: Record<string, unknown> }
    expect(all).toMatchObject({ delivered: 1, answered: 1, isBigEnough: false, nps: null })
    expect(all['dsat']).toMatchObject({ hits: 1, n: 1, share: 1, high: 1 })
  })

  it('lists what waits, and takes how a call ended under the version seen', async () => {
    const counter = await signedIn([at('counter', 'HZ-001')], { key: 'counter' })
    const { callbacks } = (await (await get('/api/v1/desk/callbacks', counter)).json()) as {
      callbacks: { id: string; version: number; toCall: boolean }[]
    }
    expect(callbacks).toMatchObject([{ toCall: true, scores: { csat: 1, ces: 7 }, tries: 0 }])
    const [{ id, version } = { id: '', version: 0 }] = callbacks
    const post = (headers: Readonly<Record<string, string>>, body: object) => {
      const init = asJson(body)
      const all = { ...(init.headers as object), Cookie: counter.cookie, ...headers }
      return one.desk.ask(`/api/v1/desk/callbacks/${id}/tries`, { ...init, headers: all })
    }
    expect((await post({}, { outcome: 'solved' })).status).toBe(428)
    expect((await post({ 'If-Match': '"1"' }, { outcome: 'solved' })).status).toBe(409)
    expect((await post({ 'If-Match': `"${version}"` }, { outcome: 'happy' })).status).toBe(422)
    expect((await post({ 'If-Match': `"${version}"` }, { outcome: 'solved' })).status).toBe(200)
    expect((await theSurvey()).callback?.doneAt).not.toBeNull()
  })
})
