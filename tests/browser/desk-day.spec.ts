import { type Browser, expect, type Page, test } from '@playwright/test'
import { spellCode } from '#domain/identifiers/crockford.ts'
import { translator } from '#i18n/translate.ts'
import { type Visitor, visitor } from './book-steps.ts'
import { bookedHere } from './desk-repair-steps.ts'
import { landing } from './follow.ts'
import { freshImei } from './intake-steps.ts'
import { pressOn, scanAnywhere, tabTo, typeInto } from './keyboard-steps.ts'
import { followMessage } from './repairs-steps.ts'
import { outletOf, signInAt } from './sign-in-steps.ts'

const t = translator('en')
const TAKEN_IN = /\/desk\/intake\/done\/\?code=([0-9A-Z]{13})$/

const newPage = async (browser: Browser): Promise<Page> =>
  await (await browser.newContext()).newPage()

/** Presses a key of the queue, outside any field. */
async function pressKey(page: Page, key: string, address: RegExp): Promise<void> {
  await page.waitForLoadState()
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await landing(page, () => page.keyboard.press(key))
  await expect(page).toHaveURL(address)
}

/** Scans a label wherever somebody is, and is on the page of its repair. */
async function openByScan(page: Page, code: string): Promise<void> {
  await landing(page, () => scanAnywhere(page, code))
  await expect(page).toHaveURL(new RegExp(`/desk/repairs/${code}/$`))
}

const field = (page: Page, step: string, name: string) =>
  page.locator(`[id="${step}-${name.replaceAll('.', '-')}"]`)
const unfold = (page: Page, step: string) => pressOn(page, page.locator(`#step-${step} > summary`))

/** Sends the form of a step, and is told that it was done. */
async function send(page: Page, step: string): Promise<void> {
  const button = page.locator(`form[action$="/steps/${step}"] button[type=submit]`).last()
  await landing(page, () => pressOn(page, button))
  await expect(page).toHaveURL(new RegExp(`done=${step}$`))
}

/** All that there is to test works. */
const allWorks = (page: Page, step: string) =>
  pressOn(page, field(page, step, 'functionTest').locator('[data-check-all]'))

/** What the customer reads now, on a page that is open all day. */
async function customerReads({ page }: Visitor, words: string | RegExp): Promise<void> {
  await page.reload()
  await expect(page.locator('main h1')).toHaveText(words)
}

/** The scanner's part of an intake, and what is asked of any phone. */
async function describePhone(page: Page, imei: string): Promise<void> {
  await tabTo(page, page.locator('#imei'))
  await page.keyboard.type(imei)
  await page.keyboard.press('Enter')
  await expect(page.locator('#model')).toHaveValue('f2')
  // In the list each place has its digit: the second is scratches.
  await typeInto(page, page.locator('[name=condition][tabindex="0"]'), '2')
  await expect(page.locator('[name=condition][value=scratched]')).toBeChecked()
  await typeInto(page, page.locator('#coverage'), 'Cust')
  await pressOn(page, page.locator('#dataLoss'), 'Space')
}

/** Who walked in says who they are. */
async function describeWalkIn(page: Page): Promise<void> {
  await typeInto(page, page.locator('#name'), 'Demo Customer')
  await typeInto(page, page.locator('#phone'), '13800138000')
  await pressOn(page, page.locator('#consent'), 'Space')
}

async function takenIn(page: Page): Promise<string> {
  await expect(page).toHaveURL(TAKEN_IN)
  return TAKEN_IN.exec(page.url())?.[1] ?? ''
}

test('a day at an outlet without a mouse, and what its customer reads meanwhile', async ({
  page: counter,
  browser,
}) => {
  test.setTimeout(240_000)
  const customer = visitor(await newPage(browser), 'en')
  const bench = await newPage(browser)
  await signInAt(counter, 'day')
  await signInAt(bench, 'day', 'bench')
  const code = await bookedHere(customer.page, await outletOf(counter))
  const imei = freshImei()

  await test.step('the customer books, and follows the link of the message', async () => {
    await followMessage(customer, code, 'ticket_code')
    await customerReads(customer, /^Booked\. Bring your phone on /)
  })

  await test.step('the booking arrives by its code, a walk-in by a key', async () => {
    await openByScan(counter, code)
    const arrive = counter.getByRole('button', { name: t('desk.repair.visit.arrive') })
    await landing(counter, () => pressOn(counter, arrive))
    await expect(counter).toHaveURL(/drawn=/)
    await expect(counter.getByRole('status').first()).toContainText(spellCode(code))
    await pressKey(counter, 'w', new RegExp(`drawn=(?!${code})`))
    await expect(counter.locator('.desk-queue .desk-number')).toHaveCount(2)
  })

  await test.step('the first number is called and its phone taken in', async () => {
    await pressKey(counter, 'n', /[?&]visit=/)
    await pressKey(counter, 'i', /\/desk\/intake\/\?code=/)
    await describePhone(counter, imei)
    await typeInto(counter, counter.locator('#shelf'), 'A-7')
    await counter.keyboard.press('Control+Enter')
    expect(await takenIn(counter)).toBe(code)
    await customerReads(customer, t('repairs.status.received'))
  })

  await test.step('the walk-in agrees to a price at the counter', async () => {
    await counter.goto('/desk/')
    await pressKey(counter, 'n', /[?&]visit=/)
    await pressKey(counter, 'i', /\/desk\/intake\/\?code=/)
    await describePhone(counter, freshImei())
    await typeInto(counter, counter.locator('#fault'), 'Scr')
    await describeWalkIn(counter)
    await pressOn(counter, counter.locator('.intake-quick summary'))
    await typeInto(counter, counter.locator('#item1'), 'Screen')
    await typeInto(counter, counter.locator('#amount1'), '320')
    await expect(counter.locator('[data-total]')).toContainText('320')
    await pressOn(counter, counter.locator('button[value=quick]'))
    expect(await takenIn(counter)).not.toBe(code)
    await expect(counter.locator('main')).toContainText('320')
  })

  await test.step('the bench looks for the fault and asks for a price', async () => {
    await openByScan(bench, code)
    await send(bench, 'diagnose')
    await customerReads(customer, t('repairs.status.diagnosing'))
    await unfold(bench, 'ask')
    await typeInto(bench, bench.locator('#ask-lines select').first(), 'Screen')
    await typeInto(bench, bench.locator('#ask-lines input').first(), '300')
    await typeInto(bench, field(bench, 'ask', 'coverage'), 'Customer')
    await typeInto(bench, field(bench, 'ask', 'continueTo.status'), 'Order')
    await typeInto(bench, field(bench, 'ask', 'continueTo.part'), 'screen-f2')
    // The first of January is typed alike everywhere.
    await typeInto(
      bench,
      field(bench, 'ask', 'continueTo.expectedOn'),
      `0101${new Date().getFullYear() + 1}`,
    )
    await send(bench, 'ask')
    await customerReads(customer, /^We need your answer by /)
  })

  await test.step('the customer agrees by the link, and waits for the part', async () => {
    await followMessage(customer, code, 'answer_needed')
    const yes = t('repairs.ask.accept_for', { amount: '¥300' })
    await pressOn(customer.page, customer.page.getByRole('button', { name: yes }))
    await expect(customer.page.locator('main h1')).toHaveText(/^Waiting for a part/)
  })

  await test.step('the part comes, the repair is finished, somebody else checks it', async () => {
    await openByScan(bench, code)
    await send(bench, 'part_arrived')
    await customerReads(customer, t('repairs.status.repairing'))
    await finish(bench)
    await customerReads(customer, t('repairs.status.quality_check'))
    await openByScan(counter, code)
    await allWorks(counter, 'pass_check')
    await send(counter, 'pass_check')
    await customerReads(customer, t('repairs.status.ready_repaired_collect'))
  })

  await test.step('the test at the counter fails: the repair is opened again', async () => {
    await unfold(counter, 'reopen')
    await typeInto(counter, field(counter, 'reopen', 'reason'), 'Not')
    await send(counter, 'reopen')
    await customerReads(customer, t('repairs.status.diagnosing'))
    await openByScan(bench, code)
    await send(bench, 'start')
    await customerReads(customer, t('repairs.status.repairing'))
    await finish(bench)
    await openByScan(counter, code)
    await allWorks(counter, 'pass_check')
    await send(counter, 'pass_check')
  })

  await test.step('the phone is handed over, paid for, with its report', async () => {
    await expect(counter.locator('.desk-due')).toContainText('300')
    await allWorks(counter, 'hand_over')
    await typeInto(counter, field(counter, 'hand_over', 'paidHow'), 'By card')
    await typeInto(counter, field(counter, 'hand_over', 'invoice'), 'INV-7')
    await send(counter, 'hand_over')
    await customerReads(customer, t('repairs.status.closed_repaired_collected'))
    await pressOn(counter, counter.getByRole('link', { name: t('desk.repair.report') }))
    await expect(counter.locator('main')).toContainText('INV-7')
    await expect(customer.page.locator('main')).toContainText(t('repairs.report.price'))
  })

  await test.step('it comes back: a repeat repair, which its own repairer may not check', async () => {
    await counter.goto('/desk/')
    await pressKey(counter, 'w', /drawn=/)
    await pressKey(counter, 'n', /[?&]visit=/)
    await pressKey(counter, 'i', /\/desk\/intake\/\?code=/)
    await describePhone(counter, imei)
    await expect(counter.locator('[data-history]')).toContainText(spellCode(code))
    await typeInto(counter, counter.locator('#fault'), 'Scr')
    await describeWalkIn(counter)
    await counter.keyboard.press('Control+Enter')
    const again = await takenIn(counter)
    await openByScan(bench, again)
    await expect(bench.locator('.desk-repair-head')).toContainText(t('desk.repair.repeat'))
    await unfold(bench, 'start')
    await typeInto(bench, field(bench, 'start', 'coverage'), 'Repair')
    await send(bench, 'start')
    await finish(bench)
    await expect(bench.locator('.desk-next')).toContainText(t('desk.repair.second_person'))
    await expect(bench.locator('form[action$="/steps/pass_check"]')).toHaveCount(0)
    await openByScan(counter, again)
    await allWorks(counter, 'pass_check')
    await send(counter, 'pass_check')
  })
})

/** A part was replaced. */
async function finish(page: Page): Promise<void> {
  await typeInto(page, field(page, 'finish', 'work'), 'A part')
  await typeInto(page, field(page, 'finish', 'parts'), 'screen-f2')
  await typeInto(page, field(page, 'finish', 'oldPart'), 'Given')
  await send(page, 'finish')
}
