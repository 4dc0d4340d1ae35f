import {
  type ImageRefusal,
  joined,
  MOST_PARTS,
  type ReadImage,
  refuseImage,
  standsAt,
  uint16,
  whyNotSize,
} from './image-file.ts'
import { isOfTables } from './image-jpeg-tables.ts'
import { orientationIn, orientationSegment } from './image-orientation.ts'

const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda
const APP1 = 0xe1
const APP14 = 0xee
/** Baseline, extended and progressive, Huffman-coded: what cameras write. */
const FRAMES: readonly number[] = [0xc0, 0xc1, 0xc2]
/** Tables and restart interval: DHT, DQT, DRI. */
const TABLES: readonly number[] = [0xc4, 0xdb, 0xdd]
const COMMENT = 0xfe
/** Each scan is decoded over the whole picture: a file of thousands is a trap. */
const MOST_SCANS = 100
/** A preview and a brightness map or two. */
const MOST_PICTURES = 20

type Size = { readonly width: number; readonly height: number; readonly components: number }

type Segment = {
  readonly marker: number
  /** Of its first byte (0xff) and after its last one, data of a scan included. */
  readonly from: number
  readonly to: number
}

const isApplication = (marker: number): boolean => marker >= 0xe0 && marker <= 0xef

/** Where the coded data of a scan ends: at the next marker that is no stuffing and no restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = from
  while (at < bytes.length) {
    at = bytes.indexOf(0xff, at)
    if (at < 0) return bytes.length
    const next = bytes[at + 1] ?? 0
    const goesOn = next === 0x00 || (next >= 0xd0 && next <= 0xd7)
    if (!goesOn) return at
    at += 2
  }
  return bytes.length
}

function segmentAt(bytes: Uint8Array, start: number): Segment | null {
  let from = start
  // Any number of fill bytes may stand before a marker.
  while (bytes[from] === 0xff && bytes[from + 1] === 0xff) from += 1
  const marker = bytes[from + 1]
  if (bytes[from] !== 0xff || marker === undefined) return null
  if (marker === EOI) return { marker, from, to: from + 2 }
  const length = uint16(bytes, from + 2)
  const to = from + 2 + length
  if (length < 2 || to > bytes.length) return null
  return { marker, from, to: marker === SOS ? endOfScan(bytes, to) : to }
}

/** Every segment from the beginning to the end mark; null = broken off or damaged. */
function segmentsOf(bytes: Uint8Array, start: number): readonly Segment[] | null {
  const segments: Segment[] = []
  let at = start + 2
  let scans = 0
  while (segments.at(-1)?.marker !== EOI) {
    const segment = segmentAt(bytes, at)
    if (!segment) return null
    const { marker } = segment
    if (marker === SOS) scans += 1
    const isKnown =
      [EOI, SOS, COMMENT, ...FRAMES, ...TABLES].includes(marker) || isApplication(marker)
    const isWhole = !TABLES.includes(marker) || isOfTables(bytes, segment.from)
    if (!isKnown || !isWhole || scans > MOST_SCANS || segments.length >= MOST_PARTS) return null
    segments.push(segment)
    at = segment.to
  }
  return segments
}

/** The frame's size, where its header is whole: 8 bits, one, three or four components, sampled 1 to 4. */
function sizeIn(bytes: Uint8Array, { from }: Segment): Size | null {
  const components = bytes[from + 9] ?? 0
  const isWhole =
    uint16(bytes, from + 2) === 8 + 3 * components &&
    bytes[from + 4] === 8 &&
    [1, 3, 4].includes(components)
  if (!isWhole) return null
  const samplings = Array.from({ length: components }, (_, i) => bytes[from + 11 + 3 * i] ?? 0)
  const isSampled = samplings.every((both) => [both >> 4, both & 15].every((n) => n >= 1 && n <= 4))
  if (!isSampled) return null
  return { height: uint16(bytes, from + 5), width: uint16(bytes, from + 7), components }
}

/** Whether a scan's header names components of the frame, and data follow it. */
function isScan(bytes: Uint8Array, { from, to }: Segment, { components }: Size): boolean {
  const named = bytes[from + 4] ?? 0
  const length = uint16(bytes, from + 2)
  return named >= 1 && named <= components && length === 6 + 2 * named && to > from + 2 + length
}

/** One frame, tables before it where it needs them, then scans. */
function frameOf(bytes: Uint8Array, segments: readonly Segment[]): Size | null {
  const frames = segments.filter(({ marker }) => FRAMES.includes(marker))
  const [frame] = frames
  const scans = segments.filter(({ marker }) => marker === SOS)
  const size = frame && sizeIn(bytes, frame)
  if (!frame || !size || frames.length !== 1 || scans.length === 0) return null
  const isAfter = scans.every((scan) => scan.from > frame.from && isScan(bytes, scan, size))
  return isAfter && segments.some(({ marker }) => marker === 0xdb) ? size : null
}

/**
 * What follows the picture. Phones hang further pictures there (a preview, a brightness map), each a whole
 * JPEG; those are left out. Anything else makes the file more than a photo.
 */
function whyNotRest(bytes: Uint8Array, end: number): ImageRefusal | null {
  let at = end
  let pictures = 0
  while (at < bytes.length) {
    if (bytes[at] === 0) {
      at += 1
      continue
    }
    if (!standsAt(bytes, at, '\xff\xd8\xff')) return 'more_than_a_photo'
    pictures += 1
    const last = pictures > MOST_PICTURES ? undefined : segmentsOf(bytes, at)?.at(-1)
    if (!last) return 'more_than_a_photo'
    at = last.to
  }
  return null
}

/** Adobe's mark says how colours are coded; only its last byte is taken over. */
function colourMark(bytes: Uint8Array, segments: readonly Segment[]): readonly Uint8Array[] {
  const mark = segments.find(
    ({ marker, from, to }) =>
      marker === APP14 && to - from === 16 && standsAt(bytes, from + 4, 'Adobe'),
  )
  const transform = mark ? (bytes[mark.from + 15] ?? 9) : 9
  if (transform > 2) return []
  const head = [0xff, APP14, 0, 14, ...[...'Adobe'].map((letter) => letter.charCodeAt(0))]
  return [Uint8Array.from([...head, 0, 100, 0, 0, 0, 0, transform])]
}

function turned(bytes: Uint8Array, segments: readonly Segment[]): readonly Uint8Array[] {
  const found = segments
    .filter(({ marker }) => marker === APP1)
    .map(({ from, to }) => orientationIn(bytes.subarray(from + 4, to)))
    .find((orientation) => orientation !== null)
  return found && found > 1 ? [orientationSegment(found)] : []
}

/**
 * Reads a JPEG and writes it anew with what makes the picture: no EXIF but how the phone was held, no
 * place, no time, no comment, no profile, no preview. Refuses damaged ones (segments, frame and scans are
 * held), those of too many pixels, and files that go on after the picture with anything but pictures.
 */
export function readJpeg(bytes: Uint8Array): ReadImage {
  if (bytes[0] !== 0xff || bytes[1] !== SOI || bytes[2] !== 0xff) return refuseImage('not_a_photo')
  const segments = segmentsOf(bytes, 0)
  const size = segments && frameOf(bytes, segments)
  if (!segments || !size) return refuseImage('damaged')
  const tooLarge = whyNotSize(size.width, size.height)
  if (tooLarge) return refuseImage(tooLarge)
  const rest = whyNotRest(bytes, segments.at(-1)?.to ?? 0)
  if (rest) return refuseImage(rest)
  const kept = segments.filter(({ marker }) => !isApplication(marker) && marker !== COMMENT)
  const clean = joined([
    bytes.subarray(0, 2),
    ...turned(bytes, segments),
    ...colourMark(bytes, segments),
    ...kept.map(({ from, to }) => bytes.subarray(from, to)),
  ])
  const { width, height } = size
  return { ok: true, image: { mediaType: 'image/jpeg', width, height, bytes: clean } }
}
