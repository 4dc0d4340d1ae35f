import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { encodeIndex } from '#domain/outlets/index-file.ts'
import type { Outlet } from '#domain/outlets/outlet.ts'
import { outletCard } from '#domain/outlets/outlet-card.ts'
import type { Locale } from '#i18n/locale.ts'
import { LOCALES } from '#i18n/locale.ts'

/** Most a cell file may hold before compression, in bytes: two or three of them make a list of ten. */
const CELL_BYTES = 10_240
const ENVELOPE_BYTES = 16

const cardText = (outlet: Outlet, locale: Locale) => JSON.stringify(outletCard(outlet, locale))

const cellText = (members: readonly Outlet[], locale: Locale) =>
  `{"outlets":[${members.map((outlet) => cardText(outlet, locale)).join(',')}]}`

function nameByContent(members: readonly Outlet[]): string {
  const hash = createHash('sha256')
  for (const locale of LOCALES) hash.update(cellText(members, locale))
  return hash.digest('hex').slice(0, 10)
}

/** Writes `/data/outlets/index.json` and the cell files with names and addresses, per language. */
export function writeOutletData(outDir: string, outlets: readonly Outlet[], seq: number): void {
  const { file, cells } = encodeIndex(outlets, {
    seq,
    weightOf: (outlet) =>
      1 + Math.max(...LOCALES.map((locale) => Buffer.byteLength(cardText(outlet, locale)))),
    cellLimit: CELL_BYTES - ENVELOPE_BYTES,
    nameOf: nameByContent,
  })
  const dir = join(outDir, 'data/outlets')
  for (const locale of LOCALES) {
    mkdirSync(join(dir, 'cells', locale), { recursive: true })
    for (const { name, members } of cells) {
      writeFileSync(join(dir, 'cells', locale, `${name}.json`), cellText(members, locale))
    }
  }
  writeFileSync(join(dir, 'index.json'), JSON.stringify(file))
}
