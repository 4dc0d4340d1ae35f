import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const OF_A_PAGE = /\/_astro\/([^"?]+\.js)"/g
/** Static and on demand; bundled modules name each other beside themselves. */
const OF_A_SCRIPT = /["'`]\.\/([^"'`]+\.js)["'`]/g

const namesIn = (file: string, pattern: RegExp): string[] =>
  [...readFileSync(file, 'utf8').matchAll(pattern)].map(([, name = '']) => name)

/**
 * Removes the scripts of a built site that no page leads to, and says which: the integration that
 * renders TSX builds its client whether or not a page hydrates something, and none does.
 */
export function dropUnusedScripts(outDir: string): readonly string[] {
  const astroDir = join(outDir, '_astro')
  const scripts = readdirSync(astroDir).filter((name) => name.endsWith('.js'))
  const pages = readdirSync(outDir, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name.endsWith('.html'),
  )
  const used = new Set(
    pages.flatMap((page) => namesIn(join(page.parentPath, page.name), OF_A_PAGE)),
  )
  for (const name of used) {
    if (!scripts.includes(name)) continue
    for (const next of namesIn(join(astroDir, name), OF_A_SCRIPT)) used.add(next)
  }
  const unused = scripts.filter((name) => !used.has(name))
  for (const name of unused) rmSync(join(astroDir, name))
  return unused
}
