import { expect, type Page, test } from '@playwright/test'
import type { StaffRole } from '#domain/staff/staff.ts'
import type { Locale } from '#i18n/locale.ts'
import {
  DESKS_EACH_TRY,
  staffAddress,
  TEST_PASSWORD,
  type WideRole,
  wideAddress,
} from '#support/test-staff.ts'
import { follow, landing } from './follow.ts'
import { openSession } from './open-session.ts'

/** Signs in by keyboard alone, and comes to a page of the desk. */
export async function signInByForm(page: Page, email: string, next: string): Promise<void> {
  await page.goto(`/desk/sign-in/?${new URLSearchParams({ next })}`)
  await page.locator('[name=email]').focus()
  await page.keyboard.type(email)
  await page.keyboard.press('Tab')
  await page.keyboard.type(TEST_PASSWORD)
  await landing(page, () => page.keyboard.press('Enter'))
  // Hashing a password takes long on purpose, and longer on a busy machine.
  await expect(page).toHaveURL((url) => `${url.pathname}${url.search}` === next, {
    timeout: 15_000,
  })
}

/** As somebody who is signed in already, on a page of the desk. */
async function signIn(page: Page, email: string, next: string): Promise<void> {
  await openSession(page, email)
  await page.goto(next)
  await expect(page).toHaveURL((url) => `${url.pathname}${url.search}` === next)
}

/** As one of the demo's accounts: they stand at an outlet that other specs use at the same time. */
export const signInAs = (page: Page, who: string, next = '/desk/'): Promise<void> =>
  signIn(page, `${who}@demo.example`, next)

/** The outlets of `tests/support/test-staff.ts`, each lent to one test, so that no other calls its numbers. */
const DESK_OF = {
  queue: 0,
  others: 1,
  race: 2,
  plain: 3,
  'looks-en': 4,
  'looks-zh-CN': 5,
  wall: 6,
  day: 7,
  'pages-en': 8,
  'pages-zh-CN': 9,
  'weight-en': 10,
  'weight-zh-CN': 11,
  keys: 12,
  'plain-keys': 13,
  'complaint-en': 14,
  'complaint-zh-CN': 15,
} as const

export type Desk = keyof typeof DESK_OF

/** The address of somebody at an outlet where nobody else is at work; a second try finds none of the first's traces. */
export const addressAt = (desk: Desk, role: StaffRole): string =>
  staffAddress(role, DESK_OF[desk] + test.info().retry * DESKS_EACH_TRY)

/** As somebody there. */
export const signInAt = (
  page: Page,
  desk: Desk,
  role: StaffRole = 'counter',
  next = '/desk/',
): Promise<void> => signIn(page, addressAt(desk, role), next)

/** The outlet whose Today is open. */
export const outletOf = async (page: Page): Promise<string> =>
  (await page.locator('.desk-outlet-head .desk-muted').textContent()) ?? ''

/** As somebody of many outlets; each language has people of its own. */
export const signInWide = (
  page: Page,
  { role, locale }: { readonly role: WideRole; readonly locale: Locale },
  next: string,
): Promise<void> => signIn(page, wideAddress(role, locale), next)

/** Lets a person's pages speak a language: it is theirs, not a page's, so no other test may be signed in as them. */
export async function speak(page: Page, locale: Locale): Promise<void> {
  await page.goto('/desk/account/')
  await follow(page, page.locator(`button[name=locale][value="${locale}"]`))
}
