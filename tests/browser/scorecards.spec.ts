import { type Browser, expect, type Page, test } from '@playwright/test'
import { LOCALES } from '#i18n/locale.ts'
import { checkLooks, unfold } from './desk-looks-steps.ts'
import { landing } from './follow.ts'
import { outletOf, signInAt, signInWide } from './sign-in-steps.ts'

test.describe.configure({ timeout: 60_000 })

const LIST = '/desk/scorecards/'

/** Takes the step that a form offers, by keyboard. */
async function take(page: Page, act: string, text: string): Promise<void> {
  const form = page.locator('main form[method=post]').first()
  const choice = form.locator('select[name=act]')
  if (await choice.count()) await choice.selectOption(act)
  else await expect(form.locator('[name=act]')).toHaveValue(act)
  await form.locator('[name=text]').fill(text)
  await landing(page, () => form.locator('button').press('Enter'))
  await expect(page.locator('main [role=status]')).toBeVisible()
}

const another = async (browser: Browser) => await (await browser.newContext()).newPage()

test('an outlet is put on notice, replies, and is found cured by somebody else', async ({
  page,
  browser,
}) => {
  await signInAt(page, 'plain-keys', 'outlet_manager')
  const address = `${LIST}${await outletOf(page)}/`
  await page.goto(address)
  await expect(page.locator('main form[method=post]')).toHaveCount(0)
  const quality = await another(browser)
  await signInWide(quality, { role: 'hq_quality', locale: 'en' }, address)
  await take(quality, 'open_review', 'Four customers wrote to us.')
  await take(quality, 'notice', 'Hand over no phone without its test.')
  // Who gave the notice decides nothing more than to suspend at once.
  await expect(quality.locator('main form[method=post] [name=act]')).toHaveValue('suspend')
  await page.goto(address)
  await expect(page.locator('main')).toContainText('Hand over no phone without its test.')
  await take(page, 'reply', 'Every phone is tested before the customer now.')
  const admin = await another(browser)
  await signInWide(admin, { role: 'hq_admin', locale: 'en' }, address)
  await unfold(admin)
  await checkLooks(admin, 'an outlet on notice')
  await take(admin, 'find_cured', 'Seen on a visit.')
  await expect(admin.locator('main ol > li')).toHaveCount(4)
})

for (const locale of LOCALES) {
  test.describe(locale, () => {
    test.use({ locale })

    test('axe finds nothing where scores are looked at', async ({ page }) => {
      await signInWide(page, { role: 'hq_quality', locale }, LIST)
      await checkLooks(page, 'scorecards')
      await page.goto(`${LIST}DEMO-0001/`)
      await unfold(page)
      await checkLooks(page, 'a scorecard')
    })
  })
}
