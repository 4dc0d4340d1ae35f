import { beforeEach, expect, it } from 'vitest'
import { spellCode } from '#domain/identifiers/crockford.ts'
import { aRepair } from '#support/a-repair.ts'
import type { SignedInStaff } from '../support/signed-in.ts'
import { everywhere, signedIn } from '../support/signed-in.ts'
import { aDesk, booked, type Desk, ELSEWHERE, HERE, MINUTE, page, walkIn } from './a-queue.ts'
import { at, putOnRecord } from './open-repairs.ts'

let desk: Desk
let counter: SignedInStaff
beforeEach(async () => {
  desk = await aDesk()
  counter = await desk.as('counter')
})

type Coded = readonly { readonly code: string }[]
type Queue = { readonly waiting: Coded; readonly expected: Coded; readonly called: Coded }

const read = async <Body>(screen: string, who = counter, outlet = HERE) =>
  (await (await page(desk, who, `/api/v1/desk/outlets/${outlet}/${screen}`)).json()) as Body

it('tells the queue in the order of calls, and who is still expected', async () => {
  const drawn = [await walkIn(desk, counter), await walkIn(desk, counter)]
  const codes = await Promise.all(
    drawn.map(async (one) => ((await one.json()) as { visit: { code: string } }).visit.code),
  )
  const code = await booked(desk, desk.now() + 120 * MINUTE)
  await booked(desk, desk.now() + 26 * 60 * MINUTE)
  const { queue } = await read<{ queue: Queue }>('queue')
  expect(queue.waiting.map((visit) => visit.code)).toEqual(codes)
  expect(queue.expected.map((visit) => visit.code)).toEqual([spellCode(code)])
  expect(queue.called).toEqual([])
})

it('tells each repair once and the lists by code, to managers also what needs attention', async () => {
  const mine = at(aRepair().diagnosing().repair, HERE)
  const nobodys = at(aRepair().received().repair, HERE)
  await putOnRecord([{ repair: mine, assignedTo: counter.id }, { repair: nobodys }])
  type Today = {
    repairs: readonly { code: string; assignedTo: { id: string } | null }[]
    jobs: { own: readonly string[]; unassigned: readonly string[] }
    attention: Coded | null
  }
  const today = await read<Today>('today')
  expect(today.repairs).toHaveLength(2)
  expect(today.jobs).toEqual({
    own: [spellCode(mine.code)],
    unassigned: [spellCode(nobodys.code)],
  })
  expect(today.repairs.find(({ assignedTo }) => assignedTo)?.assignedTo?.id).toBe(counter.id)
  expect(today.attention).toBeNull()
  const watched = await read<Today>('today', await desk.as('outlet_manager'))
  expect(watched.attention).not.toBeNull()
})

it('tells the board by status, also to quality at headquarters', async () => {
  await putOnRecord([{ repair: at(aRepair().repairing().repair, HERE), shelf: 'A-1' }])
  type Board = { columns: readonly { status: string; repairs: readonly { shelf: string }[] }[] }
  const quality = await signedIn([everywhere('hq_quality')], { key: 'quality' })
  const { columns } = await read<Board>('board', quality)
  const column = columns.find(({ status }) => status === 'repairing')
  expect(column?.repairs.map(({ shelf }) => shelf)).toEqual(['A-1'])
})

it('answers nothing new to whoever has the last of it', async () => {
  for (const screen of ['today', 'queue', 'board']) {
    const path = `/api/v1/desk/outlets/${HERE}/${screen}`
    const first = await page(desk, counter, path)
    const headers = { Cookie: counter.cookie, 'If-None-Match': first.headers.get('ETag') ?? '' }
    expect((await desk.ask(path, { headers })).status, screen).toBe(304)
    await walkIn(desk, counter)
    expect((await desk.ask(path, { headers })).status, screen).toBe(200)
  }
})

it('leads to the wall that needs nobody signed in', async () => {
  const { wall } = await read<{ wall: { path: string } }>('wall')
  expect((await desk.ask(wall.path)).status).toBe(200)
})

it('knows no outlet that is out of scope', async () => {
  for (const screen of ['today', 'queue', 'board', 'wall']) {
    const path = `/api/v1/desk/outlets/${ELSEWHERE}/${screen}`
    expect((await page(desk, counter, path)).status, screen).toBe(404)
  }
})
