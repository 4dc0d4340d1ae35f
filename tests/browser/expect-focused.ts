import { expect, type Page } from '@playwright/test'

/** The name of the field that has the focus, or what a link or button says. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement: field } = document
    return field?.getAttribute('name') ?? field?.textContent?.trim() ?? ''
  })

/** The focus comes to a field or link; a page that has just come may give it a moment later. */
export async function expectFocused(page: Page, wanted: string): Promise<void> {
  await expect(async () => expect(await focused(page)).toBe(wanted)).toPass({ timeout: 10_000 })
}
