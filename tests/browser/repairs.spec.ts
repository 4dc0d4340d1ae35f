import { expect, type Locator, type Page, test } from '@playwright/test'
import { spellCode } from '#domain/identifiers/crockford.ts'
import { LOCALES } from '#i18n/locale.ts'
import { visitor } from './book-steps.ts'
import { tabTo } from './keyboard-steps.ts'
import {
  atTheOutlet,
  bookedOnThePages,
  bookedRepair,
  followMessage,
  QUOTED,
} from './repairs-steps.ts'

/** Several pages each, on a busy machine. */
test.describe.configure({ timeout: 90_000 })

const title = (page: Page): Locator => page.locator('main h1')

for (const locale of LOCALES) {
  test(`from booking to a declined price, by the links of the messages: ${locale}`, async ({
    page,
  }) => {
    const visit = visitor(page, locale)
    const { t } = visit
    const code = await bookedOnThePages(visit)
    await followMessage(visit, code, 'ticket_code')
    await expect(page.locator('.station[data-state="now"]')).toHaveCount(1)
    await expect(page.locator('.station-name').first()).toHaveText(t('repairs.station.requested'))

    await atTheOutlet(code, QUOTED)
    await page.reload()
    await expect(page.getByText(t('repairs.ask.by_link'))).toBeVisible()
    await followMessage(visit, code, 'answer_needed')
    await expect(page.locator('.charges tfoot td')).toHaveText('¥320')
    await page.getByRole('link', { name: t('repairs.ask.decline') }).click()
    await expect(page.getByText(t('repairs.confirm.costs', { amount: '¥30' }))).toBeVisible()
    await page.getByLabel(t('repairs.why.too_expensive')).check()
    await page.getByRole('button', { name: t('repairs.confirm.decline.yes') }).click()
    await expect(title(page)).toHaveText(t('repairs.status.ready_returned_unrepaired_collect'))
    await expect(page.locator('.station[data-branch][data-state="now"]')).toBeVisible()
    await expect(page.locator('main')).not.toContainText(/Demo Customer|138\D?0013/)
  })
}

test('takes a yes to the price by the link, once, and tells a page left open so', async ({
  page,
  context,
}) => {
  const visit = visitor(page, 'en')
  const { t } = visit
  const code = await bookedRepair(visit, 2)
  await atTheOutlet(code, QUOTED)
  await followMessage(visit, code, 'answer_needed')
  const other = await context.newPage()
  await other.goto('/repairs/status/')
  await page.getByRole('button', { name: t('repairs.ask.accept_for', { amount: '¥320' }) }).click()
  await expect(title(page)).toHaveText(t('repairs.status.repairing'))
  await other.getByRole('link', { name: t('repairs.ask.decline') }).click()
  await expect(title(other)).toHaveText(t('repairs.status.repairing'))
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  for (const [place, locale] of LOCALES.entries()) {
    test(`looks up a repair by code and digits, mends a slip, cancels it: ${locale}`, async ({
      page,
      context,
    }) => {
      const visit = visitor(page, locale)
      const { t, at } = visit
      const code = await bookedRepair(visit, 3 + place)
      await context.clearCookies()
      await page.goto(at('/repairs/status/'))
      await expect(page).toHaveURL(/\/repairs\/$/)
      const show = page.getByRole('button', { name: t('repairs.lookup.show') })
      await page.getByLabel(t('repairs.lookup.code')).fill(`${code.slice(0, 12)}?`)
      await page.getByLabel(t('repairs.lookup.digits')).fill('8000')
      await show.click()
      await expect(page.getByText(t('repairs.lookup.code.mistyped'))).toBeVisible()
      await page.getByLabel(t('repairs.lookup.code')).fill(spellCode(code).toLowerCase())
      await page.getByLabel(t('repairs.lookup.digits')).fill('8001')
      await show.click()
      await expect(page.getByText(t('repairs.lookup.miss.title'))).toBeVisible()
      await page.getByLabel(t('repairs.lookup.digits')).fill('8000')
      await show.click()
      await expect(page.locator('.repair-what')).toContainText(spellCode(code))
      await page.getByRole('link', { name: t('repairs.change.cancel'), exact: true }).click()
      await page.getByRole('button', { name: t('repairs.confirm.cancel.yes') }).click()
      await expect(title(page)).toHaveText(t('repairs.status.closed_cancelled'))
    })
  }
})

for (const [place, locale] of LOCALES.entries()) {
  test(`looks up and withdraws with the keyboard alone: ${locale}`, async ({ page, context }) => {
    const visit = visitor(page, locale)
    const { t, at } = visit
    const code = await bookedRepair(visit, 5 + place)
    await atTheOutlet(code, [['receive']])
    await context.clearCookies()
    await page.goto(at('/repairs/'))
    await tabTo(page, page.locator('#ticket-code'))
    await page.keyboard.type(code)
    await page.keyboard.press('Tab')
    await page.keyboard.type('8000')
    await page.keyboard.press('Enter')
    await expect(title(page)).toHaveText(t('repairs.status.received'))
    await tabTo(page, page.getByRole('link', { name: t('repairs.change.withdraw') }))
    await page.keyboard.press('Enter')
    await expect(page.getByText(t('repairs.confirm.free'))).toBeVisible()
    const yes = page.getByRole('button', { name: t('repairs.confirm.withdraw.yes') })
    await tabTo(page, yes)
    await page.keyboard.press('Enter')
    await expect(title(page)).toHaveText(t('repairs.status.ready_returned_unrepaired_collect'))
  })
}

test('keeps the language of a repair’s page when it is switched', async ({ page }) => {
  const visit = visitor(page, 'en')
  await followMessage(visit, await bookedRepair(visit, 7), 'ticket_code')
  await page.locator('a[data-language-link]').click()
  await expect(page).toHaveURL(/\/zh\/repairs\/status\/$/)
  await expect(title(page)).toContainText('已预约')
})
