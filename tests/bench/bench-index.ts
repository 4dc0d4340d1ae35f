import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { encodeIndex } from '#domain/outlets/index-file.ts'
import { outletCard } from '#domain/outlets/outlet-card.ts'
import { compiledDemo } from '#support/compiled-demo.ts'
import { type Figures, rounded, type Section } from './figures.ts'

const CELL_BYTES = 10_224

const brotli = (text: string, quality: number): number =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length

function measure(count: number, today: string): Figures {
  const outlets = compiledDemo(count, today)
  const begun = performance.now()
  const { file, cells } = encodeIndex(outlets, {
    seq: 1,
    weightOf: (outlet) => Buffer.byteLength(JSON.stringify(outletCard(outlet, 'zh-CN'))) + 1,
    cellLimit: CELL_BYTES,
    nameOf: (_members, place) => String(place).padStart(10, '0'),
  })
  const text = JSON.stringify(file)
  return {
    outlets: count,
    'raw B': text.length,
    'gzip B': gzipSync(text).length,
    'brotli 5 B': brotli(text, 5),
    'brotli 11 B': brotli(text, 11),
    'hours patterns': file.patterns.length,
    cells: cells.length,
    'encode ms': rounded(performance.now() - begun),
  }
}

/** How large the index of a network is, compressed as a CDN does on the way (5) and at best (11). */
export const benchIndex = (counts: readonly number[], today: string): Section => ({
  name: 'Outlet index',
  rows: counts.map((count) => measure(count, today)),
})
