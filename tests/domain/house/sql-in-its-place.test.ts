import { expect, it } from 'vitest'
import { sourceFiles } from '#scripts/check/source-files.ts'

const SQL = /\b(?:SELECT\s+[\w*"]|INSERT\s+INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s)/
const EXECUTES = /\.(?:prepare|batch)\(|\b(?:d1|HUB)\.exec\(/
const EXPLAINED = /^export const statements = \{/m
const MAY_EXECUTE = /^functions\/db\//

const worker = sourceFiles(['functions'], ['.ts', '.tsx'])
const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '')
const having = (pattern: RegExp) => worker.filter(({ text }) => pattern.test(withoutComments(text)))

it('holds SQL only in files that export their statements, so that every one is explained', () => {
  expect(
    having(SQL)
      .filter(({ text }) => !EXPLAINED.test(text))
      .map(({ path }) => path),
  ).toEqual([])
})

it('executes in db only, so that a use case cannot', () => {
  expect(
    having(EXECUTES)
      .filter(({ path }) => !MAY_EXECUTE.test(path))
      .map(({ path }) => path),
  ).toEqual([])
})

it('would notice either', () => {
  expect(SQL.test("const q = 'SELECT code FROM outlets'")).toBe(true)
  expect(EXECUTES.test('env.HUB.prepare(text)')).toBe(true)
})
