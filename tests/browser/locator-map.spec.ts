import { expect, type Page, test } from '@playwright/test'

async function openMap(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.getByRole('button', { name: 'Show map' }).click()
  await expect(page.locator('.map-outlet').first()).toBeVisible()
}
const marked = (page: Page) => page.locator('.map-outlet-marked')

test('loads nothing of the map before somebody asks for it', async ({ page }) => {
  const paths: string[] = []
  page.on('request', (request) => paths.push(new URL(request.url()).pathname))
  await page.goto('/outlets/?q=Shenzhen')
  await page.waitForLoadState('networkidle')
  expect(paths.filter((path) => /map|leaflet/.test(path))).toEqual([])
  await page.getByRole('button', { name: 'Show map' }).click()
  await expect(page.locator('.map-outlet').first()).toBeVisible()
  expect(paths.filter((path) => path === '/data/basemap.json')).toHaveLength(1)
})

test('keeps list and map in step both ways', async ({ page }) => {
  await openMap(page, '/outlets/?q=Shenzhen')
  const name = await page.locator('.map-outlet-listed').first().getAttribute('title')
  const card = page
    .locator('outlet-locator ol > li')
    .filter({ hasText: name ?? '' })
    .first()
  await card.getByRole('link').first().focus()
  await expect(marked(page)).toHaveAttribute('title', name ?? '')
  await card.getByRole('link').first().blur()
  await expect(marked(page)).toHaveCount(0)
  await page.getByRole('button', { name: name ?? '', exact: true }).focus()
  await expect(card).toHaveClass(/locator-marked/)
})

test('opens an outlet from the keyboard, with the way to its page', async ({ page }) => {
  await openMap(page, '/outlets/?q=Shenzhen')
  await page.locator('.map-outlet-listed').first().focus()
  await page.keyboard.press('Enter')
  const link = page.locator('[data-map-card]').getByRole('link').first()
  await expect(link).toHaveAttribute('href', /^\/outlets\/[a-z0-9-]+\/$/)
  await expect(link).toBeFocused()
})

test('zooms into a cluster, which says how many outlets it holds', async ({ page }) => {
  await openMap(page, '/outlets/?q=Shenzhen')
  for (let press = 0; press < 4; press++) {
    await page.getByRole('button', { name: 'Zoom out' }).click()
  }
  const cluster = page.locator('.map-cluster').first()
  await expect(cluster).toHaveAttribute('aria-label', /^\d+ outlets here, zoom in$/)
  const before = await page.locator('.map-cluster').count()
  await cluster.focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('.leaflet-container')).toBeFocused()
  await expect.poll(() => page.locator('.map-cluster').count()).not.toBe(before)
})

test('asks for no file when the map is moved', async ({ page }) => {
  await openMap(page, '/outlets/?q=Shenzhen')
  await page.waitForLoadState('networkidle')
  const paths: string[] = []
  page.on('request', (request) => paths.push(request.url()))
  await page.locator('.leaflet-container').focus()
  for (const key of ['ArrowLeft', 'ArrowUp', '-', '-', 'ArrowRight']) await page.keyboard.press(key)
  await page.waitForLoadState('networkidle')
  expect(paths).toEqual([])
})

test('shows outlets on both sides of the antimeridian', async ({ page }) => {
  await openMap(page, '/outlets/?q=-17.7,-179.9')
  await expect(page.locator('.map-origin')).toBeVisible()
  await expect(page.locator('.map-outlet, .map-cluster').first()).toBeInViewport()
})

test('breaks no rule of the content security policy', async ({ page }) => {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) complaints.push(message.text())
  })
  await openMap(page, '/outlets/?q=Shenzhen')
  await page.locator('.map-outlet-listed').first().click()
  await expect(page.locator('[data-map-card]')).toBeVisible()
  expect(complaints).toEqual([])
})
