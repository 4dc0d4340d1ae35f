import { describe, expect, it } from 'vitest'
import type { Outgoing } from '#functions/messages/adapters/adapter.ts'
import { chooseAdapter, type MessageBindings } from '#functions/messages/adapters/choose-adapter.ts'

const NOW = Date.UTC(2026, 9, 1, 2)
const SECRET = `whsec_${btoa('0123456789abcdef01234567')}`
const URL = 'https://gateway.example/messages'

const message: Outgoing = {
  id: 'repair/7K3M9QXF2T8BV/4/answer_needed',
  to: { phone: '+8613800138000', email: 'li@mail.example' },
  template: 'answer_needed',
  variables: { time: '3 Oct, 18:00', link: 'https://fixpoint.example/t/a' },
  locale: 'en',
  signature: 'Fixpoint:',
  text: 'Fixpoint: We need your answer by 3 Oct, 18:00',
  email: { subject: 'Your repair', text: 'We need your answer' },
}

type Call = { readonly url: string; readonly init: RequestInit }

function adapterOf(bindings: MessageBindings, answer: () => Response | Promise<Response>) {
  const calls: Call[] = []
  const lines: string[] = []
  const adapter = chooseAdapter(bindings, {
    now: () => NOW,
    fetch: async (url, init) => {
      calls.push({ url, init })
      return await answer()
    },
    writeLine: (line) => void lines.push(line),
    senderName: 'Fixpoint',
  })
  return { adapter, calls, lines }
}
const ok = () => new Response(null, { status: 202 })
const hook = { MESSAGE_ADAPTER: 'webhook', WEBHOOK_URL: URL, WEBHOOK_SECRET: SECRET }

describe('the log', () => {
  it('is the way out where none is chosen, and says what kind of message, not whose', async () => {
    const { adapter, lines } = adapterOf({}, ok)
    expect(await adapter(message)).toEqual({ ok: true })
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { level: 'info', message: 'answer_needed' },
    ])
  })
})

async function hmac(signed: string): Promise<string> {
  const bytes = new TextEncoder().encode('0123456789abcdef01234567')
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', bytes, algorithm, false, ['sign'])
  const mac = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(signed))
  return btoa(String.fromCharCode(...new Uint8Array(mac)))
}

describe('the webhook', () => {
  it('posts template, variables and text under a signature of the standard', async () => {
    const { adapter, calls } = adapterOf(hook, ok)
    expect(await adapter(message)).toEqual({ ok: true })
    const [call] = calls
    const body = String(call?.init.body)
    const headers = new Headers(call?.init.headers)
    expect(call?.url).toBe(URL)
    expect(call?.init.redirect).toBe('manual')
    const { email: _, ...data } = message
    expect(JSON.parse(body)).toEqual({
      type: 'message.due',
      timestamp: '2026-10-01T02:00:00.000Z',
      data,
    })
    const seconds = NOW / 1000
    expect(headers.get('webhook-id')).toBe(message.id)
    expect(headers.get('webhook-timestamp')).toBe(String(seconds))
    expect(headers.get('webhook-signature')).toBe(
      `v1,${await hmac(`${message.id}.${seconds}.${body}`)}`,
    )
  })

  it.each([
    [500, false],
    [429, false],
    [302, false],
    [410, true],
  ])('takes %i as a refusal, final: %s', async (status, final) => {
    const { adapter } = adapterOf(hook, () => new Response('+8613800138000', { status }))
    expect(await adapter(message)).toEqual({ ok: false, error: `http_${status}`, final })
  })

  it('tells a gateway that answers too late from one that can’t be reached', async () => {
    const late = adapterOf(hook, () => Promise.reject(new DOMException('late', 'TimeoutError')))
    expect(await late.adapter(message)).toMatchObject({ error: 'timeout', final: false })
    const gone = adapterOf(hook, () => Promise.reject(new TypeError('fetch failed')))
    expect(await gone.adapter(message)).toMatchObject({ error: 'unreachable', final: false })
  })
})

describe('e-mail', () => {
  const mailbox = (send: (mail: unknown) => Promise<unknown>) => ({
    MESSAGE_ADAPTER: 'email',
    EMAIL: { send } as unknown as SendEmail,
    EMAIL_FROM: 'service@fixpoint.example',
  })

  it('sends a plain letter to the address that was given', async () => {
    const sent: unknown[] = []
    const { adapter } = adapterOf(
      mailbox(async (mail) => sent.push(mail)),
      ok,
    )
    expect(await adapter(message)).toEqual({ ok: true })
    expect(sent).toEqual([
      expect.objectContaining({
        from: { name: 'Fixpoint', email: 'service@fixpoint.example' },
        to: 'li@mail.example',
        subject: 'Your repair',
        text: 'We need your answer',
      }),
    ])
  })

  it('says so where no address was given, and tries again where the mail is refused', async () => {
    const { adapter } = adapterOf(
      mailbox(() => Promise.reject(new Error('quota'))),
      ok,
    )
    const nobody = { ...message, to: { ...message.to, email: null } }
    expect(await adapter(nobody)).toEqual({ ok: false, error: 'no_address', final: true })
    expect(await adapter(message)).toEqual({ ok: false, error: 'mail_refused', final: false })
  })
})

it.each<[string, MessageBindings]>([
  ['an unknown way', { MESSAGE_ADAPTER: 'pigeon' }],
  ['mail without a mailbox', { MESSAGE_ADAPTER: 'email', EMAIL_FROM: 'a@b' }],
  ['a webhook without an address', { ...hook, WEBHOOK_URL: '' }],
  ['a webhook in the open', { ...hook, WEBHOOK_URL: 'http://gateway.example/' }],
  ['a webhook with a short secret', { ...hook, WEBHOOK_SECRET: 'whsec_c2hvcnQ=' }],
  ['a webhook with a secret of another kind', { ...hook, WEBHOOK_SECRET: 'x'.repeat(40) }],
])('refuses to begin with %s', (_, bindings) => {
  expect(() => adapterOf(bindings, ok)).toThrow()
})
