import { type Page, test } from '@playwright/test'
import { bookByApi } from './book-by-api.ts'

/** Where the demo people work. */
const OUTLET = 'DEMO-0001'

let booked = 0

type Place = { readonly outlet: string; readonly phone: string; readonly name: string }

/** A visit at an outlet, the demo people's unless named, with a phone number of its own; answers its code, as stored. */
export const bookedHere = (page: Page, outlet = OUTLET): Promise<string> => {
  const phone = `138${String(Date.now()).slice(-7)}${booked % 10}`
  return bookedAt(page, { outlet, phone, name: 'Demo Customer' })
}

/** A visit at an outlet, of somebody. */
export const bookedAt = (page: Page, { outlet, phone, name }: Place): Promise<string> => {
  booked += 1
  const place = booked * 7 + test.info().parallelIndex * 31
  return bookByApi(page, { outlet, place, contact: { name, phone, locale: 'en' } })
}
