import { expect, type Page } from '@playwright/test'
import { DEMO_PASSWORD } from '#scripts/demo/demo-staff.ts'

/** Signs a demo account in, and comes to a page of the desk. */
export async function signInAs(page: Page, who: string, next = '/desk/'): Promise<void> {
  await page.goto(`/desk/sign-in/?${new URLSearchParams({ next })}`)
  await page.locator('[name=email]').fill(`${who}@demo.example`)
  await page.locator('[name=password]').fill(DEMO_PASSWORD)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL((url) => `${url.pathname}${url.search}` === next)
}
