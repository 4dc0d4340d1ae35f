import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { pickUpCode } from '#functions/repairs/pick-up-code.ts'
import { at, everywhere, type SignedInStaff, signedIn } from '../support/signed-in.ts'
import { theSources } from '../support/the-sources.ts'
import {
  aDesk,
  booked,
  type Desk,
  formOf,
  opened,
  pathOf,
  repairOf,
  sent,
  stepped,
} from './a-desk.ts'

let desk: Desk
let code: string
let bench: SignedInStaff
let counter: SignedInStaff

beforeEach(async () => {
  desk = await aDesk()
  code = await booked(desk.ask)
  bench = await signedIn([at('bench', 'HZ-001')], { key: 'bench' })
  counter = await signedIn([at('counter', 'HZ-001')], { key: 'counter' })
})

const pageFor = async (who: SignedInStaff, path = pathOf(code)) => {
  const answer = await opened(desk.ask, path, who)
  return { status: answer.status, html: await answer.text() }
}

const take = async (
  who: SignedInStaff,
  step: string,
  fields: Record<string, string | string[]>,
) => {
  const { html } = await pageFor(who)
  const hidden = formOf(html, step)
  return await sent(desk.ask, `${pathOf(code)}steps/${step}`, { ...hidden, ...fields }, who)
}

describe('the page of a repair', () => {
  it('shows the next step’s form open and only steps that its reader may take', async () => {
    await stepped(desk, code, [['receive'], ['diagnose']])
    const forBench = (await pageFor(bench)).html
    expect(forBench).toContain('Next: Start the repair')
    expect(forBench).toContain('steps/finish"'.replace('finish', 'ask'))
    const forCounter = (await pageFor(counter)).html
    expect(forCounter).not.toContain('steps/start"')
    expect(forCounter).toContain('steps/withdraw"')
    expect(forCounter).toContain('It is the turn of the outlet.')
  })

  it('is not there for whoever is out of scope, nor for a code that isn’t', async () => {
    const elsewhere = await signedIn([at('outlet_manager', 'SZ-001')], { key: 'far' })
    expect((await pageFor(elsewhere)).status).toBe(404)
    expect((await pageFor(bench, '/desk/repairs/0000000000000/')).status).toBe(404)
    expect((await pageFor(bench, '/desk/repairs/nonsense/')).status).toBe(404)
  })

  it('is not for a role that sees no repairs', async () => {
    const admin = await signedIn([everywhere('hq_admin')], { key: 'admin' })
    expect((await pageFor(admin)).status).toBe(403)
  })

  it('shows whom it belongs to only to who may see customers, and puts on record that they looked', async () => {
    const supply = await signedIn([everywhere('hq_supply')], { key: 'supply' })
    const seen = (await pageFor(supply)).html
    expect(seen).not.toContain('Demo Customer')
    expect(seen).not.toContain('8000')
    expect((await pageFor(bench)).html).toContain('Demo Customer')
    const log = await env.HUB.prepare(
      'SELECT subject, staff_id, act FROM access_log ORDER BY staff_id',
    ).all()
    expect(log.results).toEqual(
      [bench, supply].map(({ id }) => ({ subject: `repair/${code}`, staff_id: id, act: 'opened' })),
    )
  })

  it('speaks Chinese to whoever has chosen it', async () => {
    await stepped(desk, code, [['receive']])
    const zh = await signedIn([at('bench', 'HZ-001')], { key: 'zh', locale: 'zh-CN' })
    const { html } = await pageFor(zh)
    expect(html).toContain('已收机·待检测')
    expect(html).toContain('下一步：开始检测')
  })

  it('names who did what when, and says of a late entry when it was made', async () => {
    await stepped(desk, code, [['receive']], bench.id)
    desk.later(3_600_000)
    const earlier = await take(bench, 'diagnose', { happenedAt: '2026-11-18T11:30' })
    expect(earlier.status).toBe(303)
    const { html } = await pageFor(bench)
    expect(html).toContain('Staff bench')
    expect(html.replaceAll('\u00a0', ' ')).toContain('entered later, Wed 18 Nov 12:01')
  })
})

describe('a step on the page', () => {
  it('is taken by its form and leads back', async () => {
    await stepped(desk, code, [['receive'], ['diagnose']])
    const answer = await take(bench, 'start', { faultCode: 'screen', coverage: 'in_warranty' })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('Location')).toBe(`${pathOf(code)}?done=start`)
    const repair = await repairOf(code)
    expect(repair).toMatchObject({ status: 'repairing', finding: { faultCode: 'screen' } })
    const event = await env.HUB.prepare(
      'SELECT actor FROM events WHERE subject = ?1 AND version = ?2',
    )
      .bind(`repair/${code}`, repair.version)
      .first()
    expect(event).toEqual({ actor: bench.id })
    const { html } = await pageFor(bench, `${pathOf(code)}?done=start`)
    expect(html).toContain('Done: Repair started.')
  })

  it('is taken once, however often its form is sent', async () => {
    await stepped(desk, code, [['receive']])
    const { html } = await pageFor(bench)
    const form = formOf(html, 'diagnose')
    const path = `${pathOf(code)}steps/diagnose`
    const answers = await Promise.all([1, 2, 3].map(() => sent(desk.ask, path, form, bench)))
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
    expect((await repairOf(code)).version).toBe(3)
  })

  it('comes back with everything typed and the fault beside its field', async () => {
    await stepped(desk, code, [['receive'], ['diagnose']])
    const answer = await take(bench, 'ask', {
      kind: 'price',
      'lines.item': ['screen', 'labour', ''],
      'lines.amount': ['399', 'a lot', ''],
      faultCode: 'screen',
      coverage: 'customer_pays',
      'continueTo.status': 'awaiting_parts',
      'continueTo.part': 'screen-f2',
    })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toMatch(/id="ask-lines-fault"[^>]*>An amount such as/)
    expect(html).toMatch(/id="ask-continueTo-expectedOn-fault"[^>]*>Fill this in/)
    for (const kept of ['value="399"', 'value="a lot"', 'value="screen-f2"']) {
      expect(html).toContain(kept)
    }
    expect((await repairOf(code)).status).toBe('diagnosing')
  })

  it('says beside its field what the rules refuse', async () => {
    await stepped(desk, code, [['receive'], ['diagnose']])
    const past = await take(bench, 'await_parts', {
      ...{ faultCode: 'screen', coverage: 'in_warranty', part: 'screen-f2' },
      expectedOn: '2026-11-01',
    })
    expect(past.status).toBe(422)
    expect(await past.text()).toMatch(/id="await_parts-expectedOn-fault"/)
    const unknown = await take(counter, 'send_on', { outlet: 'XX-999', carrier: 'sf' })
    expect(unknown.status).toBe(404)
    expect(await unknown.text()).toMatch(/id="send_on-outlet-fault"/)
  })

  it('asks with lines, and takes the customer’s answer with evidence', async () => {
    await stepped(desk, code, [['receive'], ['diagnose']])
    const asked = await take(bench, 'ask', {
      kind: 'price',
      'lines.item': ['screen', 'discount'],
      'lines.amount': ['399', '20'],
      declineCostMinor: '30',
      notCovered: 'impact',
      faultCode: 'screen',
      coverage: 'customer_pays',
      'continueTo.status': 'repairing',
    })
    expect(asked.status).toBe(303)
    expect((await repairOf(code)).ask).toMatchObject({ totalMinor: 37_900, declineCostMinor: 3000 })
    const { html } = await pageFor(counter)
    const askVersion = /name="askVersion" value="(\d+)"/.exec(html)?.[1] ?? ''
    const agreed = await take(counter, 'accept', { askVersion, evidence: 'signature' })
    expect(agreed.status).toBe(303)
    expect(await repairOf(code)).toMatchObject({ status: 'repairing' })
  })

  it('hands over: tested, paid, by whom collected', async () => {
    await stepped(desk, code, [
      ['receive'],
      ['diagnose'],
      ['ask', { declineCostMinor: 0 }],
      ['accept', { evidence: 'signature' }],
      ['finish'],
      ['pass_check'],
    ])
    const page = (await pageFor(counter)).html
    expect(page).toContain('To pay now: ¥320')
    const unpaid = await take(counter, 'hand_over', {
      functionTest: ['power', 'touch'],
      collectedBy: 'other',
    })
    expect(unpaid.status).toBe(422)
    const html = await unpaid.text()
    expect(html).toMatch(/id="hand_over-paidHow-fault"/)
    expect(html).toMatch(/id="hand_over-collector-fault"/)
    const friend = {
      ...{ functionTest: ['power', 'touch'], collectedBy: 'other', collector: 'Demo Friend' },
      ...{ paidHow: 'mobile', invoice: 'INV-1' },
    }
    const uncoded = await take(counter, 'hand_over', friend)
    expect(await uncoded.text()).toMatch(/id="hand_over-pickUpCode-fault"/)
    const shown = await pickUpCode(theSources().keys, await repairOf(code))
    const paid = await take(counter, 'hand_over', { ...friend, pickUpCode: shown })
    expect(paid.status).toBe(303)
    expect(await repairOf(code)).toMatchObject({
      ...{ status: 'closed', ending: 'collected' },
      paid: { how: 'mobile', invoice: 'INV-1' },
    })
    const events = await env.HUB.prepare('SELECT data FROM events').all<{ data: string }>()
    expect(events.results.some(({ data }) => data.includes('Demo Friend'))).toBe(false)
    expect((await pageFor(counter)).html).toContain('Demo Friend')
  })

  it('of a repeat repair’s check is left to a second person, or to a manager with a reason', async () => {
    await stepped(desk, code, [['receive', { repeatOf: '7K3M9QXF2T8BV' }], ['start']])
    await stepped(desk, code, [['finish']], bench.id)
    const { html } = await pageFor(bench)
    expect(html).not.toContain('steps/pass_check"')
    expect(html).toContain('somebody else checks it')
    const both = await signedIn([at('bench', 'HZ-001'), at('outlet_manager', 'HZ-001')], {
      key: 'bench',
    })
    const bare = await take(both, 'pass_check', { functionTest: ['power'] })
    expect(await bare.text()).toMatch(/id="pass_check-override-fault"/)
    const reasoned = await take(both, 'pass_check', {
      ...{ functionTest: ['power'], override: 'nobody_else_here' },
    })
    expect(reasoned.status).toBe(303)
  })
})

describe('two desks on one repair', () => {
  it('tell the second what changed and by whom, and keep all that it typed', async () => {
    await stepped(desk, code, [['receive'], ['diagnose']])
    const { html } = await pageFor(bench)
    const form = formOf(html, 'await_parts')
    desk.later(60_000)
    await stepped(desk, code, [['inform']], counter.id)
    const typed = { faultCode: 'battery', coverage: 'goodwill', part: 'battery-f2' }
    const path = `${pathOf(code)}steps/await_parts`
    const fields = { ...form, ...typed, expectedOn: '2026-11-25' }
    const stale = await sent(desk.ask, path, fields, bench)
    expect(stale.status).toBe(409)
    const again = await stale.text()
    expect(again).toContain('Something changed meanwhile')
    expect(again).toMatch(/Customer informed[\s\S]*Staff counter/)
    expect(again).toContain('value="battery-f2"')
    expect(again).toContain('value="2026-11-25"')
    expect(again).toMatch(/<option value="battery" selected/)
    const anew = formOf(again, 'await_parts')
    expect(anew.version).not.toBe(form.version)
    const done = await sent(desk.ask, path, { ...fields, ...anew }, bench)
    expect(done.status).toBe(303)
    expect((await repairOf(code)).status).toBe('awaiting_parts')
  })

  it('show what was typed where the step is gone', async () => {
    await stepped(desk, code, [['receive'], ['diagnose']])
    const form = formOf((await pageFor(bench)).html, 'give_up')
    await stepped(desk, code, [['withdraw']], counter.id)
    const fields = { ...form, faultCode: 'liquid', barrier: 'unrepairable' }
    const stale = await sent(desk.ask, `${pathOf(code)}steps/give_up`, fields, bench)
    expect(stale.status).toBe(409)
    const html = await stale.text()
    expect(html).toContain('This is what you had typed:')
    expect(html).toMatch(/Why not repaired<\/dt><dd>It can’t be repaired/)
  })
})
