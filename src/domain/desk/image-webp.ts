import {
  joined,
  MOST_PARTS,
  type ReadImage,
  refuseImage,
  standsAt,
  uint32le,
  whyNotSize,
} from './image-file.ts'

const CHUNK_HEAD = 8
const FILE_HEAD = 12
const ALPHA_FLAG = 0x10

type Chunk = {
  readonly type: string
  /** Of its data. */
  readonly from: number
  readonly to: number
}
type Size = { readonly width: number; readonly height: number }

/** The chunks of the container; null = they don't fill it to the byte. */
function chunksOf(bytes: Uint8Array): readonly Chunk[] | null {
  const chunks: Chunk[] = []
  let at = FILE_HEAD
  while (at < bytes.length) {
    const from = at + CHUNK_HEAD
    const to = from + uint32le(bytes, at + 4)
    if (from > bytes.length || to > bytes.length || chunks.length >= MOST_PARTS) return null
    const isPadded = (to - from) % 2 === 1
    if (isPadded && bytes[to] !== 0) return null
    chunks.push({ type: String.fromCharCode(...bytes.subarray(at, at + 4)), from, to })
    at = to + (isPadded ? 1 : 0)
  }
  return at === bytes.length ? chunks : null
}

const uint24le = (bytes: Uint8Array, at: number): number =>
  (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16)

/** Size of a lossy picture: a key frame with its start code, whose first part lies within it (RFC 6386). */
function lossySize(bytes: Uint8Array, { from, to }: Chunk): Size | null {
  const tag = uint24le(bytes, from)
  const isKeyFrame = (tag & 1) === 0 && standsAt(bytes, from + 3, '\x9d\x01\x2a')
  const firstPart = tag >> 5
  if (to - from < 10 || !isKeyFrame || from + 10 + firstPart > to) return null
  const sides = uint32le(bytes, from + 6)
  return { width: sides & 0x3fff, height: (sides >>> 16) & 0x3fff }
}

/** Size of a lossless picture, version 0. */
function losslessSize(bytes: Uint8Array, { from, to }: Chunk): Size | null {
  const sides = uint32le(bytes, from + 1)
  if (to - from < 6 || bytes[from] !== 0x2f || sides >>> 29 !== 0) return null
  return { width: (sides & 0x3fff) + 1, height: ((sides >>> 14) & 0x3fff) + 1 }
}

function sizeOf(bytes: Uint8Array, chunk: Chunk): Size | null {
  return chunk.type === 'VP8 ' ? lossySize(bytes, chunk) : losslessSize(bytes, chunk)
}

const MAKES_PICTURE: readonly string[] = ['VP8 ', 'VP8L']
const MOVES: readonly string[] = ['ANIM', 'ANMF']

/** Whether the canvas that an extended file names is its one picture. */
function isCanvas(bytes: Uint8Array, { from, to }: Chunk, { width, height }: Size): boolean {
  return (
    to - from === 10 &&
    uint24le(bytes, from + 4) + 1 === width &&
    uint24le(bytes, from + 7) + 1 === height
  )
}

const le32 = (value: number): readonly number[] =>
  [0, 8, 16, 24].map((bits) => (value >>> bits) & 0xff)
const letters = (text: string): readonly number[] => [...text].map((letter) => letter.charCodeAt(0))

function written(type: string, data: Uint8Array): readonly Uint8Array[] {
  const head = Uint8Array.from([...letters(type), ...le32(data.length)])
  return [head, data, ...(data.length % 2 === 1 ? [new Uint8Array(1)] : [])]
}

/** The picture alone, with what makes it see-through where it is lossy. */
function rewrite(bytes: Uint8Array, picture: Chunk, alpha: Chunk | null, size: Size) {
  const { width, height } = size
  const flags = Uint8Array.from([
    ...[ALPHA_FLAG, 0, 0, 0],
    ...le32(width - 1).slice(0, 3),
    ...le32(height - 1).slice(0, 3),
  ])
  const parts = [
    ...(alpha ? written('VP8X', flags) : []),
    ...(alpha ? written('ALPH', bytes.subarray(alpha.from, alpha.to)) : []),
    ...written(picture.type, bytes.subarray(picture.from, picture.to)),
  ]
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  return joined([
    Uint8Array.from([...letters('RIFF'), ...le32(length + 4), ...letters('WEBP')]),
    ...parts,
  ])
}

type Parts = {
  readonly picture: Chunk
  readonly extended: Chunk | null
  readonly alpha: Chunk | null
}

/** The parts that make one picture; null = not one picture, or not in their order. */
function partsOf(chunks: readonly Chunk[]): Parts | null {
  const [first] = chunks
  const pictures = chunks.filter(({ type }) => MAKES_PICTURE.includes(type))
  const [picture] = pictures
  const extended = first?.type === 'VP8X' ? first : null
  if (!first || !picture || pictures.length !== 1) return null
  if (!extended && chunks.length !== 1) return null
  const alphas = chunks.filter(({ type }) => type === 'ALPH')
  const [alpha = null] = picture.type === 'VP8 ' ? alphas : []
  const isBefore = alpha === null || alpha.to <= picture.from
  return alphas.length <= 1 && isBefore ? { picture, extended, alpha } : null
}

/**
 * Reads a WebP and writes it anew with its picture alone: no EXIF, no XMP, no profile, no unknown chunk.
 * Refuses moving ones, damaged ones (container, chunks and frame header are held), those of too many
 * pixels, and files longer than their container says.
 */
export function readWebp(bytes: Uint8Array): ReadImage {
  if (!standsAt(bytes, 0, 'RIFF') || !standsAt(bytes, 8, 'WEBP')) return refuseImage('not_a_photo')
  const length = uint32le(bytes, 4) + 8
  if (length < bytes.length) return refuseImage('more_than_a_photo')
  const chunks = length === bytes.length ? chunksOf(bytes) : null
  if (!chunks) return refuseImage('damaged')
  if (chunks.some(({ type }) => MOVES.includes(type))) return refuseImage('moving')
  const parts = partsOf(chunks)
  const size = parts && sizeOf(bytes, parts.picture)
  if (!parts || !size) return refuseImage('damaged')
  if (parts.extended && !isCanvas(bytes, parts.extended, size)) return refuseImage('damaged')
  const { width, height } = size
  const tooLarge = whyNotSize(width, height)
  if (tooLarge) return refuseImage(tooLarge)
  const clean = rewrite(bytes, parts.picture, parts.alpha, size)
  return { ok: true, image: { mediaType: 'image/webp', width, height, bytes: clean } }
}
