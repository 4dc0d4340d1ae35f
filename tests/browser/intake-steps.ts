import { expect, type Page } from '@playwright/test'
import type { Locale } from '#i18n/locale.ts'
import { insertStaff } from '#scripts/staff/new-staff.ts'
import { landing } from './follow.ts'
import { servedHub } from './served-hub.ts'

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

const PASSWORD = 'a counter of this run'
const WITH_BENCHES = `SELECT code FROM outlets WHERE operation = 'open' AND benches > 1
  AND services LIKE '%"one_hour":"done"%' ORDER BY code LIMIT 1`

/** Makes somebody at the counter of a demo outlet, speaking a language, and signs them in. */
export async function signInAtCounter(page: Page, locale: Locale = 'en'): Promise<string> {
  const hub = servedHub()
  const place = await hub.prepare(WITH_BENCHES).first<{ code: string }>()
  const outlet = place?.code ?? ''
  const email = `intake-${crypto.randomUUID()}@fixpoint.example`
  const grants = [{ role: 'counter', scope: { kind: 'outlets', outlets: [outlet] } }] as const
  const person = { name: 'Counter', email, locale, grants, password: PASSWORD, isDemo: false }
  await insertStaff(hub, [person], Date.now())
  await page.goto(`/desk/sign-in/?${new URLSearchParams({ next: '/desk/intake/' })}`)
  await page.locator('[name=email]').fill(email)
  await page.locator('[name=password]').fill(PASSWORD)
  await landing(page, () => page.keyboard.press('Enter'))
  await expect(page.locator('#scan')).toBeFocused()
  return outlet
}
