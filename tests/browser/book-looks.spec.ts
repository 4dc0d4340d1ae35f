import { expect, type Page, test } from '@playwright/test'
import { LOCALES } from '#i18n/locale.ts'
import { axeFindings } from '#support/axe-findings.ts'
import { weighPage } from '#support/page-weight.ts'
import {
  askByMail,
  CHOICE,
  holdTime,
  NEAR,
  openTimes,
  sayWho,
  takeTime,
  type Visitor,
  visitor,
} from './book-steps.ts'
import { follow } from './follow.ts'

/** Ten pages each, axe several times on each. */
test.describe.configure({ timeout: 300_000 })

const KB = 1024
const SMALLEST = 44

const standsOut = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

async function checkReflow(page: Page, kind: string): Promise<void> {
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await standsOut(page), `${kind}: 320 px`).toBeLessThanOrEqual(0)
  await page.setViewportSize({ width: 390, height: 844 })
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%'
  })
  expect(await standsOut(page), `${kind}: 390 px, text at 200 %`).toBeLessThanOrEqual(0)
  await page.evaluate(() => {
    document.documentElement.style.fontSize = ''
  })
}

/** What can be pressed and is smaller than a fingertip; a box to tick counts with its label. */
const smallTargets = (page: Page) =>
  page
    .locator('main :is(a, button, select, summary, textarea, .book-tick, .book-card, .book-input)')
    .evaluateAll(
      (targets, least) =>
        targets
          .map((target) => ({
            height: target.getBoundingClientRect().height,
            text: target.textContent?.slice(0, 40),
          }))
          .filter(({ height }) => height > 0 && Math.round(height) < least),
      SMALLEST,
    )

/** Every look of the page as it stands; in the second language only the words are others. */
async function look({ page, locale }: Visitor, kind: string): Promise<void> {
  await checkReflow(page, kind)
  expect(await smallTargets(page), `${kind}: targets`).toEqual([])
  expect(await page.locator('h1').count(), `${kind}: headings of the page`).toBe(1)
  expect(await axeFindings(page, 'everything'), `${kind}: light, 390 px`).toEqual([])
  await page.setViewportSize({ width: 1280, height: 900 })
  if (locale !== 'en') return
  expect(await axeFindings(page, 'everything'), `${kind}: light, 1280 px`).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await axeFindings(page, 'colours'), `${kind}: dark`).toEqual([])
  await page.emulateMedia({ colorScheme: 'light' })
}

for (const [place, locale] of LOCALES.entries()) {
  test(`axe finds nothing, targets are large, nothing stands out on the way to a visit: ${locale}`, async ({
    page,
  }) => {
    const visit = visitor(page, locale)
    const { t, at } = visit
    await page.goto(at('/book/'))
    await look(visit, 'what is wrong')
    await page.goto(at('/book/where/?fault=screen'))
    await look(visit, 'what is wrong, with faults')
    await page.goto(at(`/book/where/?${CHOICE}&${NEAR}`))
    await look(visit, 'where and when')
    await openTimes(visit)
    await look(visit, 'all times')
    await takeTime(visit, place + 4)
    await look(visit, 'who and how')
    await follow(page, page.getByRole('button', { name: t('bookings.contact.submit') }))
    await page.locator('.book-form .book-more summary').click()
    await look(visit, 'who and how, with faults')
    await sayWho(visit)
    await page.getByRole('button', { name: t('bookings.contact.submit') }).click()
    await expect(page).toHaveURL(/\/book\/done\/$/)
    await look(visit, 'booked')
    await page.goto(at('/book/move/'))
    await look(visit, 'move')
    await page.goto(at('/book/cancel/'))
    await look(visit, 'cancel?')
    await page.getByRole('button', { name: t('bookings.cancel.yes') }).click()
    await expect(page.locator('h1')).toHaveText(t('bookings.done.cancelled_heading'))
    await look(visit, 'cancelled')
  })

  test(`axe finds nothing, targets are large, nothing stands out by mail and off the way: ${locale}`, async ({
    page,
  }) => {
    const visit = visitor(page, locale)
    const { t, at } = visit
    const aside = {
      'where and when, nothing asked': `/book/where/?${CHOICE}`,
      'no such place': `/book/where/?${CHOICE}&q=Atlantis`,
      'nothing near': `/book/where/?${CHOICE}&q=45,90`,
      'without a ticket': '/book/done/',
    }
    for (const [kind, path] of Object.entries(aside)) {
      await page.goto(at(path))
      await look(visit, kind)
    }
    await holdTime(visit, place + 6)
    await page.goto(page.url().replace(/hold=hld_[^&]+/, 'hold=hld_none'))
    await look(visit, 'the time is gone')
    await page.goto(at(`/book/mail-in/?${CHOICE}`))
    await follow(page, page.getByRole('button', { name: t('bookings.mail.submit') }))
    await look(visit, 'by mail, with faults')
    await askByMail(visit)
    await look(visit, 'by mail, accepted')
    await page.goto(at('/book/slip/'))
    await look(visit, 'slip')
  })
}

for (const path of ['/book/', `/book/where/?${CHOICE}&${NEAR}`, `/book/mail-in/?${CHOICE}`]) {
  test(`${path} is as light as a page that is only read`, async ({ page }) => {
    const weight = await weighPage(page, path)
    expect(weight.bytes).toBeLessThanOrEqual(60 * KB)
    expect(weight.scriptBytes).toBeLessThanOrEqual(3 * KB)
    expect(weight.requests.length).toBeLessThanOrEqual(10)
  })
}
