import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, expect, test } from 'vitest'
import { REPAIR_STATUSES } from '#domain/repairs/repair.ts'
import { stageOf } from '#domain/repairs/stage.ts'
import { applyMigrations, migrationFiles } from '#scripts/database/apply-migrations.ts'

const NAME = '0011_read_and_write_less.sql'
const before = mkdtempSync(join(tmpdir(), 'fixpoint-migrations-'))
afterAll(() => rmSync(before, { recursive: true }))

test('repairs on record before it are on the lists that their status says, with their jobs', () => {
  for (const name of migrationFiles('migrations').filter((name) => name < NAME)) {
    copyFileSync(join('migrations', name), join(before, name))
  }
  const file = new DatabaseSync(':memory:')
  applyMigrations(file, before)
  for (const status of REPAIR_STATUSES) {
    file
      .prepare(
        `INSERT INTO repairs (code, version, status, home_outlet, at_outlet, zone, country_code, state, updated_at)
         VALUES (?, 1, ?, 'SZ-001', 'SZ-002', 'Asia/Shanghai', 'CN', '{}', 0)`,
      )
      .run(status, status)
  }
  file.exec(
    `INSERT INTO repair_jobs VALUES ('ready', 'stf_1', 'A-12', 0), ('lost', NULL, 'B-1', 0)`,
  )
  expect(applyMigrations(file)[0]).toBe(NAME)
  const rows = file.prepare('SELECT code, stage, assigned_to, shelf FROM repairs').all()
  const jobs: Record<string, object> = {
    ready: { assigned_to: 'stf_1', shelf: 'A-12' },
    lost: { assigned_to: null, shelf: 'B-1' },
  }
  expect(new Map(rows.map((row) => [row['code'], { ...row }]))).toEqual(
    new Map(
      REPAIR_STATUSES.map((code) => [
        code,
        { code, stage: stageOf(code), ...(jobs[code] ?? { assigned_to: null, shelf: null }) },
      ]),
    ),
  )
})
