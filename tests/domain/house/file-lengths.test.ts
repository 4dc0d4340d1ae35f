import { expect, it } from 'vitest'
import { sourceFiles } from '#scripts/check/source-files.ts'

const FOLDERS = ['src', 'functions', 'scripts']
const lengths = sourceFiles(FOLDERS, ['.ts', '.tsx', '.astro'])
  .map(({ text }) => text.split('\n').length - 1)
  .sort((a, b) => a - b)
const share = (part: number): number => lengths[Math.floor(lengths.length * part)] ?? 0

it('half of the files have at most 80 lines, nine in ten at most 200', () => {
  expect(lengths.length).toBeGreaterThan(50)
  expect(share(0.5)).toBeLessThanOrEqual(80)
  expect(share(0.9)).toBeLessThanOrEqual(200)
})

it('no file is called after a drawer', () => {
  const drawers = /(?:^|[/-])(?:utils?|helpers?|common|manager|service|misc)\.(?:ts|tsx|astro)$/
  expect(
    sourceFiles([...FOLDERS, 'tests'], ['.ts', '.tsx', '.astro'])
      .filter(({ path }) => drawers.test(path))
      .map(({ path }) => path),
  ).toEqual([])
})
