import { expect, type Page, test } from '@playwright/test'
import { LOCALES } from '#i18n/locale.ts'
import { axeFindings } from '#support/axe-findings.ts'
import { type Visitor, visitor } from './book-steps.ts'
import { follow } from './follow.ts'
import { atTheOutlet, bookedRepair, followMessage, QUOTED } from './repairs-steps.ts'

test.describe.configure({ timeout: 120_000 })

async function check(
  page: Page,
  run: Parameters<typeof axeFindings>[1],
  look: string,
): Promise<void> {
  expect(await axeFindings(page, run), look).toEqual([])
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow, `sideways scrolling, ${look}`).toBeLessThanOrEqual(0)
}

/** All rules in light at two widths; in dark nothing but the colours differs. */
async function checkLooks(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    await check(page, 'everything', `${name}, ${width} px`)
  }
  await page.setViewportSize({ width: 320, height: 800 })
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await check(page, 'colours', `${name}, dark`)
}

async function goTo({ page, at }: Visitor, path: string): Promise<void> {
  await page.goto(at(path))
}

for (const [place, locale] of LOCALES.entries()) {
  test(`axe finds nothing on the way to a repair: ${locale}`, async ({ page }) => {
    const visit = visitor(page, locale)
    await goTo(visit, '/repairs/')
    await page.locator('#ticket-code').fill('7K3M')
    await page.locator('#phone-digits').fill('80')
    await follow(page, page.locator('.repair-form button'))
    await checkLooks(page, 'a mistyped code')
    await goTo(visit, '/repairs/lost/')
    await checkLooks(page, 'a lost code')
    await goTo(visit, '/t/AAAAAAAAAAAAAAAAAAAAAA')
    await checkLooks(page, 'a link')
    await follow(page, page.locator('main button'))
    await checkLooks(page, 'a link that is gone')
  })

  test(`axe finds nothing on a repair’s pages: ${locale}`, async ({ page }) => {
    const visit = visitor(page, locale)
    const code = await bookedRepair(visit, 8 + place)
    await atTheOutlet(code, QUOTED)
    await followMessage(visit, code, 'answer_needed')
    await checkLooks(page, 'an ask')
    await goTo(visit, '/repairs/confirm/decline/')
    await checkLooks(page, 'really?')
    await follow(page, page.locator('main button'))
    await checkLooks(page, 'ready to collect, unrepaired')
  })
}
