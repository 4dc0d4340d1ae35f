import { expect, test } from 'vitest'
import { outletCard } from '#domain/outlets/outlet-card.ts'
import { wayToBook } from '#domain/outlets/way-to-book.ts'
import { anOutlet } from '#support/an-outlet.ts'

const bookable = { services: { repair: 'done' }, counterSeats: 2 } as const

test('a visit is offered where something bookable is done or taken in and a seat stands', () => {
  expect(wayToBook(anOutlet({ kind: 'in_store', ...bookable }))).toBe('visit')
  const collecting = { kind: 'collection_point', services: { repair: 'collected' } } as const
  expect(wayToBook(anOutlet({ ...collecting, counterSeats: 1 }))).toBe('visit')
  expect(wayToBook(anOutlet({ kind: 'in_store', ...bookable, counterSeats: 0 }))).toBeNull()
  const selling = { accessories: 'done', consultation: 'done' } as const
  expect(wayToBook(anOutlet({ kind: 'in_store', counterSeats: 2, services: selling }))).toBeNull()
})

test('to a mail-in centre phones are sent, whatever its counter', () => {
  expect(wayToBook(anOutlet({ kind: 'mail_in_centre', counterSeats: 0 }))).toBe('mail_in')
})

test('a card in a list says how to book as the outlet’s own page does', () => {
  expect(outletCard(anOutlet({ kind: 'in_store', ...bookable }), 'en').book).toBe('visit')
})
