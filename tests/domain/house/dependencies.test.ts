import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

type LockEntry = {
  version?: string
  license?: string
  dev?: boolean
  devOptional?: boolean
  optional?: boolean
}
type Rules = { minimum: Record<string, string>; refused: Record<string, string[]> }

const readJson = <Value>(file: string) => JSON.parse(readFileSync(file, 'utf8')) as Value
const { packages } = readJson<{ packages: Record<string, LockEntry> }>('package-lock.json')
const { minimum, refused } = readJson<Rules>('scripts/check/minimum-versions.json')

const nameOf = (path: string) =>
  path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
const installed = Object.entries(packages)
  .filter(([path]) => path !== '')
  .map(([path, entry]) => ({ name: nameOf(path), ...entry }))
const versionsOf = (name: string) =>
  installed.filter((entry) => entry.name === name).map(({ version = '' }) => version)

const numbers = (version: string) => version.split(/[.-]/).slice(0, 3).map(Number)
function isAtLeast(version: string, least: string): boolean {
  const [have, want] = [numbers(version), numbers(least)]
  const place = have.findIndex((number, at) => number !== want[at])
  return place === -1 || (have[place] ?? 0) > (want[place] ?? 0)
}

/** What runs at the customer's or on the edge may be used without conditions on our own code. */
const SHIPPED = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'CC0-1.0']
const TOOLING = [
  ...SHIPPED,
  'MIT OR Apache-2.0',
  '(MIT OR Apache-2.0)',
  'MPL-2.0',
  'BlueOak-1.0.0',
  'Python-2.0',
  'PSF-2.0',
  'Unlicense',
  'CC-BY-4.0',
]
/** Looked at one by one: they run in Node only, and what they compile is data, not their code. */
const LOOKED_AT: Readonly<Record<string, string>> = {
  opening_hours: 'LGPL-3.0-only',
  'date-holidays': '(ISC AND CC-BY-3.0)',
}

describe('what the lock installs', () => {
  it.each(Object.entries(minimum))('holds %s at %s or later', (name, least) => {
    expect(versionsOf(name).filter((version) => !isAtLeast(version, least))).toEqual([])
  })

  it.each(Object.entries(refused))('holds no refused version of %s', (name, series) => {
    const bad = versionsOf(name).filter((version) =>
      series.some((start) => version.startsWith(`${start}.`)),
    )
    expect(bad).toEqual([])
  })

  it('tells an older version from a newer one', () => {
    expect(isAtLeast('4.9.0', '4.12.21')).toBe(false)
    expect(isAtLeast('4.12.21', '4.12.21')).toBe(true)
    expect(isAtLeast('5.0.0-beta.1', '4.12.21')).toBe(true)
  })

  it('ships only packages whose licence asks for no more than a notice', () => {
    const shipped = installed.filter(
      ({ dev, devOptional, optional }) => !dev && !devOptional && !optional,
    )
    expect(shipped.length).toBeGreaterThan(5)
    expect(
      shipped.filter(({ license = 'none' }) => !SHIPPED.includes(license)).map(({ name }) => name),
    ).toEqual([])
  })

  it('builds with no package whose licence nobody has looked at', () => {
    const strange = installed.filter(
      ({ name, license, optional }) =>
        !optional && license && !TOOLING.includes(license) && LOOKED_AT[name] !== license,
    )
    expect(strange.map(({ name, license }) => `${name}: ${license}`)).toEqual([])
  })

  it('pins every direct dependency to one version', () => {
    const direct = readJson<Record<string, Record<string, string>>>('package.json')
    const ranges = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((group) =>
      Object.entries(direct[group] ?? {}).filter(
        ([, version]) => !/^(npm:[^@]+@)?\d/.test(version),
      ),
    )
    expect(ranges).toEqual([])
  })
})
