import { expect, test } from '@playwright/test'
import type { Outlet } from '#domain/outlets/outlet.ts'
import { outletWhere, pageOf, serving, siteOutlets } from './site-network.ts'

const LANGUAGES = { English: '', Chinese: '/zh' } as const

/** The demo network's dates move with the day that it is made on. */
const TODAY = new Date().toISOString().slice(0, 10)

const suspendedNow = (outlet: Outlet): boolean =>
  outlet.operation === 'suspended' && (outlet.suspension?.from ?? '') < TODAY

const isAllDay = ({ hours }: Outlet): boolean =>
  hours?.week.every(([first]) => first?.[0] === 0 && first[1] >= 1440) ?? false

for (const [language, prefix] of Object.entries(LANGUAGES)) {
  test(`a suspended outlet pushes nobody there, in ${language}`, async ({ page }) => {
    const outlet = outletWhere((candidate) => suspendedNow(candidate) && candidate.hours !== null)
    await page.goto(pageOf(outlet, prefix))
    await expect(page.locator('.actions a[href="#getting-there"]')).toHaveCount(0)
    await expect(page.locator('.actions .btn-primary')).toHaveCount(0)
    await expect(page.locator('#hours')).toHaveText(/Hours when it reopens|恢复营业后的时间/)
  })

  test(`a suspended outlet of unknown hours is called suspended, in ${language}`, async ({
    page,
  }) => {
    const outlet = outletWhere((candidate) => suspendedNow(candidate) && candidate.hours === null)
    await page.goto(pageOf(outlet, prefix))
    const state = page.locator('open-state')
    await expect(state).toHaveAttribute('data-state', 'suspended')
    await expect(state).not.toContainText(/unknown|未知/)
  })

  test(`a mail-in centre says how to post and shows no way to a counter, in ${language}`, async ({
    page,
  }) => {
    const outlet = outletWhere(
      (candidate) =>
        serving(candidate) && candidate.kind === 'mail_in_centre' && candidate.hours !== null,
    )
    await page.goto(pageOf(outlet, prefix))
    await expect(page.locator('[aria-labelledby=by-post]')).toContainText(
      /Call first, before you post|寄出之前，请先致电/,
    )
    await expect(page.locator('#getting-there, a[href="#getting-there"]')).toHaveCount(0)
    await expect(page.locator('.line-list-door')).toHaveCount(0)
    await expect(page.locator('[data-week] thead th')).toHaveCount(2)
    await expect(page.locator('open-state')).not.toContainText(/Phones taken in|收机/)
  })
}

test('no page offers a mail-in centre as the place to go instead', async ({ page }) => {
  const mailIn = siteOutlets().filter(({ kind }) => kind === 'mail_in_centre')
  const addresses = new Set(mailIn.map((outlet) => pageOf(outlet)))
  expect(addresses.size).toBeGreaterThan(0)
  // The outlets that have one nearby are the ones that could.
  const near = siteOutlets().filter(
    ({ lat, lon, kind }) =>
      kind !== 'mail_in_centre' &&
      mailIn.some((other) => Math.abs(other.lat - lat) + Math.abs(other.lon - lon) < 0.4),
  )
  expect(near.length).toBeGreaterThan(3)
  for (const outlet of near.slice(0, 12)) {
    await page.goto(pageOf(outlet))
    const hrefs = await page
      .locator('.line-list a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
    expect(hrefs.length).toBeGreaterThan(0)
    expect(hrefs.filter((href) => addresses.has(href))).toEqual([])
  }
})

test('a table of outlets that never close has no column for last intake', async ({ page }) => {
  await page.goto(pageOf(outletWhere((outlet) => serving(outlet) && isAllDay(outlet))))
  await expect(page.locator('[data-week] thead th')).toHaveCount(2)
})

test('hours that nobody told us are not said to be unchecked', async ({ page }) => {
  const silent = outletWhere(
    (outlet) => serving(outlet) && outlet.hours === null && outlet.hoursText === null,
  )
  await page.goto(pageOf(silent))
  await expect(page.locator('main')).not.toContainText('Nobody has checked')
})

test.describe('the map of the device', () => {
  const inChina = outletWhere((outlet) => serving(outlet) && outlet.kind !== 'mail_in_centre')
  const device = '[data-map-app=device]'

  test('is not offered on a desktop', async ({ page }) => {
    await page.goto(pageOf(inChina))
    await expect(page.locator(device)).toBeHidden()
    await expect(page.locator('[data-map-app=amap]')).toBeVisible()
  })

  test.describe('on Android', () => {
    test.use({ userAgent: 'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Mobile' })

    test('is offered', async ({ page }) => {
      await page.goto(pageOf(inChina))
      await expect(page.locator(device)).toBeVisible()
    })
  })
})

test('on paper the hotline stands and nothing is left over from the screen', async ({ page }) => {
  const outlet = outletWhere((candidate) => serving(candidate) && candidate.hours !== null)
  await page.goto(pageOf(outlet))
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.site-footer-tel')).toBeVisible()
  for (const gone of ['.map-links-title', '.genuine-box', '.actions', '.site-nav']) {
    await expect(page.locator(gone).first()).toBeHidden()
  }
})
