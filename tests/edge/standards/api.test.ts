import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { aStandard } from '#support/a-standard.ts'
import { aCounter } from '../support/a-counter.ts'
import { fillHub } from '../support/a-hub.ts'
import { putEdition } from '../support/a-standard-set.ts'
import { asJson, aWorker } from '../support/a-worker.ts'
import { at, everywhere, type SignedInStaff, signedIn } from '../support/signed-in.ts'

const ask = aWorker({})
let quality: SignedInStaff

beforeEach(async () => {
  await fillHub([aCounter()])
  quality = await signedIn([everywhere('hq_quality')])
})

type Said = { readonly method?: string; readonly version?: string; readonly who?: SignedInStaff }

const api = (path: string, body?: object, { method, version, who = quality }: Said = {}) => {
  const init = body ? asJson(body) : {}
  return ask(`/api/v1/desk/${path}`, {
    ...init,
    ...(method && { method }),
    headers: {
      ...(init.headers as Record<string, string>),
      Cookie: who.cookie,
      ...(version && { 'If-Match': version }),
    },
  })
}
const { id: _, ...BODY } = aStandard({
  id: 'no-repeat',
  kpi: 'repeat_rate',
  threshold: 30,
  target: 2,
})

describe('standards over the API', () => {
  it('are an empty list while nothing is published, and unknown by id', async () => {
    const list = await ask('/api/v1/standards')
    expect(await list.json()).toEqual({ edition: null, standards: [], nextCursor: null })
    expect((await ask('/api/v1/standards/one-hour')).status).toBe(404)
    expect((await api('standards/draft', { number: 'FX-2' })).status).toBe(404)
  })

  it('tell everybody the promises in force, and nobody what is internal', async () => {
    await putEdition()
    const text = await (await ask('/api/v1/standards')).text()
    expect(JSON.parse(text)).toMatchObject({
      edition: { version: 1, number: 'FX-S-1', effectiveFrom: '1970-01-01T00:00:00.000Z' },
      standards: [
        { id: 'one-hour', threshold: 60, network: { threshold: 60 }, pledges: [] },
        { id: 'no-repeat' },
      ],
    })
    expect(text).not.toMatch(/bench-hour|"serves"|"owner"|"audience"/)
    expect((await ask('/api/v1/standards/bench-hour')).status).toBe(404)
    expect((await ask('/api/v1/standards?outlet=NO-1')).status).toBe(404)
  })

  it('are edited and published by quality, each step for the revision that was seen', async () => {
    await putEdition()
    const begun = await api('standards/draft', { number: 'FX-S-2' })
    expect(begun.headers.get('ETag')).toBe('"1"')
    const put = (version?: string) =>
      api('standards/draft/standards/no-repeat', BODY, {
        ...{ method: 'PUT', ...(version && { version }) },
      })
    expect((await put()).status).toBe(428)
    expect((await put('"9"')).status).toBe(409)
    expect((await put('"1"')).headers.get('ETag')).toBe('"2"')
    const drop = (id: string) => api(`standards/draft/standards/${id}/drop`, {}, { version: '"2"' })
    expect((await drop('nothing')).status).toBe(404)
    const past = { effectiveFrom: '2020-01-01T00:00:00+08:00' }
    expect((await api('standards/draft/publish', past, { version: '"2"' })).status).toBe(422)
    const naked = { effectiveFrom: '2027-01-01T00:00:00' }
    expect((await api('standards/draft/publish', naked, { version: '"2"' })).status).toBe(422)
    const at2 = await api('standards/draft/publish', { effectiveFrom: null }, { version: '"2"' })
    expect(await at2.json()).toMatchObject({
      set: { version: 2, status: 'published' },
      draft: null,
    })
    const now = await ask('/api/v1/standards/no-repeat')
    expect(await now.json()).toMatchObject({ edition: { version: 2 }, standard: { target: 2 } })
  })

  it('name the minimum that keeps a draft from being published', async () => {
    await putEdition()
    await api('standards/draft', { number: 'FX-S-2' })
    const { id: _id, ...tight } = aStandard({ threshold: 30 })
    await api('standards/draft/standards/one-hour', tight, { method: 'PUT', version: '"1"' })
    const answer = await api('standards/draft/publish', { effectiveFrom: null }, { version: '"2"' })
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({
      ...{ code: 'set_faults', faults: [{ id: 'bench-hour', code: 'laxer_than_promise' }] },
    })
  })

  it('refuse a standard that is none, field by field', async () => {
    await putEdition()
    await api('standards/draft', { number: 'FX-S-2' })
    const wrong = { ...BODY, title: { en: '' }, kpi: 'charm' }
    const said = { method: 'PUT', version: '"1"' }
    const answer = await api('standards/draft/standards/no-repeat', wrong, said)
    expect(answer.status).toBe(422)
    const { errors } = (await answer.json()) as { errors: { field: string }[] }
    expect(errors.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['title.en', 'title.zh-CN', 'kpi']),
    )
    expect((await api('standards/draft/standards/A_B', BODY, said)).status).toBe(422)
  })

  it('are only read by everybody else of the staff, without the draft', async () => {
    await putEdition()
    await api('standards/draft', { number: 'FX-S-2' })
    const who = await signedIn([at('counter', 'HZ-001')], { key: 'counter' })
    const seen = await api('standards', undefined, { who })
    expect(await seen.json()).toMatchObject({ set: { version: 1 }, draft: null })
    expect((await api('standards/draft', { number: 'X-3' }, { who })).status).toBe(403)
  })
})

describe('pledges over the API', () => {
  const WISH = { place: 'outlet/HZ-001', standardId: 'one-hour', version: 0, from: null }
  const manager = () => signedIn([at('outlet_manager', 'HZ-001')], { key: 'manager' })

  it('are given, shown with their version, and taken back', async () => {
    await putEdition()
    const who = await manager()
    const given = await api('pledges', { ...WISH, threshold: 45, target: 90 }, { who })
    expect(await given.json()).toEqual({ pledge: { version: 1 } })
    const shown = await api('pledges?place=outlet/HZ-001', undefined, { who })
    const { standards } = (await shown.json()) as { standards: object[] }
    expect(standards[0]).toMatchObject({ id: 'one-hour', version: 1, threshold: 45 })
    const { from: _from, ...back } = { ...WISH, version: 1 }
    expect((await api('pledges/withdraw', back, { who })).status).toBe(200)
    const { results } = await env.HUB.prepare(
      `SELECT type, version FROM events WHERE subject = 'pledge/outlet/HZ-001/one-hour'`,
    ).all()
    expect(results).toEqual([
      { type: 'pledge.made', version: 1 },
      { type: 'pledge.withdrawn', version: 2 },
    ])
  })

  it('are refused with the part that is laxer and the minimum', async () => {
    await putEdition()
    const answer = await api('pledges', { ...WISH, threshold: 45, target: 85 })
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({
      ...{ code: 'laxer_promise', parts: ['target'], minimum: { threshold: 60, target: 90 } },
    })
    const same = await api('pledges', { ...WISH, threshold: 60, target: 90 })
    expect(await same.json()).toMatchObject({ code: 'not_stricter' })
  })
})
