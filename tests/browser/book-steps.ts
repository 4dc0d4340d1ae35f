import { expect, type Locator, type Page } from '@playwright/test'
import { type Locale, localePath } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import { follow, landing } from './follow.ts'

/** The position is Hangzhou's. */
export const CHOICE = 'fault=screen&model=f2'
export const NEAR = 'q=30.2741,120.1551'

/** Whoever books in these tests, and how the pages speak to them. */
export const visitor = (page: Page, locale: Locale) => ({
  page,
  locale,
  t: translator(locale),
  at: (path: string) => localePath(locale, path),
})
export type Visitor = ReturnType<typeof visitor>

/** Times that can be pressed on the page as it stands. */
export const times = (page: Page) => page.locator('button[name="at"]:visible')

/** To all times of an outlet near by. */
export async function openTimes({ page, at }: Visitor): Promise<void> {
  await page.goto(at(`/book/where/?${CHOICE}&${NEAR}`))
  await follow(page, page.locator('.book-column[data-code] a[href*="/book/times/"]').first())
  await expect(page).toHaveURL(/\/book\/times\//)
}

/** Whether the time that this presses was still free: others book at the same outlet meanwhile. */
async function isTakenBy(page: Page, press: () => Promise<unknown>): Promise<boolean> {
  const answered = page.waitForResponse(
    (answer) =>
      answer.request().method() === 'POST' && /\/book\/(?:hold|move\/)$/.test(answer.url()),
  )
  await landing(page, press)
  return (await answered).status() === 303
}

const MOST_TRIES = 5

const click = (target: Locator): Promise<void> => target.click()

/** Presses a time; where somebody was quicker, the first one that is offered instead. */
export async function takeOne(
  page: Page,
  press: () => Promise<unknown>,
  pressInstead: (offered: Locator) => Promise<unknown> = click,
): Promise<void> {
  const offered = page.getByRole('alert').locator('button[name="at"]').first()
  let isTaken = await isTakenBy(page, press)
  for (let tries = 1; !isTaken && tries < MOST_TRIES; tries++) {
    isTaken = await isTakenBy(page, () => pressInstead(offered))
  }
}

/** Takes the time in this place of the last free day shown: of today few may be left. */
export async function takeTime({ page }: Visitor, place: number): Promise<void> {
  const day = page.locator('[data-day-link][data-free]').last()
  // With scripts the day is shown in place, without them its link leads to it.
  await day.click()
  await expect(page.locator('[data-day-link][data-free]').last()).toHaveAttribute(
    'aria-current',
    'date',
  )
  await takeOne(page, () => times(page).nth(place).click())
}

/** From the choice to the form. */
export async function holdTime(visit: Visitor, place: number): Promise<void> {
  await openTimes(visit)
  await takeTime(visit, place)
  await expect(visit.page).toHaveURL(/\/book\/contact\/\?/)
}

/** Fills in what must be filled in. */
export async function sayWho({ page, t }: Visitor): Promise<void> {
  await page.getByLabel(t('bookings.contact.name'), { exact: true }).fill('Demo Customer')
  await page.getByLabel(t('bookings.contact.phone')).fill('13800138000')
  await page.locator('#consent').check()
}

export async function bookVisit(visit: Visitor, place: number): Promise<void> {
  await holdTime(visit, place)
  await sayWho(visit)
  await visit.page.getByRole('button', { name: visit.t('bookings.contact.submit') }).click()
  await expect(visit.page).toHaveURL(/\/book\/done\/$/)
}

export async function askByMail(visit: Visitor): Promise<void> {
  const { page, t, at } = visit
  await page.goto(at(`/book/mail-in/?${CHOICE}&${NEAR}`))
  await page.getByLabel(t('bookings.mail.battery_ok')).check()
  await page.getByLabel(t('bookings.mail.own')).check()
  await page.getByLabel(t('bookings.mail.address'), { exact: true }).fill('1 Demo Road')
  await sayWho(visit)
  await page.getByRole('button', { name: t('bookings.mail.submit') }).click()
  await expect(page).toHaveURL(/\/book\/done\/\?by=own$/)
}

/** The code as it stands on the page. */
export const codeOn = async (page: Page): Promise<string> =>
  (await page.locator('.book-code-text').textContent()) ?? ''
