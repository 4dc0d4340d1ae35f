import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { swapIn } from '#scripts/site/swap-in.ts'

function aSite(dir: string, files: Readonly<Record<string, string>>): void {
  mkdirSync(dir, { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text)
}

test('a finished site takes the place of the standing one whole, and leaves nothing beside it', () => {
  const root = mkdtempSync(join(tmpdir(), 'fixpoint-swap-'))
  const [next, standing] = [join(root, 'dist.next'), join(root, 'dist')]
  aSite(next, { 'a.html': 'first' })
  swapIn(next, standing)
  expect(readdirSync(root)).toEqual(['dist'])
  aSite(next, { 'b.html': 'second' })
  aSite(join(root, 'dist.old'), { 'c.html': 'left by a build that was cut off' })
  swapIn(next, standing)
  expect(readdirSync(root)).toEqual(['dist'])
  expect(readdirSync(standing)).toEqual(['b.html'])
  expect(readFileSync(join(standing, 'b.html'), 'utf8')).toBe('second')
})
