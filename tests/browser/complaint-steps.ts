import { expect, type Page } from '@playwright/test'
import type { StaffComplaintStep } from '#domain/complaints/complaint-fields.ts'
import type { Locale } from '#i18n/locale.ts'
import { picture } from '../domain/desk/pictures.ts'
import { type Visitor, visitor } from './book-steps.ts'
import { unfold } from './desk-looks-steps.ts'
import { expectClean } from './expect-clean.ts'
import { follow } from './follow.ts'

/** What is said on the way, in the language of who says it; markup in it is words. */
export const SAID = {
  en: {
    complaint: 'Three weeks for a battery. <b>Nobody</b> called.',
    wants: 'The money back.',
    statement: 'The part was not in stock.',
    happened: 'We ordered it two weeks late.',
    answer: 'You are right. We pay it back <b>today</b>.',
    why: 'It is not paid yet.',
  },
  'zh-CN': {
    complaint: '换块电池等了三周，<b>没人</b>联系我。',
    wants: '要求退款。',
    statement: '当时没有备件。',
    happened: '备件晚订了两周。',
    answer: '您说得对，<b>今天</b>就退款。',
    why: '还没有收到退款。',
  },
} as const satisfies Record<Locale, Readonly<Record<string, string>>>

const CODE = /[0-9A-Z*~$=]{4}-[0-9A-Z*~$=]{4}-[0-9A-Z*~$=]{4}-[0-9A-Z*~$=]/

export const press = (page: Page, name: string) =>
  follow(page, page.getByRole('main').getByRole('button', { name, exact: true }))

/** Complains about an outlet by the form, and answers the reference code as it is written. */
export async function complains(visit: Visitor, outlet: string): Promise<string> {
  const { page, locale, t, at } = visit
  await page.goto(at(`/feedback/new-complaint/?outlet=${outlet}`))
  await expect(page.locator('[name=aboutOutlet]')).toBeChecked()
  await page.getByLabel(t('feedback.form.said')).fill(SAID[locale].complaint)
  await page.getByLabel(t('feedback.form.reach')).fill('138 0013 8000')
  await page.locator('[name=consent]').check()
  await press(page, t('feedback.form.review'))
  await expect(page.locator('main')).toContainText(SAID[locale].complaint)
  await press(page, t('feedback.review.send'))
  await expect(page.locator('h1')).toHaveText(t('feedback.sent.title_complaint'))
  return CODE.exec((await page.locator('.voice-code').textContent()) ?? '')?.[0] ?? ''
}

/** Adds a photo by the form of the page that stands open; a file that is none is refused first. */
export async function addsAPhoto({ page, t }: Visitor): Promise<void> {
  const file = page.locator('input[type=file][name=photo]')
  const words = { name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('no photo') }
  await file.setInputFiles(words)
  await press(page, t('feedback.photo.send'))
  await expect(page.getByRole('alert')).toContainText(t('desk.repair.photo.not_a_photo'))
  const buffer = Buffer.from(picture('png'))
  await file.setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer })
  await press(page, t('feedback.photo.send'))
  await expect(page).toHaveURL(/\/feedback\/photos\/$/)
  await expectPhoto(page)
}

/** One photo is there, and it is one: a broken link would have no size. */
export async function expectPhoto(page: Page): Promise<void> {
  const photo = page.locator('img[src*="/media/pho_"]')
  await expect(photo).toHaveCount(1)
  await expect
    .poll(() => photo.evaluate((image) => (image as HTMLImageElement).naturalWidth))
    .toBe(16)
}

/** The customer's page as it stands without scripts, looked at with what axe needs. */
export async function expectCleanToo({ page, locale }: Visitor, name: string): Promise<void> {
  const browser = page.context().browser()
  if (!browser) throw new Error('the page has no browser')
  const seeing = await browser.newContext()
  await seeing.addCookies(await page.context().cookies())
  const looked = visitor(await seeing.newPage(), locale)
  await looked.page.goto(page.url())
  await expect(looked.page).toHaveURL(page.url())
  await unfold(looked.page)
  await expectClean(looked.page, name)
  await seeing.close()
}

type Fields = Readonly<Record<string, string | true>>

/** Opens a complaint at the desk, looks at it with every form open, and takes one step by its form. */
export async function take(
  page: Page,
  code: string,
  step: StaffComplaintStep,
  fields: Fields = {},
): Promise<void> {
  const address = `/desk/complaints/${code.replaceAll('-', '')}/`
  await page.goto(address)
  await unfold(page)
  await expectClean(page, `a complaint before ${step}`)
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`#${step}-${name}`)
    if (value === true) await field.check()
    else if ((await field.evaluate(({ tagName }) => tagName)) === 'SELECT') {
      await field.selectOption(value)
    } else await field.fill(value)
  }
  await follow(page, page.locator(`form[action$="/steps/${step}"] button[type=submit]`))
  await expect(page).toHaveURL(new RegExp(`\\?done=${step}$`))
  await expect(page.getByRole('status')).toBeVisible()
}
