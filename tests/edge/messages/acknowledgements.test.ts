import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import config from '#config'
import { customerActor } from '#domain/complaints/complaint-actor.ts'
import { registerComplaint } from '#functions/complaints/register-complaint.ts'
import { carryStep } from '#functions/http/carry-step.ts'
import { deliverDue } from '#functions/messages/deliver-due.ts'
import { listMessages } from '#functions/messages/list-messages.ts'
import { PEOPLE } from '#support/a-complaint.ts'
import { anOutlet } from '#support/an-outlet.ts'
import { fillHub } from '../support/a-hub.ts'
import { theSources } from '../support/the-sources.ts'
import { aReceiver, refusing } from './sent-messages.ts'

const HOUR_MS = 3_600_000
/** 10:00 and 23:00 in Shanghai. */
const MORNING = Date.UTC(2026, 10, 18, 2)
const NIGHT = Date.UTC(2026, 10, 18, 15)

beforeEach(() => fillHub([anOutlet({ code: 'HZ-001', zone: 'Asia/Shanghai' })]))

const sourcesAt = (now: number) => theSources({ now, config })

/** A complaint whose form, or whose hearer, named a number. */
async function told(now: number, dial = '+8613800138000', by = customerActor('link')) {
  const outcome = await carryStep(() =>
    registerComplaint(sourcesAt(now), {
      ...{ channel: 'web_form', formal: true, cause: null, urgent: null, source: null },
      ...{ outletCode: 'HZ-001', repairCode: null, receivedAt: now, locale: 'en' },
      ...{ zone: 'Asia/Shanghai', words: { said: 'Slow.' }, key: null, by },
      contact: { name: null, phone: { dial, display: dial }, email: null },
    }),
  )
  expect(outcome.kind).toBe('done')
}

async function sentAt(now: number): Promise<number> {
  const { adapter, taken } = aReceiver()
  await deliverDue(sourcesAt(now), adapter, { limit: 50 })
  return taken.length
}

const errors = async () => {
  const { results } = await env.HUB.prepare(
    "SELECT last_error FROM outbox WHERE state = 'dropped'",
  ).all<{ last_error: string }>()
  return results.map(({ last_error: error }) => error)
}

describe('the acknowledgement of a form', () => {
  it('goes to a number once within an hour, whoever names it how often', async () => {
    await told(MORNING)
    await told(MORNING)
    expect(await sentAt(MORNING)).toBe(1)
    expect(await errors()).toEqual(['contact_cap'])
    await told(MORNING + HOUR_MS - 1)
    expect(await sentAt(MORNING + HOUR_MS - 1)).toBe(0)
    await told(MORNING + HOUR_MS)
    expect(await sentAt(MORNING + HOUR_MS)).toBe(1)
  })

  it('goes to somebody else all the same', async () => {
    await told(MORNING)
    await told(MORNING, '+8613900139000')
    expect(await sentAt(MORNING)).toBe(2)
  })

  it('goes to a number no more than so often on a day', async () => {
    const most = config.booking.caps.acknowledgementsOfContact
    let sent = 0
    for (let hour = 0; hour < most + 3; hour++) {
      await told(MORNING + hour * HOUR_MS)
      sent += await sentAt(MORNING + hour * HOUR_MS)
    }
    expect(sent).toBe(most)
  })

  it('that failed is tried again: its own first try is not held against it', async () => {
    await told(MORNING)
    await deliverDue(sourcesAt(MORNING), refusing('http_503', false), { limit: 50 })
    expect(await sentAt(MORNING + HOUR_MS / 2)).toBe(1)
  })

  it('goes out at night to whoever just sent the form; of what we entered, in the morning', async () => {
    await told(NIGHT)
    expect(await sentAt(NIGHT)).toBe(1)
    await told(NIGHT, '+8613900139000', PEOPLE.agent)
    expect(await sentAt(NIGHT)).toBe(0)
    expect(await sentAt(NIGHT + 9 * HOUR_MS - 1)).toBe(0)
    expect(await sentAt(NIGHT + 9 * HOUR_MS)).toBe(1)
  })
})

it('shown in a demonstration leads to where the demonstration is served', async () => {
  await told(MORNING)
  const origin = 'http://127.0.0.1:9000'
  const listed = await listMessages(sourcesAt(MORNING), { most: 10, origin })
  expect(listed[0]?.text).toContain(`${origin}/t/`)
  expect(listed[0]?.text).not.toContain(config.siteUrl)
})
