import { expect, type Page, test } from '@playwright/test'
import { LOCALES } from '#i18n/locale.ts'
import { weighPage } from '#support/page-weight.ts'
import { checkLooks } from './desk-looks-steps.ts'
import { landing } from './follow.ts'
import { signInAs, signInAt, signInWide, speak } from './sign-in-steps.ts'

test.describe.configure({ timeout: 120_000 })

const MOST_BYTES = 120 * 1024
/** Somebody stands at this counter, or nobody does. */
const BUSY = /[?&]visit=/
const FREE = /\/desk\/\?outlet=[^&]+$/

/** Presses a single key outside any field, as a person does. */
async function key(page: Page, letter: string): Promise<void> {
  await page.waitForLoadState()
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  // What follows a key within moments is a scanner's.
  await page.waitForTimeout(100)
  await page.keyboard.press(letter)
}

/** Presses a key that leads to a page, and waits for it. */
async function follow(page: Page, letter: string, address: RegExp): Promise<void> {
  await landing(page, () => key(page, letter))
  await expect(page).toHaveURL(address)
}

/** Draws a number for a walk-in; answers it. */
async function drawNumber(page: Page): Promise<number> {
  await follow(page, 'w', /drawn=/)
  const said = (await page.locator('.desk-said').textContent()) ?? ''
  return Number(/\d+/.exec(said)?.[0])
}

test('a counter runs its queue without a mouse', async ({ page }) => {
  await signInAt(page, 'queue')
  const number = await drawNumber(page)
  await drawNumber(page)
  await expect(page.locator('.desk-number').filter({ hasText: `${number}` })).toHaveCount(1)
  await follow(page, 'n', BUSY)
  const current = page.locator('.desk-current')
  const called = await current.locator('h3').textContent()
  await follow(page, 'r', BUSY)
  await expect(current.locator('h3')).toHaveText(called ?? '')
  await follow(page, 's', FREE)
  await expect(current).toHaveCount(0)
  await follow(page, 'n', BUSY)
  await key(page, 'o')
  await page.locator('.desk-current select').selectOption('comes_again')
  await page.locator('.desk-current select').press('Tab')
  await landing(page, () => page.keyboard.press('Enter'))
  await expect(page).toHaveURL(FREE)
  await follow(page, 'n', BUSY)
  await follow(page, 'i', /\/desk\/intake\/\?code=/)
})

test('a screen takes in what others do: focus and choice stay, who arrives is announced', async ({
  page,
  browser,
}) => {
  await signInAt(page, 'others')
  await drawNumber(page)
  const other = await (await browser.newContext()).newPage()
  await signInAt(other, 'others', 'outlet_manager')
  await page.locator('#walk-in-service').selectOption({ index: 1 })
  const chosen = await page.locator('#walk-in-service').inputValue()
  const button = page.locator('.desk-queue button').first()
  const id = await button.getAttribute('id')
  await button.focus()
  const number = await drawNumber(other)
  // A look that began before the number was drawn doesn't bring it: the page looks again.
  await expect(async () => {
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await expect(page.locator('[data-live-says]')).toContainText(`${number}`, { timeout: 2_000 })
  }).toPass({ timeout: 15_000 })
  await expect(page.locator('.desk-number').filter({ hasText: `${number}` })).toHaveCount(1)
  await expect(page.locator(`[id="${id}"]`)).toBeFocused()
  await expect(page.locator('#walk-in-service')).toHaveValue(chosen)
  await other.context().close()
})

test('two counters who call the same number: the second is told, and calls nobody', async ({
  page,
  browser,
}) => {
  await signInAt(page, 'race')
  await drawNumber(page)
  const other = await (await browser.newContext()).newPage()
  await signInAt(other, 'race', 'outlet_manager')
  await other.reload()
  await follow(page, 'n', BUSY)
  await key(other, 'n')
  await expect(other.locator('.desk-alarm[role=alert]')).toBeVisible()
  await expect(other.locator('.desk-current')).toHaveCount(0)
  await other.context().close()
})

test('everything works without a script', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await signInAt(page, 'plain')
  await page.locator('#walk-in').press('Enter')
  await expect(page.locator('.desk-said')).toBeVisible()
  await page.locator('#call-next').press('Enter')
  await expect(page.locator('.desk-current')).toBeVisible()
  await page.locator('.desk-current [id^=leave-]').press('Enter')
  await expect(page.locator('.desk-current')).toHaveCount(0)
  await context.close()
})

for (const locale of LOCALES) {
  test(`axe finds nothing on today’s screens: ${locale}`, async ({ page }) => {
    await signInAt(page, `looks-${locale}`, 'outlet_manager')
    await speak(page, locale)
    await page.goto('/desk/')
    await drawNumber(page)
    await drawNumber(page)
    await checkLooks(page, 'a number drawn')
    await follow(page, 'n', BUSY)
    await page.locator('.desk-current details').evaluate((fold) => fold.setAttribute('open', ''))
    await checkLooks(page, 'somebody at the counter')
    await page.locator('.desk-queue a').first().click()
    await page.waitForURL(/\/desk\/visits\//)
    await checkLooks(page, 'a visit')
    await page.goto('/desk/board/')
    await checkLooks(page, 'the board')
    await page.goto('/desk/wall/')
    await expect(page).toHaveURL(/\/desk\/wall\/DEMO-\d+\//)
    await checkLooks(page, 'the wall')
  })
}

for (const locale of LOCALES) {
  test(`axe finds nothing where an outlet is chosen: ${locale}`, async ({ page }) => {
    await signInWide(page, { role: 'regional_manager', locale }, '/desk/?outlet=')
    await expect(page.locator('.desk-choice a').first()).toBeVisible()
    await checkLooks(page, 'the choice of an outlet')
  })
}

test('Today, the board and the wall weigh what a slow computer can bear', async ({ page }) => {
  await signInAs(page, 'counter')
  for (const path of ['/desk/', '/desk/board/', '/desk/wall/']) {
    const { bytes } = await weighPage(page, path)
    expect(bytes, path).toBeLessThanOrEqual(MOST_BYTES)
  }
})

test('the wall fits its screen, whatever it is, and scrolls nowhere', async ({ page }) => {
  await signInAt(page, 'wall')
  await drawNumber(page)
  await page.goto('/desk/wall/')
  for (const [width, height] of [
    [1920, 1080],
    [1280, 720],
    [1080, 1920],
    [800, 480],
  ] as const) {
    await page.setViewportSize({ width, height })
    const over = await page.evaluate(() => [
      document.documentElement.scrollWidth - innerWidth,
      document.documentElement.scrollHeight - innerHeight,
    ])
    expect(Math.max(...over), `${width} x ${height}`).toBeLessThanOrEqual(0)
  }
})
