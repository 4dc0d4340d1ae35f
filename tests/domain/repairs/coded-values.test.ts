import { describe, expect, it } from 'vitest'
import { holdId, readHoldId } from '#domain/bookings/hold-id.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import { isDate, isInstant } from '#domain/repairs/coded-values.ts'

const LAST = Date.UTC(9999, 11, 31) - 1

describe('an instant', () => {
  it('has a year of four digits in every zone, so that dates as text are in order', () => {
    expect([isInstant(0), isInstant(LAST)]).toEqual([true, true])
    for (const zone of ['Pacific/Kiritimati', 'Etc/GMT+12']) {
      expect(isDate(wallTimeIn(zone, LAST).date)).toBe(true)
    }
  })

  it.each([LAST + 1, Date.UTC(10000, 0, 1), 8.64e15, Number.MAX_SAFE_INTEGER, -1, 0.5, Number.NaN])(
    'is not %d',
    (value) => {
      expect(isInstant(value)).toBe(false)
    },
  )

  it('is what a hold begins at, or there is no such hold', () => {
    const place = { outlet: 'SZ-001', startsAt: Date.UTC(2026, 10, 19, 2) }
    const id = holdId(place, '0123456789abcdef')
    expect(readHoldId(id)).toEqual({ ...place, id })
    const far = holdId({ ...place, startsAt: Date.UTC(10000, 0, 1) }, '0123456789abcdef')
    expect(readHoldId(far)).toBeNull()
  })
})
