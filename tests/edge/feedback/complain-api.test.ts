import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { readTicketCode } from '#domain/identifiers/ticket-code.ts'
import { aCounter } from '../support/a-counter.ts'
import { countOf, fillHub } from '../support/a-hub.ts'
import { type Ask, asJson, aWorker, indexFile } from '../support/a-worker.ts'

const outlets = [aCounter()]
const SAID = {
  ...{
    words: 'Three weeks for a battery.',
    cause: 'too_slow',
    outletCode: 'hz-001',
    locale: 'zh-CN',
  },
  contact: { reach: '13800138000', name: 'Li Lei', consent: true },
}
let ask: Ask

beforeEach(async () => {
  const seq = await fillHub(outlets)
  ask = aWorker({ files: { '/data/outlets/index.json': indexFile(outlets, seq) } })
})

const complain = async (over: object = {}, key = 'k1') => {
  const init = asJson({ ...SAID, ...over })
  const headers = { ...(init.headers as Record<string, string>), 'Idempotency-Key': key }
  const answer = await ask('/api/v1/complaints', { ...init, headers })
  const body = (await answer.json()) as {
    readonly complaint?: { readonly code: string; readonly link: string | null }
    readonly errors?: readonly { readonly field: string }[]
  }
  return { status: answer.status, ...body }
}

describe('a complaint by the API', () => {
  it('is registered once under one key, with nothing personal in its state', async () => {
    const [first, again] = [await complain(), await complain()]
    expect(first.status).toBe(200)
    expect(first.complaint).toEqual(again.complaint)
    expect(await countOf('complaints')).toBe(1)
    const row = await env.HUB.prepare('SELECT outlet_code, state FROM complaints').first<{
      readonly outlet_code: string
      readonly state: string
    }>()
    expect(row?.outlet_code).toBe('HZ-001')
    expect(row?.state).not.toMatch(/battery|Li Lei|13800138000/)
    expect((await complain({ words: 'Something else.' })).status).toBe(422)
  })

  it('is found by who complained, with code and contact', async () => {
    const code = (await complain()).complaint?.code ?? ''
    const found = await ask('/api/v1/feedback/lookup', asJson({ code, contact: '8000' }))
    expect(await found.json()).toMatchObject({ found: { kind: 'complaint' } })
    expect(readTicketCode(code)).not.toBeNull()
  })

  it('hands the link out to whom nothing can be sent, and to nobody else', async () => {
    expect((await complain()).complaint?.link).toBeNull()
    const { complaint } = await complain({ contact: null }, 'k2')
    expect(complaint?.link).toMatch(/^https:\/\/fixpoint\.example\/t\/[\w-]{22}$/)
  })

  it.each([
    ['words', { words: ' ' }],
    ['cause', { cause: 'sadness' }],
    ['contact.reach', { contact: { reach: '12', consent: true } }],
    ['contact.consent', { contact: { reach: '13800138000' } }],
  ])('is refused with the field that is wrong: %s', async (field, over) => {
    const { status, errors } = await complain(over)
    expect(status).toBe(422)
    expect(errors?.[0]?.field).toBe(field)
    expect(await countOf('complaints')).toBe(0)
  })

  it('is refused about an outlet that is not there', async () => {
    expect((await complain({ outletCode: 'XX-999' })).status).toBe(404)
  })
})
