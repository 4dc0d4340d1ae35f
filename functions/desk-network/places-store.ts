import type { RegionLevel } from '#domain/outlets/outlet.ts'
import type { Database } from '#functions/db/database.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'

export type PlaceRow = { readonly id: string; readonly name_en: string; readonly name_zh: string }
export type RegionRow = PlaceRow & {
  readonly level: RegionLevel
  readonly country_code: string
  readonly parent_id: string | null
}

type Names = [id: string, en: string, zh: string]
type NewRegion = [...Names, parent: string, level: string, country: string]

const REGION = 'id, name_en, name_zh, level, country_code, parent_id'

export const statements = {
  partnersAfter: statement<[after: string, most: number], PlaceRow>(
    `SELECT id, name_en, name_zh FROM partners WHERE id > ?1 ORDER BY id LIMIT ?2`,
    ['', 10],
  ),
  partnerById: statement<[id: string], PlaceRow>(
    `SELECT id, name_en, name_zh FROM partners WHERE id = ?1`,
    ['partner-1'],
  ),
  regionsIn: statement<[parent: string | null, after: string, most: number], RegionRow>(
    `SELECT ${REGION} FROM regions WHERE parent_id IS ?1 AND id > ?2 ORDER BY id LIMIT ?3`,
    ['cn', '', 10],
  ),
  regionById: statement<[id: string], RegionRow>(`SELECT ${REGION} FROM regions WHERE id = ?1`, [
    'cn',
  ]),
  insertPartner: statement<Names>(
    `INSERT INTO partners (id, name_en, name_zh) VALUES (?1, ?2, ?3)`,
    ['partner-1', 'x', 'x'],
  ),
  renamePartner: statement<Names>(`UPDATE partners SET name_en = ?2, name_zh = ?3 WHERE id = ?1`, [
    'partner-1',
    'x',
    'x',
  ]),
  insertRegion: statement<NewRegion>(
    `INSERT INTO regions (id, name_en, name_zh, parent_id, level, country_code)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6)`,
    ['cn-x', 'x', 'x', 'cn', 'province', 'CN'],
  ),
  renameRegion: statement<Names>(`UPDATE regions SET name_en = ?2, name_zh = ?3 WHERE id = ?1`, [
    'cn',
    'x',
    'x',
  ]),
  lastEvent: statement<[subject: string], { readonly version: number | null }>(
    `SELECT max(version) AS version FROM events WHERE subject = ?1`,
    ['partner/partner-1'],
  ),
} satisfies Statements

type Named = { readonly id: string; readonly en: string; readonly zh: string }

export const partnersAfter = (hub: Database, after: string, most: number): Prepared<PlaceRow> =>
  prepare(hub, statements.partnersAfter, [after, most])

export const partnerById = (hub: Database, id: string): Prepared<PlaceRow> =>
  prepare(hub, statements.partnerById, [id])

/** Regions right below another; null = the countries. */
export const regionsIn = (
  hub: Database,
  parent: string | null,
  { after, most }: { readonly after: string; readonly most: number },
): Prepared<RegionRow> => prepare(hub, statements.regionsIn, [parent, after, most])

export const regionById = (hub: Database, id: string): Prepared<RegionRow> =>
  prepare(hub, statements.regionById, [id])

export const insertPartner = (hub: Database, { id, en, zh }: Named): Prepared =>
  prepare(hub, statements.insertPartner, [id, en, zh])

export const renamePartner = (hub: Database, { id, en, zh }: Named): Prepared =>
  prepare(hub, statements.renamePartner, [id, en, zh])

export const insertRegion = (
  hub: Database,
  { id, en, zh }: Named,
  above: Pick<RegionRow, 'id' | 'level' | 'country_code'>,
): Prepared =>
  prepare(hub, statements.insertRegion, [id, en, zh, above.id, above.level, above.country_code])

export const renameRegion = (hub: Database, { id, en, zh }: Named): Prepared =>
  prepare(hub, statements.renameRegion, [id, en, zh])

/** The number of a place's last event; null = it was imported and never touched here. */
export const lastEvent = (hub: Database, subject: string) =>
  prepare(hub, statements.lastEvent, [subject])
