import { expect, type Page, test } from '@playwright/test'
import { LOCALES } from '#i18n/locale.ts'
import { weighPage } from '#support/page-weight.ts'
import { checkLooks } from './desk-looks-steps.ts'
import { servedHub } from './served-hub.ts'
import { signInWide } from './sign-in-steps.ts'

/** One publication is under way at a time: one language after the other. */
test.describe.configure({ mode: 'serial', timeout: 240_000 })
test.use({ actionTimeout: 30_000 })

const MOST_BYTES = 120 * 1024
const LIST = '/desk/publications/'
const CONTESTS = '/desk/publications/contests/'

const press = (page: Page, form: string) => page.locator(`main ${form} button`).press('Enter')
/** A first try may have left a publication under way, and there is one at a time. */
async function endWhatIsUnderWay(): Promise<void> {
  await servedHub().exec(
    "UPDATE publications SET status = 'dropped' WHERE status IN ('draft', 'frozen')",
  )
}

const FREEZE = 'form:has([value=freeze])'
const DROP = 'form:has([value=drop])'

async function look(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await checkLooks(page, path)
  const { bytes } = await weighPage(page, path)
  expect(bytes, path).toBeLessThanOrEqual(MOST_BYTES)
  expect(bytes, `${path} answers a page`).toBeGreaterThan(10_000)
  await page.goto(path)
}

for (const locale of LOCALES) {
  test.describe(locale, () => {
    test.use({ locale })

    test('a publication is begun, frozen, looked at and dropped by keyboard', async ({ page }) => {
      await signInWide(page, { role: 'hq_quality', locale }, LIST)
      if (test.info().retry > 0) await endWhatIsUnderWay()
      await look(page, LIST)
      await look(page, CONTESTS)
      await page.goto(LIST)
      await press(page, `form[action="${LIST}"]`)
      await expect(page).toHaveURL(/\/desk\/publications\/\d+\/$/)
      const { pathname } = new URL(page.url())
      await look(page, pathname)
      await press(page, FREEZE)
      await expect(page.locator('main code')).toHaveCount(3)
      await look(page, pathname)
      await press(page, DROP)
      await expect(page.locator('main [role=alert]')).toBeVisible()
      await page.locator(`main ${DROP} [name=sure]`).press('Space')
      await press(page, DROP)
      await expect(page.locator('main form[method=post]')).toHaveCount(0)
    })
  })
}
