import type { Notice, NoticeKind } from '#domain/desk/network-notice.ts'
import type { Database } from '#functions/db/database.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'

export type NoticeRow = {
  readonly id: string
  readonly version: number
  readonly kind: NoticeKind
  readonly text_en: string
  readonly text_zh: string
  readonly from_at: number
  readonly until_at: number
  readonly withdrawn_at: number | null
  readonly updated_at: number
}

const COLUMNS = 'id, version, kind, text_en, text_zh, from_at, until_at, withdrawn_at, updated_at'

type NewNotice = [
  id: string,
  kind: string,
  textEn: string,
  textZh: string,
  from: number,
  until: number,
  now: number,
]

export const statements = {
  latestNotices: statement<[before: string, most: number], NoticeRow>(
    `SELECT ${COLUMNS} FROM notices WHERE id < ?1 ORDER BY id DESC LIMIT ?2`,
    ['ntc_~', 10],
  ),
  noticeById: statement<[id: string], NoticeRow>(`SELECT ${COLUMNS} FROM notices WHERE id = ?1`, [
    'ntc_0',
  ]),
  insertNotice: statement<NewNotice>(
    `INSERT INTO notices (id, version, kind, text_en, text_zh, from_at, until_at, updated_at)
     VALUES (?1, 1, ?2, ?3, ?4, ?5, ?6, ?7)`,
    ['ntc_0', 'other', 'x', 'x', 0, 1, 0],
  ),
  withdrawNotice: statement<[id: string, version: number, now: number]>(
    `UPDATE notices SET version = ?2, withdrawn_at = ?3, updated_at = ?3 WHERE id = ?1`,
    ['ntc_0', 2, 0],
  ),
} satisfies Statements

/** The newest notices whose id comes before another's; '~' = from the newest of all. */
export const latestNotices = (
  hub: Database,
  { before, most }: { readonly before: string; readonly most: number },
): Prepared<NoticeRow> => prepare(hub, statements.latestNotices, [before, most])

export const noticeById = (hub: Database, id: string): Prepared<NoticeRow> =>
  prepare(hub, statements.noticeById, [id])

export const insertNotice = (
  hub: Database,
  { id, kind, text, fromAt, untilAt }: Omit<Notice, 'version' | 'withdrawnAt'>,
  now: number,
): Prepared =>
  prepare(hub, statements.insertNotice, [
    ...([id, kind, text.en, text['zh-CN']] as const),
    ...([fromAt, untilAt, now] as const),
  ])

export const withdrawNotice = (
  hub: Database,
  { id, version }: Pick<Notice, 'id' | 'version'>,
  now: number,
): Prepared => prepare(hub, statements.withdrawNotice, [id, version, now])
