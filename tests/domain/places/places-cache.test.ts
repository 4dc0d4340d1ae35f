import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { writePlaces } from '#scripts/places/write-places.ts'

let dir = ''
const write = (minPopulationHome: number) =>
  writePlaces(
    join(dir, 'dist'),
    { countries: ['CN'], gazetteer: { minPopulationHome, minPopulationElsewhere: 5_000_000 } },
    join(dir, 'cache'),
  )
const cached = () => readdirSync(join(dir, 'cache')).filter((name) => name.startsWith('places-'))

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'fixpoint-places-cache-'))
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

it('keeps the gazetteer of the last build alone, and copies it while nothing changes', () => {
  mkdirSync(join(dir, 'cache/astro-dist'), { recursive: true })
  write(2_000_000)
  const [first = ''] = cached()
  const mark = join(dir, 'cache', first, 'copied.json')
  writeFileSync(mark, '{}')
  write(2_000_000)
  expect(cached()).toEqual([first])
  expect(existsSync(join(dir, 'dist/data/places/copied.json'))).toBe(true)

  write(3_000_000)
  expect(cached()).toHaveLength(1)
  expect(cached()).not.toEqual([first])
  expect(existsSync(join(dir, 'dist/data/places/copied.json'))).toBe(false)
  expect(existsSync(join(dir, 'dist/data/places/index.json'))).toBe(true)
  expect(existsSync(join(dir, 'cache/astro-dist'))).toBe(true)
}, 60_000)
