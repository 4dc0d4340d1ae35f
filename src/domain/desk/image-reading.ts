import { MOST_BYTES, type ReadImage, refuseImage, standsAt } from './image-file.ts'
import { readJpeg } from './image-jpeg.ts'
import { readPng } from './image-png.ts'
import { readWebp } from './image-webp.ts'

/**
 * Reads an uploaded file as a photo and writes it anew without anything that isn't the picture. What it is
 * is told by its own bytes, never by its name or what its sender calls it. JPEG, PNG and WebP are taken,
 * up to 8 MiB and 64 million pixels; its structure is held byte by byte, its pixels aren't decoded.
 * An SVG answers `{ ok: false, refusal: 'not_a_photo' }`; a JPEG with a ZIP behind it `more_than_a_photo`.
 */
export function readImage(bytes: Uint8Array): ReadImage {
  if (bytes.length === 0) return refuseImage('empty')
  if (bytes.length > MOST_BYTES) return refuseImage('too_big')
  if (standsAt(bytes, 0, '\xff\xd8')) return readJpeg(bytes)
  if (standsAt(bytes, 0, '\x89PNG')) return readPng(bytes)
  if (standsAt(bytes, 0, 'RIFF')) return readWebp(bytes)
  return refuseImage('not_a_photo')
}
