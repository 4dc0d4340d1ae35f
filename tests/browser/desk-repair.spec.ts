import { type Browser, expect, type Page, test } from '@playwright/test'
import { LOCALES } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import { picture } from '../domain/desk/pictures.ts'
import { checkLooks, unfold } from './desk-looks-steps.ts'
import { bookedHere } from './desk-repair-steps.ts'
import { landing } from './follow.ts'
import { pressOn, typeInto } from './keyboard-steps.ts'
import { atTheOutlet } from './repairs-steps.ts'
import { outletOf, signInAs, signInAt, speak } from './sign-in-steps.ts'

test.describe.configure({ timeout: 120_000 })

const t = translator('en')
const pathOf = (code: string): string => `/desk/repairs/${code}/`

const signedInPage = async (browser: Browser, who: string, path: string): Promise<Page> => {
  const page = await (await browser.newContext()).newPage()
  await signInAs(page, who, path)
  return page
}

test('a repair is worked on to its end without a mouse', async ({ page, browser }) => {
  const code = await bookedHere(page)
  await atTheOutlet(code, [['receive'], ['diagnose']])
  await signInAs(page, 'bench', pathOf(code))
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText('Next: Start the repair')
  await typeInto(page, page.locator('#start-coverage'), 'Warr')
  await landing(page, () => pressOn(page, page.locator('.desk-next button[type=submit]').first()))
  await expect(page).toHaveURL(/\?done=start$/)
  await expect(page.getByRole('status')).toHaveText('Done: Repair started.')
  await typeInto(page, page.locator('#finish-work'), 'A part')
  await typeInto(page, page.locator('#finish-parts'), 'screen-f2')
  await typeInto(page, page.locator('#finish-oldPart'), 'Given')
  await landing(page, () => page.locator('#finish-parts').press('Enter'))
  await expect(page).toHaveURL(/\?done=finish$/)

  const counter = await signedInPage(browser, 'counter', pathOf(code))
  await counter.locator('[data-check-all]').first().press('Enter')
  await landing(counter, () =>
    counter.locator('.desk-next button[type=submit]').first().press('Enter'),
  )
  await expect(counter).toHaveURL(/\?done=pass_check$/)
  await expect(counter.locator('.desk-due')).toHaveText('Nothing to pay')
  await counter.locator('[data-check-all]').first().press('Enter')
  await expect(counter.locator('#hand_over-collector')).toBeHidden()
  await landing(counter, () =>
    counter.locator('.desk-next button[type=submit]').first().press('Enter'),
  )
  await expect(counter).toHaveURL(/\?done=hand_over$/)
  await expect(counter.getByRole('heading', { level: 1 })).toHaveText('Closed: collected')
})

test('fields that don’t count yet are hidden, and lines are added to a bill', async ({ page }) => {
  const code = await bookedHere(page)
  await atTheOutlet(code, [['receive'], ['diagnose']])
  await signInAs(page, 'bench', pathOf(code))
  await page.locator('#step-ask summary').first().press('Enter')
  const part = page.locator('#ask-continueTo-part')
  await expect(part).toBeHidden()
  await page.locator('#ask-continueTo-status').selectOption('awaiting_parts')
  await expect(part).toBeVisible()
  const lines = page.locator('#ask-lines .desk-line')
  await expect(lines).toHaveCount(5)
  await page.locator('#ask-lines [data-add-line]').press('Enter')
  await expect(lines).toHaveCount(6)
  await expect(lines.last().locator('select')).toBeFocused()
  await expect(lines.last().locator('select')).toHaveAccessibleName('Line 6: what for')
})

test('without JavaScript a price is asked, refused with what is wrong, and asked again', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  const code = await bookedHere(page)
  await atTheOutlet(code, [['receive'], ['diagnose']])
  await signInAs(page, 'bench', pathOf(code))
  await page.locator('#step-ask > summary').click()
  await page.locator('[name="lines.item"]').first().selectOption('screen')
  await page.locator('#step-ask [name="lines.amount"]').first().fill('three hundred')
  await page.getByRole('button', { name: t('desk.repair.do.ask') }).click()
  await expect(page.locator('#ask-lines-fault')).toHaveText(t('desk.repair.fault.not_a_price'))
  const amount = page.locator('[name="lines.amount"]').first()
  await expect(amount).toHaveValue('three hundred')
  await amount.fill('300')
  await page.locator('#ask-coverage').selectOption('customer_pays')
  await page.getByRole('button', { name: t('desk.repair.do.ask') }).click()
  await expect(page).toHaveURL(/\?done=ask$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Waiting for the customer')
})

test('a photo is added and seen, without its place', async ({ page }) => {
  const code = await bookedHere(page)
  await atTheOutlet(code, [['receive']])
  await signInAs(page, 'counter', pathOf(code))
  await page.getByText(t('desk.repair.photos.add'), { exact: true }).click()
  const file = { name: 'phone.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(picture('jpeg')) }
  const broken = { name: 'note.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') }
  await page.locator('#photo-files').setInputFiles([file, broken])
  await page.getByRole('button', { name: t('desk.repair.photos.go') }).click()
  await expect(page.locator('.desk-alarm')).toContainText('note.svg: it is no JPEG')
  const shown = page.locator('.desk-photos img')
  await shown.scrollIntoViewIfNeeded()
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(16)
})

/** A person of its own for each language: what one speaks is theirs, not a page's. */
const WHERE = { en: 'race', 'zh-CN': 'day' } as const

for (const locale of LOCALES) {
  test(`axe finds nothing on the page of a repair, and it fits a phone: ${locale}`, async ({
    page,
  }) => {
    await signInAt(page, WHERE[locale], 'outlet_manager')
    const code = await bookedHere(page, await outletOf(page))
    await atTheOutlet(code, [['receive'], ['diagnose'], ['ask', { declineCostMinor: 3_000 }]])
    await speak(page, locale)
    await page.goto(pathOf(code))
    await unfold(page)
    await checkLooks(page, `every form, ${locale}`)
    const { length } = await (await page.goto(pathOf(code)))!.body()
    expect(length).toBeLessThan(120_000)
    await page.locator('form[action$="/steps/accept"]').evaluate((form: HTMLFormElement) => {
      form.noValidate = true
    })
    await page.locator('form[action$="/steps/accept"] button[type=submit]').press('Enter')
    await expect(page.locator('.desk-fault').first()).toBeVisible()
    await expect(page.locator('.desk-notice')).toBeFocused()
    await checkLooks(page, `a form that came back, ${locale}`)
    await page.goto(`${pathOf(code)}job-sheet/`)
    await checkLooks(page, `a job sheet, ${locale}`)
    await page.goto(`${pathOf(code)}report/`)
    await checkLooks(page, `a report, ${locale}`)
  })
}
