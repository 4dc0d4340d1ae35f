import { beforeEach, describe, expect, it } from 'vitest'
import { checkSymbol, spellCode } from '#domain/identifiers/crockford.ts'
import { readTicketCode } from '#domain/identifiers/ticket-code.ts'
import type { Actor } from '#domain/repairs/actor.ts'
import type { RepairAction } from '#domain/repairs/repair-action.ts'
import { carryStep } from '#functions/http/carry-step.ts'
import { actOnRepair } from '#functions/repairs/act-on-repair.ts'
import { linkToken } from '#functions/repairs/link-token.ts'
import { showRepair } from '#functions/repairs/show-repair.ts'
import { aCounter, aMailInCentre, aRequest } from '../support/a-counter.ts'
import { countOf, fillHub } from '../support/a-hub.ts'
import { type Ask, asForm, asJson, aWorker, indexFile, NOW } from '../support/a-worker.ts'
import { theSources } from '../support/the-sources.ts'

const DAY_MS = 86_400_000
const UNKNOWN = `00ABCDEFGHJK${checkSymbol('00ABCDEFGHJK')}`
const outlets = [aCounter(), aMailInCentre()]
let ask: Ask
let now = NOW
let log: string[] = []

beforeEach(async () => {
  now = NOW
  log = []
  const seq = await fillHub(outlets)
  const files = { '/data/outlets/index.json': indexFile(outlets, seq) }
  ask = aWorker({ now: () => now, files, log })
})

const STAFF: Actor = {
  id: 'stf_demo',
  roles: ['counter', 'bench', 'outlet_manager', 'agent'],
  via: 'desk',
}

async function act(code: string, action: RepairAction): Promise<void> {
  const step = { code, action, expectedVersion: null, actor: STAFF, happenedAt: null, key: null }
  const outcome = await carryStep(() => actOnRepair(theSources({ now }), step))
  expect(outcome).toMatchObject({ kind: 'done' })
}

const PERSONAL = {
  contact: { name: 'Demo Customer', phone: '13800138000', locale: 'en' },
  fault: { code: 'screen', text: 'It fell from the balcony' },
  device: { model: 'f2', imei: '490154203237518' },
}

async function booked(): Promise<string> {
  const answer = await ask('/api/v1/bookings', asJson(aRequest(PERSONAL)))
  const { repair } = (await answer.json()) as { repair: { code: string } }
  return readTicketCode(repair.code) ?? ''
}

const RECEIVE: RepairAction = {
  type: 'receive',
  isAnnounced: true,
  condition: ['scratched'],
  accessories: [],
  coverage: 'in_warranty',
  promisedAt: NOW + 2 * DAY_MS,
  arrivedAt: null,
  ceiling: null,
  repeatOf: null,
}

async function received(): Promise<string> {
  const code = await booked()
  await act(code, RECEIVE)
  return code
}

const QUOTE: RepairAction = {
  type: 'ask',
  kind: 'price',
  lines: [{ item: 'screen', amountMinor: 39900 }],
  currency: 'CNY',
  declineCostMinor: 3000,
  notCovered: 'impact',
  continueTo: { status: 'repairing' },
  faultCode: 'screen',
  coverage: 'customer_pays',
}

async function asked(): Promise<string> {
  const code = await received()
  await act(code, { type: 'diagnose' })
  await act(code, QUOTE)
  return code
}

const THROUGH_THE_WORKSHOP: readonly RepairAction[] = [
  RECEIVE,
  { type: 'start', faultCode: 'screen', coverage: 'in_warranty' },
  {
    type: 'finish',
    faultCode: 'screen',
    work: 'replaced',
    parts: ['screen-f2'],
    oldPart: 'kept',
    boardChanged: false,
  },
  { type: 'pass_check', functionTest: ['touch', 'call'], override: null },
  { type: 'post_back', courier: 'sf', tracking: 'SF87654321' },
]

const versionOf = async (code: string): Promise<number | undefined> =>
  (await showRepair(theSources(), code))?.repair.version

const cookieOf = (answer: Response): string => answer.headers.get('Set-Cookie')?.split(';')[0] ?? ''

const lookUp = (code: string, phoneLast4 = '8000', prefix = '') =>
  ask(`${prefix}/repairs/`, asForm({ code, phoneLast4 }))

const byCode = async (code: string): Promise<string> => cookieOf(await lookUp(code))

async function byLink(code: string, askVersion: number | null = null): Promise<string> {
  const purpose = askVersion === null ? 'status' : 'answer'
  const token = await linkToken(theSources().keys, { code, purpose, askVersion })
  return cookieOf(await ask(`/t/${token}`, asForm({})))
}

const read = async (cookie: string, path = '/repairs/status/'): Promise<string> =>
  await (await ask(path, { headers: { Cookie: cookie } })).text()

const CONFIRMED = ['decline', 'withdraw', 'cancel', 'delivered']

/** Sends the form that a page shows for a step, with what it holds. */
async function send(cookie: string, step: string, fields: Readonly<Record<string, string>> = {}) {
  const form = CONFIRMED.includes(step) ? `/repairs/confirm/${step}/` : '/repairs/status/'
  const hidden = (await read(cookie, form)).matchAll(
    /<input type="hidden" name="(\w+)" value="([^"]*)"/g,
  )
  const held = Object.fromEntries([...hidden].map(([, name, value]) => [name, value]))
  const sent = asForm({ ...held, ...fields }, { Cookie: cookie })
  return await ask(`/repairs/actions/${step}`, sent)
}

const plain = (html: string): string => html.replace(/\u00a0/g, ' ').replace(/<[^>]+>/g, '\n')

describe('looking up', () => {
  it('opens a repair by its code and digits, however they are typed', async () => {
    const code = await received()
    const typed = spellCode(code).toLowerCase().replaceAll('-', ' ')
    const answer = await lookUp(typed, '８０００')
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/repairs/status/'])
    const text = plain(await read(cookieOf(answer)))
    expect(text).toContain('We have your phone')
    expect(text).toContain('Hangzhou Demo Service Centre 1')
    expect(text).toContain(spellCode(code))
  })

  it('shows nothing personal, and lets nobody keep or list it', async () => {
    const code = await asked()
    for (const cookie of [await byCode(code), await byLink(code, 1)]) {
      const answer = await ask('/repairs/status/', { headers: { Cookie: cookie } })
      expect(answer.headers.get('Cache-Control')).toBe('no-store')
      expect(answer.headers.get('X-Robots-Tag')).toBe('noindex')
      expect(await answer.text()).not.toMatch(/Demo Customer|138001|balcony|4901542|stf_|scratched/)
    }
    expect(log.join()).not.toContain(code)
  })

  it('tells a mistyped code by its field, and asks no database', async () => {
    const answer = await lookUp('7K3M-9QXF-2T8B-W', '80')
    expect(answer.status).toBe(422)
    const text = await answer.text()
    expect(text).toContain('id="ticket-code-error"')
    expect(text).toContain('id="phone-digits-error"')
    expect(log.at(-1)).toContain('"trips":0')
  })

  it('answers wrong digits and an unknown code alike, in both languages', async () => {
    const code = await booked()
    for (const prefix of ['', '/zh']) {
      const alike = async (typed: string) => {
        const answer = await lookUp(typed, '1234', prefix)
        const headers = [...answer.headers].filter(([name]) => name !== 'x-request-id')
        return [answer.status, headers, (await answer.text()).replace(typed, '')]
      }
      expect(await alike(code)).toEqual(await alike(UNKNOWN))
    }
  })

  it('locks a code after five misses, known or not, but never its link', async () => {
    const code = await booked()
    for (const typed of [code, UNKNOWN]) {
      for (let miss = 0; miss < 5; miss++) await lookUp(typed, '0000')
    }
    const alike = async (typed: string) => {
      const answer = await lookUp(typed)
      return [answer.status, (await answer.text()).replace(typed, '')]
    }
    const locked = await alike(code)
    expect(locked).toEqual(await alike(UNKNOWN))
    expect(locked[0]).toBe(429)
    expect(locked[1]).toContain('Wait an hour')
    expect(plain(await read(await byLink(code)))).toContain('Booked. Bring your phone on')
  })

  it.each([['/repairs/status/'], ['/repairs/confirm/withdraw/'], ['/zh/repairs/status/']])(
    'leads from %s to the form without a ticket',
    async (path) => {
      const answer = await ask(path)
      const form = path.startsWith('/zh') ? '/zh/repairs/' : '/repairs/'
      expect([answer.status, answer.headers.get('Location')]).toEqual([303, form])
      const forged = await ask(path, {
        headers: { Cookie: '__Host-ticket=7K3M9QXF2T8BV.link.1.9e15.x' },
      })
      expect(forged.status).toBe(303)
    },
  )

  it('offers the repair that is open already', async () => {
    const code = await booked()
    const text = plain(await read(await byCode(code), '/repairs/')).replace(/\n+/g, '')
    expect(text).toContain(`Your repair ${spellCode(code)}`)
  })
})

describe('the link in a message', () => {
  it('shows one button and nothing else, whatever the token', async () => {
    const code = await booked()
    const token = await linkToken(theSources().keys, { code, purpose: 'status', askVersion: null })
    const show = async (path: string) => {
      const answer = await ask(path)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('Cache-Control')).toBe('no-store')
      expect(answer.headers.get('Referrer-Policy')).toBe('no-referrer')
      expect(answer.headers.get('X-Robots-Tag')).toBe('noindex')
      expect(answer.headers.get('Set-Cookie')).toBeNull()
      expect(log.at(-1)).toContain('"trips":0')
      return (await answer.text()).replaceAll(path, '')
    }
    expect(await show(`/t/${token}`)).toBe(await show('/t/AAAAAAAAAAAAAAAAAAAAAA'))
    await ask(`/t/${token}`, asForm({}))
    expect(log.join()).not.toContain(token)
  })

  it('opens the repair in the language of the link', async () => {
    const code = await booked()
    const token = await linkToken(theSources().keys, { code, purpose: 'status', askVersion: null })
    const answer = await ask(`/zh/t/${token}`, asForm({}))
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/zh/repairs/status/'])
    expect(plain(await read(cookieOf(answer), '/zh/repairs/status/'))).toContain('到店')
  })

  it('says when it opens nothing any more, and offers the form', async () => {
    const answer = await ask('/t/AAAAAAAAAAAAAAAAAAAAAA', asForm({}))
    expect(answer.status).toBe(410)
    expect(answer.headers.get('Set-Cookie')).toBeNull()
    expect(await answer.text()).toContain('id="ticket-code"')
  })
})

describe('answering an ask', () => {
  it('says price, reason and cost of a no, and takes a yes by the link of that ask', async () => {
    const code = await asked()
    const cookie = await byLink(code, 1)
    const page = plain(await read(cookie))
    for (const said of ['¥399', 'It fell or was hit.', 'That costs ¥30.', 'Answer by']) {
      expect(page).toContain(said)
    }
    const answer = await send(cookie, 'accept')
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/repairs/status/'])
    expect(plain(await read(cookie))).toContain('Being repaired')
  })

  it('takes no answer from code and digits, nor from the link of an older ask', async () => {
    const code = await asked()
    const cookies = [await byCode(code), await byLink(code), await byLink(code, 1)]
    await act(code, { ...QUOTE, declineCostMinor: 0 })
    for (const cookie of cookies) {
      const page = await read(cookie)
      expect(page).not.toContain('/repairs/actions/accept')
      expect(page).toContain('/repairs/lost/')
      const answer = await send(cookie, 'accept', { askVersion: '2', version: '5' })
      expect(answer.status).toBe(403)
      expect(await answer.text()).toContain('data-notice="link_needed"')
    }
    expect(plain(await read(cookies[0] ?? ''))).toContain('We need your answer by')
  })

  it('asks before it declines, saying the cost first', async () => {
    const cookie = await byLink(await asked(), 1)
    expect(plain(await read(cookie, '/repairs/confirm/decline/'))).toContain('This costs ¥30.')
    expect((await send(cookie, 'decline', { reason: 'too_expensive' })).status).toBe(303)
    const page = plain(await read(cookie))
    expect(page).toContain('Not repaired. Ready to collect')
    expect(page).toContain('To pay: ¥30.')
  })
})

describe('other steps', () => {
  it('changes nothing when the repair moved on meanwhile, and says so', async () => {
    const code = await received()
    const cookie = await byCode(code)
    await act(code, { type: 'diagnose' })
    const answer = await send(cookie, 'withdraw', { version: '2' })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('data-notice="stale"')
    expect(plain(await read(cookie))).toContain('Finding the fault')
  })

  it('takes a form that is sent twice once', async () => {
    const code = await received()
    const cookie = await byCode(code)
    const form = { version: '2', commandId: 'twice' }
    const answers = [await send(cookie, 'withdraw', form), await send(cookie, 'withdraw', form)]
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect(await versionOf(code)).toBe(3)
  })

  it('cancels repair and visit together, and offers to book again', async () => {
    const cookie = await byCode(await booked())
    expect(plain(await read(cookie, '/repairs/confirm/cancel/'))).toContain('Nothing is to pay')
    expect((await send(cookie, 'cancel')).status).toBe(303)
    const page = await read(cookie)
    expect(page).toContain('href="/book/"')
    expect(page).not.toContain('/book/move/')
  })

  it('refuses what is not possible now with the status as it stands', async () => {
    const cookie = await byCode(await booked())
    const answer = await send(cookie, 'delivered', { version: '1' })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('data-notice="refused"')
    const confirm = await ask('/repairs/confirm/delivered/', { headers: { Cookie: cookie } })
    expect([confirm.status, confirm.headers.get('Location')]).toEqual([303, '/repairs/status/'])
  })

  it('refuses a form that stands on another site', async () => {
    const cookie = await byCode(await booked())
    const foreign = asForm({ version: '1' }, { Cookie: cookie, 'Sec-Fetch-Site': 'cross-site' })
    expect((await ask('/repairs/actions/cancel', foreign)).status).toBe(403)
  })
})

describe('by mail', () => {
  async function requested(): Promise<string> {
    const contact = { ...PERSONAL.contact, address: '1 Demo Road' }
    const { device, fault } = PERSONAL
    const body = { outletCode: 'HZ-900', device, fault, contact, consent: true, wayBack: 'post' }
    const answer = await ask('/api/v1/repairs', asJson(body))
    const { repair } = (await answer.json()) as { repair: { code: string } }
    return readTicketCode(repair.code) ?? ''
  }

  it('takes the number of the parcel, and asks again for what can’t be one', async () => {
    const cookie = await byCode(await requested())
    const wrong = await send(cookie, 'post', { courier: 'sf', tracking: 'my door' })
    expect(wrong.status).toBe(422)
    const text = await wrong.text()
    expect(text).toContain('id="tracking-error"')
    expect(text).toContain('value="MYDOOR"')
    expect((await send(cookie, 'post', { courier: 'van', tracking: 'SF123456' })).status).toBe(422)
    const right = await send(cookie, 'post', { courier: 'jd', tracking: 'jdv 0123-4567' })
    expect(right.status).toBe(303)
    const page = plain(await read(cookie))
    for (const said of ['On its way to us', 'JD Logistics', 'JDV0123-4567']) {
      expect(page).toContain(said)
    }
  })

  it('closes when the customer has it, and says until when the repair is guaranteed', async () => {
    const code = await requested()
    const cookie = await byCode(code)
    await send(cookie, 'post', { courier: 'sf', tracking: 'SF12345678' })
    for (const action of THROUGH_THE_WORKSHOP) await act(code, action)
    expect(plain(await read(cookie, '/zh/repairs/status/'))).toContain('已寄出，运输途中')
    expect((await send(cookie, 'delivered')).status).toBe(303)
    const page = plain(await read(cookie))
    expect(page).toContain('Repaired and returned')
    expect(page).toContain('The repair is guaranteed until Fri 18 Dec.')
    expect(page).toContain('screen')
  })
})

describe('a lost code', () => {
  it('answers the same for a number with repairs and one without', async () => {
    await booked()
    const lost = async (phone: string) => {
      const answer = await ask('/repairs/lost/', asForm({ phone }))
      const headers = [...answer.headers].filter(([name]) => name !== 'x-request-id')
      return [answer.status, headers, await answer.text()]
    }
    const before = await countOf('outbox')
    expect(await lost('138 0013 8000')).toEqual(await lost('139 0013 9000'))
    expect(await countOf('outbox')).toBe(before + 1)
  })

  it.each([
    ['', 'Type the phone number.'],
    ['12', 'This can’t be a phone number.'],
  ])('asks again for %s', async (phone, said) => {
    const answer = await ask('/repairs/lost/', asForm({ phone }))
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(said)
  })
})
