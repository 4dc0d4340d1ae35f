import { beforeEach, describe, expect, it } from 'vitest'
import type { SignedInStaff } from '../support/signed-in.ts'
import {
  aDesk,
  bare,
  booked,
  type Desk,
  ELSEWHERE,
  MINUTE,
  page,
  press,
  takeStep,
  visitIn,
  walkIn,
} from './a-queue.ts'

const HOUR = 60 * MINUTE
let desk: Desk
let counter: SignedInStaff
beforeEach(async () => {
  desk = await aDesk()
  counter = await desk.as('counter')
})

const text = async (answer: Response): Promise<string> =>
  (await answer.text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

const drawn = async () => await visitIn(await walkIn(desk, counter))

describe('Today', () => {
  it('shows booked and walked in as one queue, with numbers, waits and who is next', async () => {
    const code = await booked(desk, desk.now() + 2 * HOUR)
    await drawn()
    desk.pass(4 * MINUTE)
    await takeStep(desk, counter, [code, 'arrive'])
    desk.pass(3 * MINUTE)
    const said = await text(await page(desk, counter, '/desk/'))
    expect(said).toContain('Call no. 1')
    expect(said).toMatch(/1 , place 1 in the queue Walked in Repair 7 min/)
    expect(said).toMatch(/2 , place 2 in the queue Booked 13:00 Repair · Fixpoint F2 · Screen 3 min/)
    expect(said).toContain('Nobody else is booked today.')
  })
})
