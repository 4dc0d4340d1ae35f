import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { issueTicketCode } from '#domain/identifiers/ticket-code.ts'
import { addDays } from '#domain/outlets/wall-time.ts'
import type { PublicationDocument } from '#domain/publications/publication-document.ts'
import { aCounter } from '../support/a-counter.ts'
import { countOf, fillHub } from '../support/a-hub.ts'
import { putEdition } from '../support/a-standard-set.ts'
import { asForm, aWorker } from '../support/a-worker.ts'
import { at, everywhere, type SignedInStaff, signedIn } from '../support/signed-in.ts'

const noon = (day: string) => Date.parse(`${day}T04:00:00Z`)
const LAST_DAY = '2026-11-12'
const FREEZE_DAY = '2026-11-15'
const OUTLET = 'HZ-001'
const LIST = '/desk/publications/contests/'
const PUBLICATIONS = '/desk/publications/'
const REPAIR = '7K3M9QXF2T8BV'

let now = noon(LAST_DAY)
const ask = aWorker({
  files: { '/data/publications/schema-1.json': '{}' },
  now: () => now,
})
type People = Record<'manager' | 'neighbour' | 'counter' | 'quality' | 'admin', SignedInStaff>
let people: People

/** Goes on to noon of a day, everybody signed in anew. */
async function comes(day: string): Promise<void> {
  now = noon(day)
  const since = now
  people = {
    manager: await signedIn([at('outlet_manager', OUTLET)], { key: 'manager', since }),
    neighbour: await signedIn([at('outlet_manager', 'SZ-001')], { key: 'neighbour', since }),
    counter: await signedIn([at('counter', OUTLET)], { key: 'counter', since }),
    quality: await signedIn([everywhere('hq_quality')], { key: 'quality', since }),
    admin: await signedIn([everywhere('hq_admin')], { key: 'admin', since }),
  }
}

beforeEach(async () => {
  await fillHub([aCounter()])
  await putEdition()
  await comes(LAST_DAY)
  await env.HUB.prepare(
    `INSERT INTO repairs (code, version, status, home_outlet, at_outlet, zone, country_code, state,
       updated_at) VALUES (?1, 1, 'received', ?2, ?2, 'Asia/Shanghai', 'CN', '{}', 0)`,
  )
    .bind(REPAIR, OUTLET)
    .run()
})

const as = ({ cookie }: SignedInStaff, init: RequestInit = {}): RequestInit => ({
  ...{ ...init, redirect: 'manual' },
  headers: { ...(init.headers as Record<string, string>), Cookie: cookie },
})
const see = (path: string, who: SignedInStaff) => ask(path, as(who))
const post = (path: string, said: Readonly<Record<string, string>>, who: SignedInStaff) =>
  ask(path, as(who, asForm({ commandId: crypto.randomUUID(), ...said })))

const WISH = {
  ...{ outlet: OUTLET, month: '2026-10', kpi: 'promise_kept', repair: '' },
  said: 'The cellar <b>flooded</b> on the 20th.',
}
const raise = (over = {}, who = people.manager) => post(LIST, { ...WISH, ...over }, who)

/** Raises one and answers its address. */
async function raised(over = {}): Promise<string> {
  const answer = await raise(over)
  expect(answer.status).toBe(303)
  return new URL(answer.headers.get('Location') ?? '', 'https://x.example').pathname
}
const decide = (path: string, act: string, over = {}, who = people.quality, version = '1') =>
  post(path, { act, version, ...over }, who)
const FLOOD = { from: '2026-10-20', to: '2026-10-21', reason: 'flood' }
const approve = (path: string, who = people.admin) => decide(path, 'approve', {}, who, '2')

async function excluded(): Promise<string> {
  const path = await raised()
  expect((await decide(path, 'exclude', FLOOD)).status).toBe(303)
  expect((await approve(path)).status).toBe(303)
  return path
}

describe('an outlet', () => {
  it('contests a figure until the last day of its window, with words, and with a repair that shows it', async () => {
    expect(await (await see(LIST, people.manager)).text()).toContain('2026-10, until 2026-11-12')
    const path = await raised({ repair: REPAIR })
    const page = await (await see(path, people.manager)).text()
    expect(page).toContain('The cellar &lt;b&gt;flooded&lt;/b&gt; on the 20th.')
    expect(page).toContain(`href="/desk/repairs/${REPAIR}/"`)
    expect(page).toContain('to be decided before 2026-11-15')
    expect(await (await see(LIST, people.quality)).text()).toContain(path)
  })

  it('comes from the figure’s own page to the form filled in, while the window is open', async () => {
    const figure = '/desk/kpis/promise_kept/?month=2026-10&place=outlet/HZ-001'
    const way = `${LIST}?outlet=HZ-001&amp;month=2026-10&amp;kpi=promise_kept`
    expect(await (await see(figure, people.manager)).text()).toContain(way)
    const form = await (await see(way.replaceAll('&amp;', '&'), people.manager)).text()
    expect(form).toMatch(/name="outlet"[^>]*value="HZ-001"/)
    expect(form).toContain('<option value="promise_kept" selected')
    // Who decides contests raises none.
    expect(await (await see(figure, people.quality)).text()).not.toContain(LIST)
    await comes(addDays(LAST_DAY, 1))
    expect(await (await see(figure, people.manager)).text()).not.toContain(LIST)
  })

  it('is refused after it, and what was typed stays', async () => {
    await comes(addDays(LAST_DAY, 1))
    const refused = await raise()
    expect(refused.status).toBe(409)
    const page = await refused.text()
    expect(page).toContain('The time for it is over')
    expect(page).toContain('The cellar &lt;b&gt;flooded')
    expect(await countOf('figure_contests')).toBe(0)
  })

  it('says what is wrong, and names a repair of its own', async () => {
    const empty = await raise({ said: '', repair: 'nonsense' })
    expect(empty.status).toBe(422)
    const page = await empty.text()
    expect(page).toContain('What is wrong: write it down.')
    expect(page).toContain('Repair: its code has 13 letters and digits.')
    expect((await raise({ repair: issueTicketCode(7, () => 9) })).status).toBe(404)
    expect((await raise({ month: '2027-01' })).status).toBe(409)
  })

  it('contests nothing of another one, nor does its counter', async () => {
    const elsewhere = await raise({}, people.neighbour)
    expect(elsewhere.status).toBe(404)
    expect((await raise({}, people.counter)).status).toBe(403)
    expect((await raise({}, people.quality)).status).toBe(403)
    expect(await countOf('figure_contests')).toBe(0)
  })

  it('sees nothing of what others contest', async () => {
    const path = await raised()
    expect((await see(path, people.neighbour)).status).toBe(404)
    expect(await (await see(LIST, people.neighbour)).text()).toContain('Nothing was contested.')
    expect((await see(path, people.counter)).status).toBe(403)
  })

  it('can’t keep a month from freezing by the number of its contests', async () => {
    const many = env.HUB.prepare(
      `INSERT INTO figure_contests (id, version, outlet_code, month, kpi, status, raised_by, raised_at,
         updated_at)
       SELECT ?2 || value, 1, ?3, '2026-10', 'promise_kept', ?4, 'stf_x', 0, 0
       FROM (WITH RECURSIVE n(value) AS (SELECT 10 UNION ALL SELECT value + 1 FROM n WHERE value < ?1) SELECT value FROM n)`,
    )
    const first = await raised()
    const id = first.split('/').at(-2) ?? ''
    await many.bind(38, id, OUTLET, 'open').run()
    const refused = await raise()
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('Contests of this month are open')
    expect((await raise({ month: '2026-11' })).status).toBe(303)
    await decide(first, 'refuse', { answer: 'It was dry.' })
    expect((await raise()).status).toBe(303)
  })

  it('never has what is to be decided behind what came later', async () => {
    const path = await raised()
    const later = env.HUB.prepare(
      `INSERT INTO figure_contests (id, version, outlet_code, month, kpi, status, raised_by, raised_at,
         updated_at, decided_by)
       SELECT 'cts_z' || value, 2, 'SZ-001', '2026-10', 'promise_kept', 'refused', 'stf_x', 0, 0, 'stf_y'
       FROM (WITH RECURSIVE n(value) AS (SELECT 100 UNION ALL SELECT value + 1 FROM n WHERE value < 399) SELECT value FROM n)`,
    )
    await later.run()
    expect(await (await see(LIST, people.quality)).text()).toContain(path)
  })

  it('has its words in no event', async () => {
    const path = await raised()
    await decide(path, 'refuse', { answer: 'It was dry <that day>.' })
    const { results } = await env.HUB.prepare('SELECT data FROM events').all<{ data: string }>()
    expect(JSON.stringify(results)).not.toMatch(/cellar|dry/)
    expect(await (await see(path, people.manager)).text()).toContain('It was dry &lt;that day&gt;.')
  })
})

describe('headquarters', () => {
  it('excludes days, which a second person approves and nobody changes afterwards', async () => {
    const path = await raised()
    expect((await decide(path, 'exclude', FLOOD)).status).toBe(303)
    const own = await approve(path, people.quality)
    expect(own.status).toBe(409)
    expect(await (await see(path, people.quality)).text()).toContain('Somebody else')
    expect((await approve(path)).status).toBe(303)
    const page = await (await see(path, people.manager)).text()
    expect(page).toContain('From 2026-10-20 to 2026-10-21:')
    expect(page).toContain('Approved by Staff admin.')
    expect((await decide(path, 'send_back', {}, people.admin, '3')).status).toBe(409)
    const change = env.HUB.prepare(`UPDATE figure_contests SET to_day = '2026-10-31'`)
    await expect(change.run()).rejects.toThrow('stays as it was decided')
  })

  it('can’t have an exclusion in the database that one person decided and approved', async () => {
    await decide(await raised(), 'exclude', FLOOD)
    const alone = env.HUB.prepare(
      `UPDATE figure_contests SET status = 'excluded', approved_by = decided_by`,
    )
    await expect(alone.run()).rejects.toThrow('CHECK')
    const none = env.HUB.prepare(`UPDATE figure_contests SET status = 'excluded'`)
    await expect(none.run()).rejects.toThrow('CHECK')
  })

  it('excludes days of the contested month alone, and says so with all that was typed', async () => {
    const path = await raised()
    const wrong = await decide(path, 'exclude', { ...FLOOD, to: '2026-11-01', answer: 'Typed' })
    expect(wrong.status).toBe(422)
    const page = await wrong.text()
    expect(page).toContain('both in the contested month')
    expect(page).toContain('Typed')
    expect(page).toContain('2026-11-01')
  })

  it('refuses with a reason, or says that the facts were put right', async () => {
    const path = await raised()
    expect((await decide(path, 'refuse')).status).toBe(422)
    expect((await decide(path, 'correct')).status).toBe(303)
    expect(await (await see(path, people.manager)).text()).toContain('Facts put right')
  })

  it('decides by nobody who is of the outlet too', async () => {
    const path = await raised()
    const since = now
    const both = await signedIn([everywhere('hq_quality'), at('outlet_manager', OUTLET)], {
      ...{ key: 'both', since },
    })
    expect((await decide(path, 'correct', {}, both)).status).toBe(409)
    expect((await decide(path, 'exclude', FLOOD)).status).toBe(303)
    expect((await approve(path, both)).status).toBe(409)
    expect((await approve(path)).status).toBe(303)
  })

  it('decides as a role, not as whoever signs off', async () => {
    const path = await raised()
    expect((await decide(path, 'refuse', { answer: 'No.' }, people.admin)).status).toBe(403)
    expect((await decide(path, 'refuse', { answer: 'No.' }, people.manager)).status).toBe(403)
  })
})

describe('figures that freeze', () => {
  /** Ten promises a day of October, two of them kept on the flooded days and nine on all others. */
  async function countOctober(): Promise<void> {
    const rows: D1PreparedStatement[] = []
    const put = (table: string, at: string, kept: number, due: number) =>
      env.HUB.prepare(`INSERT INTO ${table} VALUES (?1, ?2, ?3)`).bind(
        ...[OUTLET, at, JSON.stringify({ promise_due: due, promise_kept: kept })],
      )
    for (let day = '2026-10-01'; day <= '2026-10-31'; day = addDays(day, 1)) {
      rows.push(put('kpi_days', day, day === '2026-10-20' || day === '2026-10-21' ? 2 : 9, 10))
    }
    await env.HUB.batch([...rows, put('kpi_months', '2026-10', 29 * 9 + 4, 310)])
  }
  const draft = () => post(PUBLICATIONS, { month: '2026-10', reason: '' }, people.quality)
  const freeze = (zeros = '') =>
    post(`${PUBLICATIONS}1/`, { act: 'freeze', version: '1', zeros }, people.quality)

  async function frozenDocument(): Promise<PublicationDocument> {
    const { objects } = await env.MEDIA.list({ prefix: 'publications/1/' })
    const key = objects.find((one) => one.key.endsWith('figures.json'))?.key ?? ''
    return (await (await env.MEDIA.get(key))?.json()) as PublicationDocument
  }

  beforeEach(async () => {
    for (const { key } of (await env.MEDIA.list({ prefix: 'publications/' })).objects) {
      await env.MEDIA.delete(key)
    }
    await countOctober()
  })

  it('leave the excluded days out, and say which and why', async () => {
    await excluded()
    await comes(FREEZE_DAY)
    await draft()
    expect((await freeze()).status).toBe(303)
    const { figures, exclusions } = await frozenDocument()
    expect(exclusions).toEqual([{ outlet: OUTLET, ...FLOOD }])
    const told = figures.filter(({ kpi, n }) => kpi === 'promise_kept' && n !== null)
    // 29 days of ten promises, nine kept.
    for (const { n, hits } of told) expect({ n, hits }).toEqual({ n: 290, hits: 261 })
    expect(told.map(({ scope }) => scope)).toEqual(
      expect.arrayContaining(['network', 'region', 'outlet']),
    )
  })

  it('are shown beforehand without a number that is none, whatever stands on an excluded day alone', async () => {
    await excluded()
    await env.HUB.prepare(
      `INSERT INTO kpi_region_months VALUES ('2026-10', 'network', '{"promise_due":310}', '2026-10-31')`,
    ).run()
    await comes(FREEZE_DAY)
    await draft()
    const page = await (await see(`${PUBLICATIONS}1/`, people.quality)).text()
    expect(page).toContain('290')
    expect(page).not.toContain('NaN')
  })

  it('wait for whatever is contested to be decided', async () => {
    const path = await raised()
    await comes(FREEZE_DAY)
    await draft()
    const page = await (await see(`${PUBLICATIONS}1/`, people.quality)).text()
    expect(page).toContain('1 of this month undecided')
    const refused = await freeze()
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('Contests of this month are open')
    await decide(path, 'refuse', { answer: 'It was dry.' })
    expect((await freeze()).status).toBe(303)
    expect((await frozenDocument()).exclusions).toEqual([])
  })

  it('count everything while an exclusion isn’t approved', async () => {
    await decide(await raised(), 'exclude', FLOOD)
    await comes(FREEZE_DAY)
    await draft()
    expect((await freeze()).status).toBe(409)
  })
})
