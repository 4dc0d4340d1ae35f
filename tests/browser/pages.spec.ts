import { expect, test } from '@playwright/test'
import { CONTENT_PAGES, MISSING_PAGE } from '#support/page-kinds.ts'
import { outletWhere, pageOf } from './site-network.ts'

test('no page loads anything that its security policy forbids', async ({ page }) => {
  const refused: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) refused.push(message.text())
  })
  for (const path of [...Object.values(CONTENT_PAGES), MISSING_PAGE]) await page.goto(path)
  expect(refused).toEqual([])
})

test('the language switch keeps the page, its query and the place in it', async ({ page }) => {
  await page.goto('/about/?from=card#main')
  await page.locator('a[data-language-link]').click()
  await expect(page).toHaveURL(/\/zh\/about\/\?from=card#main$/)
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
})

test('each page names itself and its other language for search engines', async ({ page }) => {
  await page.goto('/zh/privacy/')
  const href = (rel: string) => page.locator(`link${rel}`).getAttribute('href')
  expect(await href('[rel=canonical]')).toMatch(/\/zh\/privacy\/$/)
  expect(await href('[hreflang=en]')).toMatch(/[^h]\/privacy\/$/)
  expect(await href('[hreflang="zh-CN"]')).toMatch(/\/zh\/privacy\/$/)
})

test('the shell for edge pages is empty, unlisted and keeps a language link to turn', async ({
  page,
}) => {
  await page.goto('/shell/public.zh-CN/')
  await expect(page.locator('main#main[data-shell]')).toHaveText('')
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex')
  await expect(page.locator('a[data-language-link]')).toHaveAttribute('hreflang', 'en')
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
})

test('the skip link leads a keyboard to the content', async ({ page }) => {
  await page.goto('/')
  await page.keyboard.press('Tab')
  await expect(page.locator('.skip-link')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('#main')).toBeFocused()
})

test('home sends a place and a need to the locator', async ({ page }) => {
  await page.route('**/outlets/?*', (route) => route.fulfill({ body: 'locator' }))
  await page.goto('/')
  await page.getByRole('searchbox').fill('Shenzhen')
  await page.getByRole('radio').nth(1).check()
  await page.getByRole('searchbox').press('Enter')
  await expect(page).toHaveURL(/\/outlets\/\?q=Shenzhen&service=[a-z_]+$/)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('home sends a place to the edge', async ({ page }) => {
    await page.goto('/zh/')
    const form = page.getByRole('search')
    await expect(form).toHaveAttribute('action', '/zh/outlets/search')
    await expect(form).toHaveAttribute('method', 'get')
  })
})

test('every address in the sitemap is a page, and no closed outlet is in it', async ({
  request,
}) => {
  const map = await (await request.get('/sitemap.xml')).text()
  const paths = [...map.matchAll(/<loc>https?:\/\/[^/]+([^<]*)<\/loc>/g)].map(([, path]) => path)
  expect(paths.length).toBeGreaterThan(100)
  const closed = outletWhere((outlet) => outlet.operation === 'closed')
  expect(paths).not.toContain(pageOf(closed))
  const step = Math.ceil(paths.length / 40)
  for (const path of paths.filter((_, place) => place % step === 0)) {
    expect((await request.get(path ?? '')).status(), path).toBe(200)
  }
})
