import { describe, expect, it } from 'vitest'
import { MOST_PIXELS } from '#domain/desk/image-file.ts'
import { readImage } from '#domain/desk/image-reading.ts'
import { canvas, HOSTILE, picturePart, SCRIPT } from './hostile-files.ts'
import {
  bytes,
  exif,
  jpegWith,
  PLACE,
  picture,
  pngChunk,
  pngSaying,
  pngWith,
  SAMPLES,
  segment,
  webpChunk,
  webpChunks,
  webpOf,
  wordsIn,
} from './pictures.ts'

const jpeg = picture('jpeg')
const png = picture('png')
const webp = picture('webp')

describe('a file that is no photo', () => {
  it('is tried in more than thirty kinds', () => {
    expect(HOSTILE.length).toBeGreaterThanOrEqual(30)
    expect(new Set(HOSTILE.map(([what]) => what)).size).toBe(HOSTILE.length)
  })

  it.each(HOSTILE)('is refused, and why is said: %s', (_, file, refusal) => {
    expect(readImage(file)).toEqual({ ok: false, refusal })
  })

  it('is refused wherever a photo is cut short', () => {
    for (const name of SAMPLES) {
      const whole = picture(name)
      for (let length = 0; length < whole.length; length++) {
        expect(readImage(whole.subarray(0, length)).ok, `${name} at ${length}`).toBe(false)
      }
    }
  })
})

const kept = (file: Uint8Array) => {
  const read = readImage(file)
  if (!read.ok) throw new Error(read.refusal)
  return read.image
}

describe('a photo', () => {
  it.each(SAMPLES)('is taken by its own bytes, with its size: %s', (name) => {
    const mediaType = name.startsWith('webp') ? 'image/webp' : `image/${name}`
    expect(kept(picture(name))).toMatchObject({ mediaType, width: 16, height: 12 })
  })

  it.each(SAMPLES)('stays as it is when it is read again: %s', (name) => {
    const { bytes: once } = kept(picture(name))
    expect(kept(once).bytes).toEqual(once)
  })

  it.each(['II', 'MM'] as const)(
    'loses the place it was taken at, not how the phone was held: %s',
    (order) => {
      const { bytes: clean } = kept(jpegWith(segment(0xe1, exif(6, order))))
      expect(wordsIn(clean)).not.toContain(PLACE)
      // Its own EXIF: 36 bytes with one entry, big-endian, orientation 6.
      expect([...clean.subarray(2, 6)]).toEqual([0xff, 0xe1, 0, 34])
      expect([...clean.subarray(22, 34)]).toEqual([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0])
      expect(clean.length).toBe(kept(jpeg).bytes.length + 36)
    },
  )

  it('says nothing of how the phone was held where it was held upright, or absurdly', () => {
    for (const orientation of [0, 1, 9, 300]) {
      const { bytes: clean } = kept(jpegWith(segment(0xe1, exif(orientation, 'MM'))))
      expect(clean).toEqual(kept(jpeg).bytes)
    }
  })

  it('of JPEG loses every comment, profile, preview and note of the maker', () => {
    const notes = [0xe0, 0xe1, 0xe2, 0xe3, 0xed, 0xef, 0xfe]
    const noted = jpegWith(...notes.map((marker) => segment(marker, `${PLACE} ${SCRIPT}`)))
    const { bytes: clean } = kept(noted)
    expect(clean).toEqual(kept(jpeg).bytes)
    for (const word of [PLACE, 'script', 'ICC_PROFILE', 'JFIF']) {
      expect(wordsIn(clean)).not.toContain(word)
    }
  })

  it('of JPEG loses the further pictures that phones hang behind it', () => {
    const behind = jpegWith(segment(0xe1, exif(1, 'II')))
    const { bytes: clean } = kept(bytes(jpeg, [0, 0, 0], behind, [0]))
    expect(clean).toEqual(kept(jpeg).bytes)
  })

  it('of JPEG keeps Adobe’s mark of how colours are coded, and no more of it', () => {
    const mark = bytes('Adobe', [0, 100, 0x80, 0xab, 0xcd, 0xef, 0])
    const { bytes: clean } = kept(jpegWith(segment(0xee, mark)))
    expect([...clean.subarray(2, 18)]).toEqual([
      ...[0xff, 0xee, 0, 14, 65, 100, 111, 98, 101],
      ...[0, 100, 0, 0, 0, 0, 0],
    ])
  })

  it('of PNG loses words, times, places and further frames', () => {
    const noted = pngWith(
      ...['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME', 'iCCP', 'acTL', 'fcTL', 'prVt'].map((type) =>
        pngChunk(type, `${PLACE} ${SCRIPT}`),
      ),
    )
    const { bytes: clean } = kept(noted)
    expect(wordsIn(clean)).not.toContain(PLACE)
    expect(clean).toEqual(kept(png).bytes)
  })

  it('of WebP loses EXIF, XMP, profile and what nobody knows', () => {
    const noted = webpOf(
      canvas(16, 12, 0x2c),
      webpChunk('ICCP', PLACE),
      picturePart,
      webpChunk('EXIF', exif(6, 'II')),
      webpChunk('XMP ', `<x:xmpmeta>${PLACE}</x:xmpmeta>`),
      webpChunk('JUNK', SCRIPT),
    )
    const { bytes: clean } = kept(noted)
    expect(wordsIn(clean)).not.toContain(PLACE)
    expect(clean).toEqual(kept(webp).bytes)
    expect(wordsIn(clean.subarray(0, 16))).toMatch(/^RIFF.{4}WEBPVP8 $/s)
  })

  it('of WebP keeps what makes it see-through', () => {
    const { bytes: clean } = kept(picture('webpAlpha'))
    const types = webpChunks(clean).map((chunk) => wordsIn(chunk.subarray(0, 4)))
    expect(types).toEqual(['VP8X', 'ALPH', 'VP8 '])
  })

  it('may have as many pixels as the limit says, and not one more row', () => {
    const side = Math.sqrt(MOST_PIXELS)
    expect(readImage(pngSaying(side, side)).ok).toBe(true)
    expect(readImage(pngSaying(side, side + 1))).toEqual({ ok: false, refusal: 'too_many_pixels' })
  })
})
