import { expect, it } from 'vitest'
import { lintPlanted } from '#support/planted-house.ts'

const lines = (count: number, line = 'export type T = 1') =>
  Array.from({ length: count }, (_, place) => line.replace('T', `T${place}`)).join('\n')

const rulesFor = (path: string, text: string) =>
  lintPlanted({ [path]: text }).map(({ rule }) => rule)

it('refuses an import cycle, also one that goes by the aliases', () => {
  const found = lintPlanted({
    'src/domain/outlets/one.ts':
      "import { two } from '#domain/places/two.ts'\nexport const one = () => two",
    'src/domain/places/two.ts':
      "import { three } from './three.ts'\nexport const two = () => three",
    'src/domain/places/three.ts':
      "import { one } from '../outlets/one.ts'\nexport const three = () => one",
  }).filter(({ rule }) => rule === 'lint/suspicious/noImportCycles')
  expect(found.map(({ file }) => file).sort()).toEqual([
    'src/domain/outlets/one.ts',
    'src/domain/places/three.ts',
    'src/domain/places/two.ts',
  ])
})

it('refuses a file of more than 300 lines, a test of more than 400', () => {
  const rule = 'lint/style/noExcessiveLinesPerFile'
  expect(rulesFor('src/domain/outlets/long.ts', lines(301))).toContain(rule)
  expect(rulesFor('src/domain/outlets/long.ts', lines(298))).not.toContain(rule)
  expect(rulesFor('tests/domain/long.test.ts', lines(350))).not.toContain(rule)
  expect(rulesFor('tests/domain/long.test.ts', lines(401))).toContain(rule)
})

it('refuses a function of more than 40 lines', () => {
  const rule = 'lint/complexity/noExcessiveLinesPerFunction'
  const body = (count: number) =>
    `export function f(a: number[]) {\n${Array(count).fill('  a.push(1)').join('\n')}\n}`
  expect(rulesFor('functions/outlets/find-it.ts', body(41))).toContain(rule)
  expect(rulesFor('functions/outlets/find-it.ts', body(30))).not.toContain(rule)
})

it('refuses file names that are not kebab-case, and knows those of routes', () => {
  const rule = 'lint/style/useFilenamingConvention'
  expect(rulesFor('src/domain/outlets/openState.ts', lines(1))).toContain(rule)
  expect(rulesFor('src/components/OutletCard.tsx', lines(1))).toContain(rule)
  expect(rulesFor('src/pages/[...locale]/outlets/[code].ts', lines(1))).not.toContain(rule)
})
