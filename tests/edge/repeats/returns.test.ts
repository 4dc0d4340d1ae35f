import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { issueTicketCode } from '#domain/identifiers/ticket-code.ts'
import { foldRepeat, type RepeatEvent } from '#domain/repeats/evolve-repeat.ts'
import { CONTEST_MS } from '#domain/repeats/repeat.ts'
import { booked, receive, step } from '../desk-find/a-found-phone.ts'
import { aCounter } from '../support/a-counter.ts'
import { countOf, fillHub } from '../support/a-hub.ts'
import { asForm, asJson, aWorker, indexFile, NOW } from '../support/a-worker.ts'
import { at, everywhere, type SignedInStaff, signedIn } from '../support/signed-in.ts'
import { DAY, putLaterRepair, putReturn } from './a-return.ts'

const [BEFORE, BACK] = ['HZ-001', 'HZ-002']
const CODE = issueTicketCode(7, () => 3)
const ONE = `/desk/repeats/${CODE}/`
const LIST = '/desk/repeats/'

let now = NOW
const outlets = [aCounter(), aCounter({ code: BACK })]
const files = { '/data/outlets/index.json': indexFile(outlets, 2) }
const ask = aWorker({ files, now: () => now })

let people: Record<'own' | 'neighbour' | 'quality' | 'second' | 'bench', SignedInStaff>
async function signIn(since: number): Promise<void> {
  now = since
  people = {
    own: await signedIn([at('outlet_manager', BEFORE)], { key: 'own', since }),
    neighbour: await signedIn([at('outlet_manager', BACK)], { key: 'neighbour', since }),
    quality: await signedIn([everywhere('hq_quality')], { key: 'quality', since }),
    second: await signedIn([everywhere('hq_quality')], { key: 'second', since }),
    bench: await signedIn([at('bench', BACK)], { key: 'bench', since }),
  }
}

beforeEach(async () => {
  await fillHub(outlets)
  await signIn(NOW)
})

const aReturn = async (wish: { byOutlet?: string } = {}, isExamined = true): Promise<void> => {
  const back = { code: CODE, outlet: BEFORE, byOutlet: BACK, ...wish }
  await putReturn(back)
  await putLaterRepair(back, isExamined)
}

const as = ({ cookie }: SignedInStaff, init: RequestInit = {}): RequestInit => ({
  ...{ ...init, redirect: 'manual' },
  headers: { ...(init.headers as Record<string, string>), Cookie: cookie },
})
const see = async (path: string, who: SignedInStaff) => await (await ask(path, as(who))).text()
const post = (name: string, said: Readonly<Record<string, string>>, who: SignedInStaff) =>
  ask(`${ONE}${name}`, as(who, asForm({ commandId: crypto.randomUUID(), ...said })))

const classify = (who = people.neighbour, reason = 'same_fault', version = '0', words = '') =>
  post('classification', { reason, version, words }, who)
const contest = (who = people.own, words = 'It was <b>dropped</b>.', version = '1') =>
  post('contest', { words, version }, who)
const decide = (who: SignedInStaff, said: Readonly<Record<string, string>>) =>
  post('decision', { version: '2', words: 'As the photos show.', ...said }, who)

const counts = async (period = DAY): Promise<Record<string, number>> => {
  const row = await env.HUB.prepare(
    'SELECT counts FROM kpi_days WHERE outlet_code = ?1 AND service_date = ?2',
  )
    .bind(BEFORE, period)
    .first<{ counts: string }>()
  const all = JSON.parse(row?.counts ?? '{}') as Record<string, number>
  return Object.fromEntries(Object.entries(all).filter(([, count]) => count !== 0))
}
const stateOf = async () =>
  JSON.parse(
    (await env.HUB.prepare('SELECT state FROM repeats').first<{ state: string }>())?.state ?? '{}',
  )

describe('a device that is back', () => {
  it('is on the list of those to be classified as it is received within 30 days, and once', async () => {
    const imei = '490154203237518'
    const first = await booked(ask)
    await receive(first, imei)
    await step(first, { type: 'diagnose' })
    await step(first, { type: 'give_up', faultCode: 'no_fault', barrier: 'no_fault_found' })
    await step(first, {
      ...{ type: 'hand_over', functionTest: ['touch'], collectedBy: 'customer' },
      ...{ paidHow: 'nothing_due', invoice: null },
    })
    const second = await booked(ask, { phone: '13900139000', outletCode: BACK })
    await receive(second, imei, NOW + 2 * 86_400_000)
    const state = await stateOf()
    expect(state).toMatchObject({ code: second, of: first, outlet: BEFORE, byOutlet: BACK })
    expect(await countOf('repeats')).toBe(1)
    const queue = await see(LIST, people.quality)
    expect(queue).toContain(`/desk/repeats/${second}/`)
  })

  it('waits for who answers for where it came back to, and not for whose repair it was', async () => {
    await aReturn()
    const titles = async (who: SignedInStaff) => (await see(LIST, who)).includes(ONE)
    expect(await see(LIST, people.neighbour)).toContain('To be classified or decided')
    expect(await titles(people.neighbour)).toBe(true)
    // Their own return stands among the returns of their repairs.
    expect(await see(LIST, people.own)).toContain('Nothing waits for you.')
    expect(await titles(people.own)).toBe(true)
    expect((await ask(LIST, as(people.bench))).status).toBe(403)
    expect((await classify(people.own)).status).toBe(409)
    expect((await classify(people.bench)).status).toBe(403)
    expect(await counts()).toEqual({})
  })

  it('of the same outlet waits for HQ', async () => {
    await aReturn({ byOutlet: BEFORE })
    expect((await classify(people.own)).status).toBe(409)
    expect((await classify(people.neighbour)).status).toBe(404)
    expect((await classify(people.quality)).status).toBe(303)
  })

  it('needs a finding first', async () => {
    await aReturn({}, false)
    expect(await see(ONE, people.neighbour)).toContain('Nobody has looked at the device yet')
    expect((await classify()).status).toBe(409)
  })

  it('is classified, contested and decided, and counts as it stands', async () => {
    await aReturn()
    expect((await classify()).status).toBe(303)
    const judged = { repeat_judged: 1, 'repeat_judged|reason=same_fault': 1, repeat_attributed: 1 }
    expect(await counts()).toEqual(judged)
    const page = await see(ONE, people.own)
    expect(page).toContain('The same fault of the same part (charged to the outlet')
    expect(page).toContain('An outlet contests a return once.')
    expect((await contest()).status).toBe(303)
    expect(await counts()).toEqual({})
    expect((await decide(people.neighbour, { verdict: 'uphold' })).status).toBe(403)
    const said = { verdict: 'overturn', reason: 'customer_caused' }
    expect((await decide(people.quality, said)).status).toBe(303)
    expect(await counts()).toEqual({ repeat_judged: 1, 'repeat_judged|reason=customer_caused': 1 })
    const history = await see(ONE, people.own)
    expect(history).toContain('It was &lt;b&gt;dropped&lt;/b&gt;.')
    expect(history).toContain('Overturned by Staff quality')
    const { results } = await env.HUB.prepare(
      `SELECT subject, version, type, happened_at AS happenedAt, data FROM events
       WHERE subject = 'repeat/${CODE}' ORDER BY version`,
    ).all<{ data: string }>()
    const events = results.map((row) => ({ ...row, data: JSON.parse(row.data) }) as never)
    expect(foldRepeat(events as readonly RepeatEvent[])).toEqual(await stateOf())
    // What people wrote stands in no event.
    expect(JSON.stringify(results)).not.toContain('dropped')
    await expect(env.HUB.prepare(`UPDATE repeats SET version = 9`).run()).rejects.toThrow(
      'stays as it was decided',
    )
  })

  it('is decided by somebody else than who classified it', async () => {
    await aReturn()
    await classify(people.quality)
    await contest()
    expect((await decide(people.quality, { verdict: 'uphold' })).status).toBe(409)
    expect(await see(LIST, people.quality)).toContain('Nothing waits for you.')
    expect((await decide(people.second, { verdict: 'uphold' })).status).toBe(303)
  })

  it('is contested for ten days, once, with words; what was typed stays', async () => {
    await aReturn()
    await classify()
    const unsaid = await contest(people.own, '')
    expect(unsaid.status).toBe(422)
    expect(await unsaid.text()).toContain('In words: write down why.')
    await signIn(NOW + CONTEST_MS)
    const late = await contest()
    expect(late.status).toBe(409)
    const page = await late.text()
    expect(page).toContain('The time for it is over')
    expect(page).toContain('It stands')
  })

  it('is classified anew with words and another reason; who saw less is refused', async () => {
    await aReturn()
    await classify()
    expect((await classify(people.quality, 'same_fault', '1', 'Same.')).status).toBe(422)
    expect((await classify(people.quality, 'new_fault', '1')).status).toBe(422)
    expect((await classify(people.quality, 'new_fault', '1', 'Another part.')).status).toBe(303)
    expect((await classify(people.neighbour, 'workmanship', '1', 'Seen late.')).status).toBe(409)
    expect(await counts()).toMatchObject({ repeat_judged: 1, 'repeat_judged|reason=new_fault': 1 })
    expect(await counts()).not.toHaveProperty('repeat_attributed')
  })

  it('is one command however often its form is sent', async () => {
    await aReturn()
    const form = { commandId: 'twice', reason: 'same_fault', version: '0', words: '' }
    expect((await post('classification', form, people.neighbour)).status).toBe(303)
    expect((await post('classification', form, people.neighbour)).status).toBe(303)
    expect((await stateOf()).version).toBe(1)
  })

  it('is told and judged over the API alike', async () => {
    await aReturn()
    const path = `/api/v1/desk/repeats/${CODE}`
    const headers = { 'If-Match': '"0"' }
    const list = await ask('/api/v1/desk/repeats', as(people.neighbour))
    expect(await list.json()).toMatchObject({
      repeats: [{ outlet: BEFORE, status: 'unclassified' }],
    })
    const act = (name: string, said: object, who: SignedInStaff, seen = headers) =>
      ask(
        `${path}/${name}`,
        as(who, { ...asJson(said), headers: { 'Content-Type': 'application/json', ...seen } }),
      )
    const done = await act('classification', { reason: 'workmanship' }, people.neighbour)
    expect(done.status).toBe(200)
    expect(done.headers.get('ETag')).toBe('"1"')
    expect(await done.json()).toMatchObject({
      repeat: { status: 'classified', chargedTo: 'outlet', steps: ['reclassify'] },
    })
    const seen = { 'If-Match': '"1"' }
    expect((await act('contest', {}, people.own, seen)).status).toBe(422)
    expect((await act('contest', { words: 'No.' }, people.own, seen)).status).toBe(200)
    const verdict = { verdict: 'overturn', words: 'Right.' }
    const two = { 'If-Match': '"2"' }
    expect((await act('decision', verdict, people.quality, two)).status).toBe(422)
    expect(
      (await act('decision', { ...verdict, reason: 'workmanship' }, people.quality, two)).status,
    ).toBe(422)
    expect(
      (await act('decision', { ...verdict, reason: 'dead_part' }, people.quality, two)).status,
    ).toBe(200)
  })
})
