import { expect, type Page } from '@playwright/test'
import { weighPage } from '#support/page-weight.ts'

/** The desk's pages of surveys and callbacks, by their routes; they are weighed in `survey.spec.ts`. */
export const SURVEY_PAGES = {
  '/desk/callbacks/': true,
  '/desk/callbacks/{id}/': true,
  '/desk/surveys/': true,
  '/desk/surveys/panel/': true,
  '/desk/surveys/panel/{id}/': true,
} as const

const MOST_BYTES = 120 * 1024

/** The desk's page that stands open, opened once more without anything kept of it. */
export async function expectLight(page: Page): Promise<void> {
  const { pathname } = new URL(page.url())
  const { bytes } = await weighPage(page, pathname)
  expect(bytes, pathname).toBeLessThanOrEqual(MOST_BYTES)
  expect(bytes, `${pathname} answers a page`).toBeGreaterThan(10_000)
}
