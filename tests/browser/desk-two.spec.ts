import { expect, type Page, test } from '@playwright/test'
import { translator } from '#i18n/translate.ts'
import { bookedHere } from './desk-repair-steps.ts'
import { pressOn, tabTo, typeInto } from './keyboard-steps.ts'
import { atTheOutlet } from './repairs-steps.ts'
import { signInAs } from './sign-in-steps.ts'

const t = translator('en')
const pathOf = (code: string): string => `/desk/repairs/${code}/`
const field = (page: Page, id: string) => page.locator(`[id="${id}"]`)
const send = (page: Page, step: string) =>
  pressOn(page, page.locator(`form[action$="/steps/${step}"] button[type=submit]`).last())

test.describe.configure({ timeout: 90_000 })

/** One repair being examined, open on two desks at once. */
async function onTwoDesks(page: Page, open: () => Promise<Page>) {
  const code = await bookedHere(page)
  await atTheOutlet(code, [['receive'], ['diagnose']])
  const other = await open()
  await signInAs(page, 'bench', pathOf(code))
  await signInAs(other, 'manager', pathOf(code))
  return { code, other }
}

test('the second desk is told what changed and by whom, keeps what it typed, and goes on', async ({
  page,
  browser,
}) => {
  const open = async () => await (await browser.newContext()).newPage()
  const { other } = await onTwoDesks(page, open)
  await pressOn(other, other.locator('#step-ask > summary'))
  await typeInto(other, other.locator('#ask-lines select').first(), 'Screen')
  await typeInto(other, other.locator('#ask-lines input').first(), '320.50')
  await typeInto(other, field(other, 'ask-declineCostMinor'), '30')
  await typeInto(other, field(other, 'ask-coverage'), 'Customer')

  await typeInto(page, field(page, 'start-coverage'), 'Warr')
  await send(page, 'start')
  await expect(page).toHaveURL(/done=start$/)

  await send(other, 'ask')
  const alarm = other.locator('.desk-notice[data-refusal=stale]')
  await expect(alarm).toBeFocused()
  await expect(alarm).toContainText(t('desk.repair.meanwhile'))
  await expect(alarm).toContainText(t('desk.repair.event.start'))
  await expect(alarm).toContainText('Demo bench')
  await expect(other.locator('#ask-lines select').first()).toHaveValue('screen')
  await expect(other.locator('#ask-lines input').first()).toHaveValue('320.50')
  await expect(field(other, 'ask-declineCostMinor')).toHaveValue('30')
  await expect(field(other, 'ask-coverage')).toHaveValue('customer_pays')
  await send(other, 'ask')
  await expect(other).toHaveURL(/done=ask$/)
  await expect(other.locator('main')).toContainText('320.5')
})

test('what was typed for a step that is gone is listed, so that nothing is lost', async ({
  page,
  browser,
}) => {
  const open = async () => await (await browser.newContext()).newPage()
  const { code, other } = await onTwoDesks(page, open)
  await typeInto(other, field(other, 'start-coverage'), 'Good')
  await tabTo(other, field(other, 'start-faultCode'))
  await pressOn(page, page.locator('#step-give_up > summary'))
  await typeInto(page, field(page, 'give_up-barrier'), 'It can')
  await send(page, 'give_up')
  await expect(page).toHaveURL(/done=give_up$/)

  await send(other, 'start')
  const alarm = other.locator('.desk-notice')
  await expect(alarm).toBeFocused()
  await expect(alarm).toContainText(t('desk.repair.event.give_up'))
  await expect(alarm).toContainText(t('desk.repair.coverage.goodwill'))
  await other.goto(pathOf(code))
  await expect(other.locator('form[action$="/steps/start"]')).toHaveCount(0)
})
