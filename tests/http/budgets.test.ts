import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { describe, expect, inject, it } from 'vitest'
import type { CoverageFile } from '#domain/coverage/coverage-file.ts'

const KB = 1024
const dist = inject('distDir')

const filesUnder = (dir: string): string[] =>
  readdirSync(dir, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

function largest(dir: string): number {
  return Math.max(...filesUnder(dir).map((file) => statSync(file).size))
}

describe('what is built', () => {
  it('fits into a deployment with room to spare', () => {
    expect(filesUnder(dist).length).toBeLessThan(18_000)
    expect(largest(dist)).toBeLessThan(25 * KB * KB)
  })

  it('finds 420 outlets on an index of at most 8 KB brotli', () => {
    const index = readFileSync(join(dist, 'data/outlets/index.json'))
    expect(brotliCompressSync(index).length).toBeLessThanOrEqual(8 * KB)
  })

  it('holds no script that no page, and no script of a page, names', () => {
    const scripts = filesUnder(join(dist, '_astro')).filter((file) => file.endsWith('.js'))
    const naming = filesUnder(dist).filter(
      (file) => file.endsWith('.html') || scripts.includes(file),
    )
    const unnamed = new Set(scripts.map((file) => basename(file)))
    for (const file of naming) {
      const text = readFileSync(file, 'utf8')
      for (const name of unnamed) {
        if (name !== basename(file) && text.includes(name)) unnamed.delete(name)
      }
    }
    expect(scripts.length).toBeGreaterThan(3)
    expect([...unnamed]).toEqual([])
  })

  it.each(['en', 'zh-CN'])('keeps names and addresses in cells of at most 10 KB: %s', (locale) => {
    const cells = join(dist, 'data/outlets/cells', locale)
    expect(filesUnder(cells).length).toBeGreaterThan(5)
    expect(largest(cells)).toBeLessThanOrEqual(10 * KB)
  })

  it('says of coverage what its file says', () => {
    const { network, divisions } = JSON.parse(
      readFileSync(join(dist, 'data/coverage.json'), 'utf8'),
    ) as CoverageFile
    const page = readFileSync(join(dist, 'performance/coverage/index.html'), 'utf8')
    const told = [...page.matchAll(/<td>([\d.]+)%<\/td>/g)].map(([, share]) => Number(share))
    const shares = [network, ...divisions.map(({ reach }) => reach)].flatMap(({ people, within }) =>
      within.map((near) => Math.floor((near * 1000) / people) / 10),
    )
    expect(network.people).toBeGreaterThan(500_000_000)
    expect(divisions.length).toBeGreaterThan(30)
    expect(told).toEqual(shares)
    for (const place of [0, 1, 2]) {
      const sum = divisions.reduce((all, { reach }) => all + (reach.within[place] ?? 0), 0)
      expect(sum).toBe(network.within[place])
    }
  })

  it('bundles a Worker of at most 600 KB gzip', { timeout: 60_000 }, () => {
    const out = mkdtempSync(join(tmpdir(), 'fixpoint-bundle-'))
    const wrangler = resolve('node_modules/wrangler/bin/wrangler.js')
    const args = [wrangler, 'deploy', '--dry-run', '--outdir', out, '--assets', dist]
    const env = { ...process.env, WRANGLER_SEND_METRICS: 'false' }
    const { status, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' })
    expect(status, stderr).toBe(0)
    const code = filesUnder(out).filter((file) => /\.(?:js|mjs|wasm)$/.test(file))
    const bytes = code.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0)
    rmSync(out, { recursive: true, force: true })
    expect(bytes).toBeGreaterThan(10 * KB)
    expect(bytes).toBeLessThanOrEqual(600 * KB)
  })
})
