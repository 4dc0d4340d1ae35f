import { expect, type Page, test } from '@playwright/test'
import { LOCALES, localePath } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import { weighPage } from '#support/page-weight.ts'
import { checkLooks, press, unfold } from './desk-looks-steps.ts'
import { follow, landing } from './follow.ts'
import { signInWide } from './sign-in-steps.ts'
import { STANDARD_PAGES } from './standards-steps.ts'

/** There is one draft for the whole network: one after the other. */
test.describe.configure({ mode: 'serial', timeout: 240_000 })
test.use({ actionTimeout: 15_000 })

const ID = 'no-repeat-in-30-days'
const MOST_BYTES = 120 * 1024
const DRAFT = '/desk/standards/draft/'

const main = (page: Page) => page.locator('main')
const formOf = (page: Page, act: string) => page.locator(`main form:has([name=act][value=${act}])`)

type Published = { readonly version: number; readonly target: number }

/** The version in force, and what it promises. */
async function published(page: Page): Promise<Published> {
  const answer = await page.request.get(`/api/v1/standards/${ID}`)
  const { edition, standard } = await answer.json()
  return { version: edition.version, target: standard.target }
}

/** Begins the draft of a version, or goes on with the one that a first try left. */
async function beginDraft(page: Page, version: number): Promise<void> {
  await page.goto('/desk/standards/')
  await follow(page, page.locator(`a[href="${DRAFT}"]`))
  const number = formOf(page, 'start').locator('[name=number]')
  if ((await number.count()) > 0) {
    await number.fill(`FX-S-${version}`)
    await landing(page, () => number.press('Enter'))
  }
  await expect(formOf(page, 'head').locator('[name=number]')).toHaveValue(`FX-S-${version}`)
}

async function changeTarget(page: Page, target: string): Promise<void> {
  await follow(page, main(page).locator(`a[href$="?id=${ID}"]`))
  await formOf(page, 'put').locator('[name=target]').fill(target)
  await landing(page, () => formOf(page, 'put').locator('[name=target]').press('Enter'))
  await expect(main(page).locator('ins').last()).toContainText(target)
}

async function lookEverywhere(page: Page): Promise<void> {
  for (const path of Object.values(STANDARD_PAGES)) {
    await page.goto(path)
    await unfold(page)
    await checkLooks(page, path)
  }
  await page.goto('/desk/standards/edit/')
  await press(page, '/desk/standards/edit/')
  await checkLooks(page, 'a standard to mend')
  await page.setViewportSize({ width: 1280, height: 900 })
}

async function weighEverything(page: Page): Promise<void> {
  for (const path of Object.values(STANDARD_PAGES)) {
    const { bytes } = await weighPage(page, path)
    expect(bytes, path).toBeLessThanOrEqual(MOST_BYTES)
    expect(bytes, `${path} answers a page`).toBeGreaterThan(10_000)
  }
}

async function publish(page: Page): Promise<void> {
  await page.goto('/desk/standards/publish/')
  const send = page.locator('main form button[type=submit]')
  await landing(page, () => send.press('Enter'))
  await expect(page.locator('main [role=alert] a[href="#sure"]')).toBeVisible()
  await page.locator('[name=sure]').press('Space')
  await expect(page.locator('[name=sure]')).toBeChecked()
  await send.press('Enter')
  await expect(page).toHaveURL(/\/desk\/standards\/\?version=\d+&published=yes$/)
}

/** Each version promises something else than the one before. */
const targetOf = (version: number): string => (3 - version / 10).toFixed(1)

for (const locale of LOCALES) {
  test.describe(locale, () => {
    test.use({ locale })
    const t = translator(locale)

    test('HQ publishes a new version of the standards, and axe finds nothing on the way', async ({
      page,
    }) => {
      await signInWide(page, { role: 'hq_quality', locale }, '/desk/standards/')
      const version = (await published(page)).version + 1
      const target = targetOf(version)
      await beginDraft(page, version)
      await changeTarget(page, target)
      expect((await published(page)).target).not.toBe(Number(target))
      await lookEverywhere(page)
      await weighEverything(page)
      await publish(page)
      await expect(main(page)).toContainText(`FX-S-${version}`)
      await expect(main(page)).toContainText(target)
      expect(await published(page)).toEqual({ version, target: Number(target) })
      await page.goto(`/desk/standards/?version=${version - 1}`)
      await expect(main(page)).not.toContainText(`${target}%`)
    })

    test('an outlet promises more, never less', async ({ page }) => {
      await signInWide(page, { role: 'hq_quality', locale }, '/desk/standards/')
      await page.goto('/desk/standards/pledges/?place=outlet/DEMO-0007')
      const form = () =>
        formOf(page, 'pledge').and(page.locator('form:has([value="walk-in-3-days"])'))
      await unfold(page)
      await form().locator('[name=target]').fill('90')
      await landing(page, () => form().locator('[name=target]').press('Enter'))
      await expect(page.locator('main [role=alert]')).toContainText(
        t('problems.laxer_promise.title'),
      )
      await checkLooks(page, 'a pledge that is too little')
      await page.setViewportSize({ width: 1280, height: 900 })
      const more = String(95 + (await published(page)).version)
      await form().locator('[name=target]').fill(more)
      await landing(page, () => form().locator('[name=target]').press('Enter'))
      await expect(page.locator('main [role=status]')).toBeVisible()
      const there = await page.request.get('/api/v1/standards/walk-in-3-days?outlet=demo-0007')
      expect((await there.json()).standard.target).toBe(Number(more))
    })

    test('law and promise are told apart, along the customer’s way', async ({ page }) => {
      await page.goto(localePath(locale, '/standards/'))
      const stages = await page
        .locator('main section h2[id]')
        .evaluateAll((all) => all.map(({ id }) => id))
      expect(stages.slice(0, 3)).toEqual(['find', 'ask', 'visit'])
      await expect(page.locator('main li .mark')).toHaveCount(3)
      await expect(page.locator('main')).not.toContainText(/first-time-fix|own-held-time/)
      await page.locator('a[href$="/standards/three-guarantees/"]').click()
      await expect(page.locator('main')).toContainText('12315')
      await expect(page.locator('main')).toContainText(t('standards.no_data'))
    })

    test('changes have a feed, and the poster prints on one sheet', async ({ page }) => {
      const feed = await page.request.get(localePath(locale, '/standards/feed.xml'))
      const isAtom = await page.evaluate(
        (text) => {
          const { documentElement } = new DOMParser().parseFromString(text, 'application/xml')
          return [documentElement.localName, documentElement.querySelectorAll('entry').length]
        },
        await feed.text(),
      )
      expect(isAtom).toEqual(['feed', 1])
      await page.goto(localePath(locale, '/standards/poster/'))
      const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
      expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
    })
  })
}
