import { expect, type Page, test } from '@playwright/test'

const box = (page: Page) => page.getByRole('combobox', { name: 'City or district' })
const results = (page: Page) => page.locator('outlet-locator ol > li')
const heading = (page: Page) => page.getByRole('heading', { level: 2, name: /nearest to/ })

/** Every address the page asks for from now on. */
function listenToRequests(page: Page): string[] {
  const paths: string[] = []
  page.on('request', (request) => paths.push(new URL(request.url()).pathname))
  return paths
}

test('finds the nearest outlets of a place by keyboard alone', async ({ page }) => {
  await page.goto('/outlets/')
  await box(page).focus()
  await page.keyboard.type('shenz')
  await expect(page.getByRole('option').first()).toContainText('Guangdong, China')
  await page.keyboard.press('ArrowDown')
  const first = page.getByRole('option').first()
  await expect(first).toHaveAttribute('aria-selected', 'true')
  await expect(box(page)).toHaveAttribute(
    'aria-activedescendant',
    (await first.getAttribute('id')) ?? '',
  )
  await page.keyboard.press('Enter')
  await expect(heading(page)).toHaveText('Outlets nearest to Shenzhen, Guangdong, China')
  await expect(results(page)).toHaveCount(10)
  await expect(page.getByRole('status').first()).toContainText('The 10 nearest')
  await expect(page).toHaveURL(/q=Shenzhen&place=1795565$/)
  const name = results(page).first().getByRole('link').first()
  await name.focus()
  const address = await name.getAttribute('href')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`${address}$`))
})

test('closes the suggestions on Escape and searches what was typed on Enter', async ({ page }) => {
  await page.goto('/outlets/')
  await box(page).pressSequentially('Shenzhen')
  await expect(page.getByRole('listbox')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('listbox')).toBeHidden()
  await expect(box(page)).toHaveAttribute('aria-expanded', 'false')
  await page.keyboard.press('Enter')
  await expect(results(page)).toHaveCount(10)
})

test('tells the Shenzhens apart and offers the others', async ({ page }) => {
  await page.goto('/outlets/?q=Shenzhen')
  await expect(heading(page)).toContainText('Guangdong')
  await page.getByRole('link', { name: 'Shenzhen, Ningbo, Zhejiang, China' }).click()
  await expect(heading(page)).toContainText('Ningbo')
})

test('understands a place in Chinese', async ({ page }) => {
  await page.goto('/zh/outlets/')
  await page.getByRole('combobox').fill('深圳市')
  await page.getByRole('button', { name: '查找', exact: true }).click()
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(
    '离广东省深圳市最近的网点',
  )
  await expect(results(page)).toHaveCount(10)
  await expect(results(page).first()).toContainText('公里')
})

test('lists distances in rising order, each with what is known of its hours', async ({ page }) => {
  await page.goto('/outlets/?q=31.23,121.47')
  await expect(results(page)).toHaveCount(10)
  const distances = await results(page).locator('[data-slot="distance"]').allTextContents()
  const inMetres = distances.map((text) => {
    const number = Number(text.replace(/[^\d.]/g, ''))
    return text.includes('km') ? number * 1000 : number
  })
  expect(inMetres).toEqual(inMetres.toSorted((a, b) => a - b))
  for (const card of await results(page).all()) {
    expect(['open', 'closed', 'unknown']).toContain(await card.getAttribute('data-state'))
    await expect(card.locator('[data-slot="stateText"]')).not.toBeEmpty()
  }
})

test('keeps what was asked in the address, over a reload and back again', async ({ page }) => {
  await page.goto('/outlets/?q=Shanghai')
  await expect(heading(page)).toContainText('Shanghai')
  await page.getByText('Filters', { exact: true }).click()
  await page.getByLabel('Service').selectOption('one_hour')
  await expect(page).toHaveURL(/q=Shanghai&service=one_hour$/)
  await expect(page.getByText('Filters (1)')).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Service')).toHaveValue('one_hour')
  await expect(results(page).first()).toContainText('One-hour repair')
  await page.goBack()
  await expect(page.getByLabel('Service')).toHaveValue('')
  await expect(box(page)).toHaveValue('Shanghai')
  await expect(heading(page)).toContainText('Shanghai')
})

test('picks province and city, and links to all outlets of the region', async ({ page }) => {
  await page.goto('/outlets/')
  await page.getByText('Pick a region').click()
  await page.getByLabel('Province or state').selectOption('guangdong')
  await expect(page.getByRole('heading', { name: 'Outlets in Guangdong' })).toBeVisible()
  await expect(page.getByLabel('City', { exact: true })).toBeEnabled()
  await page.getByLabel('City', { exact: true }).selectOption({ index: 1 })
  await expect(page).toHaveURL(/province=guangdong&city=/)
  const region = page.getByRole('link', { name: /in this region/ })
  await expect(region).toHaveAttribute('href', /^\/outlets\/in\/.+\/$/)
  await page.reload()
  await expect(page.getByLabel('Province or state')).toHaveValue('guangdong')
  await expect(page.getByLabel('City', { exact: true })).not.toHaveValue('')
})

test('asks no server but for files', async ({ page }) => {
  const paths = listenToRequests(page)
  await page.goto('/outlets/?q=Shenzhen&openNow=1')
  await page.waitForLoadState('networkidle')
  await page.goto('/outlets/?q=Shenzhen')
  await expect(results(page)).toHaveCount(10)
  await page.getByRole('button', { name: 'Show map' }).click()
  await expect(page.locator('.leaflet-container')).toBeVisible()
  const called = paths.filter(
    (path) => !/^\/(?:outlets\/|data\/|_astro\/|[a-z-]+\.\w+$)/.test(path),
  )
  expect(called).toEqual([])
  expect(paths.filter((path) => path.includes('search'))).toEqual([])
})

test('explains before it asks for the position, and takes no for an answer', async ({ page }) => {
  await page.goto('/outlets/')
  await page.getByRole('button', { name: 'Near me' }).click()
  await expect(page.getByText('It stays on this device')).toBeVisible()
  await page.getByRole('button', { name: 'Use my position' }).click()
  await expect(page.getByRole('status').first()).toContainText('Type a place instead')
  await expect(page.getByRole('button', { name: 'Near me' })).toBeFocused()
})

test('keeps the device position out of the address and of every request', async ({ browser }) => {
  const context = await browser.newContext({
    permissions: ['geolocation'],
    geolocation: { latitude: 31.2351, longitude: 121.4737 },
  })
  const page = await context.newPage()
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url() + (request.postData() ?? '')))
  await page.goto('/outlets/?q=Shenzhen')
  await expect(results(page)).toHaveCount(10)
  await page.getByRole('button', { name: 'Near me' }).click()
  await page.getByRole('button', { name: 'Use my position' }).click()
  await expect(heading(page)).toHaveText('Outlets nearest to your position')
  await expect(page).toHaveURL(({ search }) => search === '')
  expect(asked.filter((address) => /31\.2|121\.4/.test(address))).toEqual([])
  await page.goBack()
  await expect(heading(page)).toContainText('Shenzhen')
  await context.close()
})

test('never says that nothing is near when only the filters say so', async ({ page }) => {
  await page.goto('/outlets/?q=Shenzhen&language=xx')
  await expect(page.locator('[data-far]')).toContainText('matches your filters')
  await expect(results(page)).toHaveCount(10)
  await expect(page.getByText('No outlet within 100 km.')).toBeHidden()
})

test('leads from an outlet code to its page', async ({ page }) => {
  await page.goto('/outlets/')
  await box(page).fill('demo-0012')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/outlets\/demo-0012\/$/)
})

test('remembers on the way back how long the list was', async ({ page }) => {
  await page.goto('/outlets/?q=Shenzhen')
  await page.getByRole('button', { name: 'Show more' }).click()
  await expect(results(page)).toHaveCount(20)
  await results(page).first().getByRole('link').first().click()
  await page.waitForURL(/\/outlets\/demo-/)
  await page.goBack()
  await expect(results(page)).toHaveCount(20)
})

test('keeps a picked region to its bounds', async ({ page }) => {
  await page.goto('/zh/outlets/?province=beijing')
  const link = page.getByRole('link', { name: /该地区/ })
  const count = Number(/\d+/.exec((await link.textContent()) ?? '')?.[0])
  await expect(results(page)).not.toHaveCount(0)
  expect(await results(page).count()).toBeLessThanOrEqual(count)
  for (const card of await results(page).all()) await expect(card).toContainText('北京市')
})

test('knows a province by its short name and leads to its page', async ({ page }) => {
  await page.goto('/zh/outlets/?q=广东')
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText('离广东省最近的网点')
  await expect(page.getByRole('link', { name: /该地区/ })).toHaveAttribute(
    'href',
    '/zh/outlets/in/guangdong/',
  )
})

test('says so when it knows no such place', async ({ page }) => {
  await page.goto('/outlets/?q=Qwertzuiop')
  await expect(page.locator('[data-failure]')).toContainText('We know no place called “Qwertzuiop”')
  await expect(page.getByRole('button', { name: 'Try again' })).toBeHidden()
})

test('offers to try again when the files cannot be loaded, and then finds', async ({ page }) => {
  await page.route('**/data/outlets/index.json', (route) => route.abort())
  await page.goto('/outlets/?q=Shenzhen')
  await expect(page.locator('[data-failure]')).toContainText('could not be loaded')
  await page.unroute('**/data/outlets/index.json')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(results(page)).toHaveCount(10)
})

test('offers mail-in where no outlet is near', async ({ page }) => {
  await page.goto('/outlets/?q=Reykjavík')
  await expect(page.locator('[data-far]')).toContainText('No outlet within 100 km')
  await expect(page.locator('[data-far]').getByRole('link')).toHaveAttribute(
    'href',
    /^(\/outlets\/|tel:)/,
  )
})

test('says that no outlet meets the filters, and removes them on request', async ({ page }) => {
  await page.goto('/outlets/?q=Shenzhen&language=xx')
  await expect(page.getByText('matches your filters').first()).toBeVisible()
  await page.getByRole('button', { name: 'Remove filters' }).click()
  await expect(results(page)).toHaveCount(10)
})
