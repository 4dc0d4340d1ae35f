import { type Browser, expect, type Page, test } from '@playwright/test'
import { weighPage } from '#support/page-weight.ts'
import { checkLooks } from './desk-looks-steps.ts'
import { bookedAt } from './desk-repair-steps.ts'
import { atTheOutlet } from './repairs-steps.ts'
import { outletOf, signInAt } from './sign-in-steps.ts'

test.describe.configure({ timeout: 60_000 })

/** Told of whatever was received, the same minute. */
const ONE = '/desk/kpis/entered_late/'
const DRAWN = /kpi-chart-drawn/
const MOST_OF_PAGE = 120 * 1024
const MOST_OF_CHART = 60 * 1024

/** As the manager of an outlet where a phone was received, so that there is something to draw. */
async function signIn(page: Page, next: string): Promise<void> {
  await signInAt(page, 'plain-keys', 'outlet_manager')
  const phone = `137${String(Date.now()).slice(-8)}`
  const outlet = await outletOf(page)
  await atTheOutlet(await bookedAt(page, { outlet, phone, name: 'Demo Customer' }), [['receive']])
  await page.goto(next)
}

/** The built size of what is fetched to draw, compressed as served. */
async function chunkBytes(page: Page, address: string): Promise<number> {
  const session = await page.context().newCDPSession(page)
  const chunks = new Map<string, number>()
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (DRAWN.test(request.url)) chunks.set(requestId, 0)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (chunks.has(requestId)) chunks.set(requestId, encodedDataLength)
  })
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  await page.goto(address, { waitUntil: 'networkidle' })
  await session.detach()
  return [...chunks.values()].reduce((sum, bytes) => sum + bytes, 0)
}

test('a figure’s months are drawn from the table, which folds up and stays what is read', async ({
  page,
}) => {
  const refused: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy|Refused/.test(message.text())) refused.push(message.text())
  })
  page.on('pageerror', (error) => refused.push(error.message))
  await signIn(page, ONE)
  const chart = page.locator('kpi-chart')
  await expect(chart.locator('canvas')).toHaveAccessibleName(/.+/)
  await expect(chart.locator('svg')).toBeHidden()
  const rows = chart.locator('tbody tr')
  const months = await rows.count()
  expect(months).toBeGreaterThan(0)
  await expect(rows.first()).toBeHidden()
  await chart.locator('summary').focus()
  await page.keyboard.press('Enter')
  await expect(rows.first()).toBeVisible()
  await expect(rows.first()).toHaveAttribute('data-value', /^\d/)
  const drawn = () =>
    chart
      .locator('canvas')
      .evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL('image/png'))
  const light = await drawn()
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await expect.poll(drawn).not.toBe(light)
  await checkLooks(page, 'a drawn figure')
  expect(refused).toEqual([])
})

test('what draws is fetched where something is drawn, within its weight', async ({ page }) => {
  await signIn(page, '/desk/kpis/')
  expect(await chunkBytes(page, '/desk/kpis/')).toBe(0)
  expect(await chunkBytes(page, '/desk/scorecards/')).toBe(0)
  const chunk = await chunkBytes(page, ONE)
  expect(chunk).toBeGreaterThan(20 * 1024)
  expect(chunk).toBeLessThanOrEqual(MOST_OF_CHART)
  const { bytes } = await weighPage(page, ONE)
  expect(bytes).toBeLessThanOrEqual(MOST_OF_PAGE)
  console.log(`a drawn figure weighs ${bytes} bytes, ${chunk} of them draw`)
})

const without = async (browser: Browser) =>
  await (await browser.newContext({ javaScriptEnabled: false })).newPage()

test('without a script the drawing and its table stand as they were served', async ({
  browser,
}) => {
  const page = await without(browser)
  await signIn(page, ONE)
  const chart = page.locator('kpi-chart')
  await expect(chart.locator('svg')).toBeVisible()
  await expect(chart.locator('tbody tr').first()).toBeVisible()
  await expect(chart.locator('canvas')).toHaveCount(0)
  await page.close()
})
