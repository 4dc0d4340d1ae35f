import { expect, type Page, test } from '@playwright/test'
import { readTicketCode } from '#domain/identifiers/ticket-code.ts'

/** Where the demo people work. */
const OUTLET = 'DEMO-0001'

type Slots = { readonly slots: readonly { readonly startsAt: string; readonly free: number }[] }

let booked = 0

type Place = { readonly outlet: string; readonly phone: string; readonly name: string }

/** A visit at an outlet, the demo people's unless named, with a phone number of its own; answers its code, as stored. */
export const bookedHere = (page: Page, outlet = OUTLET): Promise<string> => {
  const phone = `138${String(Date.now()).slice(-7)}${booked % 10}`
  return bookedAt(page, { outlet, phone, name: 'Demo Customer' })
}

/** A visit at an outlet, of somebody. */
export async function bookedAt(page: Page, { outlet, phone, name }: Place): Promise<string> {
  const asked = `/api/v1/outlets/${outlet}/slots?service=repair&days=7`
  const { slots } = (await (await page.request.get(asked)).json()) as Slots
  booked += 1
  const open = slots.filter(({ free }) => free > 0)
  const { startsAt } = open[(booked * 7 + test.info().parallelIndex * 31) % open.length] ?? {}
  const answer = await page.request.post('/api/v1/bookings', {
    data: {
      ...{ outletCode: outlet, startsAt, service: 'repair', device: { model: 'f2' } },
      ...{ fault: { code: 'screen', text: 'Fell' }, wayBack: 'collect', consent: true },
      contact: { name, phone, locale: 'en' },
    },
  })
  expect(answer.status(), await answer.text()).toBe(201)
  const { repair } = (await answer.json()) as { repair: { code: string } }
  return readTicketCode(repair.code) ?? ''
}
