import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { compileFunction } from 'node:vm'

/** What opening_hours answers about a text. */
export type ParsedHours = {
  getOpenIntervals(from: Date, to: Date): [Date, Date, boolean, string | undefined][]
  isWeekStable(): boolean
}
type Parser = new (
  text: string,
  place: null,
  options: { mode: number; locale: string },
) => ParsedHours

const TIME_RANGES = 0

/**
 * Reads and sets local fields as UTC ones. The library computes in the machine's zone; in this one
 * no hour is skipped or doubled, so its answers are wall times that hold in every zone.
 */
class WallClockDate extends Date {
  constructor(...parts: number[]) {
    if (parts.length > 1) super(Date.UTC(...(parts as [number, number])))
    else if (parts.length === 1) super(parts[0] as number)
    else super()
  }
}

const FIELDS = ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds']
for (const field of FIELDS) {
  const prototype = WallClockDate.prototype as unknown as Record<string, unknown>
  for (const verb of ['get', 'set']) {
    const utc = prototype[`${verb}UTC${field}`]
    if (utc) prototype[`${verb}${field}`] = utc
  }
}
Object.assign(WallClockDate.prototype, { getTimezoneOffset: () => 0 })

function loadLibrary(): Parser {
  const require = createRequire(import.meta.url)
  const path = require.resolve('opening_hours')
  const library = { exports: {} as unknown }
  const run = compileFunction(
    readFileSync(path, 'utf8'),
    ['module', 'exports', 'require', 'Date'],
    {
      filename: path,
    },
  )
  run(library, library.exports, require, WallClockDate)
  return library.exports as Parser
}

let parser: Parser | null = null

/** Midnight of a local date, as the instants that the library is asked about. */
export const wallClockMidnight = (date: string): Date =>
  new WallClockDate(Date.parse(`${date}T00:00:00Z`))

/** Parses an OSM opening_hours text; throws what the library throws when it can't be read. */
export function parseHours(text: string): ParsedHours {
  parser ??= loadLibrary()
  return new parser(text, null, { mode: TIME_RANGES, locale: 'en' })
}
