import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { dropUnusedScripts } from '#scripts/site/drop-unused-scripts.ts'

let dir = ''
afterEach(() => rmSync(dir, { recursive: true, force: true }))

it('removes scripts that no page leads to, and keeps what is imported on demand by one that is', () => {
  dir = mkdtempSync(join(tmpdir(), 'fixpoint-scripts-'))
  mkdirSync(join(dir, '_astro'))
  mkdirSync(join(dir, 'outlets'))
  const files = {
    'outlets/index.html': '<script type="module" src="/_astro/page.A1.js"></script>',
    '_astro/page.A1.js': 'import{a}from"./shared.B2.js";()=>import(`./map.C3.js`)',
    '_astro/shared.B2.js': 'export const a=1',
    '_astro/map.C3.js': 'import"./shared.B2.js";import"./land.D4.js"',
    '_astro/land.D4.js': 'export{}',
    '_astro/client.E5.js': 'import"./only-of-client.F6.js"',
    '_astro/only-of-client.F6.js': 'export{}',
    '_astro/page.css': 'a{}',
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text)
  expect(dropUnusedScripts(dir).toSorted()).toEqual(['client.E5.js', 'only-of-client.F6.js'])
  expect(readdirSync(join(dir, '_astro')).toSorted()).toEqual(
    ['land.D4.js', 'map.C3.js', 'page.A1.js', 'page.css', 'shared.B2.js'].toSorted(),
  )
})
