import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { barsOf } from '#components/bookings/code-bars.tsx'
import { addDays } from '#domain/outlets/wall-time.ts'
import { aCounter, aMailInCentre, DAYTIME, TOMORROW_AT_TEN } from '../support/a-counter.ts'
import { countOf, fillHub } from '../support/a-hub.ts'
import { type Ask, asForm, aWorker, indexFile, NOW } from '../support/a-worker.ts'

const MINUTE_MS = 60_000
const NEAR = 'q=30.27,120.15'
const CHOICE = 'fault=screen&model=f2'
const outlets = [
  aCounter({ counterSeats: 1, benches: 1 }),
  aCounter({
    code: 'HZ-002',
    name: { en: 'Farther & open', 'zh-CN': '稍远' },
    lat: 30.4,
    services: { repair: 'done' },
    hours: { ...DAYTIME, days: { '2026-11-20': [] } },
  }),
  aMailInCentre({ name: { en: 'The mail-in centre', 'zh-CN': '寄修中心' } }),
]
let ask: Ask
let now = NOW

beforeEach(async () => {
  now = NOW
  const seq = await fillHub(outlets)
  ask = aWorker({ now: () => now, files: { '/data/outlets/index.json': indexFile(outlets, seq) } })
})

const page = async (path: string, init?: RequestInit) => {
  const answer = await ask(path, init)
  // Day and time never part: between them stands a space that doesn't break.
  const text = (await answer.text()).replaceAll('\u00a0', ' ')
  return { status: answer.status, text, headers: answer.headers }
}
const sent = (fields: Readonly<Record<string, string>>, cookie = ''): RequestInit => ({
  ...asForm(fields, { Cookie: cookie }),
  redirect: 'manual',
})
const CHOSEN = { fault: 'screen', model: 'f2', outlet: 'HZ-001', service: 'one_hour' }
const WHO = { name: 'Li Wei', phone: '13800138000', consent: 'yes', wayBack: 'collect' }

/** Presses a time; answers where that leads. */
async function hold(at = TOMORROW_AT_TEN, commandId = 'cmd_1'): Promise<string> {
  const answer = await ask('/book/hold', sent({ ...CHOSEN, at: String(at), commandId }))
  expect(answer.status).toBe(303)
  return answer.headers.get('Location') ?? ''
}
const fieldsOf = (address: string) =>
  Object.fromEntries(new URL(address, 'https://x.example').searchParams)
const book = (address: string, change: Readonly<Record<string, string>> = {}) =>
  ask('/book/contact/', sent({ ...fieldsOf(address), ...WHO, commandId: 'cmd_2', ...change }))
const cookieOf = (answer: Response): string =>
  (answer.headers.get('Set-Cookie') ?? '').split(';')[0] ?? ''

async function booked(): Promise<string> {
  const answer = await book(await hold())
  expect(answer.headers.get('Location')).toBe('/book/done/')
  return cookieOf(answer)
}
const holding = (cookie: string): RequestInit => ({ headers: { Cookie: cookie } })

describe('what is wrong, where and when', () => {
  it('tells time and price of each fault, and keeps the outlet that was chosen before', async () => {
    const { text } = await page('/book/?outlet=HZ-001')
    expect(text).toContain('from ¥259')
    expect(text).toContain('You are booking at Hangzhou Demo Service Centre 1')
    expect(text).toMatch(/<input type="hidden" name="outlet" value="HZ-001"/)
    expect(text).toContain('<title>Step 1 of 3: What is wrong · Book a repair · Fixpoint</title>')
  })

  it.each([
    ['', 'Choose what is wrong.'],
    ['fault=screen', 'Choose your phone'],
    ['fault=no_fault&model=f2', 'Choose what is wrong.'],
    ['fault=camera&model=w1', 'This device can’t have this fault'],
  ])('says what is missing of "%s" and leads to the field', async (query, words) => {
    const { status, text } = await page(`/book/where/?${query}`)
    expect(status).toBe(422)
    expect(text).toContain(words)
    expect(text).toContain('<title>Error: Step 1 of 3')
    expect(text).toMatch(/<a href="#(?:fault|model)">/)
  })

  it('shows price and warranty before anything personal is asked', async () => {
    const { text } = await page(`/book/where/?${CHOICE}`)
    expect(text).toContain('¥399 to ¥549 if you pay yourself')
    expect(text).toContain('usually not covered')
    expect(text).not.toMatch(/name="(?:phone|name)"/)
  })

  it('sets the nearest, the soonest and mail side by side, within the hour only where it is done so', async () => {
    await ask('/book/hold', sent({ ...CHOSEN, at: String(NOW + 60 * MINUTE_MS), commandId: 'a' }))
    const { text } = await page(`/book/where/?${CHOICE}&${NEAR}`)
    const columns = text.split('<section class="book-column"').slice(1)
    expect(columns.map((column) => /<h3>([^<]+)/.exec(column)?.[1])).toEqual([
      'Soonest',
      'Nearest',
      'By mail',
    ])
    expect(columns[0]).toContain('Farther &amp; open')
    expect(columns[0]).not.toContain('One-hour repair')
    expect(columns[1]).toContain('One-hour repair')
    expect(columns[1]).toContain('name="service" value="one_hour"')
    expect(columns[1]).toMatch(/\d+ m in a straight line/)
    expect(columns[2]).toContain('The mail-in centre')
  })

  it('offers no one-hour visit for a fault that is not on the list', async () => {
    const { text } = await page(`/book/where/?fault=liquid&model=f2&${NEAR}`)
    expect(text).not.toContain('One-hour repair')
    expect(text).toContain('name="service" value="repair"')
  })

  it('says why the outlet chosen before can’t be booked, and offers others', async () => {
    const closed = [aCounter({ operation: 'closed', closedOn: '2026-11-01' }), ...outlets.slice(1)]
    await fillHub(closed)
    const { text } = await page(`/book/where/?${CHOICE}&${NEAR}&outlet=HZ-001`)
    expect(text).toContain('This outlet serves no more')
    expect(text).toContain('Farther &amp; open')
  })

  it('says so of unknown places, and offers mail where nothing is near', async () => {
    const unknown = await page(`/book/where/?${CHOICE}&q=Atlantis`)
    expect(unknown.text).toContain('We know no place called “Atlantis”')
    const far = await page(`/book/where/?${CHOICE}&q=45,90`)
    expect(far.text).toContain('No outlet within 100 km')
    expect(far.text).toContain('Send your phone in')
  })

  it('lists full times as full, and a day nobody has confirmed with the phone to call', async () => {
    await hold()
    const times = await page(`/book/times/?${CHOICE}&outlet=HZ-001&service=repair&day=2026-11-19`)
    expect(times.text).toMatch(/<s>10:00<\/s> full/)
    expect(times.text).toMatch(/<section[^>]+data-day="2026-11-19">/)
    const closed = await page(`/book/times/?${CHOICE}&outlet=HZ-002&day=2026-11-20`)
    expect(closed.text).toContain('takes no phones in on this day')
    const nobodyKnows = aCounter({
      hours: null,
      phones: [{ dial: '+861000000000', display: '010-0000 0000' }],
    })
    await fillHub([nobodyKnows])
    const unconfirmed = await page(`/book/times/?${CHOICE}&outlet=HZ-001`)
    expect(unconfirmed.text).toContain('The hours of this day are not confirmed')
    expect(unconfirmed.text).toContain('href="tel:+861000000000"')
  })

  it('leads to later days as far as can be booked, and no further', async () => {
    const first = await page(`/book/times/?${CHOICE}&outlet=HZ-001`)
    expect(first.text).toContain(`from=${addDays('2026-11-18', 7)}`)
    expect(first.text).not.toContain('Earlier days')
    const second = await page(`/book/times/?${CHOICE}&outlet=HZ-001&from=2026-11-25`)
    expect(second.text).not.toContain('Later days')
    expect(second.text).toContain('from=2026-11-18')
  })

  it('changes nothing by looking', async () => {
    for (const path of ['', 'where/', 'times/', 'contact/', 'mail-in/', 'done/', 'move/']) {
      await page(`/zh/book/${path}?${CHOICE}&outlet=HZ-001&at=${TOMORROW_AT_TEN}`)
    }
    expect(await countOf('holds')).toBe(0)
    expect(await countOf('events')).toBe(0)
  })
})

describe('holding a time', () => {
  it('keeps it, and a time pressed twice is one hold', async () => {
    const address = await hold()
    expect(await hold()).toBe(address)
    expect(await countOf('holds')).toBe(1)
    const { text } = await page(address)
    expect(text).toContain('Kept for you until 11:10')
    expect(text).toContain('Thu 19 Nov 10:00')
  })

  it('offers the next three where the time is gone', async () => {
    await hold()
    const late = sent({ ...CHOSEN, at: String(TOMORROW_AT_TEN), commandId: 'cmd_9' })
    const { status, text } = await page('/book/hold', late)
    expect(status).toBe(409)
    expect(text).toContain('This time is full')
    // The only bench is taken until 11:00.
    for (const time of ['11:00', '11:30', '12:00']) expect(text).toContain(`Thu 19 Nov ${time}`)
  })

  it('refuses a time of a centre without a counter', async () => {
    const wrong = sent({ ...CHOSEN, outlet: 'HZ-900', at: String(TOMORROW_AT_TEN) })
    expect((await page('/book/hold', wrong)).status).toBe(409)
  })
})

describe('who and how', () => {
  it('gives a form back with every fault linked and nothing typed lost', async () => {
    const address = await hold()
    const bad = {
      ...{ name: '', phone: '10086', email: 'li', imei: '490154203237519', ceiling: 'much' },
      ...{ words: '<b>fell</b>', wayBack: 'post', consent: '' },
    }
    const answer = await book(address, bad)
    expect(answer.status).toBe(422)
    const text = await answer.text()
    const linked = [...text.matchAll(/<li><a href="#(\w+)">/g)].map(([, id]) => id)
    expect(linked).toEqual(['name', 'phone', 'email', 'imei', 'ceiling', 'address', 'consent'])
    for (const id of linked) expect(text).toContain(`id="${id}"`)
    expect(text).toContain('&lt;b&gt;fell&lt;/b&gt;</textarea>')
    expect(text).toContain('value="490154203237519"')
    expect(text).toContain('This is a service number')
    expect(text).toContain('<title>Error: Step 3 of 3')
    expect(await countOf('events')).toBe(0)
  })

  it('books once, however often the form is sent, and puts nothing personal in an address', async () => {
    const address = await hold()
    const first = await book(address, {
      words: 'It fell',
      ceiling: '600',
      email: 'li@demo.example',
    })
    expect(first.status).toBe(303)
    const again = await book(address, {
      words: 'It fell',
      ceiling: '600',
      email: 'li@demo.example',
    })
    expect(again.headers.get('Location')).toBe('/book/done/')
    expect(await countOf('bookings')).toBe(1)
    const row = await env.HUB.prepare('SELECT contact, words FROM repairs_private').first()
    expect(JSON.parse(String(row?.['contact']))).toMatchObject({
      name: 'Li Wei',
      phone: { dial: '+8613800138000' },
      email: 'li@demo.example',
    })
    expect(JSON.parse(String(row?.['words']))).toEqual({ fault: 'It fell' })
    const state = await env.HUB.prepare('SELECT state FROM repairs').first<{ state: string }>()
    expect(JSON.parse(state?.state ?? '')).toMatchObject({
      ceiling: { amountMinor: 60_000, currency: 'CNY' },
    })
  })

  it('books without its hold while the time is still free', async () => {
    const address = await hold()
    now += 11 * MINUTE_MS
    expect((await book(address)).headers.get('Location')).toBe('/book/done/')
  })

  it('offers other times in the same form when somebody else has taken it', async () => {
    const address = await hold()
    now += 11 * MINUTE_MS
    await hold(TOMORROW_AT_TEN, 'somebody else')
    const answer = await book(address, { words: 'It fell' })
    expect(answer.status).toBe(409)
    const text = await answer.text()
    expect(text).toContain('We could not keep your time any longer')
    expect(text).toContain('>It fell</textarea>')
    expect(text).toContain('value="Li Wei"')
    const [, next = ''] = /type="radio" value="(\d+)"/.exec(text) ?? []
    const { hold: _, ...rest } = fieldsOf(address)
    const chosen = await ask('/book/contact/', sent({ ...rest, ...WHO, at: next, commandId: 'c' }))
    expect(chosen.headers.get('Location')).toBe('/book/done/')
  })

  it('asks for a time when none is chosen', async () => {
    const { hold: _, at: __, ...rest } = fieldsOf(await hold())
    const answer = await ask('/book/contact/', sent({ ...rest, ...WHO }))
    expect(await answer.text()).toContain('<a href="#at">Choose another time.</a>')
  })
})

describe('after booking', () => {
  it('shows one code large, what to do before, and neither name nor number', async () => {
    const { text, headers } = await page('/book/done/', holding(await booked()))
    expect(text).toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]</)
    expect(text).toContain('class="code-square"')
    expect(text).toContain('Booked. Bring your phone on Thu 19 Nov 10:00')
    expect(text).toContain('We never ask for it')
    expect(text).toContain('维修模式')
    expect(text).not.toMatch(/Li Wei|13800138000/)
    expect(headers.get('Cache-Control')).toBe('no-store')
  })

  it('shows nothing without the ticket', async () => {
    await booked()
    for (const path of ['done/', 'move/', 'cancel/', 'slip/']) {
      const { text } = await page(`/book/${path}`)
      expect(text).toContain('We no longer show your booking here')
    }
    const entry = await ask('/book/visit.ics', { redirect: 'manual' })
    expect(entry.headers.get('Location')).toBe('/book/done/')
  })

  it('gives a calendar its entry in UTC, with a reminder', async () => {
    const answer = await ask('/zh/book/visit.ics', holding(await booked()))
    expect(answer.headers.get('Content-Type')).toBe('text/calendar; charset=utf-8')
    const lines = (await answer.text()).split('\r\n')
    expect(lines).toContain('DTSTART:20261119T020000Z')
    expect(lines).toContain('DTEND:20261119T023000Z')
    expect(lines).toContain('TRIGGER:-PT12H')
    expect(lines.every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true)
  })

  it('moves to another time, keeps the old one until then, and says when the new one is full', async () => {
    const cookie = await booked()
    const { text } = await page('/book/move/', holding(cookie))
    const [, version = ''] = /name="version" value="(\d+)"/.exec(text) ?? []
    const [, code = ''] = /name="code" value="(\w+)"/.exec(text) ?? []
    const later = TOMORROW_AT_TEN + 60 * MINUTE_MS
    await hold(later, 'somebody else')
    const full = await page('/book/move/', sent({ at: String(later), code, version }, cookie))
    expect(full.status).toBe(409)
    expect(full.text).toContain('At present: Thu 19 Nov 10:00')
    const free = String(later + 60 * MINUTE_MS)
    const moved = await ask(
      '/book/move/',
      sent({ at: free, code, version, commandId: 'm' }, cookie),
    )
    expect(moved.headers.get('Location')).toBe('/book/done/')
    const after = await page('/book/done/', holding(cookie))
    expect(after.text).toContain('Thu 19 Nov 12:00')
  })

  it('asks before it cancels, then says so and offers nothing to move', async () => {
    const cookie = await booked()
    const { text } = await page('/book/cancel/', holding(cookie))
    expect(text).toContain('Cancel this visit?')
    const [, version = ''] = /name="version" value="(\d+)"/.exec(text) ?? []
    const [, code = ''] = /name="code" value="(\w+)"/.exec(text) ?? []
    await ask('/book/cancel/', sent({ code, version, commandId: 'x' }, cookie))
    const after = await page('/book/done/', holding(cookie))
    expect(after.text).toContain('<h1>Cancelled</h1>')
    const entry = await ask('/book/visit.ics', { ...holding(cookie), redirect: 'manual' })
    expect(entry.headers.get('Location')).toBe('/book/done/')
    expect((await page('/book/move/', holding(cookie))).status).toBe(409)
  })
})

describe('by mail', () => {
  const PARCEL = {
    ...{ fault: 'battery', model: 'f2', outlet: 'HZ-900', commandId: 'cmd_3', ...WHO },
    ...{ batteryOk: 'yes', pickUp: 'own', address: '杭州市西湖区1号', insured: '3,000' },
  }

  it('stops swollen batteries, and says days and who pays before it asks who', async () => {
    const { text } = await page('/book/mail-in/?fault=battery&model=f2')
    expect(text).toContain('Never post a swollen battery')
    expect(text).toContain('1 to 3 on the way to us')
    expect(text).toContain('Say no to the price, and it comes back at your cost.')
    expect(text.indexOf('Say no to the price')).toBeLessThan(text.indexOf('name="phone"'))
  })

  it.each(['batteryOk', 'pickUp', 'address', 'consent'])('insists on %s', async (name) => {
    const { status, text } = await page('/book/mail-in/', sent({ ...PARCEL, [name]: '' }))
    expect(status).toBe(422)
    expect(text).toContain(`<a href="#${name}">`)
    expect(await countOf('repairs')).toBe(0)
  })

  it('accepts the request once and says where to send it, with a slip whose bars hold the code', async () => {
    const first = await ask('/book/mail-in/', sent(PARCEL))
    await ask('/book/mail-in/', sent(PARCEL))
    expect(first.headers.get('Location')).toBe('/book/done/?by=own')
    expect(await countOf('repairs')).toBe(1)
    const cookie = cookieOf(first)
    const done = await page('/book/done/?by=own', holding(cookie))
    expect(done.text).toContain('Accepted. Please send us your phone')
    expect(done.text).toContain('The mail-in centre')
    const slip = await page('/zh/book/slip/', holding(cookie))
    expect(slip.text).toContain('class="code-bars"')
    expect(slip.text).not.toMatch(/Li Wei|13800138000|西湖/)
  })

  it('sends it back to the other address where one is given', async () => {
    await ask('/book/mail-in/', sent({ ...PARCEL, returnAddress: '上海市静安区2号' }))
    const row = await env.HUB.prepare('SELECT contact FROM repairs_private').first()
    expect(JSON.parse(String(row?.['contact'])).address).toBe('上海市静安区2号')
  })
})

describe('the bars of a code', () => {
  const modules = (text: string): string => {
    const { width, bars } = barsOf(text)
    const dark = new Set(
      bars.flatMap(([from, wide]) => Array.from({ length: wide }, (_, step) => from + step)),
    )
    return Array.from({ length: width }, (_, at) => (dark.has(at) ? '1' : '0')).join('')
  }

  it('are Code 128, set B: start, a symbol for each character, check symbol, stop, and light around', () => {
    const text = modules('7K3M9QXF2T8BV')
    expect(text).toHaveLength(10 + 11 * 15 + 13 + 10)
    expect(text).toMatch(/^0{10}11010010000.+1100011101011 {0}0{10}$/)
  })

  it('carry the check symbol of the standard’s arithmetic', () => {
    // 104 + 48x1 + 42x2 + 42x3 + 17x4 + 18x5 + 19x6 + 35x7 = 879, mod 103 = 55, the value of W.
    const symbols = (text: string) => modules(text).slice(10, -10).match(/.{11}/g) ?? []
    expect(symbols('PJJ123C').at(8)).toBe(symbols('W').at(1))
  })
})
