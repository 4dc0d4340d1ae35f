import { describe, expect, it } from 'vitest'
import { MOST_BYTES } from '#domain/desk/image-file.ts'
import { readImage } from '#domain/desk/image-reading.ts'
import {
  bytes,
  jpegWith,
  le32,
  picture,
  pngChunk,
  pngWith,
  segment,
  webpChunk,
  webpChunks,
  webpOf,
} from './pictures.ts'

/** The same part so many times. */
const repeated = (part: Uint8Array, count: number): Uint8Array => {
  const all = new Uint8Array(part.length * count)
  for (let place = 0; place < count; place++) all.set(part, place * part.length)
  return all
}

const comments = (count: number) => jpegWith(repeated(segment(0xfe, ''), count))
const hungOn = (count: number) =>
  bytes(picture('jpeg'), repeated(Uint8Array.from([0xff, 0xd8, 0xff, 0xd9]), count))
const texts = (count: number) => pngWith(repeated(pngChunk('tEXt', ''), count))
function junk(count: number): Uint8Array {
  const [, , part = new Uint8Array()] = webpChunks(picture('webp'))
  const canvas = bytes([0, 0, 0, 0], le32(15).slice(0, 3), le32(11).slice(0, 3))
  return webpOf(webpChunk('VP8X', canvas), part, repeated(webpChunk('JUNK', ''), count))
}

describe('a photo of many parts', () => {
  it.each([
    ['comments in a JPEG', comments, 4_900, 5_000, 'damaged'],
    ['pictures behind a JPEG', hungOn, 20, 21, 'more_than_a_photo'],
    ['texts in a PNG', texts, 9_900, 10_000, 'damaged'],
    ['unknown parts of a WebP', junk, 4_900, 5_000, 'damaged'],
  ] as const)(
    'is taken up to a number of %s, and refused beyond',
    (_, made, most, more, refusal) => {
      expect(readImage(made(most)).ok).toBe(true)
      expect(readImage(made(more))).toEqual({ ok: false, refusal })
    },
  )

  it('is refused before its millions of parts are read', () => {
    let read = 0
    const whole = repeated(segment(0xfe, ''), MOST_BYTES / 4)
    whole.set([0xff, 0xd8, 0xff, 0xfe, 0, 4])
    const file = new Proxy(whole, {
      get(target, name) {
        if (typeof name === 'string' && /^\d+$/.test(name)) read += 1
        const value = Reflect.get(target, name, target)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
    expect(readImage(file)).toEqual({ ok: false, refusal: 'damaged' })
    expect(read).toBeLessThan(200_000)
  })
})
