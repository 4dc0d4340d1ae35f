import { test as alone, type Page } from '@playwright/test'

let kept: Page | null = null

/**
 * `test` for specs that open pages and look at them, and leave nothing behind: a worker's specs have one page between
 * them, since a browser begins a new one, and compiles axe for it, in twice the time that the look takes. Whatever a
 * spec may set is as new at the next one's beginning; after a failure the worker is another, with a page of its own.
 */
export const test = alone.extend({
  page: async ({ browser, baseURL, viewport }, use) => {
    kept ??= await browser.newPage({ baseURL })
    await kept.unrouteAll()
    await kept.context().clearCookies()
    if (viewport) await kept.setViewportSize(viewport)
    await kept.emulateMedia({ colorScheme: null, media: null })
    await use(kept)
  },
})
