import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { writePlaces } from '#scripts/places/write-places.ts'

let dir = ''
const write = () =>
  writePlaces(
    join(dir, 'dist'),
    {
      countries: ['CN'],
      gazetteer: { minPopulationHome: 2_000_000, minPopulationElsewhere: 5_000_000 },
    },
    join(dir, 'cache'),
  )
const plant = (name: string) => {
  mkdirSync(join(dir, 'cache', name), { recursive: true })
  writeFileSync(join(dir, 'cache', name, 'planted.json'), '{}')
}
const cached = () => readdirSync(join(dir, 'cache')).toSorted()

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'fixpoint-places-cache-'))
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

it('keeps the gazetteer of the last build alone, and copies it while nothing changes', () => {
  plant('places-0123456789abcdef')
  plant('astro-dist')
  write()
  const [, own = ''] = cached()
  expect(cached()).toEqual(['astro-dist', own])
  expect(own).toMatch(/^places-(?!0123456789abcdef)/)
  expect(existsSync(join(dir, 'dist/data/places/index.json'))).toBe(true)
  expect(existsSync(join(dir, 'dist/data/places/planted.json'))).toBe(false)

  plant(own)
  write()
  expect(cached()).toEqual(['astro-dist', own])
  expect(existsSync(join(dir, 'dist/data/places/planted.json'))).toBe(true)
}, 60_000)
