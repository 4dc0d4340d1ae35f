import { expect, test } from 'vitest'
import type { CompiledHours } from '#domain/outlets/compiled-hours.ts'
import { wayToBook } from '#domain/outlets/way-to-book.ts'
import { anOutlet } from '#support/an-outlet.ts'

const hours: CompiledHours = {
  zone: 'Asia/Shanghai',
  week: Array.from({ length: 7 }, () => [[540, 1080]]),
  days: {},
  lastIntakeMinutes: 30,
  until: '2027-12-31',
  untilBecause: 'horizon',
}
const bookable = { services: { repair: 'done' }, counterSeats: 2, hours } as const

test('a visit is offered where something bookable is done or taken in and a seat stands', () => {
  expect(wayToBook(anOutlet({ kind: 'in_store', ...bookable }))).toBe('visit')
  const collecting = { kind: 'collection_point', hours, services: { repair: 'collected' } } as const
  expect(wayToBook(anOutlet({ ...collecting, counterSeats: 1 }))).toBe('visit')
  expect(wayToBook(anOutlet({ kind: 'in_store', ...bookable, counterSeats: 0 }))).toBeNull()
  const selling = { accessories: 'done', consultation: 'done' } as const
  expect(wayToBook(anOutlet({ kind: 'in_store', ...bookable, services: selling }))).toBeNull()
})

test('no visit is offered where nobody knows the hours: no time there can be booked', () => {
  expect(wayToBook(anOutlet({ kind: 'in_store', ...bookable, hours: null }))).toBeNull()
})

test('to a mail-in centre phones are sent, whatever its counter', () => {
  expect(wayToBook(anOutlet({ kind: 'mail_in_centre', counterSeats: 0 }))).toBe('mail_in')
})
