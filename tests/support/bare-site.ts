import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encodeIndex } from '#domain/outlets/index-file.ts'
import type { Outlet } from '#domain/outlets/outlet.ts'
import { OUTLET_COLUMNS, outletValues } from '#functions/outlets/outlet-rows.ts'
import type { HubDatabase } from '#scripts/database/d1-shape.ts'
import { openHub } from '#scripts/database/open-hub.ts'
import { freePort, serveWorker } from '#scripts/site/serve-worker.ts'
import { TEST_SECRET } from './test-secret.ts'

const SEQ = 1
const ROWS_A_BATCH = 2_000
const COLUMNS = [...OUTLET_COLUMNS, 'version', 'changed_seq', 'plaque_code', 'updated_at']
const INSERT = `INSERT INTO outlets (${COLUMNS.join(', ')})
  SELECT ${COLUMNS.map((_, place) => `value ->> ${place}`).join(', ')} FROM json_each(?1)`

async function insertOutlets(hub: HubDatabase, outlets: readonly Outlet[]): Promise<void> {
  await hub.exec(
    "INSERT INTO regions (id, level, country_code, name_en, name_zh) VALUES ('everywhere', 'country', 'CN', 'Everywhere', '各地')",
  )
  await hub.exec(`UPDATE counters SET value = ${SEQ} WHERE name = 'outlet_change'`)
  for (let from = 0; from < outlets.length; from += ROWS_A_BATCH) {
    const rows = outlets.slice(from, from + ROWS_A_BATCH).map((outlet) => {
      const placed = { ...outlet, regionId: 'everywhere', partnerId: null }
      return [...outletValues(placed), 1, SEQ, `plaque ${outlet.code}`, 0]
    })
    await hub.batch([hub.prepare(INSERT).bind(JSON.stringify(rows))])
  }
}

function writeIndex(distDir: string, outlets: readonly Outlet[]): void {
  const { file } = encodeIndex(outlets, {
    seq: SEQ,
    weightOf: () => 1,
    cellLimit: 40,
    nameOf: (_members, place) => String(place),
  })
  mkdirSync(join(distDir, 'data/outlets'), { recursive: true })
  writeFileSync(join(distDir, 'data/outlets/index.json'), JSON.stringify(file))
}

export type BareSite = { readonly baseUrl: string; readonly stop: () => Promise<void> }

/** The whole Worker over a network of any size, with the search index and no pages: what the API needs. */
export async function startBareSite(outlets: readonly Outlet[]): Promise<BareSite> {
  const dir = mkdtempSync(join(tmpdir(), 'fixpoint-bare-'))
  const [persistDir, distDir] = [join(dir, 'state'), join(dir, 'dist')]
  const hub = await openHub({ persistDir, server: null })
  await insertOutlets(hub.database, outlets)
  hub.close()
  writeIndex(distDir, outlets)
  const vars = {
    ENVIRONMENT: 'test',
    RATE_LIMIT_WRITES: '0',
    RATE_LIMIT_LOOKUPS: '0',
    BOOKING_CAPS: 'off',
    SECRET_KEY: TEST_SECRET,
  }
  const worker = await serveWorker({ persistDir, distDir, port: await freePort(), vars })
  return {
    baseUrl: worker.baseUrl,
    stop: async () => {
      await worker.stop()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
