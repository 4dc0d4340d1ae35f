import { expect } from '@playwright/test'
import { readTicketCode } from '#domain/identifiers/ticket-code.ts'
import type { Actor } from '#domain/repairs/actor.ts'
import { carryStep } from '#functions/http/carry-step.ts'
import { actOnRepair } from '#functions/repairs/act-on-repair.ts'
import { showRepair } from '#functions/repairs/show-repair.ts'
import { demoAction } from '#scripts/demo/demo-actions.ts'
import { localSources } from '#scripts/demo/local-sources.ts'
import { TEST_SECRET } from '#support/test-secret.ts'
import { bookByApi } from './book-by-api.ts'
import { bookVisit, codeOn, type Visitor } from './book-steps.ts'
import { follow } from './follow.ts'
import { servedHub } from './served-hub.ts'

const STAFF: Actor = {
  id: 'stf_demo',
  roles: ['counter', 'bench', 'outlet_manager', 'agent'],
  via: 'desk',
}

type Step = readonly [type: string, over?: object]

/** Takes staff's steps on the database of the server under test. */
export async function atTheOutlet(code: string, steps: readonly Step[]): Promise<void> {
  const hub = servedHub()
  for (const [type, over = {}] of steps) {
    const now = Date.now()
    const sources = localSources({ hub, secret: TEST_SECRET, now })
    const shown = await showRepair(sources, code)
    const action = shown && demoAction(type, { repair: shown.repair, now }, over)
    if (!action) throw new Error(`no ${type} of ${code}`)
    const outcome = await carryStep(() =>
      actOnRepair(sources, {
        ...{ code, action, expectedVersion: null, actor: STAFF, happenedAt: null, key: null },
        // Each repair a device of its own: none is a repeat of another.
        personal: { device: { imeis: [], serial: code } },
      }),
    )
    expect(outcome, `${type} of ${code}`).toEqual(expect.objectContaining({ kind: 'done' }))
  }
}

/** Received, looked at, and a price asked: declining costs 30. */
export const QUOTED: readonly Step[] = [
  ['receive'],
  ['diagnose'],
  ['ask', { declineCostMinor: 3_000 }],
]

/** Books a visit on the pages and answers its code, as stored. */
export async function bookedOnThePages(visit: Visitor): Promise<string> {
  await bookVisit(visit, 0)
  return readTicketCode(await codeOn(visit.page)) ?? ''
}

/** Books a visit a week ahead, `place` keeping the tests out of each other's way. */
export async function bookedRepair({ page, locale }: Visitor, place: number): Promise<string> {
  const near = await page.request.get('/api/v1/outlets/nearest?lat=30.27&lon=120.15&limit=1')
  const { outlets } = (await near.json()) as { outlets: readonly { code: string }[] }
  const contact = { name: 'Demo Customer', phone: '13800138000', locale }
  return await bookByApi(page, { outlet: outlets[0]?.code ?? '', place: -1 - place, contact })
}

/** Opens the link of a repair's newest message about something, and presses its one button. */
export async function followMessage(visit: Visitor, code: string, template: string): Promise<void> {
  const { page, t, at } = visit
  const spelled = code.replace(/(.{4})(?=.)/g, '$1-')
  await page.goto(at('/demo/messages/'))
  const message = page.locator(`li[data-template="${template}"]`).filter({ hasText: spelled })
  await follow(page, message.first().getByRole('link'))
  await expect(page.locator('main h1')).toHaveText(t('repairs.link.title'))
  await expect(page.locator('main')).not.toContainText(spelled)
  await follow(page, page.getByRole('button', { name: t('repairs.link.open') }))
  await expect(page).toHaveURL(/\/repairs\/status\/$/)
}
