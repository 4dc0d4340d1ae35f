import { expect, test } from '@playwright/test'
import { LOCALES, localePath } from '#i18n/locale.ts'
import { CONTENT_PAGES, LOCATOR_PAGE, PUBLISHED_PAGES } from '#support/page-kinds.ts'
import { weighPage } from '#support/page-weight.ts'

const KB = 1024
const WORKER = /^(?:\/zh)?\/(?:api|healthz|problems|verify|outlets\/search)(?:\/|$)/

/** Everything that moved while the page loaded, as the browser scores it. */
const layoutShift = () =>
  new Promise<number>((resolve) => {
    let score = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) {
        score += entry.value
      }
    }).observe({ type: 'layout-shift', buffered: true })
    setTimeout(() => resolve(score), 100)
  })

for (const locale of LOCALES) {
  for (const [name, path] of Object.entries({ ...CONTENT_PAGES, ...PUBLISHED_PAGES })) {
    test(`a content page is light and holds still: ${name}, ${locale}`, async ({ page }) => {
      const weight = await weighPage(page, localePath(locale, path))
      expect(weight.bytes).toBeLessThanOrEqual(60 * KB)
      expect(weight.scriptBytes).toBeLessThanOrEqual(3 * KB)
      expect(weight.requests.length).toBeLessThanOrEqual(10)
      expect(await page.evaluate(layoutShift)).toBe(0)
    })
  }

  test(`the locator with results stays within its weight and asks no Worker: ${locale}`, async ({
    page,
  }) => {
    const weight = await weighPage(page, localePath(locale, LOCATOR_PAGE), async () => {
      await expect(page.locator('[data-list] > li')).toHaveCount(10)
    })
    expect(weight.bytes).toBeLessThanOrEqual(80 * KB)
    expect(weight.scriptBytes).toBeLessThanOrEqual(25 * KB)
    expect(weight.requests.filter((path) => WORKER.test(path))).toEqual([])
  })
}
