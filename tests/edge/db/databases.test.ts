import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { commandOf } from '#functions/db/command-record.ts'
import { commit } from '#functions/db/commit.ts'
import { type Database, newTally } from '#functions/db/database.ts'
import { databasesOf } from '#functions/db/databases.ts'
import { prepare, readEverywhere, statement } from '#functions/db/statement.ts'

const tally = newTally()
/** Three names for what a deployment binds; what matters here is which object a statement was prepared on. */
const named = (name: string): Database => ({
  name,
  tally,
  d1: new Proxy(env.HUB, {
    get: (d1, key) => {
      const value = Reflect.get(d1, key)
      return typeof value === 'function' ? value.bind(d1) : value
    },
  }),
})
const [hub, north, south] = [named('hub'), named('north'), named('south')]
const ranges = [
  { binding: 'NORTH', from: 0, to: 511 },
  { binding: 'SOUTH', from: 512, to: 1022 },
]
const bound = (binding: string) => ({ NORTH: north.d1, SOUTH: south.d1 })[binding]

const one = statement<[number], { readonly one: number }>('SELECT ?1 AS one', [1])

it('finds the database of a bucket, and the hub for what no range names', () => {
  const databases = databasesOf(hub, ranges, bound, tally)
  expect([0, 511, 512, 1022].map((bucket) => databases.of(bucket).name)).toEqual([
    'NORTH',
    'NORTH',
    'SOUTH',
    'SOUTH',
  ])
  expect(databases.of(1023)).toBe(hub)
  expect(databases.all.map(({ name }) => name)).toEqual(['hub', 'NORTH', 'SOUTH'])
})

it('moves a bucket by its range alone', () => {
  const moved = [{ binding: 'SOUTH', from: 7, to: 7 }, ...ranges]
  expect(databasesOf(hub, moved, bound, tally).of(7).name).toBe('SOUTH')
})

it('refuses a bucket that is none, and a range without its database', () => {
  const databases = databasesOf(hub, ranges, bound, tally)
  for (const bucket of [-1, 1024, 1.5, Number.NaN]) {
    expect(() => databases.of(bucket)).toThrow(RangeError)
  }
  expect(() => databasesOf(hub, ranges, () => undefined, tally)).toThrow('NORTH')
})

it('commits no statement that was prepared on another of three databases', async () => {
  const command = await commandOf({ name: 'x', key: null, body: {}, actor: 'system', now: 0 })
  for (const [own, foreign] of [
    [hub, north],
    [north, south],
    [south, hub],
  ] as const) {
    const rows = [prepare(own, one, [1]), prepare(foreign, one, [2])]
    const change = { kind: 'change', answer: null, events: [], rows } as const
    await expect(commit(own, command, change)).rejects.toThrow(
      `statement prepared on ${foreign.name}, run on ${own.name}`,
    )
  }
})

it('reads from all of them in one trip, and answers in the order asked', async () => {
  const before = tally.trips
  const rows = await readEverywhere([
    prepare(south, one, [3]),
    prepare(hub, one, [1]),
    prepare(south, one, [4]),
    prepare(north, one, [2]),
  ])
  expect(rows.map(([row]) => row?.one)).toEqual([3, 1, 4, 2])
  expect(tally.trips).toBe(before + 1)
})
