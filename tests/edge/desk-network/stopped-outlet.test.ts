import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { prepareMessage } from '#functions/messages/prepare-message.ts'
import { aCounter, aRequest, TOMORROW_AT_TEN } from '../support/a-counter.ts'
import { fillHub } from '../support/a-hub.ts'
import { asJson, aWorker } from '../support/a-worker.ts'
import { at, everywhere, type SignedInStaff, signedIn } from '../support/signed-in.ts'
import { theSources } from '../support/the-sources.ts'

const DAY_MS = 86_400_000
const ask = aWorker({})
let admin: SignedInStaff
let manager: SignedInStaff
let tomorrow: string
let later: string

async function booked(startsAt: number, phone: string): Promise<string> {
  const contact = { name: 'Demo Customer', phone, locale: 'en' }
  const request = aRequest({ startsAt: new Date(startsAt).toISOString(), contact })
  const answer = await ask('/api/v1/bookings', asJson(request))
  const { repair } = (await answer.json()) as { repair: { code: string } }
  return repair.code.replaceAll('-', '')
}

beforeEach(async () => {
  await fillHub([aCounter()])
  admin = await signedIn([everywhere('hq_admin')], { key: 'admin' })
  manager = await signedIn([at('outlet_manager', 'HZ-001')], { key: 'manager' })
  tomorrow = await booked(TOMORROW_AT_TEN, '13800138000')
  later = await booked(TOMORROW_AT_TEN + 5 * DAY_MS, '13900139000')
})

const operate = async (act: string, body: object, version: number) => {
  const init = asJson(body)
  const headers = { ...(init.headers as object), Cookie: admin.cookie, 'If-Match': `"${version}"` }
  const answer = await ask(`/api/v1/desk/outlets/HZ-001/${act}`, { ...init, headers })
  expect(answer.status).toBe(200)
}
const suspend = (version = 1) =>
  operate('suspend', { from: '2026-11-19', until: '2026-11-21' }, version)

const told = async () => {
  const { results } = await env.HUB.prepare(
    `SELECT subject, version, template FROM outbox WHERE template = 'visit_stopped' ORDER BY subject`,
  ).all<{ subject: string; version: number; template: string }>()
  return results
}

const stranded = async (who: SignedInStaff) => {
  const headers = { Cookie: who.cookie }
  const answer = await ask('/api/v1/desk/outlets/HZ-001/today', { headers })
  const { stranded: visits } = (await answer.json()) as { stranded: { code: string }[] }
  return visits.map(({ code }) => code.replaceAll('-', ''))
}

describe('an outlet that stops its work', () => {
  it('counts beforehand what it leaves to somebody', async () => {
    const left = async (query: string) => {
      const path = `/api/v1/desk/outlets/HZ-001/left-behind?${query}`
      return (await (await ask(path, { headers: { Cookie: admin.cookie } })).json()) as object
    }
    const days = 'from=2026-11-19&until=2026-11-21'
    expect(await left(days)).toEqual({ leftBehind: { visits: 1, phones: 0 } })
    expect(await left('forGood=true')).toEqual({ leftBehind: { visits: 2, phones: 0 } })
  })

  it('writes to whoever is booked in that time, and to nobody else', async () => {
    await suspend()
    expect((await told()).map(({ subject }) => subject)).toEqual([`booking/${tomorrow}`])
    const [message] = await told()
    const ready = message && (await prepareMessage(theSources(), message))
    expect(ready?.kind === 'ready' && ready.words.text).toMatch(/can't keep your visit on 19 Nov/)
  })

  it('puts them on its manager’s list, until they are moved', async () => {
    expect(await stranded(manager)).toEqual([])
    await suspend()
    expect(await stranded(manager)).toEqual([tomorrow])
    expect(await stranded(await signedIn([at('counter', 'HZ-001')]))).toEqual([])
    const page = await ask('/desk/?outlet=HZ-001', {
      headers: { Cookie: manager.cookie, Accept: 'text/html' },
    })
    expect(await page.text()).toContain(
      `href="/desk/visits/${tomorrow}/" id="stranded-${tomorrow}"`,
    )
    const startsAt = new Date(TOMORROW_AT_TEN + 6 * DAY_MS).toISOString()
    const init = asJson({ startsAt })
    const headers = { ...(init.headers as object), Cookie: manager.cookie, 'If-Match': '"1"' }
    const moved = await ask(`/api/v1/desk/bookings/${tomorrow}/actions/move`, { ...init, headers })
    expect(moved.status).toBe(200)
    expect(await stranded(manager)).toEqual([])
  })

  it('writes once, and not at all where it is true no more', async () => {
    await suspend()
    const [message] = await told()
    await operate('resume', {}, 2)
    expect(message && (await prepareMessage(theSources(), message))).toEqual({
      ...{ kind: 'gone', why: 'out_of_date' },
    })
    await suspend(3)
    expect(await told()).toHaveLength(1)
  })

  it('says sorry for a visit that is cancelled because of it, and only for such a one', async () => {
    await suspend()
    const cancel = async (code: string) => {
      const init = asJson({})
      const headers = { ...(init.headers as object), Cookie: manager.cookie, 'If-Match': '"1"' }
      const path = `/api/v1/desk/bookings/${code}/actions/cancel`
      expect((await ask(path, { ...init, headers })).status).toBe(200)
      const { results } = await env.HUB.prepare(
        `SELECT template FROM outbox WHERE subject LIKE '%/' || ?1 AND template LIKE '%cancelled'`,
      )
        .bind(code)
        .all<{ template: string }>()
      return results.map(({ template }) => template)
    }
    expect(await cancel(tomorrow)).toEqual(['visit_cancelled'])
    const event = await env.HUB.prepare(
      'SELECT data FROM events WHERE subject = ?1 AND version = 2',
    )
      .bind(`booking/${tomorrow}`)
      .first<{ data: string }>()
    const { by, alternatives } = JSON.parse(event?.data ?? '{}')
    const reopens = Date.parse('2026-11-21T09:00:00+08:00')
    const starts = [0, 30, 60].map((minutes) => reopens + minutes * 60_000)
    expect([by, alternatives]).toEqual([
      'outlet',
      starts.map((startsAt) => ({ outlet: 'HZ-001', startsAt })),
    ])
    expect(await cancel(later)).toEqual(['cancelled'])
  })

  it('that closes for good writes to everybody who is still booked', async () => {
    await operate('close', { on: '2026-11-18' }, 1)
    const subjects = [`booking/${tomorrow}`, `booking/${later}`].sort()
    expect((await told()).map(({ subject }) => subject)).toEqual(subjects)
    expect(await stranded(manager)).toEqual([tomorrow, later])
  })
})
