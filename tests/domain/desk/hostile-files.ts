import { type ImageRefusal, MOST_BYTES } from '#domain/desk/image-file.ts'
import {
  bytes,
  changed,
  jpegWith,
  le32,
  picture,
  placeOf,
  pngChunk,
  pngSaying,
  pngWith,
  segment,
  text,
  webpChunk,
  webpChunks,
  webpOf,
} from './pictures.ts'

const jpeg = picture('jpeg')
const png = picture('png')
const webp = picture('webp')

export const SCRIPT = '<script>alert(1)</script>'
const SVG = `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">${SCRIPT}</svg>`
const ZIP = bytes('PK\x03\x04', new Uint8Array(60), 'PK\x05\x06', new Uint8Array(18))
const MP4 = bytes([0, 0, 0, 24], 'ftypmp42', new Uint8Array(12), [0, 0, 0, 8], 'mdat')

const frame = placeOf(jpeg, 0xff, 0xc0)
const scan = placeOf(jpeg, 0xff, 0xda)
const endOfTables = scan
const framePart = jpeg.subarray(frame, frame + 19)
const scanPart = jpeg.subarray(scan, jpeg.length - 2)
const huffman = placeOf(jpeg, 0xff, 0xc4)

export const [, , picturePart = new Uint8Array()] = webpChunks(webp)
export const canvas = (width: number, height: number, flags = 0) =>
  webpChunk(
    'VP8X',
    bytes([flags, 0, 0, 0], le32(width - 1).slice(0, 3), le32(height - 1).slice(0, 3)),
  )

/** Files that are no photo, or more than one: what they are, and what is said of them. */
export const HOSTILE: readonly (readonly [
  what: string,
  file: Uint8Array<ArrayBuffer>,
  refusal: ImageRefusal,
])[] = [
  ['nothing at all', new Uint8Array(), 'empty'],
  ['one byte', bytes([0xff]), 'not_a_photo'],
  ['a megabyte too much', new Uint8Array(MOST_BYTES + 1), 'too_big'],
  ['words', text('just words'), 'not_a_photo'],
  ['a page', text(`<!doctype html>${SCRIPT}`), 'not_a_photo'],
  ['an SVG with a script', text(SVG), 'not_a_photo'],
  ['an SVG with its prolog', text(`<?xml version="1.0"?>${SVG}`), 'not_a_photo'],
  ['a GIF', bytes('GIF89a', new Uint8Array(20)), 'not_a_photo'],
  ['a GIF that is a script', text('GIF89a/*' + `*/=1;alert(1)//;`), 'not_a_photo'],
  ['a BMP', bytes('BM', new Uint8Array(60)), 'not_a_photo'],
  ['a TIFF', bytes('II*\0', new Uint8Array(60)), 'not_a_photo'],
  ['an icon', bytes([0, 0, 1, 0, 1, 0], new Uint8Array(40)), 'not_a_photo'],
  ['a HEIC', bytes([0, 0, 0, 24], 'ftypheic', new Uint8Array(20)), 'not_a_photo'],
  ['an AVIF', bytes([0, 0, 0, 24], 'ftypavif', new Uint8Array(20)), 'not_a_photo'],
  ['a PDF', text('%PDF-1.7\n%%EOF'), 'not_a_photo'],
  ['a ZIP', ZIP, 'not_a_photo'],
  ['a film', MP4, 'not_a_photo'],
  ['a program', bytes('MZ', new Uint8Array(200)), 'not_a_photo'],
  ['a shell script', text('#!/bin/sh\nrm -rf /'), 'not_a_photo'],

  ['a JPEG with a ZIP behind', bytes(jpeg, ZIP), 'more_than_a_photo'],
  ['a JPEG with a page behind', bytes(jpeg, SCRIPT), 'more_than_a_photo'],
  ['a JPEG with a program behind', bytes(jpeg, '<?php system($_GET[0]);'), 'more_than_a_photo'],
  ['a JPEG with a film behind', bytes(jpeg, MP4), 'more_than_a_photo'],
  ['a JPEG with half a JPEG behind', bytes(jpeg, jpeg.subarray(0, 60)), 'more_than_a_photo'],
  ['a JPEG behind a page', bytes(SCRIPT, jpeg), 'not_a_photo'],
  ['a JPEG behind a line break', bytes('\n', jpeg), 'not_a_photo'],
  ['a JPEG’s first bytes before a script', bytes([0xff, 0xd8], SCRIPT), 'not_a_photo'],
  ['a JPEG broken off', jpeg.subarray(0, jpeg.length - 2), 'damaged'],
  ['a JPEG of marks alone', bytes([0xff, 0xd8, 0xff, 0xd9]), 'damaged'],
  ['a JPEG without a frame', bytes(jpeg.subarray(0, frame), jpeg.subarray(frame + 19)), 'damaged'],
  [
    'a JPEG with two frames',
    bytes(jpeg.subarray(0, frame), framePart, jpeg.subarray(frame)),
    'damaged',
  ],
  ['a JPEG without a scan', bytes(jpeg.subarray(0, endOfTables), [0xff, 0xd9]), 'damaged'],
  [
    'a JPEG of 65,535 x 65,535',
    changed(jpeg, frame + 5, 0xff, 0xff, 0xff, 0xff),
    'too_many_pixels',
  ],
  ['a JPEG of no height', changed(jpeg, frame + 5, 0, 0), 'damaged'],
  ['a JPEG of 12 bits', changed(jpeg, frame + 4, 12), 'damaged'],
  ['a JPEG without loss', changed(jpeg, frame + 1, 0xc3), 'damaged'],
  ['a JPEG coded arithmetically', changed(jpeg, frame + 1, 0xc9), 'damaged'],
  ['a JPEG with an absurd sampling', changed(jpeg, frame + 11, 0xff), 'damaged'],
  [
    'a JPEG of a thousand scans',
    bytes(jpeg.subarray(0, scan), ...Array(1000).fill(scanPart), [0xff, 0xd9]),
    'damaged',
  ],
  ['a JPEG whose segment runs out of it', changed(jpeg, 4, 0xff, 0xff), 'damaged'],
  [
    'a JPEG with a program for a table',
    jpegWith(segment(0xc4, `\x00<?php system($_GET[0]); ${'A'.repeat(400)}`)),
    'damaged',
  ],
  [
    'a JPEG with a table and more in its segment',
    bytes(jpeg.subarray(0, huffman), segment(0xdd, `\x00\x00${SCRIPT}`), jpeg.subarray(huffman)),
    'damaged',
  ],

  ['a PNG with a ZIP behind', bytes(png, ZIP), 'more_than_a_photo'],
  ['a PNG with a page behind', bytes(png, SCRIPT), 'more_than_a_photo'],
  ['a PNG with one byte behind', bytes(png, [0]), 'more_than_a_photo'],
  ['a PNG behind a page', bytes(SCRIPT, png), 'not_a_photo'],
  ['a PNG of 100,000 x 100,000', pngSaying(100_000, 100_000), 'too_many_pixels'],
  ['a PNG as long as it is thin', pngSaying(1, 60_000_000), 'too_many_pixels'],
  ['a PNG of no width', pngSaying(0, 12), 'damaged'],
  ['a PNG of five bits', pngSaying(16, 12, 5), 'damaged'],
  ['a PNG of a colour that isn’t', pngSaying(16, 12, 8, 5), 'damaged'],
  ['a PNG with a palette of none', pngSaying(16, 12, 8, 3), 'damaged'],
  ['a PNG whose checksum is wrong', changed(png, 40, 7), 'damaged'],
  ['a PNG broken off', png.subarray(0, png.length - 12), 'damaged'],
  ['a PNG with two headers', pngWith(png.subarray(8, 33)), 'damaged'],
  ['a PNG that only an iPhone reads', pngWith(pngChunk('CgBI', 'abcd')), 'damaged'],
  ['a PNG without data', bytes(png.subarray(0, 33), pngChunk('IEND')), 'damaged'],
  [
    'a PNG whose data are a script',
    bytes(png.subarray(0, 33), pngChunk('IDAT', SCRIPT), pngChunk('IEND')),
    'damaged',
  ],
  [
    'a PNG whose data are torn',
    pngWith(pngChunk('IDAT', bytes([0x78, 0x01])), pngChunk('tEXt', 'a\0b')),
    'damaged',
  ],

  ['a WebP with bytes behind', bytes(webp, ZIP), 'more_than_a_photo'],
  ['a WebP behind a page', bytes(SCRIPT, webp), 'not_a_photo'],
  ['a WebP shorter than it says', webp.subarray(0, webp.length - 4), 'damaged'],
  ['a WebP whose chunk runs out of it', changed(webp, 16, 0xff, 0xff), 'damaged'],
  [
    'a WebP that moves',
    webpOf(
      canvas(16, 12, 2),
      webpChunk('ANIM', new Uint8Array(6)),
      webpChunk('ANMF', new Uint8Array(40)),
    ),
    'moving',
  ],
  ['a WebP without a picture', webpOf(canvas(16, 12), webpChunk('EXIF', SCRIPT)), 'damaged'],
  ['a WebP of two pictures', webpOf(canvas(16, 12), picturePart, picturePart), 'damaged'],
  ['a WebP of another size than its canvas', webpOf(canvas(4000, 4000), picturePart), 'damaged'],
  ['a WebP whose picture is a script', webpOf(webpChunk('VP8 ', SCRIPT)), 'damaged'],
  [
    'a WebP whose padding says something',
    webpOf(canvas(16, 12), picturePart, bytes('JUNK', le32(1), 'ab')),
    'damaged',
  ],
  ['a sound', bytes('RIFF', le32(40), 'WAVEfmt ', new Uint8Array(32)), 'not_a_photo'],
]
