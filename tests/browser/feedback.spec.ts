import { expect, type Page, test } from '@playwright/test'
import { LOCALES, type Locale } from '#i18n/locale.ts'
import { type Visitor, visitor } from './book-steps.ts'
import { expectClean as clean } from './expect-clean.ts'
import { follow } from './follow.ts'
import { signInWide } from './sign-in-steps.ts'

/** A customer and the desk, one after the other, and axe on most of it. */
test.describe.configure({ timeout: 180_000 })

const CODE = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]/
const SAID: Readonly<Record<Locale, string>> = {
  en: 'Will my photos still be on the phone? <b>Please</b>',
  'zh-CN': '维修后照片还在吗？<b>谢谢</b>',
}
const ANSWER: Readonly<Record<Locale, string>> = {
  en: 'Yes, unless the board is changed. Back up first.',
  'zh-CN': '在的，更换主板除外。请先备份。',
}

const press = (page: Page, name: string) =>
  follow(page, page.getByRole('main').getByRole('button', { name, exact: true }))

/** Asks by the form, makes a slip on the way, and answers the reference code. */
async function asked({ page, locale, t, at }: Visitor): Promise<string> {
  await page.goto(at('/feedback/'))
  await follow(page, page.getByRole('link', { name: t('feedback.start.question') }))
  await page.getByLabel(t('feedback.form.said')).fill(SAID[locale])
  await page.getByLabel(t('feedback.form.reach')).fill('138')
  await press(page, t('feedback.form.review'))
  await expect(page.locator('[role=alert]')).toContainText(t('feedback.error.reach'))
  await expect(page.getByLabel(t('feedback.form.said'))).toHaveValue(SAID[locale])
  await page.getByLabel(t('feedback.form.reach')).fill('138 0013 8000')
  await page.locator('[name=consent]').check()
  await press(page, t('feedback.form.review'))
  await expect(page.locator('main')).toContainText(SAID[locale])
  await press(page, t('feedback.review.send'))
  await expect(page.locator('h1')).toHaveText(t('feedback.sent.title'))
  return CODE.exec((await page.locator('.voice-code').textContent()) ?? '')?.[0] ?? ''
}

/** Somebody of the head office answers, on a desk of their own. */
async function answered(page: Page, code: string, locale: Locale): Promise<void> {
  const address = `/desk/feedback/${code.replaceAll('-', '')}/`
  await signInWide(page, { role: 'hq_quality', locale }, address)
  await expect(page.locator('main')).toContainText(SAID[locale])
  await clean(page, 'an item of the desk')
  await page.locator('textarea[name=words]').fill(ANSWER[locale])
  await follow(page, page.locator('form[action$="/answer"] button'))
  await expect(page.locator('main')).toContainText(ANSWER[locale])
  await page.goto('/desk/feedback/?list=all')
  await clean(page, 'the list of the desk')
  await page.goto('/desk/feedback/new/')
  await clean(page, 'the entry of the desk')
}

for (const locale of LOCALES) {
  test(`asked without scripts, answered by the desk, read by link and by code: ${locale}`, async ({
    browser,
  }) => {
    const plain = await browser.newContext({ javaScriptEnabled: false })
    const visit = visitor(await plain.newPage(), locale)
    const { page, t, at } = visit
    const code = await asked(visit)
    const desk = await browser.newContext()
    await answered(await desk.newPage(), code, locale)

    await page.goto(at('/demo/messages/'))
    const message = page.locator('li[data-template="feedback_answered"]').filter({ hasText: code })
    await follow(page, message.first().getByRole('link'))
    await expect(page.locator('main')).not.toContainText(code)
    await press(page, t('repairs.link.open'))
    await expect(page.locator('h1')).toHaveText(t('feedback.status.answered'))
    await expect(page.locator('main')).toContainText(ANSWER[locale])

    await plain.clearCookies()
    await page.goto(at('/feedback/status/'))
    await expect(page).toHaveURL(/\/feedback\/look-up\/$/)
    await page.getByLabel(t('feedback.look_up.code')).fill(code.toLowerCase())
    await page.getByLabel(t('feedback.look_up.contact')).fill('8000')
    await press(page, t('feedback.look_up.show'))
    await expect(page.locator('main')).toContainText(SAID[locale])
    await press(page, t('feedback.status.yes'))
    await expect(page.locator('h1')).toHaveText(t('feedback.status.solved'))
    await Promise.all([plain.close(), desk.close()])
  })

  test(`axe finds nothing where something is told: ${locale}`, async ({ page }) => {
    const visit = visitor(page, locale)
    const { t, at } = visit
    await page.goto(at('/feedback/'))
    await clean(page, 'the start')
    await page.goto(at('/feedback/new-complaint/'))
    await clean(page, 'the form of a complaint')
    await page.getByLabel(t('feedback.form.said')).fill(SAID[locale])
    await page.getByLabel(t('feedback.form.reach')).fill('x')
    await press(page, t('feedback.form.review'))
    await clean(page, 'a form that came back')
    await page.goto(at('/feedback/look-up/'))
    await clean(page, 'the look-up')
    await page.goto(at('/feedback/suggestion/'))
    await page.getByLabel(t('feedback.form.said')).fill(SAID[locale])
    await press(page, t('feedback.form.review'))
    await clean(page, 'what is going to be sent')
    await press(page, t('feedback.review.send'))
    await clean(page, 'what was sent')
    await expect(page.locator('.voice-link')).toHaveAttribute('href', /\/t\/[\w-]{22}$/)
    await follow(page, page.getByRole('link', { name: t('feedback.sent.see') }))
    await clean(page, 'how it stands')
  })
}
