import { type ImageRefusal, MOST_BYTES } from '#domain/desk/image-file.ts'
import { readImage } from '#domain/desk/image-reading.ts'
import type { Sources } from '#functions/db/sources.ts'
import { type Prepared, readTogether } from '#functions/db/statement.ts'
import { turnBoards } from './job-store.ts'
import { photoName } from './photo-link.ts'
import { insertPhotos, type PhotoRow, photosOf } from './photo-store.ts'
import { type AskingStaff, type NotSeen, seeRepair } from './see-repair.ts'

export type UploadedFile = {
  readonly name: string
  /** Bytes, as whoever sent it says: what is too much isn't even read. */
  readonly size: number
  readonly read: () => Promise<Uint8Array>
}

export type PhotosToAdd = {
  readonly code: string
  readonly moment: PhotoRow['moment']
  readonly files: readonly UploadedFile[]
}

export type PhotoRefusal = ImageRefusal | 'too_many'
export type RefusedFile = { readonly name: string; readonly why: PhotoRefusal }

/** A photo to be stored under its id. */
export type PhotoToStore = { readonly row: PhotoRow; readonly bytes: Uint8Array<ArrayBuffer> }

export type PhotosRead = {
  readonly photos: readonly PhotoToStore[]
  readonly refused: readonly RefusedFile[]
  /** To be written once the photos are stored. */
  readonly rows: readonly Prepared[]
}

type Asking = AskingStaff & Pick<Sources, 'keys' | 'now'>

/** At once, and at one repair. */
const MOST_AT_ONCE = 6
export const MOST_PHOTOS = 40
/** All files of one upload with what is around them. */
export const MOST_UPLOAD_BYTES = MOST_AT_ONCE * MOST_BYTES + 64 * 1024

async function readFile(
  asking: Asking,
  { code, moment }: PhotosToAdd,
  file: UploadedFile,
): Promise<PhotoToStore | RefusedFile> {
  const { name } = file
  if (file.size > MOST_BYTES) return { name, why: 'too_big' }
  const read = readImage(await file.read())
  if (!read.ok) return { name, why: read.refusal }
  const { mediaType, width, height, bytes } = read.image
  const row: PhotoRow = {
    id: await photoName(asking.keys, code, bytes),
    ...{ moment, media_type: mediaType, width, height, bytes: bytes.length },
    ...{ staff_id: asking.staff.id, at: asking.now },
  }
  return { row, bytes }
}

/**
 * Reads photos of a phone as it came in or as it leaves. Each is taken or refused for itself; what is
 * taken is stored first and put on record then, so that no record lacks its photo.
 */
export async function addPhotos(
  asking: Asking,
  wanted: PhotosToAdd,
): Promise<PhotosRead | { readonly refusal: NotSeen }> {
  const { code, files } = wanted
  const seen = await seeRepair(asking, code, 'photo.add')
  if ('refusal' in seen) return seen
  const { database, repair } = seen
  const [standing] = await readTogether([photosOf(database, code)])
  const room = Math.min(MOST_AT_ONCE, MOST_PHOTOS - standing.length)
  const refused: RefusedFile[] = files
    .slice(Math.max(0, room))
    .map(({ name }) => ({ name, why: 'too_many' }))
  const photos: PhotoToStore[] = []
  // One after the other: an isolate has memory for a few photos, not for all.
  for (const file of files.slice(0, Math.max(0, room))) {
    const read = await readFile(asking, wanted, file)
    if ('why' in read) refused.push(read)
    else photos.push(read)
  }
  const rows =
    photos.length === 0
      ? []
      : [
          insertPhotos(
            database,
            code,
            photos.map(({ row }) => row),
          ),
          turnBoards(database, [repair.atOutlet, repair.homeOutlet]),
        ]
  return { photos, refused, rows }
}
