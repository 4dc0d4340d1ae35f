import { expect, type Page, test } from '@playwright/test'
import { LOCALES, localePath } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import { axeFindings } from '#support/axe-findings.ts'
import { weighPage } from '#support/page-weight.ts'
import { follow } from './follow.ts'
import { IMPROVEMENT_PAGES } from './improvement-steps.ts'
import { signInAs, signInWide } from './sign-in-steps.ts'

const MOST_BYTES = 120 * 1024

test.describe.configure({ timeout: 120_000 })

const faults = (page: Page) => axeFindings(page, 'everything')

for (const locale of LOCALES) {
  const t = translator(locale)
  test(`the public reads what was said, what was done and what was given up: ${locale}`, async ({
    page,
  }) => {
    await page.goto(localePath(locale, '/you-said/'))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('improvements.title'))
    for (const key of ['open', 'ended', 'dropped'] as const) {
      await expect(page.getByRole('heading', { name: t(`improvements.${key}`) })).toBeVisible()
    }
    const done = page.locator('article', { hasText: t('improvements.status.done') }).first()
    await expect(done).toContainText(t('improvements.evidence'))
    await expect(done).toContainText('80.0%')
    await expect(done).toContainText('93.6%')
    await expect(page.locator('article', { hasText: t('improvements.overdue') })).toHaveCount(1)
    await expect(
      page.locator('article', { hasText: t('improvements.status.dropped') }),
    ).toContainText(t('improvements.reason'))
    expect(await faults(page)).toEqual([])
  })
}

test('HQ records an improvement, is told what is missing, and carries it to its end', async ({
  page,
}) => {
  await signInAs(page, 'quality', '/desk/improvements/')
  await follow(page, page.getByRole('link', { name: 'New improvement' }))
  await page.getByLabel('Speed and waiting').check()
  const words = `Browser words ${Date.now().toString(36)}`
  await page.locator('#heardEn').fill('It takes long to be told a price.')
  await page.locator('#heardZh').fill('报价要等很久。')
  await page.locator('#changeEn').fill(`${words}, ring 138 0013 8000`)
  await page.locator('#changeZh').fill('当天报价。')
  await page.locator('#dueDay').fill('2099-12-31')
  await follow(page, page.getByRole('button', { name: 'Save' }))
  await expect(page.getByRole('alert')).toContainText('may be somebody’s')
  await page.locator('#changeEn').fill(words)
  await follow(page, page.getByRole('button', { name: 'Save' }))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words)
  expect(await faults(page)).toEqual([])
  await follow(page, page.getByRole('button', { name: 'Under way now' }))
  await page.locator('#reasonEn').fill('It was a test.')
  await page.locator('#reasonZh').fill('这是测试。')
  await follow(page, page.getByRole('button', { name: 'Give it up' }))
  await expect(page.locator('.improvement-facts')).toContainText('Given up')
  await expect(page.locator('.improvement-facts')).toContainText('It was a test.')
  await page.goto('/desk/improvements/')
  await expect(page.getByRole('link', { name: words })).toBeVisible()
  expect(await faults(page)).toEqual([])
})

for (const locale of LOCALES) {
  test(`each of the desk’s pages is light, reflows, and axe finds nothing: ${locale}`, async ({
    page,
  }) => {
    await signInWide(page, { role: 'hq_quality', locale }, '/desk/voices/')
    for (const [route, path] of Object.entries(IMPROVEMENT_PAGES)) {
      const { bytes } = await weighPage(page, path)
      expect(bytes, route).toBeLessThanOrEqual(MOST_BYTES)
      expect(bytes, `${route} answers a page`).toBeGreaterThan(10_000)
      expect(await faults(page), route).toEqual([])
      await page.setViewportSize({ width: 320, height: 640 })
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(sideways, `${route}, 320 px`).toBeLessThanOrEqual(0)
      await page.setViewportSize({ width: 1280, height: 900 })
    }
  })
}
