import { expect, it } from 'vitest'
import { withPreloads } from '#scripts/site/preload-modules.ts'

const page = (script: string) =>
  `<html><head><title>x</title></head><body><script type="module" src="/_astro/${script}"></script></body></html>`

it('preloads what a script imports, and what that imports, once', () => {
  const imports = new Map([
    ['page.js', ['shared.js', 'other.js']],
    ['shared.js', ['other.js', 'page.js']],
  ])
  expect(withPreloads(page('page.js'), imports)).toContain(
    '<title>x</title><link rel="modulepreload" href="/_astro/shared.js"><link rel="modulepreload" href="/_astro/other.js"></head>',
  )
})

it('leaves a page alone whose scripts import nothing', () => {
  expect(withPreloads(page('alone.js'), new Map([['alone.js', []]]))).toBe(page('alone.js'))
})
