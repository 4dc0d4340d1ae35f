import { type ImageRefusal, MOST_BYTES } from '#domain/desk/image-file.ts'
import { readImage } from '#domain/desk/image-reading.ts'
import { MOST_VOICE_PHOTOS, takesPhotos } from '#domain/feedback/photos.ts'
import { bucketOfTicket } from '#domain/identifiers/ticket-code.ts'
import type { Database } from '#functions/db/database.ts'
import type { Sources } from '#functions/db/sources.ts'
import { type Prepared, readTogether } from '#functions/db/statement.ts'
import type { UploadedFile } from '#functions/repairs/add-photos.ts'
import { photoName } from '#functions/repairs/photo-link.ts'
import { insertVoicePhoto, type VoicePhotoRow, voicePhotosOf } from './photo-store.ts'
import { readStanding } from './read-standing.ts'
import type { Voice } from './voice-link.ts'

export type { VoicePhotoRow } from './photo-store.ts'

export type VoicePhotoRefusal = ImageRefusal | 'none' | 'too_many' | 'closed'

type Asking = Pick<Sources, 'databases' | 'keys' | 'now'>

/** A photo to be stored under its id, and then put on record by these rows; the last reads what is there. */
export type VoicePhotoRead = {
  readonly database: Database
  readonly photo: VoicePhotoRow
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly rows: readonly [Prepared<VoicePhotoRow>, Prepared<VoicePhotoRow>]
}

export type ToldVoice = Voice & { readonly kind: 'feedback' | 'complaint' }

/** What is asked of what a customer said before any file of theirs is looked at. */
async function whyNotNow(
  asking: Asking,
  voice: ToldVoice,
  database: Database,
): Promise<VoicePhotoRefusal | null> {
  const standing = await readStanding(asking, voice)
  if (!standing || !takesPhotos(voice.kind, standing.status)) return 'closed'
  const [photos] = await readTogether([voicePhotosOf(database, voice.code)])
  return photos.length >= MOST_VOICE_PHOTOS ? 'too_many' : null
}

/**
 * Reads a photo that a customer adds to what they said: written anew without place, time and words, or
 * refused. It is stored first and put on record then; whether there was still room for it, the database
 * says (`isKept`).
 */
export async function addVoicePhoto(
  asking: Asking,
  voice: ToldVoice,
  file: UploadedFile | null,
): Promise<VoicePhotoRead | { readonly refusal: VoicePhotoRefusal }> {
  const { keys, now, databases } = asking
  const { code } = voice
  const database = databases.of(bucketOfTicket(code))
  const refusal = await whyNotNow(asking, voice, database)
  if (refusal) return { refusal }
  if (!file) return { refusal: 'none' }
  if (file.size > MOST_BYTES) return { refusal: 'too_big' }
  const read = readImage(await file.read())
  if (!read.ok) return read
  const { mediaType, width, height, bytes } = read.image
  const id = await photoName(keys, code, bytes)
  const photo: VoicePhotoRow = {
    ...{ id, media_type: mediaType, width, height, bytes: bytes.length, at: now },
  }
  const added = insertVoicePhoto(database, code, { photo, most: MOST_VOICE_PHOTOS })
  return { database, photo, bytes, rows: [added, voicePhotosOf(database, code)] }
}

/** Whether a photo is on record, by what its rows answered; one that isn't is to be thrown away. */
export const isKept = (
  { photo }: VoicePhotoRead,
  [, standing]: readonly D1Result<VoicePhotoRow>[],
): boolean => standing?.results.some(({ id }) => id === photo.id) ?? false
