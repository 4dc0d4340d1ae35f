import { gzipSync } from 'node:zlib'
import { expect, type Page, test } from '@playwright/test'

type Part = { readonly path: string; readonly type: string; readonly bytes: number }

/** What a visit moves, each file as gzip would send it. */
async function weigh(page: Page, visit: () => Promise<void>): Promise<readonly Part[]> {
  const weighing: Promise<Part>[] = []
  page.on('response', (response) => {
    const request = response.request()
    weighing.push(
      response.body().then((body) => ({
        path: new URL(request.url()).pathname,
        type: request.resourceType(),
        bytes: gzipSync(body).length,
      })),
    )
  })
  await visit()
  await page.waitForLoadState('networkidle')
  return Promise.all(weighing)
}

const sum = (parts: readonly Part[]): number => parts.reduce((total, { bytes }) => total + bytes, 0)
const KB = 1024

for (const address of ['/outlets/?q=Shenzhen', '/zh/outlets/?q=深圳']) {
  test(`moves at most 80 KB for a list of results at ${address}`, async ({ page }) => {
    const parts = await weigh(page, async () => {
      await page.goto(address)
      await expect(page.locator('outlet-locator ol > li')).toHaveCount(10)
    })
    expect(sum(parts)).toBeLessThanOrEqual(80 * KB)
    expect(sum(parts.filter(({ type }) => type === 'script'))).toBeLessThanOrEqual(25 * KB)
    expect(parts.filter(({ path }) => path.startsWith('/api/'))).toEqual([])
    // What the page preloads is what the search reads, not a second copy.
    expect(parts.filter(({ path }) => path === '/data/outlets/index.json')).toHaveLength(1)
  })
}

test('moves at most 160 KB more for the map', async ({ page }) => {
  await page.goto('/outlets/?q=Shenzhen')
  await expect(page.locator('outlet-locator ol > li')).toHaveCount(10)
  const parts = await weigh(page, async () => {
    await page.getByRole('button', { name: 'Show map' }).click()
    await expect(page.locator('.map-outlet').first()).toBeVisible()
  })
  expect(sum(parts)).toBeLessThanOrEqual(160 * KB)
})
