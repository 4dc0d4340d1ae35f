import { type Statements, statement } from '#functions/db/statement.ts'
import { OUTLET_COLUMNS } from './outlet-rows.ts'

/** A list of rows as one JSON parameter: D1 takes 100 parameters, but a megabyte of text in one. */
type Rows = [rows: string]

const NEVER_OVERWRITTEN = new Set<string>(['code', 'bucket'])
const valuesOf = (count: number): string =>
  Array.from({ length: count }, (_, place) => `value->>${place}`).join(', ')

const overwritten = OUTLET_COLUMNS.filter((column) => !NEVER_OVERWRITTEN.has(column))
  .map((column) => `${column} = excluded.${column}`)
  .join(', ')

const AFTER = OUTLET_COLUMNS.length

export const statements = {
  storeRegions: statement<Rows>(
    `INSERT INTO regions (id, parent_id, level, country_code, name_en, name_zh)
     SELECT ${valuesOf(6)} FROM json_each(?1) WHERE true
     ON CONFLICT (id) DO UPDATE SET name_en = excluded.name_en, name_zh = excluded.name_zh
     WHERE name_en <> excluded.name_en OR name_zh <> excluded.name_zh`,
    ['[["cn", null, "country", "CN", "China", "中国"]]'],
  ),
  storePartners: statement<Rows>(
    `INSERT INTO partners (id, name_en, name_zh)
     SELECT ${valuesOf(3)} FROM json_each(?1) WHERE true
     ON CONFLICT (id) DO UPDATE SET name_en = excluded.name_en, name_zh = excluded.name_zh
     WHERE name_en <> excluded.name_en OR name_zh <> excluded.name_zh`,
    ['[["demo", "Demo", "演示"]]'],
  ),
  countImport: statement<[]>(
    `UPDATE counters SET value = value + 1 WHERE name = 'outlet_change'`,
    [],
  ),
  storeOutlets: statement<Rows>(
    `INSERT INTO outlets (${OUTLET_COLUMNS.join(', ')}, version, plaque_code, updated_at, changed_seq)
     SELECT ${valuesOf(AFTER + 3)}, (SELECT value FROM counters WHERE name = 'outlet_change')
     FROM json_each(?1) WHERE true
     ON CONFLICT (code) DO UPDATE SET ${overwritten}, version = excluded.version,
       updated_at = excluded.updated_at, changed_seq = excluded.changed_seq`,
    ['[]'],
  ),
  storeEvents: statement<Rows>(
    `INSERT INTO events (subject, version, type, happened_at, recorded_at, actor, command_id, data)
     SELECT value->>0, value->>1, value->>2, value->>3, value->>3, value->>4, NULL, value->>5
     FROM json_each(?1)`,
    ['[]'],
  ),
  storeContacts: statement<Rows>(
    `INSERT INTO outlets_private (code, contacts)
     SELECT value->>0, value->>1 FROM json_each(?1) WHERE true
     ON CONFLICT (code) DO UPDATE SET contacts = excluded.contacts`,
    ['[]'],
  ),
} satisfies Statements
