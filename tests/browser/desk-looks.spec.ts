import { expect, type Page, test } from '@playwright/test'
import { LOCALES, type Locale, localePath } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import { checkLooks, press, send, unfold } from './desk-looks-steps.ts'
import { bookedAt } from './desk-repair-steps.ts'
import { follow, landing } from './follow.ts'
import { atTheOutlet } from './repairs-steps.ts'
import { signInAt, signInWide, speak } from './sign-in-steps.ts'

/** A dozen looks each, axe three times on each. */
test.describe.configure({ timeout: 240_000 })
test.use({ actionTimeout: 15_000 })

const LONG_NAME = 'Bartholomew Featherstonehaugh-Cholmondeley of the Upper Yangtze Delta'
const LAST4 = '4321'
const PHONES: Readonly<Record<Locale, string>> = {
  en: `1391234${LAST4}`,
  'zh-CN': `1391235${LAST4}`,
}

const ownOutlet = (page: Page): Promise<string> =>
  page.locator('form[action="/desk/count/"] [name=outlet]').inputValue()

/** Two phones of one customer at an outlet, taken in, and one that is only booked. */
async function aShelf(page: Page, outlet: string, locale: Locale): Promise<readonly string[]> {
  const customer = { outlet, phone: PHONES[locale], name: LONG_NAME }
  const codes = []
  for (let booked = 0; booked < 3; booked++) codes.push(await bookedAt(page, customer))
  for (const code of codes.slice(0, 2)) await atTheOutlet(code, [['receive']])
  return codes
}

for (const locale of LOCALES) {
  test.describe(locale, () => {
    test.use({ locale })
    test('axe finds nothing where a counter finds and counts', async ({ page }) => {
      await page.goto('/desk/sign-in/')
      await send(page, '/desk/sign-in/', { email: 'nobody@test.example', password: 'not this one' })
      await checkLooks(page, 'the way in, refused')
      await signInAt(page, `pages-${locale}`, 'counter', '/desk/account/')
      await speak(page, locale)
      await send(page, '/desk/account/password', {
        current: 'wrong',
        wanted: 'a new one, long enough',
      })
      await checkLooks(page, 'one’s own account, a password refused')
      await page.goto('/desk/count/')
      await checkLooks(page, 'no count yet')
      const outlet = await ownOutlet(page)
      const [found, , elsewhere] = await aShelf(page, outlet, locale)

      await page.goto('/desk/find/')
      await checkLooks(page, 'what can be looked for')
      await page.locator('#desk-find').fill('?')
      await landing(page, () => page.locator('#desk-find').press('Enter'))
      await checkLooks(page, 'nothing to look for')
      await page.locator('#desk-find').fill(PHONES[locale])
      await page.locator('#desk-find').press('Enter')
      await expect(page.locator('.find-hits tbody tr')).toHaveCount(3)
      await checkLooks(page, 'three repairs found')

      await page.goto('/desk/count/')
      await press(page, '/desk/count/')
      for (const label of [found, elsewhere, 'no label']) {
        await page.locator('.count-input').fill(label ?? '')
        await page.locator('.count-input').press('Enter')
      }
      await expect(page.locator('.count-input')).toHaveValue('no label')
      await expect(page.locator('output')).toHaveClass('desk-alarm')
      await expect(page.locator('[data-figure=unknown]')).toHaveText('1')
      await checkLooks(page, 'a count told that this is no label')
      await page.reload()
      await checkLooks(page, 'a count that runs')
      await follow(page, page.locator('form[action$="/finish"] button'))
      await expect(page.locator('[data-figure=missing]')).toHaveText('1')
      await checkLooks(page, 'a count with one missing')
      await page.goto('/desk/count/')
      await checkLooks(page, 'counts so far')
      await page.goto('/desk/repairs/AAAAAAAAAAAAA/')
      await checkLooks(page, 'nothing here')
    })

    test('axe finds nothing on the hotline', async ({ page }) => {
      await signInWide(page, { role: 'agent', locale }, '/desk/hotline/')
      const code = await bookedAt(page, {
        outlet: 'DEMO-0001',
        phone: PHONES[locale],
        name: LONG_NAME,
      })
      await press(page, '/desk/hotline/status')
      await checkLooks(page, 'nothing to check by')
      await send(page, '/desk/hotline/status', { code, last4: '0000' })
      await expect(page.getByRole('alert')).toBeVisible()
      await checkLooks(page, 'a caller who doesn’t know')
      await page.locator('#solved-topic').selectOption({ index: 1 })
      await page.locator('#solved-solution').selectOption({ index: 1 })
      await page.locator('#solved-solution').press('Tab')
      await page.locator('#solved button').press('Enter')
      await expect(page).toHaveURL(/done=solved$/)
      await send(page, '/desk/hotline/status', { code, last4: LAST4 })
      await expect(page.locator('.hotline-sentence')).toHaveCount(2)
      await checkLooks(page, 'a status told, a call logged')

      await page.goto('/desk/hotline/request/')
      await checkLooks(page, 'what a caller wants')
      await page.locator('#request-fault').selectOption('screen')
      await page.locator('#request-model').selectOption('f2')
      await page.locator('#request-q').fill(locale === 'en' ? 'Hangzhou' : '杭州')
      await page.locator('#request-q').press('Enter')
      await expect(page.locator('.hotline-slot').first()).toBeVisible()
      await page.locator('[name=chosen]').first().check()
      await page.locator('#request-name').press('Enter')
      await expect(page.locator('.desk-fault').first()).toBeVisible()
      await unfold(page)
      await checkLooks(page, 'times, and a caller to mend')
      await page.locator('#request-name').fill(LONG_NAME)
      await page.locator('#request-phone').fill(PHONES[locale])
      await page.locator('#request-consent').check()
      await page.locator('#request-phone').press('Enter')
      await expect(page.locator('[data-code]')).toBeVisible()
      await checkLooks(page, 'a code to read aloud')
    })
  })
}

for (const locale of LOCALES) {
  test.describe(locale, () => {
    test.use({ locale })
    test('a service notice shows on the home page in its time, and axe finds nothing', async ({
      page,
    }) => {
      await page.goto(localePath(locale, '/'))
      const notice = page.locator('service-notices li')
      await expect(notice).toBeHidden()
      const from = Number(await notice.getAttribute('data-from'))
      await page.clock.setFixedTime(from)
      await page.reload()
      await expect(notice).toBeVisible()
      const kind = translator(locale)('desk.network.notices.kind.weather')
      await expect(notice).toHaveText(new RegExp(`${kind}\\s`))
      await checkLooks(page, 'home with a notice')
    })
  })
}
