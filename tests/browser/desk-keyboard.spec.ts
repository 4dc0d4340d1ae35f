import { expect, type Page, test } from '@playwright/test'
import { wideAddress } from '#support/test-staff.ts'
import { bookedAt } from './desk-repair-steps.ts'
import { landing } from './follow.ts'
import { tabTo as tabToTarget } from './keyboard-steps.ts'
import { atTheOutlet } from './repairs-steps.ts'
import { addressAt, signInByForm } from './sign-in-steps.ts'

test.describe.configure({ timeout: 120_000 })

const tabTo = (page: Page, selector: string): Promise<void> =>
  tabToTarget(page, page.locator(selector).first())

async function typeInto(page: Page, selector: string, text: string): Promise<void> {
  await tabTo(page, selector)
  await page.keyboard.press('Control+a')
  await page.keyboard.type(text)
}

/** Chooses from a list by the beginning of its words, as hands on a keyboard do. */
async function choose(page: Page, selector: string, words: string): Promise<void> {
  await tabTo(page, selector)
  await page.keyboard.type(words)
}

/** Presses Enter, and waits for the page that comes of it. */
const enter = (page: Page): Promise<void> => landing(page, () => page.keyboard.press('Enter'))

async function pressOn(page: Page, selector: string): Promise<void> {
  await tabTo(page, selector)
  await enter(page)
}

for (const [desk, hasScript] of [
  ['keys', true],
  ['plain-keys', false],
] as const) {
  test.describe(hasScript ? 'by keyboard' : 'by keyboard, without JavaScript', () => {
    test.use({ javaScriptEnabled: hasScript })

    test('a phone is found, and counted', async ({ page }) => {
      await signInByForm(page, addressAt(desk, 'counter'), '/desk/count/')
      const outlet = await page.locator('main [name=outlet]').inputValue()
      const phone = `135${String(Date.now()).slice(-8)}`
      const customer = { outlet, phone, name: 'Demo Customer' }
      const codes = [await bookedAt(page, customer), await bookedAt(page, customer)]
      for (const code of codes) await atTheOutlet(code, [['receive']])

      await typeInto(page, '#desk-find', phone)
      await enter(page)
      await expect(page.locator('.find-hits tbody tr')).toHaveCount(2)
      await pressOn(page, '.find-hits a')
      await expect(page).toHaveURL(/\/desk\/repairs\/\w{13}\/$/)

      await page.goto('/desk/count/')
      await expect(page.locator('main form .btn-primary')).toBeFocused()
      await enter(page)
      await expect(page.locator('.count-input')).toBeFocused()
      for (const [place, code] of codes.entries()) {
        await page.keyboard.type(code)
        if (hasScript) await page.keyboard.press('Enter')
        else await enter(page)
        await expect(page.locator('[data-figure=found]')).toHaveText(`${place + 1}`)
        await expect(page.locator('.count-input')).toBeFocused()
      }
      await pressOn(page, 'form[action$="/finish"] button')
      await expect(page.locator('[data-figure=missing]')).toHaveText('0')
    })

    test('a caller is told a status and a call is logged', async ({ page }) => {
      await signInByForm(page, wideAddress('agent', 'en'), '/desk/hotline/')
      const phone = `134${String(Date.now()).slice(-8)}`
      const customer = { outlet: 'DEMO-0001', phone, name: 'Demo Customer' }
      const code = await bookedAt(page, customer)
      await page.reload()
      await expect(page.locator('#status-code')).toBeFocused()
      await page.keyboard.type(code)
      await typeInto(page, '#status-last4', phone.slice(-4))
      await enter(page)
      await expect(page.locator('.hotline-sentence')).toHaveCount(2)
      if (hasScript) {
        await page.keyboard.press('Alt+Digit4')
        await expect(page.locator('#call-result')).toBeFocused()
      }
      await choose(page, '#call-result', 'Passed')
      await choose(page, '#call-topic', 'Parcels')
      await pressOn(page, '#call button')
      await expect(page.locator('main [role=status]').first()).toHaveText('The call is logged.')
    })

    test('an outlet is edited, and a colleague invited', async ({ page }) => {
      const outlet = hasScript ? 'DEMO-0300' : 'DEMO-0301'
      await signInByForm(page, wideAddress('hq_admin', 'en'), `/desk/outlets/?q=${outlet}`)
      await pressOn(page, '.network-list tbody a')
      await pressOn(page, 'main a[href$="/edit/"]')
      await typeInto(page, '#floorEn', `Level ${2 + test.info().retry}`)
      await typeInto(page, '#counterSeats', 'many')
      await enter(page)
      await expect(page.locator('[role=alert]')).toBeVisible()
      if (hasScript) await expect(page.locator('[role=alert]')).toBeFocused()
      await tabTo(page, '[role=alert] a')
      await page.keyboard.press('Enter')
      await typeInto(page, '#counterSeats', '3')
      await enter(page)
      await expect(page.locator('[data-differences]')).toContainText('Level')
      await pressOn(page, 'button[value=save]')
      await expect(page.locator('main [role=status]')).toHaveText('It is saved.')

      await page.goto('/desk/staff/')
      await pressOn(page, 'a[href="/desk/staff/invite/"]')
      await typeInto(page, '#name', 'Demo Colleague')
      await typeInto(page, '#email', `colleague-${Date.now()}@test.example`)
      await choose(page, '#role', 'Counter')
      await typeInto(page, '#scopePlace', 'DEMO-0001')
      await enter(page)
      await expect(page.locator('[data-password]')).toBeVisible()
    })
  })
}
