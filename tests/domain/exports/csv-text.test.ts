import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { csvText } from '#domain/exports/csv-text.ts'

const HOSTILE = [
  '=HYPERLINK("https://evil.example","x")',
  '+1+cmd|calc',
  '-1+1',
  '@SUM(A1)',
  '＝1+1',
  '\t=1',
  '\r=1',
  "'=1+1",
  'well;=1+1',
  'two lines\r\n=1+1',
]

describe('a table as CSV', () => {
  test.each(HOSTILE)('leads no cell with a sign that a spreadsheet runs: %j', (said) => {
    const [, [cell = ''] = []] = parse(csvText(['said'], [[said]]), { bom: true }) as string[][]
    expect(cell.split(/[;\t\r\n]/).filter((part) => /^["\s]*[=+\-@＝＋－＠]/.test(part))).toEqual(
      [],
    )
  })

  test('quotes every cell, so that signs, quotes and lines of a text stay in it', () => {
    const rows = [
      ['a,b', 'say "no"', 'one\ntwo'],
      ['<b>x</b>', '', '投诉'],
    ]
    const text = csvText(['a', 'b', 'c'], rows)
    expect(parse(text, { bom: true })).toEqual([['a', 'b', 'c'], ...rows])
    expect(text.replace('\uFEFF', '').startsWith('"a","b","c"\r\n"a,b",')).toBe(true)
  })

  test('leaves numbers, and no value, as they are', () => {
    expect(csvText(['n'], [[-3], [null], [true]])).toBe('\uFEFF"n"\r\n"-3"\r\n""\r\n"true"\r\n')
  })
})
