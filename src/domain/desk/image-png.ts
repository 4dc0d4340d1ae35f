import {
  joined,
  MOST_PARTS,
  type ReadImage,
  refuseImage,
  standsAt,
  uint32,
  whyNotSize,
} from './image-file.ts'

const SIGNATURE = '\x89PNG\r\n\x1a\n'
/** Some programs write the picture in pieces of one KiB. */
const MOST_CHUNKS = 2 * MOST_PARTS
/** Length, type and checksum around a chunk's data. */
const AROUND = 12

/** What a picture needs to look right. Everything else is left out: texts, dates, places, profiles, frames. */
const KEPT: ReadonlySet<string> = new Set([
  'IHDR',
  'PLTE',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'IDAT',
  'IEND',
])

/** Bits per sample that each colour type may have (PNG 3, table 8). */
const DEPTHS: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
}

const CHECKS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let check = byte
  for (let bit = 0; bit < 8; bit++) check = check & 1 ? 0xedb88320 ^ (check >>> 1) : check >>> 1
  return check
})

/** CRC-32 of `[from, to)`, as PNG reckons it. */
export function crc32(bytes: Uint8Array, from = 0, to = bytes.length): number {
  let crc = 0xffff_ffff
  for (let at = from; at < to; at++) {
    crc = (CHECKS[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8)
  }
  return (crc ^ 0xffff_ffff) >>> 0
}

type Chunk = { readonly type: string; readonly from: number; readonly to: number }

/** The chunk that begins at a place; null = none that is whole and sound. */
function chunkAt(bytes: Uint8Array, from: number): Chunk | null {
  const to = from + AROUND + uint32(bytes, from)
  if (from + AROUND > bytes.length || to > bytes.length) return null
  const type = String.fromCharCode(...bytes.subarray(from + 4, from + 8))
  const isSound =
    /^[A-Za-z]{4}$/.test(type) && crc32(bytes, from + 4, to - 4) === uint32(bytes, to - 4)
  return isSound ? { type, from, to } : null
}

/** Every chunk up to the end, and where that is; null = broken off or damaged. */
function chunksOf(bytes: Uint8Array): { chunks: readonly Chunk[]; end: number } | null {
  const chunks: Chunk[] = []
  let at = SIGNATURE.length
  while (chunks.at(-1)?.type !== 'IEND') {
    const chunk = chunkAt(bytes, at)
    if (!chunk || chunks.length >= MOST_CHUNKS) return null
    chunks.push(chunk)
    at = chunk.to
  }
  return { chunks, end: at }
}

const isCritical = ({ type }: Chunk): boolean => type[0] === type[0]?.toUpperCase()

/** Whether the chunks that make the picture are there, once where once, and in their order. */
function isInOrder(chunks: readonly Chunk[], colourType: number): boolean {
  const types = chunks.filter(isCritical).map(({ type }) => type)
  const order = types.map((type) => ({ IHDR: 'h', PLTE: 'p', IDAT: 'd', IEND: 'e' })[type] ?? '?')
  if (!/^hp?d+e$/.test(order.join(''))) return false
  const places = chunks.flatMap(({ type }, place) => (type === 'IDAT' ? [place] : []))
  const isOneRun = (places.at(-1) ?? 0) - (places[0] ?? 0) === places.length - 1
  const hasPalette = types.includes('PLTE')
  const needsPalette = colourType === 3
  const maysPalette = colourType === 2 || colourType === 3 || colourType === 6
  return isOneRun && (hasPalette ? maysPalette : !needsPalette)
}

/** Whether compressed picture data begins as such data does (RFC 1950). */
const isDeflated = (bytes: Uint8Array, { from }: Chunk): boolean =>
  ((bytes[from + 8] ?? 0) & 0x0f) === 8 &&
  ((bytes[from + 8] ?? 0) * 256 + (bytes[from + 9] ?? 0)) % 31 === 0

const HEADER_BYTES = 13

function isHeader(bytes: Uint8Array, { type, from, to }: Chunk): boolean {
  const at = from + 8
  const [depth = 0, colour = 9, compression, filter, interlace = 9] = bytes.subarray(
    at + 8,
    at + 13,
  )
  return (
    type === 'IHDR' &&
    to - from === HEADER_BYTES + AROUND &&
    (DEPTHS[colour]?.includes(depth) ?? false) &&
    compression === 0 &&
    filter === 0 &&
    interlace <= 1
  )
}

/**
 * Reads a PNG and writes it anew with the chunks that make the picture, and nothing after its end. A
 * moving one keeps its first picture. Refuses damaged ones (each chunk's checksum, order and header are
 * held), those of too many pixels, and files that go on after the picture.
 */
export function readPng(bytes: Uint8Array): ReadImage {
  if (!standsAt(bytes, 0, SIGNATURE)) return refuseImage('not_a_photo')
  const read = chunksOf(bytes)
  const [header] = read?.chunks ?? []
  if (!read || !header || !isHeader(bytes, header)) return refuseImage('damaged')
  const { chunks, end } = read
  const data = chunks.find(({ type }) => type === 'IDAT')
  const colourType = bytes[header.from + 17] ?? 9
  if (!data || !isDeflated(bytes, data) || !isInOrder(chunks, colourType)) {
    return refuseImage('damaged')
  }
  if (end !== bytes.length) return refuseImage('more_than_a_photo')
  const [width, height] = [uint32(bytes, header.from + 8), uint32(bytes, header.from + 12)]
  const tooLarge = whyNotSize(width, height)
  if (tooLarge) return refuseImage(tooLarge)
  const kept = chunks.filter(({ type }) => KEPT.has(type))
  const clean = joined([
    bytes.subarray(0, SIGNATURE.length),
    ...kept.map(({ from, to }) => bytes.subarray(from, to)),
  ])
  return { ok: true, image: { mediaType: 'image/png', width, height, bytes: clean } }
}
