/** What a photo may be kept as. */
export const IMAGE_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const
export type ImageType = (typeof IMAGE_TYPES)[number]

/** Why a file isn't kept; each has words. */
export const IMAGE_REFUSALS = [
  'empty',
  'too_big',
  'too_many_pixels',
  'not_a_photo',
  'damaged',
  'moving',
  'more_than_a_photo',
] as const
export type ImageRefusal = (typeof IMAGE_REFUSALS)[number]

/** A picture as its header says, written anew without anything that isn't the picture. */
export type CleanImage = {
  readonly mediaType: ImageType
  /** Pixels as stored, before any turning. */
  readonly width: number
  readonly height: number
  readonly bytes: Uint8Array<ArrayBuffer>
}

export type ReadImage =
  | { readonly ok: true; readonly image: CleanImage }
  | { readonly ok: false; readonly refusal: ImageRefusal }

/** Largest file that is read: 8 MiB. */
export const MOST_BYTES = 8 * 1024 * 1024
/** A phone's own camera makes 12 to 50 million; what says more is a trap for whoever opens it. */
export const MOST_PIXELS = 64_000_000
/** Parts of a file: a photo has some dozens, a moving or huge one some thousands; millions of empty ones are a trap. */
export const MOST_PARTS = 5_000
const LONGEST_SIDE = 16_384

export const refuseImage = (refusal: ImageRefusal): ReadImage => ({ ok: false, refusal })

/** Why a picture of this size isn't kept; null = it may be. */
export function whyNotSize(width: number, height: number): ImageRefusal | null {
  if (width < 1 || height < 1) return 'damaged'
  const isTooLarge = width > LONGEST_SIDE || height > LONGEST_SIDE || width * height > MOST_PIXELS
  return isTooLarge ? 'too_many_pixels' : null
}

/** Parts of a file one after the other, as bytes of their own. */
export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

/** Whether bytes stand at a place: of a text, one byte a letter. */
export const standsAt = (bytes: Uint8Array, at: number, text: string): boolean =>
  at + text.length <= bytes.length &&
  [...text].every((letter, place) => bytes[at + place] === letter.charCodeAt(0))

export const uint16 = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)

export const uint32 = (bytes: Uint8Array, at: number): number =>
  uint16(bytes, at) * 0x1_0000 + uint16(bytes, at + 2)

export const uint32le = (bytes: Uint8Array, at: number): number =>
  (bytes[at] ?? 0) +
  (bytes[at + 1] ?? 0) * 0x100 +
  (bytes[at + 2] ?? 0) * 0x1_0000 +
  (bytes[at + 3] ?? 0) * 0x100_0000
