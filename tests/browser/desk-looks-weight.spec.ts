import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { LOCALES } from '#i18n/locale.ts'
import { weighPage } from '#support/page-weight.ts'
import { bookedAt } from './desk-repair-steps.ts'
import { IMPROVEMENT_PAGES } from './improvement-steps.ts'
import { PUBLICATION_PAGES } from './publication-steps.ts'
import { atTheOutlet } from './repairs-steps.ts'
import { signInAt, signInWide, speak } from './sign-in-steps.ts'
import { STANDARD_PAGES } from './standards-steps.ts'
import { SURVEY_PAGES } from './survey-steps.ts'

test.describe.configure({ timeout: 180_000 })

const MOST_BYTES = 120 * 1024

/** The list that the permission walk holds to the routes declared, but for what is no page: a part of one, and another spelling. */
const declared = new Set(
  [
    ...['staff/walked-routes', 'staff/walked-figure-routes', 'publications/publication-routes']
      .map((file) => readFileSync(`tests/edge/${file}.ts`, 'utf8'))
      .join('')
      .matchAll(/'GET (\/desk\/[^']*)'/g),
  ].flatMap(([, path = '']) => (/\/$/.test(path) ? [path] : [])),
)

type World = {
  readonly outlet: string
  readonly code: string
  /** Reference code of feedback about the outlet. */
  readonly told: string
  /** Reference code of a complaint about it. */
  readonly complaint: string
  readonly count: string
  readonly staff: string
}
type Addresses = Readonly<Record<string, (world: World) => string>>

const OUTLET: Addresses = {
  '/desk/': () => '/desk/',
  '/desk/account/': () => '/desk/account/',
  '/desk/board/': () => '/desk/board/',
  '/desk/wall/': () => '/desk/wall/',
  '/desk/visits/{code}/': ({ code }) => `/desk/visits/${code}/`,
  '/desk/repairs/{code}/': ({ code }) => `/desk/repairs/${code}/`,
  '/desk/repairs/{code}/job-sheet/': ({ code }) => `/desk/repairs/${code}/job-sheet/`,
  '/desk/repairs/{code}/report/': ({ code }) => `/desk/repairs/${code}/report/`,
  '/desk/intake/': () => '/desk/intake/?new=1',
  '/desk/intake/done/': ({ code }) => `/desk/intake/done/?code=${code}`,
  '/desk/intake/label/': ({ code }) => `/desk/intake/label/?code=${code}`,
  '/desk/intake/receipt/': ({ code }) => `/desk/intake/receipt/?code=${code}`,
  '/desk/find/': () => '/desk/find/',
  '/desk/count/': () => '/desk/count/',
  '/desk/count/{outlet}/{id}/': ({ count }) => count,
  '/desk/repeats/': () => '/desk/repeats/',
  '/desk/repeats/{code}/': ({ code }) => `/desk/repeats/${code}/`,
  '/desk/kpis/{kpi}/repairs/': ({ outlet }) => `/desk/kpis/promise_kept/repairs/?outlet=${outlet}`,
}

const AGENT: Addresses = {
  '/desk/hotline/': () => '/desk/hotline/',
  '/desk/hotline/request/': () => '/desk/hotline/request/',
  '/desk/hotline/registered/{code}/': ({ code }) => `/desk/hotline/registered/${code}/`,
  '/desk/feedback/': () => '/desk/feedback/?list=all',
  '/desk/feedback/new/': () => '/desk/feedback/new/',
  '/desk/feedback/{code}/': ({ told }) => `/desk/feedback/${told}/`,
  '/desk/complaints/': () => '/desk/complaints/',
  '/desk/complaints/new/': () => '/desk/complaints/new/',
  '/desk/complaints/{code}/': ({ complaint }) => `/desk/complaints/${complaint}/`,
}

const ADMIN: Addresses = {
  '/desk/outlets/': () => '/desk/outlets/',
  '/desk/new-outlet/': () => '/desk/new-outlet/',
  '/desk/outlets/{outlet}/': ({ outlet }) => `/desk/outlets/${outlet}/`,
  '/desk/outlets/{outlet}/edit/': ({ outlet }) => `/desk/outlets/${outlet}/edit/`,
  '/desk/outlets/{outlet}/hours/': ({ outlet }) => `/desk/outlets/${outlet}/hours/`,
  '/desk/kpis/': () => '/desk/kpis/',
  '/desk/kpis/{kpi}/': () => '/desk/kpis/repeat_30/?by=outlets',
  '/desk/scorecards/': () => '/desk/scorecards/',
  '/desk/scorecards/{outlet}/': ({ outlet }) => `/desk/scorecards/${outlet}/`,
  '/desk/partners/': () => '/desk/partners/',
  '/desk/regions/': () => '/desk/regions/?in=cn',
  '/desk/staff/': () => '/desk/staff/',
  '/desk/staff/invite/': () => '/desk/staff/invite/',
  '/desk/staff/{id}/': ({ staff }) => staff,
  '/desk/messages/': () => '/desk/messages/',
  '/desk/messages/templates/': () => '/desk/messages/templates/',
  '/desk/notices/': () => '/desk/notices/',
  '/desk/site/': () => '/desk/site/',
  '/desk/log/': () => '/desk/log/',
}

/** Weighs pages, and answers the weight of the heaviest. */
async function weighAll(page: Page, addresses: Addresses, world: World): Promise<number> {
  const weights: number[] = []
  for (const [path, addressIn] of Object.entries(addresses)) {
    const { bytes } = await weighPage(page, addressIn(world))
    expect(bytes, path).toBeLessThanOrEqual(MOST_BYTES)
    expect(bytes, `${path} answers a page`).toBeGreaterThan(10_000)
    weights.push(bytes)
  }
  return Math.max(...weights)
}

/** Registers a complaint about an outlet as whoever is signed in; answers its reference code. */
async function aComplaint(page: Page, outletCode: string): Promise<string> {
  const answer = await page.request.post('/api/v1/desk/complaints', {
    data: {
      ...{ channel: 'hotline', isFormal: true, receivedAt: new Date().toISOString() },
      ...{ outletCode, locale: 'en', words: 'Three weeks for a battery.' },
      ...{ name: 'Demo Customer', phone: '13800138000' },
    },
  })
  const { complaint } = (await answer.json()) as { complaint: { code: string } }
  return complaint.code.replaceAll('-', '')
}

test('each page of the desk is weighed', () => {
  const weighed = Object.keys({
    ...OUTLET,
    ...AGENT,
    ...ADMIN,
    ...STANDARD_PAGES,
    ...PUBLICATION_PAGES,
    ...IMPROVEMENT_PAGES,
    ...SURVEY_PAGES,
  })
  expect(weighed.sort()).toEqual([...declared].sort())
})

for (const locale of LOCALES) {
  test.describe(locale, () => {
    test.use({ locale })
    test('each page of the desk weighs what a slow computer can bear', async ({ page }) => {
      await page.goto('/desk/sign-in/')
      const { bytes } = await weighPage(page, '/desk/sign-in/')
      expect(bytes, 'sign-in').toBeLessThanOrEqual(MOST_BYTES)

      await signInAt(page, `weight-${locale}`, 'outlet_manager', '/desk/count/')
      await speak(page, locale)
      await page.goto('/desk/count/')
      const begin = page.locator('form[method=post][action="/desk/count/"]')
      const outlet = await begin.locator('[name=outlet]').inputValue()
      await begin.locator('button').press('Enter')
      await page.waitForURL(/\/desk\/count\/.+\/.+\//)
      const { pathname: count } = new URL(page.url())
      const phone = `136${String(Date.now()).slice(-8)}`
      const code = await bookedAt(page, { outlet, phone, name: 'Demo Customer' })
      await atTheOutlet(code, [['receive'], ['diagnose']])
      const said = { kind: 'question', words: 'When is it ready?', outletCode: outlet, locale }
      const answer = await page.request.post('/api/v1/feedback', { data: said })
      const { feedback } = (await answer.json()) as { feedback: { code: string } }
      const told = feedback.code.replaceAll('-', '')
      const world = { outlet, code, told, complaint: '', count, staff: '' }
      const heaviest = [await weighAll(page, OUTLET, world)]

      const context = page.context()
      await context.clearCookies()
      await signInWide(page, { role: 'agent', locale }, '/desk/hotline/')
      const complaint = await aComplaint(page, outlet)
      heaviest.push(await weighAll(page, AGENT, { ...world, complaint }))
      await context.clearCookies()
      await signInWide(page, { role: 'hq_admin', locale }, '/desk/staff/')
      const staff = (await page.locator('.desk-table th a').first().getAttribute('href')) ?? ''
      heaviest.push(await weighAll(page, ADMIN, { ...world, staff }))
      console.log(`desk, ${locale}: the heaviest page weighs ${Math.max(...heaviest)} bytes`)
    })
  })
}
