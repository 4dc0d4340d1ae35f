import { expect, type Page, test } from '@playwright/test'
import config from '#config'
import type { MinuteInterval } from '#domain/outlets/compiled-hours.ts'
import type { Outlet } from '#domain/outlets/outlet.ts'
import { outletWhere, pageOf, serving } from './site-network.ts'

const CHINA = 'Asia/Shanghai'
/** A Monday; China keeps UTC+8 all year. */
const MONDAY = '2026-11-23'
const SUNDAY_BEFORE = '2026-11-22'

const usualOn = (outlet: Outlet, date: string, day: number): readonly MinuteInterval[] =>
  outlet.hours && !(date in outlet.hours.days) ? (outlet.hours.week[day] ?? []) : []

const singleShift = (outlet: Outlet): boolean => {
  const [first, ...more] = usualOn(outlet, MONDAY, 0)
  const plain = first !== undefined && first[0] >= 480 && first[1] <= 1320 && more.length === 0
  return serving(outlet) && outlet.zone === CHINA && plain
}

const outlet = outletWhere(singleShift)
const [opens, closes] = usualOn(outlet, MONDAY, 0)[0] as MinuteInterval

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
const instant = (date: string, minutes: number): Date =>
  new Date(Date.parse(`${date}T00:00:00+08:00`) + minutes * 60_000)

async function openAt(page: Page, path: string, at: Date) {
  await page.clock.install({ time: at })
  await page.goto(path)
}

const state = (page: Page) => page.locator('open-state')

test('says open until closing time, and until when phones are taken in', async ({ page }) => {
  await openAt(page, pageOf(outlet), instant(MONDAY, opens))
  await expect(state(page)).toContainText(`Open until ${clock(closes)}`)
  const lastIntake = closes - (outlet.hours?.lastIntakeMinutes ?? 0)
  await expect(state(page)).toContainText(clock(lastIntake))
})

test('looks at the clock again each minute, and is closed at closing time', async ({ page }) => {
  await openAt(page, pageOf(outlet), instant(MONDAY, closes - 1))
  await expect(state(page)).toHaveAttribute('data-state', 'closing')
  await page.clock.runFor(60_000)
  await expect(state(page)).toHaveAttribute('data-state', 'closed')
})

test('speaks Chinese on the Chinese page', async ({ page }) => {
  await openAt(page, pageOf(outlet, '/zh'), instant(MONDAY, opens))
  await expect(state(page)).toContainText(`营业中，${clock(closes)}`)
})

test('marks today by the outlet’s calendar, not the visitor’s', async ({ page }) => {
  await openAt(page, pageOf(outlet), instant(MONDAY, 30))
  expect(await page.evaluate(() => new Date().getDay())).toBe(0)
  await expect(page.locator('[data-week] [aria-current=date]')).toContainText('Mon')
})

test('tells a visitor from elsewhere what the clock shows there, and whose clock', async ({
  page,
}) => {
  await openAt(page, pageOf(outlet), instant(MONDAY, 600))
  await expect(page.locator('[data-clock-there]')).toContainText('10:00')
  await expect(page.locator('[data-clock-there]')).toContainText('China Standard Time')
})

test.describe('for a visitor in the same zone', () => {
  test.use({ timezoneId: CHINA })

  test('no zone is named', async ({ page }) => {
    await openAt(page, pageOf(outlet), instant(MONDAY, 600))
    await expect(page.locator('[data-clock-there]')).not.toContainText('China')
  })
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the table speaks alone', async ({ page }) => {
    await page.goto(pageOf(outlet))
    await expect(state(page)).toContainText('in the table on this page')
    await expect(page.locator('[data-week] tbody tr').first()).toContainText(
      `${clock(opens)}–${clock(closes)}`,
    )
  })
})

test('special days come into sight 30 days ahead and leave when they are over', async ({
  page,
}) => {
  const planted = ['2026-11-23', '2026-12-22', '2026-12-23'].map(
    (date) => `<tr data-date="${date}"><th>${date}</th><td>closed</td></tr>`,
  )
  await page.route(`**${pageOf(outlet)}`, async (route) => {
    const html = await (await route.fetch()).text()
    const table = `<table data-special-days="30"><tbody>${planted.join('')}</tbody></table>`
    const others = html.replaceAll('data-special-days', 'data-set-aside')
    await route.fulfill({ body: others.replace('<open-state>', `${table}<open-state>`) })
  })
  const shown = page.locator('[data-special-days] tr:visible')
  await openAt(page, pageOf(outlet), instant(MONDAY, 600))
  await expect(shown).toHaveText([/2026-11-23/, /2026-12-22/])
  await page.clock.setFixedTime(instant('2026-11-24', 600))
  await page.clock.runFor(61_000)
  await expect(shown).toHaveText([/2026-12-22/, /2026-12-23/])
})

test('unknown hours are called unknown, never open', async ({ page }) => {
  const silent = outletWhere((candidate) => serving(candidate) && candidate.hours === null)
  await page.goto(pageOf(silent))
  await expect(state(page)).toHaveAttribute('data-state', 'unknown')
  await expect(page.locator('[data-week]')).toHaveCount(0)
})

for (const [standing, says] of [
  ['closed', (candidate: Outlet) => candidate.operation === 'closed'],
  ['disqualified', (candidate: Outlet) => candidate.qualification === 'disqualified'],
] as const) {
  test(`a ${standing} outlet says so and leads to three others and the hotline, without hours or its own phone`, async ({
    page,
  }) => {
    await page.goto(pageOf(outletWhere(says)))
    const notice = page.locator(`[data-standing=${standing}]`)
    await expect(notice.getByRole('link')).toHaveCount(3)
    await expect(page.locator('[data-week]')).toHaveCount(0)
    await expect(page.locator('main a[href^="tel:"]')).toHaveCount(1)
    await expect(page.locator(`main a[href="tel:${config.hotline.dial}"]`)).toBeVisible()
    await expect(page.getByText('Is your phone still there?')).toBeVisible()
    await expect(page.locator('main')).not.toContainText('plaque')
    await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex')
  })
}

test('a suspended outlet names its dates and is not open in that time', async ({ page }) => {
  const suspended = outletWhere(
    ({ operation, suspension, hours }) =>
      operation === 'suspended' && Boolean(suspension?.from && suspension.until) && hours !== null,
  )
  const from = suspended.suspension?.from ?? ''
  const until = suspended.suspension?.until ?? ''
  await openAt(page, pageOf(suspended), instant(from, 600))
  await expect(page.locator('[data-standing=suspended]')).toBeVisible()
  await expect(state(page)).toHaveAttribute('data-state', 'suspended')
  await page.clock.setFixedTime(instant(until, 600))
  await page.clock.runFor(61_000)
  await expect(page.locator('[data-standing=suspended]')).toBeHidden()
  await expect(state(page)).not.toHaveAttribute('data-state', 'suspended')
})

test('an outlet on notice looks like any other: that is between it and the network', async ({
  page,
}) => {
  await page.goto(pageOf(outletWhere(({ qualification }) => qualification === 'on_notice')))
  await expect(page.locator('.notice')).toHaveCount(0)
})

test('map links carry each map’s own coordinates', async ({ page }) => {
  await page.goto(pageOf(outlet))
  const link = async (host: string) =>
    decodeURIComponent((await page.locator(`a[href*="${host}"]`).getAttribute('href')) ?? '')
  const wgs84 = `${outlet.lat.toFixed(6)},${outlet.lon.toFixed(6)}`
  expect(await link('maps.apple.com')).toContain(wgs84)
  expect(await link('google.com')).toContain(wgs84)
  expect(await link('geo:')).toContain(wgs84)
  for (const host of ['uri.amap.com', 'apis.map.qq.com', 'api.map.baidu.com']) {
    const [a, b] = ((await link(host)).match(/\d+\.\d{6}/g) ?? []).map(Number) as [number, number]
    const offset = Math.abs(Math.min(a, b) - outlet.lat) + Math.abs(Math.max(a, b) - outlet.lon)
    expect(offset, `${host} is shifted by hundreds of metres`).toBeGreaterThan(0.001)
    expect(offset).toBeLessThan(0.03)
  }
})

const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

test('copies the address', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(pageOf(outlet, '/zh'))
  await page.getByRole('button').click()
  await expect.poll(() => copied(page)).toBe(outlet.address['zh-CN'])
})

test('an English page shows and copies the Chinese address too, for the driver', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(pageOf(outlet))
  await expect(page.locator('#address [lang=zh-CN]')).toHaveText(outlet.address['zh-CN'])
  await page.getByRole('button').click()
  await expect.poll(() => copied(page)).toBe(`${outlet.address.en}\n${outlet.address['zh-CN']}`)
})

test('search engines read name, position and hours', async ({ page }) => {
  await page.goto(pageOf(outlet))
  const text = await page.locator('script[type="application/ld+json"]').textContent()
  const data = JSON.parse(text ?? '')
  expect(data['@type']).toContain('MobilePhoneStore')
  expect(data.geo).toMatchObject({ latitude: outlet.lat, longitude: outlet.lon })
  expect(data.openingHoursSpecification).toContainEqual(
    expect.objectContaining({ dayOfWeek: 'https://schema.org/Monday', opens: clock(opens) }),
  )
})

test('nothing moves while the page loads', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.clock.setFixedTime(instant(SUNDAY_BEFORE, 600))
  await page.goto(pageOf(outlet))
  await expect(state(page)).toHaveAttribute('data-state')
  const shift = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let total = 0
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            total += (entry as unknown as { value: number }).value
          resolve(total)
        }).observe({ type: 'layout-shift', buffered: true })
        setTimeout(() => resolve(total), 300)
      }),
  )
  expect(shift).toBe(0)
})
