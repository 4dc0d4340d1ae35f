import type { Locator, Page } from '@playwright/test'

/** Presses what leads to a page, and is there: a click alone answers while the old one still stands. */
export async function follow(page: Page, target: Locator): Promise<void> {
  const landed = page.waitForEvent('domcontentloaded')
  await target.click()
  await landed
}
