import type { Database } from '#functions/db/database.ts'
import { type Prepared, prepare, type Statements, statement } from '#functions/db/statement.ts'

export type VoicePhotoRow = {
  readonly id: string
  readonly media_type: 'image/jpeg' | 'image/png' | 'image/webp'
  readonly width: number
  readonly height: number
  readonly bytes: number
  readonly at: number
}

const PHOTO = 'id, media_type, width, height, bytes, at'
const CODE = '0123456789ABC'

export const statements = {
  // Nothing is added to what is full, or was erased; sent twice it is there once.
  insertVoicePhoto: statement<
    [
      code: string,
      id: string,
      mediaType: string,
      width: number,
      height: number,
      bytes: number,
      at: number,
      most: number,
    ]
  >(
    `INSERT INTO voice_photos (code, place, ${PHOTO})
     SELECT ?1, (SELECT count(*) + 1 FROM voice_photos WHERE code = ?1), ?2, ?3, ?4, ?5, ?6, ?7
     WHERE (SELECT count(*) FROM voice_photos WHERE code = ?1) < ?8
       AND EXISTS (SELECT 1 FROM voices_private WHERE code = ?1)
     ON CONFLICT (code, id) DO NOTHING`,
    [CODE, 'pho_1', 'image/jpeg', 1, 1, 1, 0, 3],
  ),
  voicePhotosOf: statement<[code: string], VoicePhotoRow>(
    `SELECT ${PHOTO} FROM voice_photos WHERE code = ?1 ORDER BY place`,
    [CODE],
  ),
  erasedMedia: statement<[most: number], { readonly id: string }>(
    `SELECT id FROM media_erased ORDER BY id LIMIT ?1`,
    [100],
    { scans: ['media_erased'] },
  ),
  forgetMedia: statement<[ids: string]>(
    `DELETE FROM media_erased WHERE id IN (SELECT value FROM json_each(?1))`,
    ['["pho_1"]'],
  ),
} satisfies Statements

export const insertVoicePhoto = (
  database: Database,
  code: string,
  { photo, most }: { readonly photo: VoicePhotoRow; readonly most: number },
): Prepared<VoicePhotoRow> =>
  prepare(database, statements.insertVoicePhoto, [
    ...([code, photo.id, photo.media_type, photo.width, photo.height] as const),
    ...([photo.bytes, photo.at, most] as const),
  ])

export const voicePhotosOf = (database: Database, code: string): Prepared<VoicePhotoRow> =>
  prepare(database, statements.voicePhotosOf, [code])

export const erasedMedia = (database: Database, most: number) =>
  prepare(database, statements.erasedMedia, [most])

export const forgetMedia = (database: Database, ids: readonly string[]): Prepared =>
  prepare(database, statements.forgetMedia, [JSON.stringify(ids)])
