import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { encodeIndex } from '#domain/outlets/index-file.ts'
import type { Outlet } from '#domain/outlets/outlet.ts'
import { outletCard } from '#domain/outlets/outlet-card.ts'
import { anOutlet } from '#support/an-outlet.ts'

type Asked = { readonly path: string; readonly cache: string | undefined }

const outlets = [
  anOutlet({ code: 'A-1' }),
  anOutlet({ code: 'A-2', lat: 31 }),
  anOutlet({ code: 'A-3', lat: 32 }),
]
const INDEX = '/data/outlets/index.json'
const cellPath = (build: string) => `/data/outlets/cells/en/${build}-0.json`
const codesOf = (cards: ReadonlyMap<string, unknown>) => [...cards.keys()].sort()

type Files = Readonly<Record<string, string>>

/** What a site build serves: one cell, named after the build. */
function built(build: string, listed: readonly Outlet[]): Files {
  const { file } = encodeIndex(listed, {
    seq: 1,
    weightOf: () => 1,
    cellLimit: 40,
    nameOf: (_members, place) => `${build}-${place}`,
  })
  const cell = { outlets: listed.map((outlet) => outletCard(outlet, 'en')) }
  return { [INDEX]: JSON.stringify(file), [cellPath(build)]: JSON.stringify(cell) }
}

let served: Files = {}
/** What a browser has kept: it answers unless the request passes the cache by. */
let missesKept: readonly string[] = []
let asked: Asked[] = []
let files: typeof import('../../../src/elements/locator/load-files.ts')

beforeEach(async () => {
  served = built('old', outlets)
  missesKept = []
  asked = []
  vi.stubGlobal('fetch', async (path: string, init?: { cache?: string }) => {
    asked.push({ path, cache: init?.cache })
    const isMissKept = missesKept.includes(path) && init?.cache !== 'reload'
    const body = isMissKept ? undefined : served[path]
    return body === undefined ? new Response('none', { status: 404 }) : new Response(body)
  })
  vi.resetModules()
  files = await import('../../../src/elements/locator/load-files.ts')
  expect((await files.loadIndex()).cells).toEqual(['old-0'])
})
afterEach(() => {
  vi.unstubAllGlobals()
})

it('reads a cell once for a page', async () => {
  expect(codesOf(await files.loadCards(['old-0', 'old-0'], 'en'))).toEqual(['A-1', 'A-2', 'A-3'])
  await files.loadCards(['old-0'], 'en')
  expect(asked.map(({ path }) => path)).toEqual([INDEX, cellPath('old')])
})

it('finds the cards of a cell that a new build has replaced, past every cache', async () => {
  served = built('new', outlets)
  expect(codesOf(await files.loadCards(['old-0'], 'en'))).toEqual(['A-1', 'A-2', 'A-3'])
  expect(asked.slice(2)).toEqual([
    { path: INDEX, cache: 'reload' },
    { path: cellPath('new'), cache: 'reload' },
  ])
})

it('keeps the index that the page began with', async () => {
  const index = await files.loadIndex()
  served = built('new', outlets)
  await files.loadCards(['old-0'], 'en')
  expect(await files.loadIndex()).toBe(index)
})

it('mends a miss that the browser has kept', async () => {
  missesKept = [cellPath('old')]
  expect((await files.loadCards(['old-0'], 'en')).size).toBe(3)
})

it('leaves out only what the new build no longer lists', async () => {
  served = built('new', outlets.slice(1))
  expect(codesOf(await files.loadCards(['old-0'], 'en'))).toEqual(['A-2', 'A-3'])
})

it.each([
  ['the cell is not in the newest build either', { [INDEX]: built('new', outlets)[INDEX] ?? '' }],
  ['there is no index any more', {}],
])('fails instead of dropping cards when %s', async (_, left) => {
  served = left
  await expect(files.loadCards(['old-0'], 'en')).rejects.toThrow('missing')
})
