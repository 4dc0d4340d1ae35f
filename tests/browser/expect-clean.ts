import { expect, type Page } from '@playwright/test'
import { axeFindings } from '#support/axe-findings.ts'

/** Axe finds nothing on a phone in the light, nor on a desk in the dark, and nothing scrolls sideways. */
export async function expectClean(page: Page, name: string): Promise<void> {
  for (const [width, colorScheme, run] of [
    [390, 'light', 'everything'],
    [1280, 'dark', 'colours'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    expect(await axeFindings(page, run), `${name}, ${width} px`).toEqual([])
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow, `sideways scrolling, ${name}, ${width} px`).toBeLessThanOrEqual(0)
  }
}
