import type { Database } from '#functions/db/database.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'

export type PhotoRow = {
  readonly id: string
  readonly moment: 'before' | 'after'
  readonly media_type: 'image/jpeg' | 'image/png' | 'image/webp'
  readonly width: number
  readonly height: number
  readonly bytes: number
  readonly staff_id: string
  readonly at: number
}

const PHOTO = 'id, moment, media_type, width, height, bytes, staff_id, at'

export const statements = {
  insertPhoto: statement<[code: string, photo: string]>(
    `INSERT INTO repair_photos (code, ${PHOTO})
     SELECT ?1, value ->> 'id', value ->> 'moment', value ->> 'media_type', value ->> 'width',
       value ->> 'height', value ->> 'bytes', value ->> 'staff_id', value ->> 'at'
     FROM json_each(?2) WHERE true ON CONFLICT (code, id) DO NOTHING`,
    ['0123456789ABC', '[]'],
  ),
  photosOf: statement<[code: string], PhotoRow>(
    `SELECT ${PHOTO} FROM repair_photos WHERE code = ?1`,
    ['0123456789ABC'],
  ),
} satisfies Statements

/** Puts photos on record; one that is there already stays as it is. */
export const insertPhotos = (
  database: Database,
  code: string,
  photos: readonly PhotoRow[],
): Prepared => prepare(database, statements.insertPhoto, [code, JSON.stringify(photos)])

export const photosOf = (database: Database, code: string): Prepared<PhotoRow> =>
  prepare(database, statements.photosOf, [code])
