import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Grant } from '#domain/staff/staff.ts'
import { aCounter } from '../support/a-counter.ts'
import { fillHub } from '../support/a-hub.ts'
import { aWorker, NOW } from '../support/a-worker.ts'
import { at, everywhere, type SignedInStaff, signedIn } from '../support/signed-in.ts'
import { anAskedCustomer } from '../surveys/an-asked-customer.ts'

const ask = aWorker()
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const codeAt = (place: number): string =>
  `7K000000000${LETTERS[Math.floor(place / 32)]}${LETTERS[place % 32]}`
const inRegion: Grant = {
  role: 'regional_manager',
  scope: { kind: 'region', region: 'cn-zhejiang' },
}
/** More than are read each by its own index. */
const MANY = 44

beforeEach(() =>
  fillHub([
    ...Array.from({ length: MANY }, (_, place) => aCounter({ code: `HZ-0${10 + place}` })),
    aCounter({ code: 'SZ-001', regionId: 'cn-guangdong' }),
  ]),
)

const outletAt = (place: number): string =>
  place % 5 === 0 ? 'SZ-001' : `HZ-0${10 + (place % MANY)}`

/** Every page of a list, by its links. */
async function pages({ cookie }: SignedInStaff, path: string, item: RegExp) {
  const found: string[] = []
  for (let address = path; address !== ''; ) {
    const answer = await ask(address, { headers: { Cookie: cookie, Accept: 'text/html' } })
    const html = await answer.text()
    found.push(...[...html.matchAll(item)].map(([, code]) => code ?? ''))
    const [link = ''] = /<a[^>]*rel="next"[^>]*>/.exec(html) ?? []
    address = (/href="([^"]+)"/.exec(link)?.[1] ?? '').replaceAll('&amp;', '&')
    if (found.length > 1_000) throw new Error('pages without end')
  }
  return found
}

describe('the list of feedback', () => {
  const COUNT = 130
  const ITEM = /href="\/desk\/feedback\/([0-9A-Z]{13})\/"/g

  /** What was put on record last is due first, and many things are due, and came, at one instant. */
  async function fill(): Promise<void> {
    const rows = Array.from({ length: COUNT }, (_, place) => {
      const dueAt = NOW - Math.floor(place / 10)
      const round = { openedAt: 0, dueAt, answeredAt: null, missed: false }
      const state = {
        ...{ code: codeAt(place), kind: place % 2 === 0 ? 'question' : 'suggestion' },
        ...{ status: 'open', outlet: outletAt(place), receivedAt: dueAt, zone: 'Asia/Shanghai' },
        ...{ rounds: [round], solving: { dueAt: null, solvedAt: null, missed: false } },
        ...{ suspicion: null, themes: [], channel: 'letter', isFormal: true },
      }
      return env.HUB.prepare(
        `INSERT INTO feedback (code, version, status, outlet_code, zone, country_code, locale,
           state, received_at, updated_at, todo_at)
         VALUES (?1, 1, 'open', ?2, 'Asia/Shanghai', 'CN', 'en', ?3, ?4, 0, ?4)`,
      ).bind(codeAt(place), outletAt(place), JSON.stringify(state), dueAt)
    })
    await env.HUB.batch(rows)
  }
  const dueOf = (code: string): number =>
    -Math.floor(Array.from({ length: COUNT }, (_, place) => codeAt(place)).indexOf(code) / 10)

  it('leaves nothing out, the first due first or the latest first', async () => {
    await fill()
    const agent = await signedIn([everywhere('agent')])
    const todo = await pages(agent, '/desk/feedback/', ITEM)
    expect(new Set(todo).size).toBe(COUNT)
    expect(todo).toHaveLength(COUNT)
    expect(todo.map(dueOf)).toEqual(todo.map(dueOf).toSorted((a, b) => a - b))
    const all = await pages(agent, '/desk/feedback/?list=all', ITEM)
    expect(new Set(all).size).toBe(COUNT)
    expect(all.map(dueOf)).toEqual(all.map(dueOf).toSorted((a, b) => b - a))
    expect(await pages(agent, '/desk/feedback/?kind=question', ITEM)).toHaveLength(COUNT / 2)
  })

  it('is of a region of many outlets whole and in order, and of no other', async () => {
    await fill()
    const region = await signedIn([inRegion], { key: 'zj' })
    for (const list of ['todo', 'all']) {
      const own = await pages(region, `/desk/feedback/?list=${list}`, ITEM)
      expect(own).toHaveLength((COUNT * 4) / 5)
      const turn = list === 'todo' ? 1 : -1
      expect(own.map(dueOf)).toEqual(own.map(dueOf).toSorted((a, b) => turn * (a - b)))
    }
    const manager = await signedIn([at('outlet_manager', 'SZ-001')], { key: 'sz' })
    expect(await pages(manager, '/desk/feedback/', ITEM)).toHaveLength(COUNT / 5)
  })
})

describe('the list of callbacks', () => {
  const COUNT = 120
  const ITEM = /href="\/desk\/callbacks\/([0-9A-Z]{13})\.9\/"/g

  it('leaves nothing out, what is due first leading; what is about complaints is the team’s', async () => {
    for (let place = 0; place < COUNT; place++) {
      const survey = await anAskedCustomer(codeAt(place))
      const dueAt = NOW - (place % 6)
      const callback = { openedAt: 0, dueAt, tries: [], doneAt: null, complaint: null }
      const kind = place % 10 === 0 ? 'complaint' : 'repair'
      const outlet = outletAt(place)
      const state = { ...survey, callback, kind, outlet }
      await env.HUB.prepare(
        'UPDATE surveys SET desk_due_at = ?2, state = ?3, outlet_code = ?4 WHERE id = ?1',
      )
        .bind(survey.id, dueAt, JSON.stringify(state), outlet)
        .run()
    }
    const agent = await signedIn([everywhere('agent')])
    const all = await pages(agent, '/desk/callbacks/', ITEM)
    expect(all).toHaveLength(COUNT)
    const dues = all.map(
      (code) => -(LETTERS.indexOf(code[11] ?? '') * 32 + LETTERS.indexOf(code[12] ?? '')) % 6,
    )
    expect(dues).toEqual(dues.toSorted((a, b) => a - b))
    const region = await signedIn([inRegion], { key: 'zj' })
    const own = await pages(region, '/desk/callbacks/', ITEM)
    // All but a fifth of the outlets', and none about complaints: those stand at every tenth, elsewhere.
    expect(own).toHaveLength((COUNT * 4) / 5)
    const manager = await signedIn([at('outlet_manager', 'SZ-001')], { key: 'sz' })
    expect(await pages(manager, '/desk/callbacks/', ITEM)).toHaveLength(COUNT / 10)
  })
})
