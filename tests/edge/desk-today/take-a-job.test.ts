import { env } from 'cloudflare:workers'
import { beforeEach, expect, it } from 'vitest'
import { aRepair } from '#support/a-repair.ts'
import { fieldsIn } from '../desk-intake/a-form.ts'
import type { SignedInStaff } from '../support/signed-in.ts'
import { aDesk, type Desk, HERE, page, press } from './a-queue.ts'
import { at, putOnRecord } from './open-repairs.ts'

const repair = at(aRepair().received().repair, HERE)
let desk: Desk
let bench: SignedInStaff
beforeEach(async () => {
  desk = await aDesk()
  bench = await desk.as('bench')
  await putOnRecord([{ repair }])
})

const TAKE = `/desk/repairs/${repair.code}/assign`

async function button(): Promise<Readonly<Record<string, string>>> {
  const html = await (await page(desk, bench, `/desk/?outlet=${HERE}`)).text()
  const [, form = ''] = new RegExp(`action="${TAKE}"(.*?)</form>`, 's').exec(html) ?? []
  return fieldsIn(form)
}

const jobOf = async () =>
  (
    await env.HUB.prepare('SELECT assigned_to FROM repairs WHERE code = ?1')
      .bind(repair.code)
      .first<{ assigned_to: string }>()
  )?.assigned_to

it('takes a job by one button of Today, which goes on there', async () => {
  const answer = await press(desk, bench, TAKE, await button())
  expect(answer.status).toBe(303)
  expect(answer.headers.get('Location')).toBe(`/desk/?outlet=${HERE}#jobs-own`)
  expect(await jobOf()).toBe(bench.id)
  const html = await (await page(desk, bench, `/desk/?outlet=${HERE}`)).text()
  expect(html).not.toContain(`action="${TAKE}"`)
})

it('leaves a job with whoever was quicker', async () => {
  const seen = await button()
  const quicker = await desk.as('counter')
  await press(desk, quicker, TAKE, seen)
  expect((await press(desk, bench, TAKE, seen)).status).toBe(409)
  expect(await jobOf()).toBe(quicker.id)
})
