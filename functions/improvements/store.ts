import {
  type Improvement,
  type ImprovementWords,
  placeInList,
} from '#domain/improvements/improvement.ts'
import type { Database } from '#functions/db/database.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'

export type ImprovementRow = {
  readonly in_list: string
  readonly state: string
  readonly words: string
  readonly updated_at: number
}
/** A region that was asked about, with itself or one above it, and that one's name. */
export type AboveRow = {
  readonly id: string
  readonly above: string
  readonly name_en: string
  readonly name_zh: string
}
export type RegionRow = { readonly id: string; readonly name_en: string; readonly name_zh: string }

type Written = [
  id: string,
  version: number,
  inList: string,
  isPublic: number,
  state: string,
  words: string,
  now: number,
]
const ROW = 'in_list, state, words, updated_at'
const WRITTEN: Written = ['imp_0', 2, 'a/2026-11-30/imp_0', 1, '{}', '{}', 0]

export const statements = {
  improvementById: statement<[id: string], ImprovementRow>(
    `SELECT ${ROW} FROM improvements WHERE id = ?1`,
    ['imp_0'],
  ),
  improvementsAfter: statement<[after: string, most: number], ImprovementRow>(
    `SELECT ${ROW} FROM improvements WHERE in_list > ?1 ORDER BY in_list LIMIT ?2`,
    ['', 50],
  ),
  publicImprovementsAfter: statement<[after: string, most: number], ImprovementRow>(
    `SELECT ${ROW} FROM improvements WHERE is_public = 1 AND in_list > ?1 ORDER BY in_list LIMIT ?2`,
    ['', 50],
  ),
  insertImprovement: statement<Written>(
    `INSERT INTO improvements (id, version, in_list, is_public, state, words, updated_at)
     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)`,
    WRITTEN,
  ),
  updateImprovement: statement<Written>(
    `UPDATE improvements SET version = ?2, in_list = ?3, is_public = ?4, state = ?5, words = ?6,
       updated_at = ?7 WHERE id = ?1`,
    WRITTEN,
  ),
  regionsAbove: statement<[regions: string], AboveRow>(
    `WITH RECURSIVE up(id, above, next, name_en, name_zh) AS (
       SELECT regions.id, regions.id, regions.parent_id, regions.name_en, regions.name_zh
       FROM json_each(?1) AS wanted CROSS JOIN regions ON regions.id = wanted.value
       UNION ALL
       SELECT up.id, regions.id, regions.parent_id, regions.name_en, regions.name_zh
       FROM up CROSS JOIN regions ON regions.id = up.next)
     SELECT id, above, name_en, name_zh FROM up`,
    ['["cn-zhejiang"]'],
  ),
  provinces: statement<[], RegionRow>(
    `SELECT inner.id, inner.name_en, inner.name_zh FROM regions AS country
     CROSS JOIN regions AS inner ON inner.parent_id = country.id
     WHERE country.parent_id IS NULL`,
    [],
  ),
  regionsOfOutlets: statement<[outlets: string], { readonly region_id: string }>(
    `SELECT outlets.region_id FROM json_each(?1) AS wanted
     CROSS JOIN outlets ON outlets.code = wanted.value`,
    ['["SZ-001"]'],
  ),
  regionsOfPartners: statement<[partners: string], { readonly region_id: string }>(
    `SELECT outlets.region_id FROM json_each(?1) AS wanted
     CROSS JOIN outlets ON outlets.partner_id = wanted.value`,
    ['["prt_1"]'],
  ),
} satisfies Statements

export const improvementById = (hub: Database, id: string): Prepared<ImprovementRow> =>
  prepare(hub, statements.improvementById, [id])

/** Improvements after a place in the list; '' = from the beginning. */
export const improvementsAfter = (hub: Database, after: string, most: number) =>
  prepare(hub, statements.improvementsAfter, [after, most])

export const publicImprovementsAfter = (hub: Database, after: string, most: number) =>
  prepare(hub, statements.publicImprovementsAfter, [after, most])

const written = (improvement: Improvement, words: ImprovementWords, now: number): Written => [
  ...([improvement.id, improvement.version, placeInList(improvement)] as const),
  ...([Number(improvement.isPublic), JSON.stringify(improvement)] as const),
  ...([JSON.stringify(words), now] as const),
]

/** The first row of an improvement, or its row after a further event. */
export const writeImprovement = (
  hub: Database,
  improvement: Improvement,
  { words, now }: { readonly words: ImprovementWords; readonly now: number },
): Prepared =>
  prepare(
    hub,
    improvement.version === 1 ? statements.insertImprovement : statements.updateImprovement,
    written(improvement, words, now),
  )

/** Each region that there is with itself and all above it. */
export const regionsAbove = (hub: Database, regions: readonly string[]): Prepared<AboveRow> =>
  prepare(hub, statements.regionsAbove, [JSON.stringify([...new Set(regions)])])

export const regionsOfOutlets = (hub: Database, outlets: readonly string[]) =>
  prepare(hub, statements.regionsOfOutlets, [JSON.stringify(outlets)])

export const regionsOfPartners = (hub: Database, partners: readonly string[]) =>
  prepare(hub, statements.regionsOfPartners, [JSON.stringify(partners)])

/** The regions right below each country. */
export const provinces = (hub: Database): Prepared<RegionRow> =>
  prepare(hub, statements.provinces, [])
