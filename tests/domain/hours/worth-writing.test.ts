import { expect, it } from 'vitest'
import type { CompiledHours } from '#domain/outlets/compiled-hours.ts'
import { isWorthWriting } from '#scripts/hours/worth-writing.ts'

const TODAY = '2026-06-15'
const standing: CompiledHours = {
  zone: 'Asia/Shanghai',
  week: Array.from({ length: 7 }, () => [[540, 1080]] as const),
  days: { '2026-05-01': [], '2026-10-01': [] },
  lastIntakeMinutes: 30,
  until: '2027-07-01',
  untilBecause: 'horizon',
}

it('leaves hours alone that say the same for a few days more', () => {
  const fresh = { ...standing, days: { '2026-10-01': [] }, until: '2027-07-20' }
  expect(isWorthWriting(standing, fresh, TODAY)).toBe(false)
})

it('writes hours that speak for a month longer, or no longer as far', () => {
  expect(isWorthWriting(standing, { ...standing, until: '2027-08-01' }, TODAY)).toBe(true)
  expect(isWorthWriting(standing, { ...standing, until: '2027-06-30' }, TODAY)).toBe(true)
})

it('writes hours that say something else about a coming day, not about one gone by', () => {
  const withDay = (date: string) => ({ ...standing, days: { ...standing.days, [date]: [] } })
  expect(isWorthWriting(standing, withDay('2026-09-03'), TODAY)).toBe(true)
  expect(isWorthWriting(standing, withDay('2026-06-01'), TODAY)).toBe(false)
})

it('writes hours that can or cannot be read any more', () => {
  expect(isWorthWriting(null, standing, TODAY)).toBe(true)
  expect(isWorthWriting(standing, null, TODAY)).toBe(true)
  expect(isWorthWriting(null, null, TODAY)).toBe(false)
})
