import { describe, expect, test } from 'vitest'
import { keptWallTimeIn, localDayOf } from '#domain/outlets/kept-wall-time.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'

const HOUR_MS = 3_600_000
const ODD_MS = 7 * 60_000 + 31_007

/** Around the days on which their clocks are moved, and at the edges of the offsets there are. */
const MOVED = [
  ['Australia/Lord_Howe', Date.UTC(2026, 9, 3, 12)],
  ['America/New_York', Date.UTC(2026, 10, 1, 0)],
  ['Asia/Kathmandu', Date.UTC(2026, 1, 1, 12)],
  ['Pacific/Chatham', Date.UTC(2026, 3, 4, 6)],
  ['Asia/Shanghai', Date.UTC(2026, 9, 1, 10)],
] as const

describe('wall time that is kept', () => {
  test.each(MOVED)('is what the clock shows in %s, through a move of it', (zone, from) => {
    for (let at = from; at < from + 30 * HOUR_MS; at += ODD_MS) {
      expect(keptWallTimeIn(zone, at)).toEqual(wallTimeIn(zone, at))
      expect(localDayOf(zone, at)).toBe(wallTimeIn(zone, at).date)
    }
  })

  test('refuses a zone that does not exist, each time', () => {
    expect(() => keptWallTimeIn('Moon/Crater', 0)).toThrow(RangeError)
    expect(() => keptWallTimeIn('Moon/Crater', 0)).toThrow(RangeError)
  })
})
