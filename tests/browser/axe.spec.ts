import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { LOCALES, localePath } from '#i18n/locale.ts'
import { CONTENT_PAGES, EDGE_PAGES, LOCATOR_PAGE, MISSING_PAGE } from '#support/page-kinds.ts'

const SCHEMES = ['light', 'dark'] as const
const WIDTHS = [390, 1280] as const
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Four looks of a page, axe each time: slow on a busy machine. */
test.describe.configure({ timeout: 120_000 })

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).withTags(RULES).analyze()
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`)
}

async function checkEveryLook(page: Page): Promise<void> {
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 })
      expect(await violations(page), `${colorScheme}, ${width} px`).toEqual([])
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(overflow, `sideways scrolling at ${width} px`).toBeLessThanOrEqual(0)
    }
  }
}

const PAGES = { ...CONTENT_PAGES, ...EDGE_PAGES, 'a missing page': MISSING_PAGE }

for (const locale of LOCALES) {
  for (const [name, path] of Object.entries(PAGES)) {
    test(`axe finds nothing: ${name}, ${locale}`, async ({ page }) => {
      await page.goto(localePath(locale, path))
      await checkEveryLook(page)
    })
  }

  test(`axe finds nothing: the locator with results and map, ${locale}`, async ({ page }) => {
    await page.goto(localePath(locale, LOCATOR_PAGE))
    await expect(page.locator('[data-list] > li')).toHaveCount(10)
    await checkEveryLook(page)
    await page.locator('[data-map-toggle]').click()
    await expect(page.locator('.leaflet-container')).toBeVisible()
    await checkEveryLook(page)
  })

  test(`axe finds nothing: the locator before anything is asked, ${locale}`, async ({ page }) => {
    await page.goto(localePath(locale, '/outlets/'))
    await checkEveryLook(page)
  })
}

test('axe would find a picture without words', async ({ page }) => {
  await page.goto('/about/')
  await page.evaluate(() =>
    document.querySelector('main')?.insertAdjacentHTML('beforeend', '<img src="/favicon.svg">'),
  )
  expect((await violations(page)).join()).toContain('image-alt')
})
