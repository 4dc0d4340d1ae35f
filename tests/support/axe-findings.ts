import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type axe from 'axe-core'
import type { RunOptions } from 'axe-core'

/** The same engine with less to read: `axe.source` is twice as long. */
const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** Going dark changes colours and nothing else, so only they are judged again. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

const RUNS = {
  everything: { type: 'tag', values: TAGS },
  colours: { type: 'rule', values: COLOUR_RULES },
} as const satisfies Record<string, RunOptions['runOnly']>

/** Where a map's pins stand is what they say: WCAG 2.5.8 exempts them from keeping a distance. */
const isPin = (rule: string, html: string): boolean =>
  rule === 'target-size' && html.includes('leaflet-marker-icon')

/**
 * What axe finds wrong with a page as it stands: `rule: selector`, one for each place. The engine is put into a
 * document once, however often it is asked, and works out nothing but what is wrong. No page has frames.
 */
export async function axeFindings(page: Page, run: keyof typeof RUNS): Promise<string[]> {
  // An address is new before its document is there.
  await page.waitForLoadState()
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(SOURCE)
  const { violations } = await page.evaluate(
    (runOnly) =>
      (window as unknown as { axe: typeof axe }).axe.run(document, {
        runOnly,
        resultTypes: ['violations'],
        // Style sheets are loaded once more for a rule that none of the tags asks for.
        preload: { assets: ['media'] },
      }),
    { type: RUNS[run].type, values: [...RUNS[run].values] } as RunOptions['runOnly'],
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.filter(({ html }) => !isPin(id, html)).map(({ target }) => `${id}: ${target}`),
  )
}
