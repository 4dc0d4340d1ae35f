import { expect, test } from '@playwright/test'

test.use({ javaScriptEnabled: false })

test('finds the same outlets without JavaScript, in the same order', async ({ page, browser }) => {
  await page.goto('/outlets/')
  await page.getByLabel('City or district').fill('Shenzhen')
  await page.getByRole('button', { name: 'Find', exact: true }).click()
  await expect(page).toHaveURL(/\/outlets\/search\?q=Shenzhen/)
  const listed = page.locator('ol [data-slot="name"]')
  await expect(listed).toHaveCount(10)

  const scripted = await browser.newPage({ javaScriptEnabled: true })
  await scripted.goto(new URL('/outlets/?q=Shenzhen', page.url()).href)
  const found = scripted.locator('outlet-locator ol [data-slot="name"]')
  await expect(found).toHaveCount(10)
  expect(await listed.allTextContents()).toEqual(await found.allTextContents())
  await scripted.close()
})

test('leads to every region without JavaScript and shows no control that needs it', async ({
  page,
}) => {
  await page.goto('/zh/outlets/')
  await expect(page.getByRole('button', { name: '我的附近' })).toBeHidden()
  await expect(page.getByText('按地区选择')).toBeHidden()
  await page.getByRole('link', { name: '广东省' }).click()
  await expect(page).toHaveURL(/\/zh\/outlets\/in\/guangdong\/$/)
})
