import { standsAt } from './image-file.ts'

const EXIF = 'Exif\0\0'
const ORIENTATION_TAG = 0x0112
const SHORT = 3
const ENTRY_BYTES = 12
const MOST_ENTRIES = 200

type Word = (at: number) => number

/** How the phone was held, 1 to 8, from an EXIF segment's data; null = it doesn't say. */
export function orientationIn(data: Uint8Array): number | null {
  if (!standsAt(data, 0, EXIF)) return null
  const tiff = data.subarray(EXIF.length)
  const isLittle = standsAt(tiff, 0, 'II*\0')
  if (!isLittle && !standsAt(tiff, 0, 'MM\0*')) return null
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength)
  const inside = (at: number, length: number) => at >= 0 && at + length <= tiff.length
  const short: Word = (at) => (inside(at, 2) ? view.getUint16(at, isLittle) : 0)
  const long: Word = (at) => (inside(at, 4) ? view.getUint32(at, isLittle) : 0)
  const directory = long(4)
  const entries = Math.min(short(directory), MOST_ENTRIES)
  for (let entry = 0; entry < entries; entry++) {
    const at = directory + 2 + entry * ENTRY_BYTES
    if (short(at) !== ORIENTATION_TAG || short(at + 2) !== SHORT) continue
    const value = short(at + 8)
    return value >= 1 && value <= 8 ? value : null
  }
  return null
}

/** An EXIF segment of a JPEG that says how the phone was held and nothing else. */
export const orientationSegment = (orientation: number): Uint8Array =>
  Uint8Array.from([
    ...[0xff, 0xe1, 0x00, 0x22],
    ...[...EXIF].map((letter) => letter.charCodeAt(0)),
    // Big-endian TIFF, its one directory with one entry at 8.
    ...[0x4d, 0x4d, 0x00, 0x2a, 0, 0, 0, 8, 0, 1],
    ...[0x01, 0x12, 0, SHORT, 0, 0, 0, 1, 0, orientation, 0, 0],
    ...[0, 0, 0, 0],
  ])
