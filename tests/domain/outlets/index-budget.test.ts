import { brotliCompressSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { encodeIndex } from '#domain/outlets/index-file.ts'
import { outletCard } from '#domain/outlets/outlet-card.ts'
import { compiledDemo } from '#support/compiled-demo.ts'

const KB = 1024

it('5,000 outlets with hours fit into an index of 40 KB brotli', { timeout: 120_000 }, () => {
  const { file } = encodeIndex(compiledDemo(5_000, '2026-11-21'), {
    seq: 1,
    weightOf: (outlet) => Buffer.byteLength(JSON.stringify(outletCard(outlet, 'zh-CN'))),
    cellLimit: 10 * KB,
    nameOf: (_members, place) => String(place).padStart(10, '0'),
  })
  expect(file.patterns.length).toBeGreaterThan(50)
  expect(brotliCompressSync(JSON.stringify(file)).length).toBeLessThanOrEqual(40 * KB)
})
