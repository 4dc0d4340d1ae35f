import { crc32 } from '#domain/desk/image-png.ts'

/** Pictures of 16 x 12 pixels as a browser encodes them, profile and all. */
const ENCODED = {
  jpeg: '/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAMABADASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAAAwX/xAAgEQABAgUFAAAAAAAAAAAAAAABAAMCBBETURJBscHw/9oADAMBAAIRAxEAPwCYAMzEBZt6BXPgr0Mq4H7pcNMbc9L/2Q==',
  png: 'iVBORw0KGgoAAAANSUhEUgAAABAAAAAMCAYAAABr5z2BAAAAQ0lEQVR4AeyQwQkAMAgDgys5lDO5UztT+04+Cj76qXCPEDghttzPBMPwSBCeqNB/JNCyk78AoA1yByp0WBJo2cnvBRcAAP//f8h3SgAAAAZJREFUAwBCuz4pTQNpOAAAAABJRU5ErkJggg==',
  webp: 'UklGRjoCAABXRUJQVlA4WAoAAAAgAAAADwAACwAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADZWUDggTAAAABACAJ0BKhAADAACgEIlsAJ0TIBUIHk3BAAA/urUcPruCMhOjvS475/8wHCIR9PCn8B3o74ybx79ynn87/5d88/+kA6kg//9CT9wAAA=',
  webpAlpha:
    'UklGRkYCAABXRUJQVlA4WAoAAAAwAAAADwAACwAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADZBTFBIFwAAAAEPMP8REYIgECSD/U0XeIaI/k8ANI8JAFZQOCA4AAAAsAEAnQEqEAAMAAKAQiWwAnQwTwImAAD+8zaf/+nXL9q8vqNaXA/TyV2sB9kukUMRW+de21fdYAA=',
  webpLossless:
    'UklGRhACAABXRUJQVlA4WAoAAAAgAAAADwAACwAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADZWUDhMIQAAAC8PwAIAD3Cz5s9k/ox5/oMHRNo2cP6d3kHZNUT0P6A9AAA=',
} as const
export type Sample = keyof typeof ENCODED
export const SAMPLES = Object.keys(ENCODED) as readonly Sample[]

type Bytes = Uint8Array<ArrayBuffer>

export const picture = (name: Sample): Bytes =>
  Uint8Array.from(atob(ENCODED[name]), (letter) => letter.charCodeAt(0))

export const text = (words: string): Bytes =>
  Uint8Array.from(words, (letter) => letter.charCodeAt(0) & 0xff)

export const bytes = (...parts: readonly (string | Uint8Array | readonly number[])[]): Bytes =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...text(part)] : [...part])))

/** Bytes as a text, to look for words in. */
export const wordsIn = (data: Uint8Array): string =>
  Array.from(data, (byte) => String.fromCharCode(byte)).join('')

/** A copy with some bytes replaced from a place on. */
export function changed(data: Uint8Array, at: number, ...values: readonly number[]): Bytes {
  const copy = Uint8Array.from(data)
  copy.set(values, at)
  return copy
}

export const placeOf = (data: Uint8Array, ...values: readonly number[]): number => {
  const at = data.findIndex((_, place) => values.every((value, i) => data[place + i] === value))
  if (at < 0) throw new Error(`no ${values} in it`)
  return at
}

const be16 = (value: number) => [value >> 8, value & 255]
const be32 = (value: number) => [24, 16, 8, 0].map((bits) => (value >>> bits) & 255)
export const le32 = (value: number) => be32(value).reverse()

/** A segment of a JPEG. */
export const segment = (marker: number, data: Uint8Array | string): Bytes => {
  const body = bytes(data)
  return bytes([0xff, marker, ...be16(body.length + 2)], body)
}

/** A JPEG with segments right after its beginning. */
export const jpegWith = (...segments: readonly Uint8Array[]): Bytes => {
  const plain = picture('jpeg')
  return bytes(plain.subarray(0, 2), ...segments, plain.subarray(2))
}

export const PLACE = 'SECRET-PLACE-30.25N'

/** EXIF as cameras write it: how the phone was held, and where it was. */
export function exif(orientation: number, order: 'II' | 'MM'): Bytes {
  const short = (value: number) => (order === 'MM' ? be16(value) : be16(value).reverse())
  const long = (value: number) => (order === 'MM' ? be32(value) : le32(value))
  const entry = (tag: number, type: number, count: number, value: readonly number[]) => [
    ...short(tag),
    ...short(type),
    ...long(count),
    ...value,
  ]
  const gps = 8 + 2 + 3 * 12 + 4
  return bytes(
    'Exif\0\0',
    order,
    [...short(42), ...long(8), ...short(3)],
    entry(0x010f, 2, PLACE.length, long(gps)),
    entry(0x0112, 3, 1, [...short(orientation), 0, 0]),
    entry(0x8825, 4, 1, long(gps)),
    long(0),
    PLACE,
  )
}

/** A chunk of a PNG, with its checksum. */
export const pngChunk = (type: string, data: Uint8Array | string = ''): Bytes => {
  const body = bytes(type, data)
  return bytes(be32(body.length - 4), body, be32(crc32(body)))
}

const HEAD = 33

/** A PNG with chunks after its header. */
export const pngWith = (...chunks: readonly Uint8Array[]): Bytes => {
  const plain = picture('png')
  return bytes(plain.subarray(0, HEAD), ...chunks, plain.subarray(HEAD))
}

/** A PNG whose header says something else. */
export const pngSaying = (width: number, height: number, depth = 8, colour = 6): Bytes => {
  const plain = picture('png')
  const header = pngChunk('IHDR', bytes(be32(width), be32(height), [depth, colour, 0, 0, 0]))
  return bytes(plain.subarray(0, 8), header, plain.subarray(HEAD))
}

export const webpChunk = (type: string, data: Uint8Array | string): Bytes => {
  const body = bytes(data)
  return bytes(type, le32(body.length), body, body.length % 2 ? [0] : [])
}

/** A WebP container around chunks. */
export const webpOf = (...chunks: readonly Uint8Array[]): Bytes => {
  const body = bytes('WEBP', ...chunks)
  return bytes('RIFF', le32(body.length), body)
}

/** The chunks of a WebP, heads and all. */
export function webpChunks(data: Uint8Array): readonly Bytes[] {
  const chunks: Bytes[] = []
  const view = new DataView(data.buffer)
  for (let at = 12; at < data.length; ) {
    const length = view.getUint32(at + 4, true)
    const end = at + 8 + length + (length % 2)
    chunks.push(Uint8Array.from(data.subarray(at, end)))
    at = end
  }
  return chunks
}
