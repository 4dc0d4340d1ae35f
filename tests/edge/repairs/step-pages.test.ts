import { beforeEach, describe, expect, it } from 'vitest'
import type { RepairAction } from '#domain/repairs/repair-action.ts'
import { asForm } from '../support/a-worker.ts'
import {
  act,
  aVisitedSite,
  PERSONAL,
  plain,
  QUOTE,
  RECEIVE,
  type VisitedSite,
  versionOf,
} from './repair-visitor.ts'

let site: VisitedSite
beforeEach(async () => {
  site = await aVisitedSite()
})

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
  { type: 'pass_check', functionTest: ['touch', 'calls'], override: null },
  { type: 'post_back', courier: 'sf', tracking: 'SF87654321' },
]

describe('answering an ask', () => {
  it('says price, reason and cost of a no, and takes a yes by the link of that ask', async () => {
    const code = await site.asked()
    const cookie = await site.byLink(code, 1)
    const page = plain(await site.read(cookie))
    for (const said of ['¥399', 'It fell or was hit.', 'That costs ¥30.', 'Answer by']) {
      expect(page).toContain(said)
    }
    const answer = await site.send(cookie, 'accept')
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/repairs/status/'])
    expect(plain(await site.read(cookie))).toContain('Being repaired')
  })

  it('takes no answer from code and digits, nor from the link of an older ask', async () => {
    const code = await site.asked()
    const cookies = [await site.byCode(code), await site.byLink(code), await site.byLink(code, 1)]
    await act(code, { ...QUOTE, declineCostMinor: 0 })
    for (const cookie of cookies) {
      const page = await site.read(cookie)
      expect(page).not.toContain('/repairs/actions/accept')
      expect(page).toContain('/repairs/lost/')
      const answer = await site.send(cookie, 'accept', { code, askVersion: '2', version: '5' })
      expect(answer.status).toBe(403)
      expect(await answer.text()).toContain('data-notice="link_needed"')
    }
    expect(plain(await site.read(cookies[0] ?? ''))).toContain('We need your answer by')
  })

  it('asks before it declines, saying the cost first', async () => {
    const cookie = await site.byLink(await site.asked(), 1)
    expect(plain(await site.read(cookie, '/repairs/confirm/decline/'))).toContain('This costs ¥30.')
    expect((await site.send(cookie, 'decline', { reason: 'too_expensive' })).status).toBe(303)
    const page = plain(await site.read(cookie))
    expect(page).toContain('Not repaired. Ready to collect')
    expect(page).toContain('To pay: ¥30.')
  })
})

describe('other steps', () => {
  it('changes nothing when the repair moved on meanwhile, and says so', async () => {
    const code = await site.received()
    const cookie = await site.byCode(code)
    await act(code, { type: 'diagnose' })
    const answer = await site.send(cookie, 'withdraw', { code, version: '2' })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('data-notice="stale"')
    expect(plain(await site.read(cookie))).toContain('Finding the fault')
  })

  it('takes a form that is sent twice once', async () => {
    const code = await site.received()
    const cookie = await site.byCode(code)
    const form = { code, version: '2', commandId: 'twice' }
    const answers = [
      await site.send(cookie, 'withdraw', form),
      await site.send(cookie, 'withdraw', form),
    ]
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect(await versionOf(code)).toBe(3)
  })

  it('cancels repair and visit together, and offers to book again', async () => {
    const cookie = await site.byCode(await site.booked())
    expect(plain(await site.read(cookie, '/repairs/confirm/cancel/'))).toContain(
      'Nothing is to pay',
    )
    expect((await site.send(cookie, 'cancel')).status).toBe(303)
    const page = await site.read(cookie)
    expect(page).toContain('href="/book/"')
    expect(page).not.toContain('/book/move/')
  })

  it('refuses what is not possible now with the status as it stands', async () => {
    const code = await site.booked()
    const cookie = await site.byCode(code)
    const answer = await site.send(cookie, 'delivered', { code, version: '1' })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('data-notice="refused"')
    const confirm = await site.ask('/repairs/confirm/delivered/', { headers: { Cookie: cookie } })
    expect([confirm.status, confirm.headers.get('Location')]).toEqual([303, '/repairs/status/'])
  })

  it('takes no form of a repair for another that was opened since', async () => {
    const [first, second] = [await site.asked(), await site.asked()]
    const cookie = await site.byLink(second, 1)
    const answer = await site.send(cookie, 'accept', { code: first })
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('data-notice="stale"')
    expect(plain(await site.read(cookie))).toContain('We need your answer by')
  })

  it('refuses a form that stands on another site', async () => {
    const cookie = await site.byCode(await site.booked())
    const foreign = asForm({ version: '1' }, { Cookie: cookie, 'Sec-Fetch-Site': 'cross-site' })
    expect((await site.ask('/repairs/actions/cancel', foreign)).status).toBe(403)
  })
})

describe('by mail', () => {
  const requested = () => {
    const contact = { ...PERSONAL.contact, address: '1 Demo Road' }
    const body = { ...PERSONAL, outletCode: 'HZ-900', contact, consent: true, wayBack: 'post' }
    return site.booked('/api/v1/repairs', body)
  }

  it('takes the number of the parcel, and asks again for what can’t be one', async () => {
    const cookie = await site.byCode(await requested())
    const wrong = await site.send(cookie, 'post', { courier: 'sf', tracking: 'my door' })
    expect(wrong.status).toBe(422)
    const text = await wrong.text()
    expect(text).toContain('id="tracking-error"')
    expect(text).toContain('value="my door"')
    expect((await site.send(cookie, 'post', { courier: 'van', tracking: 'SF123456' })).status).toBe(
      422,
    )
    const right = await site.send(cookie, 'post', { courier: 'jd', tracking: 'jdv 0123-4567' })
    expect(right.status).toBe(303)
    const page = plain(await site.read(cookie))
    for (const said of ['On its way to us', 'JD Logistics', 'JDV0123-4567']) {
      expect(page).toContain(said)
    }
  })

  it('closes when the customer has it, and says until when the repair is guaranteed', async () => {
    const code = await requested()
    const cookie = await site.byCode(code)
    await site.send(cookie, 'post', { courier: 'sf', tracking: 'SF12345678' })
    for (const action of THROUGH_THE_WORKSHOP) await act(code, action)
    expect(plain(await site.read(cookie, '/zh/repairs/status/'))).toContain('已寄出，运输途中')
    expect((await site.send(cookie, 'delivered')).status).toBe(303)
    const page = plain(await site.read(cookie))
    expect(page).toContain('Repaired and returned')
    expect(page).toContain('The repair is guaranteed until 18 December 2026.')
    expect(page).toContain('Screen')
  })
})
