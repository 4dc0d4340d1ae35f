import { expect, test } from '@playwright/test'
import { LOCALES } from '#i18n/locale.ts'
import {
  askByMail,
  bookVisit,
  codeOn,
  holdTime,
  openTimes,
  sayWho,
  takeOne,
  takeTime,
  times,
  visitor,
} from './book-steps.ts'
import { pressOn, tabTo } from './keyboard-steps.ts'

/** Several pages each, on a busy machine. */
test.describe.configure({ timeout: 60_000 })

const CODE = /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]$/

for (const [place, locale] of LOCALES.entries()) {
  test(`books a visit from the first question to the code, moves and cancels it: ${locale}`, async ({
    page,
  }) => {
    const { t, at } = visitor(page, locale)
    await page.goto(at('/book/'))
    await page.getByLabel(t('bookings.fault.screen')).check()
    await page.getByLabel(t('bookings.start.device')).selectOption('f2')
    await page.getByRole('button', { name: t('bookings.start.next') }).click()
    await page.getByLabel(t('site.place.label')).fill('杭州')
    await page.getByRole('button', { name: t('bookings.where.find') }).click()
    await takeOne(page, () => times(page).nth(place).click())
    await sayWho(visitor(page, locale))
    await page.getByRole('button', { name: t('bookings.contact.submit') }).click()
    await expect(page).toHaveTitle(new RegExp(t('bookings.done.title')))
    expect(await codeOn(page)).toMatch(CODE)
    expect(page.url()).not.toMatch(/Demo|138\D*0013/)

    const before = (await page.locator('h1').textContent()) ?? ''
    await page.getByRole('link', { name: t('bookings.done.move'), exact: true }).click()
    await takeTime(visitor(page, locale), place)
    await expect(page).toHaveURL(/\/book\/done\/$/)
    await expect(page.locator('h1')).not.toHaveText(before)
    await page.getByRole('link', { name: t('bookings.done.cancel'), exact: true }).click()
    await page.getByRole('button', { name: t('bookings.cancel.yes') }).click()
    await expect(page.locator('h1')).toHaveText(t('bookings.done.cancelled_heading'))
  })

  test(`asks for a repair by mail and prints its slip: ${locale}`, async ({ page }) => {
    const visit = visitor(page, locale)
    await askByMail(visit)
    const code = await codeOn(page)
    expect(code).toMatch(CODE)
    await page.getByRole('link', { name: visit.t('bookings.pack.print') }).click()
    expect(await codeOn(page)).toBe(code)
    await expect(page.locator('.code-bars')).toBeVisible()
  })
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  for (const [place, locale] of LOCALES.entries()) {
    test(`books a visit on another day, and by mail: ${locale}`, async ({ page }) => {
      const visit = visitor(page, locale)
      await holdTime(visit, place)
      await page.getByRole('button', { name: visit.t('bookings.contact.submit') }).click()
      await expect(page.locator('.book-errors a')).toHaveCount(3)
      await sayWho(visit)
      await page.getByRole('button', { name: visit.t('bookings.contact.submit') }).click()
      expect(await codeOn(page)).toMatch(CODE)
      await askByMail(visit)
    })
  }
})

for (const locale of LOCALES) {
  test(`books with the keyboard alone: ${locale}`, async ({ page }) => {
    const { t, at } = visitor(page, locale)
    await page.goto(at('/book/'))
    await tabTo(page, page.locator('#fault'))
    await page.keyboard.press('Space')
    await tabTo(page, page.locator('#model'))
    await page.keyboard.type('Fixpoint F2 P')
    await tabTo(page, page.getByRole('button', { name: t('bookings.start.next') }))
    await page.keyboard.press('Enter')
    await tabTo(page, page.locator('#q'))
    await page.keyboard.type('Hangzhou')
    await page.keyboard.press('Enter')
    const all = page.locator('.book-column[data-code] a[href*="/book/times/"]').first()
    await expect(all).toBeVisible()
    await tabTo(page, all)
    await page.keyboard.press('Enter')
    await tabTo(page, page.locator('[data-day-link][data-free]').nth(1))
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await expect(times(page).first()).toBeFocused()
    await takeOne(
      page,
      () => page.keyboard.press('Enter'),
      (offered) => pressOn(page, offered),
    )
    await expect(page).toHaveURL(/\/book\/contact\/\?/)
    await tabTo(page, page.locator('#name'))
    await page.keyboard.type('Demo Customer')
    await tabTo(page, page.locator('#phone'))
    await page.keyboard.type('0571-88888888')
    await tabTo(page, page.locator('#consent'))
    await page.keyboard.press('Space')
    await tabTo(page, page.getByRole('button', { name: t('bookings.contact.submit') }))
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/\/book\/done\/$/)
    expect(await codeOn(page)).toMatch(CODE)
  })
}

test('switches days in place: the focus moves to the day, its count is announced, the address follows', async ({
  page,
}) => {
  await openTimes(visitor(page, 'en'))
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  const link = page.locator('[data-day-link][data-free]').nth(2)
  const date = await link.getAttribute('data-day-link')
  await link.click()
  const day = page.locator(`[data-day="${date}"]`)
  await expect(day.locator('h2')).toBeFocused()
  await expect(link).toHaveAttribute('aria-current', 'date')
  await expect(page.locator('[aria-current="date"]')).toHaveCount(1)
  await expect(page.getByRole('status')).toHaveText(/^\d+ free times?$/)
  await expect(page.locator('[data-day]:visible')).toHaveCount(1)
  await expect(page).toHaveURL(({ searchParams }) => searchParams.get('day') === date)
  expect(asked.filter((address) => address.includes('/book/'))).toEqual([])
})

test('puts the focus on what is wrong, and each line of it leads to its field', async ({
  page,
}) => {
  const visit = visitor(page, 'en')
  await holdTime(visit, 2)
  await page.getByLabel(visit.t('bookings.contact.name')).fill('Demo Customer')
  await page.getByRole('button', { name: visit.t('bookings.contact.submit') }).click()
  await expect(page.locator('.book-errors')).toBeFocused()
  await page.getByRole('link', { name: visit.t('bookings.error.phone') }).click()
  await expect(page.locator('#phone')).toBeFocused()
  await expect(page.getByLabel(visit.t('bookings.contact.name'))).toHaveValue('Demo Customer')
})

test('hands out a calendar file under a name of its own', async ({ page }) => {
  const visit = visitor(page, 'en')
  await bookVisit(visit, 3)
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: visit.t('bookings.done.calendar') }).click()
  expect((await coming).suggestedFilename()).toMatch(/-visit\.ics$/)
})
