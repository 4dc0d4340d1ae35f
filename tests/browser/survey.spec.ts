import { expect, type Page, test } from '@playwright/test'
import { spellCode } from '#domain/identifiers/crockford.ts'
import { runSurveyClocks } from '#functions/surveys/run-clocks.ts'
import { LOCALES } from '#i18n/locale.ts'
import { localSources } from '#scripts/demo/local-sources.ts'
import { axeFindings } from '#support/axe-findings.ts'
import { TEST_SECRET } from '#support/test-secret.ts'
import { type Visitor, visitor } from './book-steps.ts'
import { send } from './desk-looks-steps.ts'
import { follow } from './follow.ts'
import { atTheOutlet, bookedRepair, QUOTED } from './repairs-steps.ts'
import { servedHub } from './served-hub.ts'
import { signInWide } from './sign-in-steps.ts'
import { expectLight } from './survey-steps.ts'

const A_LITTLE_OVER_AN_HOUR_MS = 61 * 60_000

/** Lets the clock of surveys run as it will in an hour. */
async function anHourLater(): Promise<void> {
  const hub = servedHub()
  const now = Date.now() + A_LITTLE_OVER_AN_HOUR_MS
  await runSurveyClocks(localSources({ hub, secret: TEST_SECRET, now }))
}

async function openSurvey({ page, t, at }: Visitor, code: string): Promise<void> {
  await page.goto(at('/demo/messages/'))
  const message = page
    .locator('li[data-template=survey_invitation]')
    .filter({ hasText: spellCode(code) })
  await follow(page, message.first().getByRole('link'))
  await follow(page, page.getByRole('button', { name: t('repairs.link.open') }))
  await expect(page.locator('main h1')).toHaveText(t('surveys.title'))
}

async function expectNoFault(page: Page): Promise<void> {
  expect(await axeFindings(page, 'everything')).toEqual([])
}

const score = (page: Page, question: string, value: number) =>
  page.locator(`input[name="q.${question}"][value="${value}"]`)

for (const [place, locale] of LOCALES.entries()) {
  test.describe(locale, () => {
    // Without a script: the page and the desk's forms need none.
    test.use({ javaScriptEnabled: false })

    test('a low score from a message’s link is called back at the desk', async ({
      page,
      browser,
    }) => {
      test.setTimeout(90_000)
      const customer = visitor(page, locale)
      const { t } = customer
      const code = await bookedRepair(customer, 20 + place)
      await atTheOutlet(code, [
        ...QUOTED,
        ...([['accept', { evidence: 'signature' }], ['finish'], ['pass_check']] as const),
        ['hand_over'],
      ])
      await anHourLater()

      await openSurvey(customer, code)
      await expect(page.locator('input:checked')).toHaveCount(0)
      await score(page, 'csat', 1).check()
      await score(page, 'nps', 0).check()
      const said = `<b>${code}</b> took three days`
      await page.locator('#comment').fill(said)
      await follow(page, page.getByRole('button', { name: t('surveys.send') }))
      await expect(page.locator('main h1')).toHaveText(t('surveys.thanks.title'))
      await expect(page.locator('main')).toContainText(t('surveys.thanks.callback'))
      await openAgain(customer)

      const desk = await (await browser.newContext({ javaScriptEnabled: true })).newPage()
      await signInWide(desk, { role: 'agent', locale }, '/desk/callbacks/')
      const row = desk.locator('tr').filter({ hasText: spellCode(code) })
      // A list takes codes and numbers out of the words; markup in them is words.
      await expect(row).toContainText('<b>•••</b> took three days')
      await follow(desk, row.getByRole('link'))
      await expect(desk.locator('main')).toContainText('Demo Customer')
      await desk.locator('input[name=outcome][value=solved]').check()
      await desk.locator('#words').fill('apologised')
      await follow(desk, desk.getByRole('button', { name: t('desk.callbacks.save') }))
      await expect(desk.locator('[role=status]')).toHaveText(t('desk.callbacks.saved'))
      await expect(desk.locator('tr').filter({ hasText: spellCode(code) })).toHaveCount(0)
    })
  })

  test(`the pages of surveys have no fault that axe finds, in ${locale}`, async ({
    page,
    browser,
  }) => {
    // Seven pages of axe: slow on a busy machine.
    test.setTimeout(240_000)
    const customer = visitor(page, locale)
    const code = await bookedRepair(customer, 24 + place)
    await atTheOutlet(code, [['cancel']])
    await anHourLater()
    await openSurvey(customer, code)
    await expectNoFault(page)
    await follow(page, page.getByRole('button', { name: customer.t('surveys.send') }))
    await expect(page.getByRole('alert')).toContainText(
      customer.t('surveys.error.nothing_answered'),
    )
    await expectNoFault(page)
    await score(page, 'csat', 2).check()
    await follow(page, page.getByRole('button', { name: customer.t('surveys.stop') }))
    await expectNoFault(page)
    const desk = await (await browser.newContext()).newPage()
    await signInWide(desk, { role: 'hq_quality', locale }, '/desk/callbacks/')
    await expectNoFault(desk)
    await expectLight(desk)
    await follow(
      desk,
      desk
        .locator('tr')
        .filter({ hasText: spellCode(code) })
        .getByRole('link'),
    )
    await expectNoFault(desk)
    await expectLight(desk)
    for (const path of ['/desk/surveys/', '/desk/surveys/panel/']) {
      await desk.goto(path)
      await expectNoFault(desk)
      await expectLight(desk)
    }
    const today = new Date().toISOString().slice(0, 10)
    await send(desk, '/desk/surveys/panel/', { from: today, until: today, wanted: '1' })
    await expect(desk).toHaveURL(/\/desk\/surveys\/panel\/\?saved=1$/)
    await follow(desk, desk.locator('main a[href^="/desk/surveys/panel/wav_"]').first())
    await expectNoFault(desk)
    await expectLight(desk)
  })
}

/** The same survey once more says kindly that it was answered. */
async function openAgain({ page, t, at }: Visitor): Promise<void> {
  await page.goto(at('/survey/'))
  await expect(page.locator('main h1')).toHaveText(t('surveys.gone.used.title'))
}
