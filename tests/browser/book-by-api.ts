import { expect, type Page } from '@playwright/test'
import { readTicketCode } from '#domain/identifiers/ticket-code.ts'

type Slots = { readonly slots: readonly { readonly startsAt: string; readonly free: number }[] }

type Wish = {
  readonly outlet: string
  /** Which of a week's free times; below zero it is counted from the last one. */
  readonly place: number
  readonly contact: { readonly name: string; readonly phone: string; readonly locale: string }
}

const MOST_TRIES = 5
const TAKEN = 409

/** Books a visit at a free time, or at the one before where another spec was quicker; answers its code, as stored. */
export async function bookByApi(page: Page, { outlet, place, contact }: Wish): Promise<string> {
  const asked = `/api/v1/outlets/${outlet}/slots?service=repair&days=7`
  const { slots } = (await (await page.request.get(asked)).json()) as Slots
  const open = slots.filter(({ free }) => free > 0)
  const bookAt = (tries: number) =>
    page.request.post('/api/v1/bookings', {
      data: {
        ...{ outletCode: outlet, startsAt: open.at((place - tries) % open.length)?.startsAt },
        ...{ service: 'repair', device: { model: 'f2' }, fault: { code: 'screen', text: 'Fell' } },
        ...{ wayBack: 'collect', consent: true, contact },
      },
    })
  let answer = await bookAt(0)
  for (let tries = 1; answer.status() === TAKEN && tries < MOST_TRIES; tries++) {
    answer = await bookAt(tries)
  }
  expect(answer.status(), await answer.text()).toBe(201)
  const { repair } = (await answer.json()) as { repair: { code: string } }
  return readTicketCode(repair.code) ?? ''
}
