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

test.describe('with JavaScript', () => {
  test.use({ javaScriptEnabled: true })

  for (const prefix of ['', '/zh']) {
    test(`a result page that somebody passed on becomes the locator at ${prefix}/outlets/, the question kept`, async ({
      page,
    }) => {
      await page.goto('/about/')
      await page.goto(`${prefix}/outlets/search?q=Shenzhen&service=one_hour`)
      await expect(page).toHaveURL(`${prefix}/outlets/?q=Shenzhen&service=one_hour`)
      await expect(page.locator('outlet-locator ol > li')).toHaveCount(10)
      await page.goBack()
      await expect(page).toHaveURL('/about/')
    })
  }

  test('other pages of the edge stay where they are', async ({ page }) => {
    await page.goto('/verify/')
    await page.waitForLoadState('networkidle')
    await expect(page).toHaveURL('/verify/')
  })
})
