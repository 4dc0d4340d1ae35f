import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { eachMinute } from '#functions/each-minute.ts'
import { aCounter } from '../support/a-counter.ts'
import { countOf, fillHub } from '../support/a-hub.ts'
import { putDraft, putEdition } from '../support/a-standard-set.ts'
import { asForm, asJson, aWorker, NOW } from '../support/a-worker.ts'
import { everywhere, type SignedInStaff, signedIn } from '../support/signed-in.ts'
import { theSources } from '../support/the-sources.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DECEMBER = Date.parse('2026-12-01T00:00+08:00')

const ask = aWorker({})
let quality: SignedInStaff
let answers: boolean[]
let asked: number[]

beforeEach(async () => {
  await fillHub([aCounter()])
  await putEdition()
  quality = await signedIn([everywhere('hq_quality')])
  answers = []
  asked = []
})

/** One run of the clock, whose hook answers what a test lines up, and yes when nothing is. */
async function minute(now: number): Promise<boolean> {
  const build = async () => {
    asked.push(now)
    return answers.shift() ?? true
  }
  const run = eachMinute(theSources({ now }), async () => ({ ok: true }), {
    ...{ build, dropMedia: null },
  })
  return await run.then(
    () => true,
    () => false,
  )
}

const post = (path: string, init: RequestInit) =>
  ask(path, {
    ...{ ...init, redirect: 'manual' },
    headers: { ...(init.headers as Record<string, string>), Cookie: quality.cookie },
  })

async function publish(effectiveFrom: string): Promise<void> {
  await putDraft()
  const said = { version: '1', sure: 'yes', effectiveFrom, commandId: crypto.randomUUID() }
  expect((await post('/desk/standards/publish/', asForm(said))).status).toBe(303)
}

const pledge = (place: string, from: string | null) =>
  post(
    '/api/v1/desk/pledges',
    asJson({
      ...{ place, standardId: 'one-hour', version: 0 },
      ...{ threshold: 45, target: 90, from },
    }),
  )

describe('a site that must say something else', () => {
  it('is asked for once, when the new edition takes effect', async () => {
    await publish('2026-12-01T00:00')
    await minute(NOW)
    await minute(DECEMBER - 1)
    expect(asked).toEqual([])
    await minute(DECEMBER)
    await minute(DECEMBER + MINUTE_MS)
    expect(asked).toEqual([DECEMBER])
    expect(await countOf('site_builds_due')).toBe(0)
  })

  it('is asked for once for all that takes effect by then, and again for what comes later', async () => {
    await publish('2026-12-01T00:00')
    expect((await pledge('outlet/HZ-001', null)).status).toBe(200)
    await minute(DECEMBER)
    expect(asked).toEqual([DECEMBER])
    const later = await pledge('region/cn-zhejiang', '2026-12-02T00:00:00+08:00')
    expect(later.status).toBe(200)
    await minute(DECEMBER + 24 * HOUR_MS)
    await minute(DECEMBER + 24 * HOUR_MS + MINUTE_MS)
    expect(asked).toEqual([DECEMBER, DECEMBER + 24 * HOUR_MS])
  })

  it('is asked for at once where an edition takes effect at once', async () => {
    await publish('2026-11-18T11:00')
    await minute(NOW)
    expect(asked).toEqual([NOW])
  })

  it('is asked for again until somebody takes it on, less and less often, and the failure is told', async () => {
    await publish('2026-12-01T00:00')
    answers = [false, false, false]
    const runs: boolean[] = []
    for (let later = 0; later <= 8; later++) runs.push(await minute(DECEMBER + later * MINUTE_MS))
    expect(asked.map((at) => (at - DECEMBER) / MINUTE_MS)).toEqual([0, 1, 3, 7])
    expect(runs).toEqual([false, false, true, false, true, true, true, true, true])
    expect(await countOf('site_builds_due')).toBe(0)
  })

  it('survives a call that breaks off, and is tried once an hour at least', async () => {
    await publish('2026-12-01T00:00')
    const broken = eachMinute(theSources({ now: DECEMBER }), async () => ({ ok: true }), {
      ...{ build: () => Promise.reject(new Error('gone')), dropMedia: null },
    })
    await expect(broken).rejects.toThrow('gone')
    await env.HUB.prepare('UPDATE site_builds_due SET tries = 500').run()
    answers = [false]
    await minute(DECEMBER + HOUR_MS)
    await minute(DECEMBER + 2 * HOUR_MS - 1)
    await minute(DECEMBER + 2 * HOUR_MS)
    expect(asked).toEqual([DECEMBER + HOUR_MS, DECEMBER + 2 * HOUR_MS])
  })

  it('waits where there is nothing that builds', async () => {
    await publish('2026-12-01T00:00')
    await eachMinute(theSources({ now: DECEMBER }), async () => ({ ok: true }))
    expect(await countOf('site_builds_due')).toBe(1)
  })
})
