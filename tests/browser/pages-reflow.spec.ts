import { expect, type Page } from '@playwright/test'
import type { Outlet } from '#domain/outlets/outlet.ts'
import { test } from './one-page.ts'
import { outletWhere, pageOf, serving } from './site-network.ts'

const usual = ({ hours }: Outlet) => hours?.week[0] ?? []

const PAGES: Record<string, string> = {
  home: '/',
  'a country': '/outlets/in/cn/',
  about: '/about/',
  'you said, we did': '/you-said/',
  'plaque check': '/verify/',
  'an outlet open past midnight': pageOf(
    outletWhere((outlet) => serving(outlet) && usual(outlet).some(([, close]) => close > 1440)),
  ),
  'an outlet with a lunch break': pageOf(
    outletWhere((outlet) => serving(outlet) && usual(outlet).length > 1),
  ),
  'a suspended outlet': pageOf(outletWhere(({ operation }) => operation === 'suspended')),
  'a disqualified outlet': pageOf(
    outletWhere(({ qualification }) => qualification === 'disqualified'),
  ),
}

const standsOut = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

for (const [language, prefix] of Object.entries({ English: '', Chinese: '/zh' })) {
  for (const [kind, path] of Object.entries(PAGES)) {
    test(`${kind} in ${language} never scrolls sideways, narrow or with large text`, async ({
      page,
    }) => {
      await page.setViewportSize({ width: 320, height: 640 })
      await page.goto(prefix + path)
      expect(await standsOut(page), '320 px').toBeLessThanOrEqual(0)
      await page.setViewportSize({ width: 390, height: 844 })
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%'
      })
      expect(await standsOut(page), '390 px, text at 200 %').toBeLessThanOrEqual(0)
    })
  }
}

const SMALLEST = 44

for (const path of [
  '/',
  '/outlets/in/cn/',
  '/outlets/in/hangzhou/',
  '/privacy/',
  '/you-said/',
  '/nowhere/',
]) {
  test(`every link outside running text is a target of ${SMALLEST} px on ${path}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(path)
    const small = await page.locator('main a').evaluateAll(
      (links, least) =>
        links
          .map((link) => ({
            height: link.getBoundingClientRect().height,
            text: link.textContent,
          }))
          .filter(({ height }) => height > 0 && Math.round(height) < least),
      SMALLEST,
    )
    expect(small).toEqual([])
  })
}
