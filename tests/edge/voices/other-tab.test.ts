import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { aVisitor, hiddenIn, tell, type Visitor } from '../feedback/a-visitor.ts'
import { aCounter } from '../support/a-counter.ts'
import { fillHub } from '../support/a-hub.ts'
import { type Ask, asForm, aWorker, indexFile } from '../support/a-worker.ts'
import { at, signedIn } from '../support/signed-in.ts'
import { anAskedCustomer, surveyCookie } from '../surveys/an-asked-customer.ts'

const REACHED = { reach: '138 0013 8000', name: 'Li Lei', consent: 'yes' }
const outlets = [aCounter()]

let ask: Ask
let me: Visitor

beforeEach(async () => {
  const seq = await fillHub(outlets)
  ask = aWorker({ files: { '/data/outlets/index.json': indexFile(outlets, seq) } })
  me = aVisitor(ask)
})

const statusOf = async (table: 'complaints' | 'feedback', code: string) =>
  (await env.HUB.prepare(`SELECT status FROM ${table} WHERE code = ?1`).bind(code).first())?.[
    'status'
  ]
const complain = (said: string) =>
  tell(me, { path: '/feedback/new-complaint/', ...REACHED, said, cause: 'price' })

const answerAll = () =>
  env.HUB.prepare(
    "UPDATE feedback SET status = 'answered', state = json_set(state, '$.status', 'answered')",
  ).run()

describe('a form whose browser has opened something else since', () => {
  const WITHDRAW = '/feedback/complaint/withdraw'

  it('changes neither complaint, says what to do, and is sent again as it was', async () => {
    const { code: mine } = await complain('Too dear.')
    const form = hiddenIn((await me.visit('/feedback/complaint/')).html, WITHDRAW)
    const { code: other } = await complain('Too slow.')
    const refused = await me.post(WITHDRAW, { ...form, words: 'I <b>settled</b> it.' })
    expect(refused.status).toBe(409)
    expect(refused.html).toContain('Open the link in our message again')
    expect(refused.html).toContain('I &lt;b&gt;settled&lt;/b&gt; it.')
    expect(await statusOf('complaints', mine)).toBe('registered')
    expect(await statusOf('complaints', other)).toBe('registered')
    await me.post('/feedback/look-up/', { code: mine, contact: '8000' })
    const again = await me.post(WITHDRAW, hiddenIn(refused.html, WITHDRAW))
    expect(again.status).toBe(303)
    expect(await statusOf('complaints', mine)).toBe('closed')
    expect(await statusOf('complaints', other)).toBe('registered')
  })

  it('carries no code, and without its mark is taken for none', async () => {
    const { code } = await complain('Too dear.')
    const form = hiddenIn((await me.visit('/feedback/complaint/')).html, WITHDRAW)
    expect(JSON.stringify(form)).not.toContain(code)
    const { about: _, ...unmarked } = form
    expect((await me.post(WITHDRAW, unmarked)).status).toBe(409)
    expect((await me.post(WITHDRAW, form)).status).toBe(303)
  })

  it('keeps what was typed when what was opened is of another kind', async () => {
    await complain('Too dear.')
    const form = hiddenIn((await me.visit('/feedback/complaint/')).html, WITHDRAW)
    await tell(me, { ...REACHED, said: 'When do you open?' })
    const refused = await me.post(WITHDRAW, { ...form, words: 'Never mind.' })
    expect(refused.status).toBe(409)
    expect(refused.html).toContain('Never mind.')
  })

  it('says nothing is solved of the other feedback', async () => {
    const { code: mine } = await tell(me, { ...REACHED, said: 'When do you open?' })
    await answerAll()
    const solve = '/feedback/actions/solve'
    const form = hiddenIn((await me.visit('/feedback/status/')).html, solve)
    const { code: other } = await tell(me, { ...REACHED, said: 'And on Sundays?' })
    await answerAll()
    expect((await me.post(solve, form)).status).toBe(409)
    expect(await statusOf('feedback', other)).toBe('answered')
    expect(await statusOf('feedback', mine)).toBe('answered')
  })

  it('answers no other survey, and keeps scores and words', async () => {
    const cookies: string[] = []
    for (const code of ['7K00000000001', '7K00000000002']) {
      cookies.push(await surveyCookie(await anAskedCustomer(code)))
    }
    const [mine = '', other = ''] = cookies
    const html = await (await ask('/survey/', { headers: { Cookie: mine } })).text()
    const typed = { ...hiddenIn(html), 'q.csat': '2', comment: 'Slow <i>', button: 'send' }
    const refused = await ask('/survey/', { ...asForm(typed, { Cookie: other }) })
    expect(refused.status).toBe(409)
    const page = await refused.text()
    expect(page).toContain('Slow &lt;i&gt;')
    const count = async () =>
      (
        await env.HUB.prepare("SELECT count(*) AS n FROM surveys WHERE status = 'invited'").first()
      )?.['n']
    expect(await count()).toBe(2)
    const again = asForm(hiddenIn(page, '/survey/'), { Cookie: mine })
    expect((await ask('/survey/', { ...again, redirect: 'manual' })).status).toBe(303)
    const answered = await env.HUB.prepare(
      "SELECT id, state FROM surveys WHERE status = 'completed'",
    ).first()
    expect(answered?.['id']).toBe('7K00000000001.9')
    expect(JSON.parse(String(answered?.['state'])).scores).toEqual({ csat: 2 })
  })
})

describe('whoever is signed in at the desk', () => {
  it('says for no customer that it is solved, or that it isn’t', async () => {
    const { code } = await tell(me, { ...REACHED, said: 'When do you open?' })
    await answerAll()
    const { html } = await me.visit('/feedback/status/')
    const { cookie } = await signedIn([at('outlet_manager', 'HZ-001')], { key: 'manager' })
    const ticket = me.cookie()
    for (const step of ['solve', 'reopen']) {
      const action = `/feedback/actions/${step}`
      const said = asForm(hiddenIn(html, action), { Cookie: `${ticket}; ${cookie}` })
      expect((await ask(action, said)).status).toBe(403)
    }
    expect(await statusOf('feedback', code)).toBe('answered')
  })
})
