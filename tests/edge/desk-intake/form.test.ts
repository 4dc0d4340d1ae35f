import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { actOnBooking } from '#functions/bookings/act-on-booking.ts'
import { carryOut } from '#functions/db/commit.ts'
import { openLink } from '#functions/repairs/open-link.ts'
import { linkOf as pageLinkOf } from '../repairs/repair-visitor.ts'
import { aCounter, aMailInCentre, aRequest } from '../support/a-counter.ts'
import { countOf, fillHub } from '../support/a-hub.ts'
import { asJson, aWorker, NOW } from '../support/a-worker.ts'
import { at, everywhere, signedIn } from '../support/signed-in.ts'
import { theSources } from '../support/the-sources.ts'
import { aForm, chosenIn, codeIn, fieldsIn, pagesOf } from './a-form.ts'
import { eventsOf, IMEI, OTHER_IMEI, typesOf } from './intake-requests.ts'

const ask = aWorker()

beforeEach(async () => {
  await fillHub([aCounter(), aCounter({ code: 'SZ-001', bucket: 9 }), aMailInCentre()])
})

const counter = async () => pagesOf(ask, await signedIn([at('counter', 'HZ-001', 'HZ-900')]))

async function booked(): Promise<string> {
  const answer = await ask('/api/v1/bookings', asJson(aRequest()))
  const { repair } = (await answer.json()) as { repair: { code: string } }
  return repair.code.replaceAll('-', '')
}

const dataOf = async (code: string, type: string) =>
  JSON.parse((await eventsOf(code)).find((event) => event.type === type)?.data ?? '{}')

describe('a walk-in’s form', () => {
  it('takes the phone in with what was proposed where nothing was said', async () => {
    const { send } = await counter()
    const answer = await send('/desk/intake/', aForm())
    expect(answer.status).toBe(303)
    const received = await dataOf(codeIn(answer), 'repair.received')
    expect(received).toMatchObject({
      coverage: 'damage',
      promisedAt: NOW + 3_600_000,
      ceiling: { amountMinor: 30_000, currency: 'CNY' },
      proof: { kind: 'invoice', boughtOn: '2026-05-01' },
      dataLoss: 'data_loss_2026_11',
      accessories: ['sim'],
    })
    expect(received.tested.fails).toEqual(['touch'])
    expect(received.tested.works).toHaveLength(11)
    expect(JSON.stringify(await eventsOf(codeIn(answer)))).not.toMatch(/Demo|138001|stairs|Friend/)
  })

  it('takes the time that was agreed, by the clock of the outlet', async () => {
    const { send } = await counter()
    const answer = await send('/desk/intake/', aForm({ promised: '2026-11-19T18:00' }))
    const { promisedAt } = await dataOf(codeIn(answer), 'repair.received')
    expect(promisedAt).toBe(Date.parse('2026-11-19T18:00:00+08:00'))
  })

  it('is carried out once, however often it is sent, and says so where its words differ', async () => {
    const { send } = await counter()
    const first = await send('/desk/intake/', aForm())
    const same = await send('/desk/intake/', aForm())
    expect(codeIn(same)).toBe(codeIn(first))
    const other = await send('/desk/intake/', aForm({ shelf: 'B-1', historySeen: codeIn(first) }))
    expect(other.status).toBe(422)
    const html = await other.text()
    expect(html).toContain('was sent before')
    const { commandId = '', historySeen = '' } = fieldsIn(html)
    const again = await send('/desk/intake/', aForm({ shelf: 'B-1', commandId, historySeen }))
    expect(again.status).toBe(422)
    expect(await countOf('repairs')).toBe(1)
  })

  it('loses nothing of what was typed where something is wrong', async () => {
    const { send } = await counter()
    const answer = await send(
      '/desk/intake/',
      aForm({ imei: '490154203237519', phone: '10086', promised: '2026-11-18T09:00', consent: '' }),
    )
    expect(answer.status).toBe(422)
    const html = await answer.text()
    for (const fault of ['check digit is wrong', 'reaches the customer', 'has passed', 'tick it']) {
      expect(html).toContain(fault)
    }
    expect(fieldsIn(html)).toMatchObject({
      ...{ imei: '490154203237519', name: 'Demo Customer', phone: '10086', shelf: 'A-12' },
      ...{ ceiling: '300', boughtOn: '2026-05-01', mayCollect: 'Friend Demo', dataLoss: 'yes' },
    })
    expect(chosenIn(html, 'fault')).toBe('screen')
    expect(html).toMatch(/value="cracked_glass" checked/)
    expect(html).toContain('fell on stairs')
    expect(await countOf('repairs')).toBe(0)
  })

  it('asks who pays where neither date nor damage says it', async () => {
    const { send } = await counter()
    const form = aForm({ boughtOn: '', proof: '', condition: ['as_new'], fault: 'charging' })
    const answer = await send('/desk/intake/', form)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('nothing says it by itself')
  })

  it('agrees on a price and has it signed in the same batch', async () => {
    const { send } = await counter()
    const price = { item1: 'screen', amount1: '399.50', item2: 'discount', amount2: '20' }
    const answer = await send(
      '/desk/intake/',
      aForm({ act: 'quick', ...price, notCovered: 'impact' }),
    )
    expect(answer.status).toBe(303)
    expect(await typesOf(codeIn(answer))).toContain('repair.accepted')
    const { agreed } = await dataOf(codeIn(answer), 'repair.accepted')
    expect(agreed).toMatchObject({ totalMinor: 37_950, currency: 'CNY' })
  })

  it.each([
    ['no line', {}],
    ['a line without an amount’s item', { amount1: '300' }],
    ['an amount that is none', { item1: 'screen', amount1: 'free' }],
    ['less than nothing', { item1: 'discount', amount1: '20' }],
  ])('signs no price with %s', async (_, price) => {
    const { send } = await counter()
    const answer = await send('/desk/intake/', aForm({ act: 'quick', ...price }))
    expect(answer.status).toBe(422)
    expect(await countOf('repairs')).toBe(0)
  })
})

describe('without scripts', () => {
  it('a look at the device says what is wrong with its number, and with nothing else', async () => {
    const { send } = await counter()
    const answer = await send(
      '/desk/intake/',
      aForm({ act: 'check', imei: '49015420323751', name: '' }),
    )
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('href="#imei"')
    expect(html).not.toContain('href="#name"')
  })

  it('a scanner’s Enter checks the device and takes nothing in', async () => {
    const { send, look } = await counter()
    const page = await (await look('/desk/intake/?outlet=HZ-001&new=1')).text()
    const buttons = [...page.matchAll(/<button[^>]*name="act"[^>]*>/g)].map(([tag]) => tag)
    expect(buttons[0]).toContain('value="check"')
    const answer = await send('/desk/intake/', aForm({ act: 'check', name: '' }))
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('Not here in the last years.')
    expect(await countOf('repairs')).toBe(0)
  })

  it('shows a device’s history before it takes it in again', async () => {
    const { send } = await counter()
    const first = codeIn(await send('/desk/intake/', aForm()))
    const closing = `UPDATE repairs SET status = 'closed', stage = 'closed',
      state = json_set(state, '$.closedAt', ?2, '$.status', 'closed') WHERE code = ?1`
    await env.HUB.prepare(closing)
      .bind(first, NOW - 86_400_000)
      .run()
    const again = aForm({ commandId: 'cmd-2' })
    const answer = await send('/desk/intake/', again)
    expect(answer.status).toBe(409)
    const html = await answer.text()
    expect(html).toMatch(/Repeat repair of [0-9A-Z-]{16}, done by .+, on 17 November 2026/)
    const seen = fieldsIn(html)['historySeen'] ?? ''
    expect(seen).toBe(first)
    const taken = await send('/desk/intake/', { ...again, historySeen: seen })
    expect(taken.status).toBe(303)
    expect(await dataOf(codeIn(taken), 'repair.received')).toMatchObject({ repeatOf: first })
  })
})

describe('an announced repair', () => {
  it('opens with what its customer said, and the opening is noted', async () => {
    const code = await booked()
    const { look } = await counter()
    const html = await (await look(`/desk/intake/?code=${code}`)).text()
    expect(fieldsIn(html)).toMatchObject({ name: 'Demo Customer', phone: '138 0013 8000', code })
    expect(chosenIn(html, 'model')).toBe('f2')
    expect(html).not.toContain('name="consent"')
    const { results } = await env.HUB.prepare('SELECT subject, staff_id, act FROM access_log').all()
    expect(results).toContainEqual({
      subject: `repair/${code}`,
      staff_id: 'stf_one',
      act: 'opened',
    })
  })

  it('is received, its visit served, and the model corrected where it was another one', async () => {
    const code = await booked()
    const { send } = await counter()
    const form = aForm({ code, version: '1', model: 'f3', otherDevice: 'yes' })
    const answer = await send('/desk/intake/', form)
    expect(codeIn(answer)).toBe(code)
    const types = await typesOf(code)
    expect(types).toEqual([
      ...['booking.booked', 'booking.arrived', 'booking.called', 'booking.served'],
      ...['repair.requested', 'repair.received', 'repair.corrected'],
    ])
    expect(await dataOf(code, 'repair.received')).toMatchObject({ isAnnounced: false })
    const again = await send('/desk/intake/', form)
    expect(codeIn(again)).toBe(code)
  })

  it('says in its events that the number it is reached by changed, and ends the links sent to the old one', async () => {
    const code = await booked()
    const { send } = await counter()
    const sent = (await pageLinkOf(code)).slice('/t/'.length)
    expect(await openLink(theSources(), sent)).toMatchObject({ kind: 'open', code })
    const other = { phone: '139 0013 9000', name: 'Demo Customer' }
    const answer = await send('/desk/intake/', aForm({ code, version: '1', ...other }))
    expect(codeIn(answer)).toBe(code)
    expect(await typesOf(code)).toContain('repair.corrected')
    expect(await dataOf(code, 'repair.corrected')).toMatchObject({ field: 'contact' })
    expect((await openLink(theSources(), sent)).kind).toBe('gone')
  })

  it('goes the quick path, the corrected model before the price', async () => {
    const code = await booked()
    const { send } = await counter()
    const price = { act: 'quick', item1: 'screen', amount1: '399' }
    const answer = await send('/desk/intake/', aForm({ code, version: '1', model: 'f3', ...price }))
    expect(codeIn(answer)).toBe(code)
    expect((await typesOf(code)).slice(-5)).toEqual([
      ...['repair.received', 'repair.corrected', 'repair.diagnosis_started'],
      ...['repair.asked', 'repair.accepted'],
    ])
  })

  it('tells a second desk what changed, and loses nothing typed', async () => {
    const code = await booked()
    const { send } = await counter()
    const form = aForm({ code, version: '1' })
    await send('/desk/intake/', form)
    const late = await send('/desk/intake/', {
      ...form,
      ...{ commandId: 'cmd-2', imei: OTHER_IMEI, shelf: 'B-7' },
    })
    expect(late.status).toBe(409)
    const html = await late.text()
    expect(html).toContain('nothing you typed is lost')
    expect(html).toContain('It was taken in.')
    expect(html).toContain(`/desk/repairs/${code}/`)
    expect(fieldsIn(html)).toMatchObject({ imei: OTHER_IMEI, shelf: 'B-7' })
  })

  it('by mail is received by the same form, by its parcel’s number', async () => {
    const { outletCode: _, startsAt: __, ...mail } = aRequest()
    const requested = await ask(
      '/api/v1/repairs',
      asJson({ ...mail, wayBack: 'post', contact: { ...mail.contact, address: '1 Demo Road' } }),
    )
    const { repair } = (await requested.json()) as { repair: { code: string } }
    const code = repair.code.replaceAll('-', '')
    await env.HUB.prepare('INSERT INTO parcels VALUES (?1, ?2)').bind('SF1234567890', code).run()
    const { send, look } = await counter()
    const scanned = await send('/desk/intake/scan', { outlet: 'HZ-900', scan: 'sf 1234567890' })
    expect(scanned.headers.get('Location')).toBe(`/desk/intake/?code=${code}`)
    const html = await (await look(`/desk/intake/?code=${code}`)).text()
    expect(fieldsIn(html)).toMatchObject({ address: '1 Demo Road' })
    const form = aForm({ code, version: '1', wayBack: 'post', address: '1 Demo Road' })
    expect(codeIn(await send('/desk/intake/', form))).toBe(code)
  })

  it('leads to its own page once it is in hand', async () => {
    const code = await booked()
    const { send, look } = await counter()
    await send('/desk/intake/', aForm({ code, version: '1' }))
    const answer = await look(`/desk/intake/?code=${code}`)
    expect(answer.headers.get('Location')).toBe(`/desk/repairs/${code}/`)
  })
})

describe('a visit of the queue', () => {
  async function walkIn(code: string): Promise<void> {
    const { id } = await signedIn([at('counter', 'HZ-001')])
    const actor = { id, roles: ['counter'], via: 'desk' } as const
    const asking = theSources({ now: NOW - 600_000 })
    // A walk-in begins at the desk of the day; here its row is what that desk leaves.
    const { decideBooking } = await import('#domain/bookings/decide-booking.ts')
    const { appendEvent } = await import('#functions/db/events.ts')
    const { writeRows } = await import('#functions/db/commit.ts')
    const { writeBooking } = await import('#functions/bookings/store.ts')
    const walk = { code, outlet: 'HZ-001', service: 'repair' } as const
    const decision = decideBooking(
      null,
      { type: 'arrive', walkIn: walk, queueNumber: 1 },
      { now: asking.now, happenedAt: null, actor, zone: 'Asia/Shanghai' },
    )
    if (!decision.ok) throw new Error(decision.refusal)
    const [event] = decision.events
    if (!event) throw new Error('nothing happened')
    await writeRows(asking.hub, [
      appendEvent(asking.hub, event, { recordedAt: asking.now, actor: id, commandId: null }),
      writeBooking(asking.hub, decision.booking, { dueAt: null, now: asking.now }),
    ])
    const call = { code, action: { type: 'call' }, expectedVersion: 1, actor } as const
    await carryOut(await actOnBooking(theSources(), { ...call, happenedAt: null, key: null }))
  }

  it('gives its code to the first device, whose clock began as its customer came', async () => {
    const ticket = '0761J1B66VVX3'
    await walkIn(ticket)
    const { send, look } = await counter()
    const html = await (await look(`/desk/intake/?code=${ticket}`)).text()
    expect(html).toContain('Number 1 of today’s queue')
    expect(fieldsIn(html)).toMatchObject({ ticket })
    const answer = await send('/desk/intake/', aForm({ ticket }))
    expect(codeIn(answer)).toBe(ticket)
    expect(await typesOf(ticket)).toEqual([
      ...['booking.arrived', 'booking.called', 'booking.served'],
      ...['repair.requested', 'repair.received'],
    ])
    const { arrivedAt, clockStartedAt } = await dataOf(ticket, 'repair.received')
    expect([arrivedAt, clockStartedAt]).toEqual([NOW - 600_000, NOW - 600_000])
  })

  it('tells a second desk of its first device, and offers a code of its own', async () => {
    const ticket = '0761J1B66VVX3'
    await walkIn(ticket)
    const { send } = await counter()
    await send('/desk/intake/', aForm({ ticket }))
    const other = aForm({ ticket, imei: OTHER_IMEI, commandId: 'cmd-2' })
    const late = await send('/desk/intake/', other)
    expect(late.status).toBe(409)
    const fields = fieldsIn(await late.text())
    expect(fields).toMatchObject({ further: 'yes', imei: OTHER_IMEI, name: 'Demo Customer' })
    const further = await send('/desk/intake/', {
      ...other,
      ...{ further: 'yes', commandId: fields['commandId'] ?? '' },
    })
    expect(further.status).toBe(303)
    expect(codeIn(further)).not.toBe(ticket)
    expect(await countOf('bookings')).toBe(1)
  })
})

describe('who may see the form', () => {
  it.each([
    ['a counter elsewhere', [at('counter', 'SZ-001')], 404],
    ['HQ quality', [everywhere('hq_quality')], 403],
    ['an agent', [everywhere('agent')], 403],
    ['the bench here', [at('bench', 'HZ-001')], 200],
  ])('%s', async (_, grants, status) => {
    const code = await booked()
    const { look } = pagesOf(ask, await signedIn(grants))
    expect((await look(`/desk/intake/?code=${code}`)).status).toBe(status)
    expect((await look('/desk/intake/?outlet=HZ-001&new=1')).status).toBe(status)
    expect(await countOf('access_log')).toBe(status === 200 ? 1 : 0)
  })

  it('reads nothing of another outlet’s repair into a refused form', async () => {
    const code = await booked()
    const { send } = pagesOf(ask, await signedIn([at('counter', 'SZ-001')]))
    const answer = await send('/desk/intake/', aForm({ code, version: '1' }))
    expect(answer.status).toBe(404)
    expect(await answer.text()).not.toContain('Demo Customer')
  })
})

describe('the box', () => {
  it('begins a walk-in by an IMEI that never stands in an address', async () => {
    const { send } = await counter()
    const answer = await send('/desk/intake/scan', { outlet: 'HZ-001', scan: IMEI })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Location')).toBeNull()
    const html = await answer.text()
    expect(fieldsIn(html)).toMatchObject({ imei: IMEI })
    expect(chosenIn(html, 'model')).toBe('f2')
    expect(html).not.toMatch(new RegExp(`(?:href|action|src)="[^"]*${IMEI}`))
  })

  it('says what to do with what it can’t read', async () => {
    const { send } = await counter()
    const answer = await send('/desk/intake/scan', { outlet: 'HZ-001', scan: 'hello' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Scan it again')
  })
})
