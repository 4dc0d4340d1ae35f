import { expect, test } from '@playwright/test'
import { landing } from './follow.ts'

for (const [prefix, lang, other] of [
  ['', 'en', '/zh/problems/not_found'],
  ['/zh', 'zh-CN', '/problems/not_found'],
] as const) {
  test(`a problem is explained at its ${lang} address, with the way to the other`, async ({
    page,
  }) => {
    const answer = await page.goto(`${prefix}/problems/not_found`)
    expect(answer?.status()).toBe(200)
    await expect(page.locator('html')).toHaveAttribute('lang', lang)
    await expect(page.locator('main code')).toHaveText('not_found')
    await expect(page.locator('a[data-language-link]')).toHaveAttribute('href', other)
  })

  test(`an outlet code typed for a plaque code is explained, ${lang}`, async ({ page }) => {
    await page.goto(`${prefix}/verify/`)
    await page.locator('#plaque-code').fill('demo-0012')
    await landing(page, () => page.locator('#plaque-code').press('Enter'))
    await expect(page.getByRole('alert')).toContainText('DEMO-0012')
    await page.locator('#plaque-code').fill('7K3M-9QXF-2')
    await landing(page, () => page.locator('#plaque-code').press('Enter'))
    await expect(page.getByRole('alert')).not.toContainText('7K3M')
  })
}
