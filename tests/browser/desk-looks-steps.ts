import { join } from 'node:path'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { axeFindings } from '#support/axe-findings.ts'
import { landing } from './follow.ts'

const HEIGHT = 900
const NARROWEST = 320
/** What is left of 1280 px when everything is twice as large. */
const ZOOMED = 640

async function stayWithin(page: Page, look: string): Promise<void> {
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(over, `sideways scrolling, ${look}`).toBeLessThanOrEqual(0)
}

/** FIXPOINT_LOOKS names a folder: a picture of each look is put there, for eyes that no rule has. */
async function picture(page: Page, look: string): Promise<void> {
  const dir = process.env.FIXPOINT_LOOKS
  if (!dir) return
  const name = `${test.info().titlePath.slice(1).join(' ')} ${look}`.replaceAll(/[^\w-]+/g, '-')
  await page.screenshot({ path: join(dir, `${name}.png`), fullPage: true })
}

/** Opens every fold of a page, so that what lies in them is looked at too. */
export async function unfold(page: Page): Promise<void> {
  await page.waitForLoadState()
  await page.locator('main details').evaluateAll((folds) => {
    for (const fold of folds) (fold as HTMLDetailsElement).open = true
  })
}

/** A page as it stands: axe on a phone and on a counter's screen, colours in the dark, no sideways scrolling at 320 px and at 200 %. */
export async function checkLooks(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: HEIGHT })
    const look = `${name}, ${width} px`
    await picture(page, look)
    expect(await axeFindings(page, 'everything'), look).toEqual([])
    await stayWithin(page, look)
  }
  await page.setViewportSize({ width: ZOOMED, height: HEIGHT / 2 })
  await stayWithin(page, `${name}, 200 %`)
  await page.setViewportSize({ width: NARROWEST, height: HEIGHT })
  await stayWithin(page, `${name}, ${NARROWEST} px`)
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await picture(page, `${name}, dark`)
  expect(await axeFindings(page, 'colours'), `${name}, dark`).toEqual([])
}

const formsTo = (page: Page, action: string) => page.locator(`main form[action="${action}"]`)

async function submit(page: Page, form: Locator): Promise<void> {
  await form.evaluate((one: HTMLFormElement) => {
    one.noValidate = true
  })
  await landing(page, () => form.locator('button[type=submit]').first().press('Enter'))
}

/** Sends a form as it stands to the server, which judges it: no browser of its own does. */
export const press = (page: Page, action: string): Promise<void> =>
  submit(page, formsTo(page, action).first())

/** Fills fields of the form that has them, by their names, and sends it. */
export async function send(
  page: Page,
  action: string,
  fields: Readonly<Record<string, string>>,
): Promise<void> {
  const [first] = Object.keys(fields)
  const has = page.locator(`[name="${first}"]:not([type=hidden])`)
  const form = formsTo(page, action).filter({ has }).first()
  for (const [name, value] of Object.entries(fields)) {
    const field = form.locator(`[name="${name}"]`)
    const isChoice = (await field.evaluate(({ tagName }) => tagName)) === 'SELECT'
    if (isChoice) await field.selectOption(value)
    else await field.fill(value)
  }
  await submit(page, form)
}
