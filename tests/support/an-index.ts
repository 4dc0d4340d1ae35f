import type { OutletIndexFile } from '#domain/outlets/index-file.ts'
import { encodeIndex } from '#domain/outlets/index-file.ts'
import type { Outlet } from '#domain/outlets/outlet.ts'
import type { OutletIndex } from '#domain/outlets/outlet-index.ts'
import { decodeIndex } from '#domain/outlets/outlet-index.ts'

/** The index of a network as a browser reads it: written, sent as JSON, read. */
export function anIndex(outlets: readonly Outlet[], cellLimit = 40): OutletIndex {
  const { file } = encodeIndex(outlets, {
    seq: 1,
    weightOf: () => 1,
    cellLimit,
    nameOf: (_members, place) => `cell-${place}`,
  })
  return decodeIndex(JSON.parse(JSON.stringify(file)) as OutletIndexFile)
}
