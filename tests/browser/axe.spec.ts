import { expect, type Page } from '@playwright/test'
import { LOCALES, localePath } from '#i18n/locale.ts'
import { axeFindings } from '#support/axe-findings.ts'
import {
  CONTENT_PAGES,
  EDGE_PAGES,
  LOCATOR_PAGE,
  MISSING_PAGE,
  PUBLISHED_PAGES,
  SHENZHEN_BY_NAME,
} from '#support/page-kinds.ts'
import { test } from './one-page.ts'

const WIDTHS = [390, 1280] as const

/** Two looks of a page, axe twice each: slow on a busy machine. */
test.describe.configure({ timeout: 120_000 })

async function checkEveryLook(page: Page): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme: 'light' })
    expect(await axeFindings(page, 'everything'), `light, ${width} px`).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await axeFindings(page, 'colours'), `dark, ${width} px`).toEqual([])
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow, `sideways scrolling at ${width} px`).toBeLessThanOrEqual(0)
  }
}

const results = (page: Page) => page.locator('[data-list] > li')

const PAGES = {
  ...CONTENT_PAGES,
  ...PUBLISHED_PAGES,
  ...EDGE_PAGES,
  'a missing page': MISSING_PAGE,
}

for (const locale of LOCALES) {
  const shenzhen = localePath(locale, SHENZHEN_BY_NAME[locale])

  for (const [name, path] of Object.entries(PAGES)) {
    test(`axe finds nothing: ${name}, ${locale}`, async ({ page }) => {
      if (path === EDGE_PAGES['results without JavaScript']) {
        await page.route('**/*.js', (route) => route.abort())
      }
      await page.goto(localePath(locale, path))
      await checkEveryLook(page)
    })
  }

  test(`axe finds nothing: the locator before anything is asked, ${locale}`, async ({ page }) => {
    await page.goto(localePath(locale, '/outlets/'))
    await checkEveryLook(page)
  })

  test(`axe finds nothing: the locator with results around a point, ${locale}`, async ({
    page,
  }) => {
    await page.goto(localePath(locale, LOCATOR_PAGE))
    await expect(results(page)).toHaveCount(10)
    await checkEveryLook(page)
  })

  test(`axe finds nothing: the locator with a filter set, ${locale}`, async ({ page }) => {
    await page.goto(`${shenzhen}&openNow=1`)
    await expect(results(page)).not.toHaveCount(0)
    await checkEveryLook(page)
  })

  test(`axe finds nothing: the locator with results for a place, then their map, ${locale}`, async ({
    page,
  }) => {
    await page.goto(shenzhen)
    await expect(results(page)).toHaveCount(10)
    await checkEveryLook(page)
    await page.locator('[data-map-toggle]').click()
    await expect(page.locator('.map-outlet').first()).toBeVisible()
    await checkEveryLook(page)
  })
}

test('axe would find a picture without words', async ({ page }) => {
  await page.goto('/about/')
  await page.evaluate(() =>
    document.querySelector('main')?.insertAdjacentHTML('beforeend', '<img src="/favicon.svg">'),
  )
  expect((await axeFindings(page, 'everything')).join()).toContain('image-alt')
})

test('axe would find words that fade in the dark', async ({ page }) => {
  await page.goto('/about/')
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.evaluate(() => document.querySelector('h1')?.style.setProperty('color', '#333'))
  const found = await axeFindings(page, 'colours')
  expect(found.join()).toContain('color-contrast')
})
