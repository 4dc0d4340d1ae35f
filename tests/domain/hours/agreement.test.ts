import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openStateAt } from '#domain/outlets/open-state.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import { compileHoursText } from '#scripts/hours/compile-hours.ts'

const DAY_MS = 86_400_000
const FROM = '2026-03-01'
const SEED = 20_261_121

const two = (value: number) => String(value).padStart(2, '0')
const clock = fc
  .integer({ min: 0, max: 95 })
  .map((quarter) => `${two(Math.floor(quarter / 4))}:${two((quarter % 4) * 15)}`)
const range = fc
  .tuple(clock, clock)
  .filter(([open, close]) => open !== close)
  .map(([open, close]) => `${open}-${close === '00:00' ? '24:00' : close}`)
const broken = fc.constantFrom('09:00-12:00,13:00-18:00', '08:30-11:45,12:15-20:00', '10:00-26:00')
const weekdays = fc.constantFrom(
  'Mo-Fr',
  'Sa,Su',
  'Mo-Su',
  'Tu,Th',
  'Fr-Mo',
  'Sa',
  'We-Sa',
  'Su[1]',
)
const season = fc.constantFrom(
  '',
  '',
  '',
  'Apr-Sep ',
  'Oct-Mar ',
  'week 10-40/2 ',
  'Jun 10-Jul 20 ',
)
const times = fc.oneof(range, range, broken, fc.constant('off'))
const rule = fc.tuple(season, weekdays, times).map((parts) => `${parts[0]}${parts[1]} ${parts[2]}`)
const text = fc.oneof(
  fc.constant('24/7'),
  range,
  fc.array(rule, { minLength: 1, maxLength: 3 }).map((rules) => rules.join('; ')),
)

/**
 * The library as published, asked about wall times in a process without daylight saving. In a zone of
 * its own it goes 24 hours back for "yesterday", and is wrong in the first hour after a day of 23.
 */
const REFERENCE = `
import OpeningHours from 'opening_hours'
const input = await new Response(process.stdin).json()
const states = input.texts.map((text) => {
  const hours = new OpeningHours(text)
  return input.instants.map((at) => hours.getState(new Date(at)))
})
console.log(JSON.stringify(states))`

function libraryStates(texts: string[], instants: number[]): boolean[][] {
  const run = spawnSync(process.execPath, ['--input-type=module', '--eval', REFERENCE], {
    env: { ...process.env, TZ: 'UTC' },
    input: JSON.stringify({ texts, instants }),
    encoding: 'utf8',
    maxBuffer: 1e8,
  })
  if (run.status !== 0) throw new Error(run.stderr)
  return JSON.parse(run.stdout)
}

/** Random minutes of the year, and every half hour of the days on which clocks change. */
function instantsOf(changes: string[]): number[] {
  const random = fc.sample(fc.integer({ min: 1, max: 380 * 1440 }), { numRuns: 150, seed: SEED })
  const start = Date.parse(`${FROM}T12:00:00Z`)
  const turning = changes.flatMap((date) =>
    Array.from(
      { length: 96 },
      (_, i) => Date.parse(`${date}T00:00:00Z`) - DAY_MS / 2 + i * 1_800_000,
    ),
  )
  return [...random.map((minute) => start + minute * 60_000), ...turning]
}

const texts = fc.sample(text, { numRuns: 120, seed: SEED })
/** Hours are wall time: compiled once, they hold in every zone. */
const compiled = texts.map((source) => {
  const result = compileHoursText({
    text: source,
    zone: 'UTC',
    calendar: null,
    from: FROM,
    horizonDays: 400,
    lastIntakeMinutes: 30,
  })
  if (!result.ok) throw new Error(`${source}: ${result.detail}`)
  return { source, hours: result.hours }
})

test.each([
  ['Asia/Shanghai', []],
  ['America/New_York', ['2026-03-08', '2026-11-01']],
  ['Europe/Berlin', ['2026-03-29', '2026-10-25']],
  ['Australia/Lord_Howe', ['2026-04-04', '2026-10-03']],
  ['America/St_Johns', ['2026-03-08', '2026-11-01']],
] as [string, string[]][])('agree with the library at every instant in %s', (zone, changes) => {
  const instants = instantsOf(changes)
  const walls = instants.map((at) => wallTimeIn(zone, at))
  const expected = libraryStates(
    texts,
    walls.map(({ date, minutes }) => Date.parse(`${date}T00:00:00Z`) + minutes * 60_000),
  )
  const differences: string[] = []
  let open = 0
  for (const [i, { source, hours }] of compiled.entries()) {
    for (const [j, wall] of walls.entries()) {
      const mine = openStateAt(hours, wall).state
      if (mine === 'open') open++
      if ((mine === 'open') !== expected[i]?.[j]) {
        differences.push(`${source} at ${wall.date} ${wall.minutes}: ${mine}`)
      }
    }
  }
  expect(differences).toEqual([])
  expect(open).toBeGreaterThan(1000)
})
