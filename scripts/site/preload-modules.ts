import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const STATIC_IMPORT = /(?:\bfrom|\bimport)\s*"(\.\/[^"]+\.js)"/g
const MODULE_SCRIPT = /<script type="module" src="\/_astro\/([^"]+\.js)">/g

type Imports = ReadonlyMap<string, readonly string[]>

/** What each built module imports at once; what it imports on demand is left out. */
function importsOf(astroDir: string): Imports {
  const modules = readdirSync(astroDir).filter((name) => name.endsWith('.js'))
  return new Map(
    modules.map((name) => {
      const text = readFileSync(join(astroDir, name), 'utf8')
      return [name, [...text.matchAll(STATIC_IMPORT)].map(([, path = '']) => path.slice(2))]
    }),
  )
}

function everythingBehind(module: string, imports: Imports, seen: Set<string>): Set<string> {
  for (const next of imports.get(module) ?? []) {
    if (seen.has(next)) continue
    seen.add(next)
    everythingBehind(next, imports, seen)
  }
  return seen
}

/** The page with a `modulepreload` for each module that its scripts import: one round trip, not two. */
export function withPreloads(html: string, imports: Imports): string {
  const behind = new Set<string>()
  for (const [, module = ''] of html.matchAll(MODULE_SCRIPT)) {
    everythingBehind(module, imports, behind)
    behind.delete(module)
  }
  const links = [...behind].map((name) => `<link rel="modulepreload" href="/_astro/${name}">`)
  return links.length ? html.replace('</head>', `${links.join('')}</head>`) : html
}

/** Adds the preloads to every built page. */
export function preloadModules(outDir: string): void {
  const imports = importsOf(join(outDir, '_astro'))
  const pages = readdirSync(outDir, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name.endsWith('.html'),
  )
  for (const page of pages) {
    const file = join(page.parentPath, page.name)
    const html = readFileSync(file, 'utf8')
    const better = withPreloads(html, imports)
    if (better !== html) writeFileSync(file, better)
  }
}
