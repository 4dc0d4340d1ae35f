import { expect, type Page, test } from '@playwright/test'
import { COVERAGE_KM } from '#domain/coverage/coverage.ts'
import type { CoverageFile } from '#domain/coverage/coverage-file.ts'
import type { Outlet } from '#domain/outlets/outlet.ts'
import type { PublishedFigure } from '#domain/publications/publication-document.ts'
import { LOCALES, localePath } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import {
  cellNumbers,
  newestPublished,
  numbersIn,
  readTables,
  rowNumbers,
} from './published-numbers.ts'
import { siteOutlets } from './site-network.ts'

test.describe.configure({ timeout: 60_000 })

const START = '/performance/'
/** What a printer leaves of a sheet, in CSS pixels. */
const A4 = { width: 680, height: 1009 }

/** Figures of the network by what they are of, each part's months and then its longer periods. */
const partsOf = (figures: readonly PublishedFigure[], kpi: string) => [
  ...Map.groupBy(
    figures.filter((one) => one.scope === 'network' && one.kpi === kpi),
    ({ cut }) => cut,
  ).values(),
]

const placePage = ({ scope, place }: PublishedFigure): string =>
  scope === 'region' ? `/performance/in/${place}/` : `/outlets/${place?.toLowerCase()}/`

/** The page of an outlet that is gone keeps its name, its address and its replacement, nothing else. */
const isGone = ({ operation, qualification }: Outlet): boolean =>
  operation === 'closed' || qualification === 'disqualified'

const kpiIn = (href: string): string => href.split('/').at(-2) ?? ''

const promises = (page: Page) =>
  page.locator('main li[data-standard]:has(.perf-figure)').evaluateAll((all) =>
    all.map((line) => ({
      standard: line.getAttribute('data-standard') ?? '',
      figure: line.querySelector('.perf-figure')?.textContent ?? '',
      looks: line.querySelector('.perf-verdict')?.className ?? '',
      sentence: line.querySelector('.perf-verdict')?.textContent ?? '',
    })),
  )

for (const locale of LOCALES) {
  const t = translator(locale)
  const at = (path: string) => localePath(locale, path)

  test(`every figure of the network stands on its page as in the file: ${locale}`, async ({
    page,
  }) => {
    const { document } = await newestPublished(page)
    await page.goto(at(START))
    const paths = document.definitions.map(({ kpi }) => at(`/performance/kpis/${kpi}/`))
    const tables = await readTables(page, paths, 'section[aria-labelledby^="months-"] table')
    let compared = 0
    for (const { kpi } of document.definitions) {
      const parts = partsOf(document.figures, kpi)
      const shown = tables[at(`/performance/kpis/${kpi}/`)] ?? []
      expect(shown.length, kpi).toBe(parts.length)
      for (const [part, figures] of parts.entries()) {
        const rows = (shown[part] ?? []).filter(([href]) => href === '')
        expect(
          rows.map(([, ...cells]) => cells.slice(0, 3).map(numbersIn)),
          kpi,
        ).toEqual(figures.map(rowNumbers))
        compared += figures.length
      }
    }
    const told = document.figures.filter(({ scope }) => scope === 'network')
    expect(compared).toBe(told.length)
    const months = told.filter(({ period, value }) => period.kind === 'month' && value !== null)
    const perKpi = Map.groupBy(months, ({ kpi }) => kpi)
    const whole = [...perKpi.values()].filter((list) => list.length >= 12)
    expect(whole.length, 'figures with a year of months').toBeGreaterThanOrEqual(5)
  })

  test(`every figure of a region or an outlet stands on its page as in the file: ${locale}`, async ({
    page,
  }) => {
    const { document } = await newestPublished(page)
    await page.goto(at(START))
    const gone = new Set(siteOutlets().flatMap((one) => (isGone(one) ? [one.code] : [])))
    const told = document.figures.filter(
      ({ scope, place }) => scope !== 'network' && !gone.has(place ?? ''),
    )
    const byPage = Map.groupBy(told, (figure) => at(placePage(figure)))
    const tables = await readTables(page, [...byPage.keys()], 'table.perf-place')
    expect(byPage.size).toBeGreaterThan(100)
    const wrong: string[] = []
    for (const [path, figures] of byPage) {
      for (const figure of figures) {
        const row = tables[path]?.[0]?.find(([href = '']) => kpiIn(href) === figure.kpi)
        const cell = row?.[figure.period.kind === 'rolling_3' ? 1 : 2]
        const shown = numbersIn(cell ?? '')
        const expected = cellNumbers(figure)
        if (shown.join() !== expected.join())
          wrong.push(`${path} ${figure.kpi}: ${cell}, not ${expected}`)
      }
    }
    expect(wrong).toEqual([])
  })

  test(`promises, spreads and facts say what the file says: ${locale}`, async ({ page }) => {
    const { document } = await newestPublished(page)
    await page.goto(at(START))
    const lines = await promises(page)
    expect(lines.length).toBeGreaterThanOrEqual(5)
    for (const { standard, figure, looks, sentence } of lines) {
      const target = document.targets.find((one) => one.standard === standard)
      const [value] = numbersIn(figure)
      const found = document.figures.find(
        (one) =>
          one.scope === 'network' &&
          one.kpi === target?.kpi &&
          one.cut === target.cut &&
          one.status === 'final' &&
          one.value === value,
      )
      expect(found?.target, standard).toBe(target?.target)
      expect(looks, standard).toContain(found?.kept ? 'is-kept' : 'is-missed')
      expect(numbersIn(sentence), standard).toContain(value)
    }
    const bars = await readTables(page, [at(START)], 'table.perf-bars')
    const shown = bars[at(START)]?.map((rows) =>
      rows.map(([, cell = '']) => numbersIn(cell)[0] ?? null),
    )
    const [scores, causes] = document.breakdowns.map(({ parts }) => Object.values(parts))
    expect(shown).toEqual([
      ...(document.breakdowns[0]?.n === null ? [] : [scores?.toReversed()]),
      ...(causes?.some((count) => count !== null) ? [causes] : []),
      ...document.distributions
        .filter(({ n }) => n > 0)
        .map(({ buckets }) => buckets.map(({ count }) => count)),
    ])
    const facts = await page.locator('main .figures dd').allTextContents()
    expect(facts.flatMap(numbersIn)).toEqual(Object.values(document.network))
  })

  test(`the promise of an outlet within reach says what the file of coverage says: ${locale}`, async ({
    page,
  }) => {
    await page.goto(at(START))
    const file = await page.request.get('/data/coverage.json')
    const { network } = (await file.json()) as CoverageFile
    const share = (network.within[COVERAGE_KM.indexOf(50)] ?? 0) / network.people
    const line = page.locator('[data-standard=outlet-within-50-km]')
    const said = (await line.locator('.perf-verdict').textContent()) ?? ''
    expect(numbersIn(said)).toContain(Math.floor(share * 1000) / 10)
    await expect(line.locator(share < 0.9 ? '.is-missed' : '.is-kept')).toHaveCount(1)
    await expect(line.locator(`a[href="${at('/performance/coverage/')}"]`)).toHaveCount(1)
  })

  test(`a revision says why, and the files of what it replaced stay: ${locale}`, async ({
    page,
  }) => {
    const { entry } = await newestPublished(page)
    await page.goto(at(`/performance/${entry.month}/`))
    const log = page.locator('section[aria-labelledby=log]')
    await expect(log).toContainText(
      t('performance.revises', {
        number: entry.revises ?? 0,
        reason: t('performance.reason.wrong_counts'),
      }),
    )
    const replaced = log.locator(`a[href^="/data/publications/${entry.revises}/"]`)
    await expect(replaced).toHaveCount(3)
    for (const link of await replaced.all()) {
      const answer = await page.request.get((await link.getAttribute('href')) ?? '')
      expect(answer.status()).toBe(200)
    }
    const feed = await (await page.request.get(at('/performance/feed.xml'))).text()
    expect(feed.match(/<entry>/g)).toHaveLength(3)
    expect(feed).toContain(t('performance.reason.wrong_counts'))
    await page.goto(at('/standards/walk-in-3-days/'))
    await expect(page.locator('main .perf-verdict')).toBeVisible()
    await page.goto(at('/'))
    await expect(page.locator('section[aria-labelledby=promises] .figures dd')).toHaveCount(3)
  })

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false })

    test(`trends, tables and the funnel are there, and the promises print on one sheet: ${locale}`, async ({
      page,
    }) => {
      await page.goto(at(START))
      const trends = page.locator('main svg.perf-trend:has(circle:nth-of-type(12))')
      expect(await trends.count()).toBeGreaterThanOrEqual(5)
      await expect(page.locator('main svg.perf-funnel circle').first()).toBeVisible()
      const months = page.locator('main li[data-standard="walk-in-3-days"] details')
      await months.locator('summary').click()
      await expect(months.locator('tbody tr')).toHaveCount(12)
      await page.emulateMedia({ media: 'print' })
      await page.setViewportSize(A4)
      await page.goto(at(START))
      const end = await page.locator('section[aria-labelledby=promises]').boundingBox()
      expect((end?.y ?? 0) + (end?.height ?? 0)).toBeLessThanOrEqual(A4.height)
    })
  })
}
