import { type Browser, expect, type Page, test } from '@playwright/test'
import { LOCALES, type Locale } from '#i18n/locale.ts'
import { type Visitor, visitor } from './book-steps.ts'
import {
  addsAPhoto,
  complains,
  expectCleanToo,
  expectPhoto,
  press,
  SAID,
  take,
} from './complaint-steps.ts'
import { expectClean } from './expect-clean.ts'
import { follow } from './follow.ts'
import { outletOf, signInAt, signInWide, speak } from './sign-in-steps.ts'

/** Four people one after the other, and axe on every page that they see. */
test.describe.configure({ timeout: 420_000 })

const LIST = '/desk/complaints/'

async function newPage(browser: Browser): Promise<Page> {
  return await (await browser.newContext()).newPage()
}

/** Whoever answers for an outlet, at a desk of their own. */
async function aManager(browser: Browser, locale: Locale) {
  const page = await newPage(browser)
  await signInAt(page, `complaint-${locale}`, 'outlet_manager')
  const outlet = await outletOf(page)
  await speak(page, locale)
  return { page, outlet }
}

/** The complaint team looks at its pages, and sends the complaint on its way. */
async function dispatched(browser: Browser, code: string, locale: Locale): Promise<void> {
  const page = await newPage(browser)
  await signInWide(page, { role: 'agent', locale }, LIST)
  await expect(page.locator('main')).toContainText(code)
  await expectClean(page, 'the list of complaints')
  await page.goto(`${LIST}new/`)
  await expectClean(page, 'the form for a complaint')
  await take(page, code, 'dispatch', { level: 'outlet' })
  await page.context().close()
}

async function verified(browser: Browser, code: string, locale: Locale): Promise<void> {
  const page = await newPage(browser)
  await signInWide(page, { role: 'hq_quality', locale }, LIST)
  await take(page, code, 'verify')
  await expect(page.locator('main')).toContainText(SAID[locale].statement)
  await expectPhoto(page)
  await page.context().close()
}

/** The outlet's manager hears the customer, and reports. */
async function reported(page: Page, code: string, locale: Locale): Promise<void> {
  const { wants, statement, happened } = SAID[locale]
  await take(page, code, 'contact', { reached: 'no' })
  await take(page, code, 'contact', { reached: 'yes', wants })
  await take(page, code, 'assign')
  await take(page, code, 'report', {
    ...{ customerContacted: true, statement, happened },
    ...{ cause: 'part_missing', remedy: 'apology' },
  })
}

/** Opens the newest message about a complaint by its link. */
async function openMessage({ page, t, at }: Visitor, code: string, template: string) {
  await page.goto(at('/demo/messages/'))
  const message = page.locator(`li[data-template="${template}"]`).filter({ hasText: code })
  await follow(page, message.first().getByRole('link'))
  await expect(page.locator('main')).not.toContainText(code)
  await press(page, t('repairs.link.open'))
}

const stands = ({ page }: Visitor) => page.locator('.repair-status')

async function lookUp({ page, t, at }: Visitor, code: string): Promise<void> {
  await page.context().clearCookies()
  await page.goto(at('/feedback/complaint/'))
  await expect(page).toHaveURL(/\/feedback\/look-up\/$/)
  await page.getByLabel(t('feedback.look_up.code')).fill(code.toLowerCase())
  await page.getByLabel(t('feedback.look_up.contact')).fill('8000')
  await press(page, t('feedback.look_up.show'))
  await expect(page).toHaveURL(/\/feedback\/complaint\/$/)
}

/** What the customer says to the answer, by the first language no and by the second yes. */
const REPLIES: Record<Locale, (visit: Visitor) => Promise<void>> = {
  en: async (visit) => {
    const { page, locale, t } = visit
    await page.getByText(t('complaints.disagree.title')).click()
    await page.getByLabel(t('complaints.disagree.label')).fill(SAID[locale].why)
    await press(page, t('complaints.disagree.do'))
    await expect(stands(visit)).toHaveAttribute('data-status', 'dispatched')
    await expect(page.locator('main')).toContainText(t('complaints.who.region_or_partner'))
    await expect(page.locator('main')).toContainText(t('complaints.earlier'))
  },
  'zh-CN': async (visit) => {
    const { page, t } = visit
    await press(page, t('complaints.agree.do'))
    await expect(stands(visit)).toHaveAttribute('data-status', 'closed')
    await expect(page.locator('h1')).toHaveText(t('complaints.sentence.agreed'))
  },
}

for (const locale of LOCALES) {
  test(`complained without scripts, reported, verified by another, answered and replied to: ${locale}`, async ({
    browser,
  }) => {
    const manager = await aManager(browser, locale)
    const plain = await browser.newContext({ javaScriptEnabled: false })
    const visit = visitor(await plain.newPage(), locale)
    const { page, t } = visit
    const code = await complains(visit, manager.outlet)
    await expectCleanToo(visit, 'what was sent')
    await addsAPhoto(visit)
    await expectCleanToo(visit, 'a photo that was added')
    await follow(page, page.getByRole('link', { name: t('feedback.sent.see') }))
    await expect(stands(visit)).toHaveAttribute('data-status', 'registered')
    await expectCleanToo(visit, 'a complaint that was sent')

    await dispatched(browser, code, locale)
    await reported(manager.page, code, locale)
    await verified(browser, code, locale)
    const { answer } = SAID[locale]
    await take(manager.page, code, 'answer', { verdict: 'upheld', remedy: 'refund', answer })

    await openMessage(visit, code, 'complaint_answered')
    await expect(stands(visit)).toHaveAttribute('data-status', 'answered')
    await expect(page.locator('main')).toContainText(answer)
    await expect(page.locator('main')).not.toContainText(SAID[locale].happened)
    await expectCleanToo(visit, 'an answer')

    // By code and digits it is read; money is answered by the message's link alone.
    await lookUp(visit, code)
    await expect(stands(visit)).toHaveAttribute('data-status', 'answered')
    await expect(page.getByRole('button', { name: t('complaints.agree.do') })).toHaveCount(0)
    await openMessage(visit, code, 'complaint_answered')
    await REPLIES[locale](visit)
    await expectCleanToo(visit, 'a complaint that was replied to')
    await Promise.all([plain.close(), manager.page.context().close()])
  })
}
