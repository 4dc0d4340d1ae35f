import { expect, test } from '@playwright/test'
import { LOCALES } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import { checkLooks } from './desk-looks-steps.ts'
import { expectFocused } from './expect-focused.ts'
import { follow } from './follow.ts'
import { atTheKeyboard, freshImei, signInAtCounter } from './intake-steps.ts'

const t = translator('en')

test('a walk-in is taken in without a mouse, its numbers scanned', async ({ page }) => {
  await signInAtCounter(page)
  const began = Date.now()
  const { press, type, scan, presses } = atTheKeyboard(page)
  const imei = freshImei()
  await scan(imei)
  await expect(page.locator('#imei')).toHaveValue(imei)
  await expect(page.locator('#model')).toHaveValue('f2')
  await expectFocused(page, 'fault')
  await type('s')
  await expect(page.locator('#fault')).toHaveValue('screen')
  await expect(page.locator('[data-one-hour]')).toBeVisible()
  // Past the customer's words, which need none.
  await press('Enter', 'Tab')
  await type('24')
  await press('Enter', 'Enter', 'Enter')
  await type('1')
  await press('Enter')
  await expectFocused(page, 'name')
  await type('Demo Customer')
  await press('Enter')
  await type('13800138000')
  await press('Enter', 'Enter', 'Enter', 'Enter')
  await expectFocused(page, 'boughtOn')
  await press('Enter', 'Enter', 'Enter', 'Enter', 'Enter')
  await expectFocused(page, 'shelf')
  await scan('A-12')
  await expectFocused(page, 'dataLoss')
  await press('Space', 'Enter', 'Space', 'Enter')
  await press('Enter')
  await expect(page).toHaveURL(/\/desk\/intake\/done\/\?code=[0-9A-Z]{13}$/)
  const seconds = (Date.now() - began) / 1000
  test.info().annotations.push({ type: 'presses', description: `${presses()} in ${seconds} s` })
  console.log(`intake: ${presses()} key presses, scanner's apart, in ${seconds} s by machine`)
  expect(presses()).toBeLessThan(60)
  await expectFocused(page, t('desk.intake.done.label'))
  await press('Enter')
  await expect(page.locator('.intake-label')).toContainText('A-12')
})

test('a scanner is told of a wrong check digit at once, and sends nothing', async ({ page }) => {
  const outlet = await signInAtCounter(page)
  await page.goto(`/desk/intake/?outlet=${outlet}&new=1`)
  const { scan } = atTheKeyboard(page)
  await expectFocused(page, 'imei')
  await scan('490154203237519')
  await expect(page.locator('#imei-fault')).toHaveText(t('desk.intake.error.wrong_check_digit'))
  await expectFocused(page, 'imei')
  // Scanned again it takes the place of the first one.
  const imei = freshImei()
  await scan(imei)
  await expect(page.locator('#imei')).toHaveValue(imei)
  await expect(page.locator('#imei-fault')).toBeEmpty()
  await scan(freshImei('35693803'))
  await expectFocused(page, 'serial')
  expect(page.url()).not.toContain(imei)
})

test('without scripts a scan checks, and the same form takes the phone in', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  const outlet = await signInAtCounter(page)
  await page.goto(`/desk/intake/?outlet=${outlet}&new=1`)
  const imei = freshImei()
  await expect(page.locator('#imei')).toBeFocused()
  await atTheKeyboard(page).scan(imei)
  await expect(page.locator('main')).toContainText(t('desk.intake.history.none'))
  await expect(page.locator('#imei')).toHaveValue(imei)
  await page.locator('#model').selectOption('f2')
  await page.locator('#fault').selectOption('screen')
  await page.locator('[value=cracked_glass]').check()
  await page.locator('#name').fill('Demo Customer')
  await page.locator('#phone').fill('13800138000')
  await page.locator('#consent').check()
  await page.locator('button[value=take]').click()
  await expect(page.locator('h1')).toHaveText(t('desk.intake.done.title'))
  await page.getByRole('link', { name: t('desk.intake.done.receipt') }).click()
  await expect(page.locator('.intake-receipt')).toContainText(imei)
  await context.close()
})

for (const locale of LOCALES) {
  test(`axe finds nothing from the box to the receipt: ${locale}`, async ({ page }) => {
    test.setTimeout(240_000)
    await signInAtCounter(page, locale)
    await checkLooks(page, 'the box')
    await atTheKeyboard(page).scan(freshImei())
    await follow(page, page.locator('button[value=take]'))
    await checkLooks(page, 'the form with faults')
    await page.locator('summary').click()
    await page.locator('#fault').selectOption('screen')
    await page.locator('[value=swollen_battery]').check()
    await page.locator('#name').fill('Demo Customer')
    await page.locator('#phone').fill('13800138000')
    await page.locator('#coverage').selectOption('goodwill')
    await page.locator('#consent').check()
    await checkLooks(page, 'the form filled in')
    await page.locator('button[value=take]').click()
    await page.waitForURL(/done/)
    const code = new URL(page.url()).search
    await checkLooks(page, 'the confirmation')
    await page.goto(`/desk/intake/label/${code}`)
    await checkLooks(page, 'the label')
    await page.goto(`/desk/intake/receipt/${code}`)
    await checkLooks(page, 'the receipt')
  })
}

test('the label is one page of 60 x 40 mm, the receipt one of A5', async ({ page }) => {
  await signInAtCounter(page)
  await atTheKeyboard(page).scan(freshImei())
  await page.locator('#fault').selectOption('screen')
  await page.locator('[value=scratched]').check()
  await page.locator('#name').fill('Demo Customer')
  await page.locator('#phone').fill('13800138000')
  await page.locator('#coverage').selectOption('goodwill')
  await page.locator('#consent').check()
  // From wherever one is.
  await page.locator('#name').press('Control+Enter')
  await page.waitForURL(/done/)
  const code = new URL(page.url()).search
  const pagesOf = async (path: string, format?: string) => {
    await page.goto(`/desk/intake/${path}/${code}`)
    const pdf = await page.pdf({ preferCSSPageSize: true, ...(format && { format }) })
    return [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
      ([, ...points]) => points.map((point) => Math.round((Number(point) / 72) * 25.4)),
    )
  }
  expect(await pagesOf('label')).toEqual([[60, 40]])
  expect(await pagesOf('receipt', 'A5')).toEqual([[148, 210]])
})
