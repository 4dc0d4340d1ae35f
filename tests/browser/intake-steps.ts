import { expect, type Page } from '@playwright/test'
import { DEMO_PASSWORD } from '#scripts/demo/demo-staff.ts'

/** A device of this run's own: 14 digits, and Luhn's check digit. */
export function freshImei(tac = '49015420'): string {
  const serial = String(Date.now() * 10 + Math.floor(performance.now() % 10)).slice(-6)
  const digits = tac + serial
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return digits + ((10 - (sum % 10)) % 10)
}

/** A person at the keyboard, whose presses are counted, and a scanner beside it, whose aren't. */
export function atTheKeyboard(page: Page) {
  let presses = 0
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) {
      presses += 1
      await page.keyboard.press(key)
    }
  }
  return {
    press,
    type: async (text: string): Promise<void> => {
      presses += text.length
      await page.keyboard.type(text)
    },
    /** As a keyboard wedge does: all of it within moments, and Enter. */
    scan: async (text: string): Promise<void> => {
      await page.keyboard.type(text)
      await page.keyboard.press('Enter')
    },
    presses: () => presses,
  }
}

/** Signs a demo account in, and comes to the desk. */
export async function signInAs(page: Page, who: string, next = '/desk/intake/'): Promise<void> {
  await page.goto(`/desk/sign-in/?${new URLSearchParams({ next })}`)
  await page.locator('[name=email]').fill(`${who}@demo.example`)
  await page.locator('[name=password]').fill(DEMO_PASSWORD)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`${next.replaceAll('?', '\\?')}$`))
}

export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement: field } = document
    return field?.getAttribute('name') ?? field?.textContent?.trim() ?? ''
  })
