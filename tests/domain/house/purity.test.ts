import { describe, expect, it } from 'vitest'
import { lintPlanted } from '#support/planted-house.ts'

const RULES = ['plugin', 'lint/style/noRestrictedGlobals']

const IMPURE = [
  'new Date()',
  'Date.now()',
  'Math.random()',
  'performance.now()',
  "fetch('https://example.org')",
  'process.env.HOME',
  'crypto.getRandomValues(new Uint8Array(2))',
  'document.title',
  'setTimeout(() => 1, 10)',
] as const

const pathOf = (place: number) => `src/domain/outlets/plant-${place}.ts`
const plant = (expressions: readonly string[], path = pathOf) =>
  lintPlanted(
    Object.fromEntries(
      expressions.map((expression, place) => [path(place), `export const f = () => ${expression}`]),
    ),
  ).filter(({ rule }) => RULES.includes(rule))

describe('the domain is pure', () => {
  const refused = new Set(plant(IMPURE).map(({ file }) => file))

  it.each(IMPURE.map((expression, place) => [expression, place] as const))(
    'refuses %s',
    (_expression, place) => {
      expect(refused).toContain(pathOf(place))
    },
  )

  it('may make a date of an argument', () => {
    expect(plant(['new Date(5)', 'Date.UTC(2026, 1, 1)', 'Math.max(1, 2)'])).toEqual([])
  })

  it('binds nobody else', () => {
    expect(plant(['new Date()', 'Date.now()'], (place) => `functions/http/p-${place}.ts`)).toEqual(
      [],
    )
  })
})
