import { beforeEach, describe, expect, it } from 'vitest'
import { aCounter } from '../support/a-counter.ts'
import { countOf, fillHub } from '../support/a-hub.ts'
import { type Ask, asJson, aWorker, indexFile } from '../support/a-worker.ts'
import { at, everywhere, signedIn } from '../support/signed-in.ts'

const outlets = [aCounter(), aCounter({ code: 'HZ-002' })]
const TOLD = {
  ...{ kind: 'question', words: 'When is it ready?', outletCode: 'hz-001', locale: 'en' },
  contact: { reach: '13800138000', name: 'Li Lei', consent: true },
}
type Body = { readonly feedback: Record<string, unknown>; readonly code?: string }
let ask: Ask

beforeEach(async () => {
  const seq = await fillHub(outlets)
  ask = aWorker({ files: { '/data/outlets/index.json': indexFile(outlets, seq) } })
})

const withHeaders = (init: RequestInit, headers: Record<string, string>): RequestInit => ({
  ...init,
  headers: { ...(init.headers as Record<string, string>), ...headers },
})
const told = async (body: object, key = 'k1'): Promise<Response> =>
  await ask('/api/v1/feedback', withHeaders(asJson(body), { 'Idempotency-Key': key }))
const codeOf = async (answer: Response): Promise<string> =>
  String(((await answer.json()) as Body).feedback['code'])

async function staff(...grants: Parameters<typeof signedIn>[0]) {
  const { cookie: Cookie } = await signedIn(grants, {
    key: grants
      .map(({ role, scope }) => role + ('outlets' in scope ? scope.outlets : ''))
      .join('-')
      .toLowerCase(),
  })
  return async (path: string, init: RequestInit = {}, version?: number) =>
    await ask(
      `/api/v1/desk/feedback${path}`,
      withHeaders(init, { Cookie, ...(version && { 'If-Match': `"${version}"` }) }),
    )
}

describe('the API of feedback', () => {
  it('tells once under one key, and refuses another body under it', async () => {
    const [first, again] = [await told(TOLD), await told(TOLD)]
    expect(await codeOf(first)).toBe(await codeOf(again))
    expect((await told({ ...TOLD, words: 'Something else' })).status).toBe(422)
    expect(await countOf('feedback')).toBe(1)
  })

  it('hands the link out to whom nothing can be sent, and to nobody else', async () => {
    const { contact: _, ...anonymous } = TOLD
    const links = [await told(TOLD, 'a'), await told(anonymous, 'b')].map(
      async (answer) => ((await answer.json()) as Body).feedback['link'],
    )
    const [known, unknown] = await Promise.all(links)
    expect(known).toBeNull()
    expect(unknown).toMatch(/^https:\/\/fixpoint\.example\/t\/[\w-]{22}$/)
  })

  it.each([
    [{ ...TOLD, kind: 'complaint' }, 422],
    [{ ...TOLD, words: ' ' }, 422],
    [{ ...TOLD, contact: { reach: '13800138000' } }, 422],
    [{ ...TOLD, contact: { reach: '12', consent: true } }, 422],
    [{ ...TOLD, outletCode: 'XX-999' }, 404],
  ])('refuses %j with %i', async (body, status) => {
    expect((await told(body)).status).toBe(status)
    expect(await countOf('feedback')).toBe(0)
  })

  it('gives a ticket for code and contact, and the answer to its holder alone', async () => {
    const code = await codeOf(await told(TOLD))
    const manager = await staff(at('outlet_manager', 'HZ-001'))
    const words = { words: 'On Friday.', isSolved: true }
    const answered = await manager(`/${code}/actions/answer`, asJson(words), 1)
    expect(((await answered.json()) as Body).feedback).toMatchObject({
      status: 'solved',
      version: 3,
    })
    expect((await ask(`/api/v1/feedback/${code}`)).status).toBe(401)
    const miss = await ask('/api/v1/feedback/lookup', asJson({ code, contact: '0000' }))
    expect(miss.status).toBe(404)
    const found = await ask('/api/v1/feedback/lookup', asJson({ code, contact: '8000' }))
    expect(await found.json()).toEqual({ found: { kind: 'feedback', code } })
    const Cookie = found.headers.get('Set-Cookie')?.split(';')[0] ?? ''
    const mine = await ask(`/api/v1/feedback/${code}`, { headers: { Cookie } })
    const { feedback } = (await mine.json()) as Body
    expect(feedback['words']).toEqual({ said: TOLD.words, 'answer.1': 'On Friday.' })
    expect(feedback).not.toHaveProperty('suspicion')
    const no = withHeaders(asJson({ words: 'No.' }), { Cookie, 'If-Match': '"3"' })
    const reopened = await ask(`/api/v1/feedback/${code}/actions/reopen`, no)
    expect(((await reopened.json()) as Body).feedback).toMatchObject({ status: 'open' })
  })

  it('steps of staff need the version seen, the scope and the role', async () => {
    const code = await codeOf(await told({ ...TOLD, words: 'I want to complain' }))
    const manager = await staff(at('outlet_manager', 'HZ-001'))
    const other = await staff(at('outlet_manager', 'HZ-002'))
    const counter = await staff(at('counter', 'HZ-001'))
    const words = asJson({ words: 'x' })
    expect((await manager(`/${code}/actions/answer`, words)).status).toBe(428)
    expect((await manager(`/${code}/actions/answer`, words, 1)).status).toBe(409)
    expect((await manager(`/${code}/actions/answer`, asJson({}), 2)).status).toBe(422)
    expect((await other(`/${code}/actions/answer`, words, 2)).status).toBe(404)
    expect((await other(`/${code}`)).status).toBe(404)
    expect((await counter(`/${code}`)).status).toBe(403)
    for (const step of ['confirm', 'dismiss']) {
      expect((await manager(`/${code}/actions/${step}`, asJson({}), 2)).status).toBe(403)
    }
    expect(await countOf('complaints')).toBe(0)
  })

  it('lists suspected complaints, takes themes, and confirms into a complaint', async () => {
    const code = await codeOf(await told({ ...TOLD, words: 'So rude. I want to complain.' }))
    const agent = await staff(everywhere('agent'))
    const listed = (await (await agent('?list=suspected')).json()) as {
      feedback: { code: string }[]
    }
    expect(listed.feedback.map((one) => one.code)).toEqual([code])
    const tagged = await agent(`/${code}/actions/tag`, asJson({ themes: ['attitude'] }), 2)
    expect(((await tagged.json()) as Body).feedback).toMatchObject({
      ...{ themes: ['attitude'], suggestedThemes: ['attitude'] },
    })
    const confirmed = await agent(`/${code}/actions/confirm`, asJson({}), 3)
    const { feedback } = (await confirmed.json()) as Body
    expect(feedback).toMatchObject({ status: 'complaint', suspicion: { state: 'confirmed' } })
    expect(feedback['complaintCode']).toMatch(/^[0-9A-Z-]{16}$/)
  })
})
