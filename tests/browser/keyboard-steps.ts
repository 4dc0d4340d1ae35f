import { expect, type Locator, type Page } from '@playwright/test'

const MOST_STOPS = 150

/** Tabs on until something has the focus, once the page has come: what can't be reached so fails. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await page.waitForLoadState()
  await expect(target).toBeAttached()
  for (let presses = 0; presses < MOST_STOPS; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`No way by Tab to ${target}`)
}

/** Tabs to what can be pressed, and presses it. */
export async function pressOn(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press(key)
}

/** Tabs to a field and types; in a list that chooses by its first letters. */
export async function typeInto(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.type(text)
}

/**
 * Outside any field, as a wedge scanner does: the whole label within moments, and Enter. Sent from
 * inside the page: a busy machine spaces keys pressed from outside like a person's.
 */
export async function scanAnywhere(page: Page, text: string): Promise<void> {
  await page.waitForLoadState()
  await page.evaluate((label) => {
    const field = document.activeElement
    if (field instanceof HTMLElement) field.blur()
    for (const key of [...label, 'Enter']) {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
    }
  }, text)
}
