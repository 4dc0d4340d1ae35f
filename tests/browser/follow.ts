import type { Locator, Page } from '@playwright/test'

/**
 * Does what leads to a page, and is there with its scripts: to act alone answers while the old one still stands. That
 * one has come whole before, or the end of its own loading would be taken for the next one's.
 */
export async function landing(page: Page, act: () => Promise<unknown>): Promise<void> {
  await page.waitForLoadState()
  const landed = page.waitForEvent('load')
  await act()
  await landed
}

/** Presses what leads to a page, and is there. */
export async function follow(page: Page, target: Locator): Promise<void> {
  await target.waitFor()
  await landing(page, () => target.click())
}
