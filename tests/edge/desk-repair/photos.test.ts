import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { MEDIA_POLICY } from '#functions/http/headers.ts'
import {
  bytes,
  exif,
  jpegWith,
  PLACE,
  picture,
  pngChunk,
  pngWith,
  segment,
  text,
  webpChunk,
  webpChunks,
  webpOf,
  wordsIn,
} from '../../domain/desk/pictures.ts'
import { countOf } from '../support/a-hub.ts'
import { asForm, aWorker } from '../support/a-worker.ts'
import { at, type SignedInStaff, signedIn } from '../support/signed-in.ts'
import { aDesk, booked, type Desk, HTML, opened, pathOf } from './a-desk.ts'

let desk: Desk
let code: string
let bench: SignedInStaff

beforeEach(async () => {
  desk = await aDesk()
  code = await booked(desk.ask)
  bench = await signedIn([at('bench', 'HZ-001')], { key: 'bench' })
})

type File_ = readonly [name: string, data: Uint8Array<ArrayBuffer>, type?: string]

function upload(files: readonly File_[], who = bench, path = `${pathOf(code)}photos`) {
  const body = new FormData()
  body.append('moment', 'before')
  for (const [name, data, type = 'image/jpeg'] of files) {
    body.append('photo', new File([data], name, { type }))
  }
  const headers = { ...HTML, Cookie: who.cookie }
  return desk.ask(path, { method: 'POST', headers, body, redirect: 'manual' })
}

const stored = async () => {
  const { objects } = await env.MEDIA.list({ prefix: 'photos/' })
  const found = await Promise.all(objects.map(({ key }) => env.MEDIA.get(key)))
  return await Promise.all(
    found.filter((one) => one !== null).map(async (one) => new Uint8Array(await one.arrayBuffer())),
  )
}

const linkIn = (html: string): string =>
  (/src="([^"]*\/media\/pho_[^"]+)"/.exec(html)?.[1] ?? '').replaceAll('&amp;', '&')

beforeEach(async () => {
  const { objects } = await env.MEDIA.list()
  await env.MEDIA.delete(objects.map(({ key }) => key))
})

describe('photos of a phone', () => {
  it('are stored without place, time and words, of every format', async () => {
    const [, , frame = new Uint8Array()] = webpChunks(picture('webp'))
    const noted = [
      ['a.jpg', jpegWith(segment(0xe1, exif(6, 'II')), segment(0xfe, PLACE))],
      ['b.png', pngWith(pngChunk('tEXt', PLACE), pngChunk('eXIf', exif(1, 'MM').subarray(6)))],
      [
        'c.webp',
        webpOf(webpChunks(picture('webp'))[0] ?? bytes(), frame, webpChunk('XMP ', PLACE)),
      ],
    ] as const
    for (const [, data] of noted) expect(wordsIn(data)).toContain(PLACE)
    const answer = await upload(noted)
    expect(answer.status).toBe(303)
    const kept = await stored()
    expect(kept).toHaveLength(3)
    for (const data of kept) expect(wordsIn(data)).not.toContain(PLACE)
    const rows = await env.HUB.prepare(
      'SELECT media_type, width, height, moment, staff_id FROM repair_photos ORDER BY media_type',
    ).all()
    expect(rows.results.map((row) => row['media_type'])).toEqual([
      'image/jpeg',
      'image/png',
      'image/webp',
    ])
    expect(rows.results[0]).toMatchObject({
      width: 16,
      height: 12,
      moment: 'before',
      staff_id: bench.id,
    })
  })

  it('are told by their bytes, whatever their name and type say', async () => {
    const answer = await upload([
      ['photo.jpg', text('<script>alert(1)</script>'), 'image/jpeg'],
      ['photo.svg', picture('png'), 'image/svg+xml'],
      ['empty.png', bytes(), 'image/png'],
      ['both.jpg', bytes(picture('jpeg'), 'PK\x03\x04'), 'image/jpeg'],
    ])
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('photo.jpg: it is no JPEG, PNG or WebP picture.')
    expect(html).toContain('empty.png: the file is empty.')
    expect(html).toContain('both.jpg: it holds more than a picture.')
    expect(html).toContain('1 photo was added.')
    expect(await stored()).toEqual([picture('png')])
    expect(await countOf('repair_photos')).toBe(1)
  })

  it('are there once, however often they are sent', async () => {
    await upload([['a.jpg', picture('jpeg')]])
    await upload([['again.jpg', picture('jpeg')]])
    expect(await stored()).toHaveLength(1)
    expect(await countOf('repair_photos')).toBe(1)
  })

  it('are refused above 8 MB each, and above six at once', async () => {
    const large = await upload([['large.jpg', new Uint8Array(8 * 1024 * 1024 + 1)]])
    expect(await large.text()).toContain('large.jpg: it is larger than 8 MB.')
    const many = Array.from(
      { length: 7 },
      (_, i): File_ => [`${i}.jpg`, jpegWith(segment(0xc4, bytes([i % 4], new Uint8Array(16))))],
    )
    const answer = await upload(many)
    expect(await answer.text()).toContain('6.jpg: that is too many')
    expect(await stored()).toHaveLength(4)
  })

  it('may be larger than other forms, which hold to their limit', async () => {
    const big = new Uint8Array(200_000)
    expect((await upload([['big.jpg', big]])).status).toBe(422)
    const note = await desk.ask(`${pathOf(code)}notes`, asForm({ words: 'x'.repeat(100_000) }))
    expect(note.status).toBe(413)
  })

  it('are added by whoever works there, and by nobody out of scope', async () => {
    const far = await signedIn([at('bench', 'SZ-001')], { key: 'far' })
    expect((await upload([['a.jpg', picture('jpeg')]], far)).status).toBe(404)
    const agent = await signedIn([at('agent', 'HZ-001')], { key: 'agent' })
    expect((await upload([['a.jpg', picture('jpeg')]], agent)).status).toBe(403)
    expect(await stored()).toEqual([])
  })

  it('are added as JSON says too, each with what became of it', async () => {
    const path = `/api/v1/desk/repairs/${code}/photos`
    const answer = await upload(
      [
        ['a.jpg', picture('jpeg')],
        ['b.jpg', text('no')],
      ],
      bench,
      path,
    )
    expect(await answer.json()).toMatchObject({
      photos: [{ width: 16, height: 12 }],
      refused: [{ name: 'b.jpg', code: 'not_a_photo' }],
    })
  })
})

describe('the link to a photo', () => {
  const linked = async () => {
    await upload([['a.jpg', picture('jpeg')]])
    return linkIn(await (await opened(desk.ask, pathOf(code), bench)).text())
  }

  it('shows it to whoever has it, by no cookie, and lets it run nothing', async () => {
    const answer = await desk.ask(await linked())
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Content-Type')).toBe('image/jpeg')
    expect(answer.headers.get('Content-Security-Policy')).toBe(MEDIA_POLICY)
    expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(answer.headers.get('Set-Cookie')).toBeNull()
    expect(wordsIn(new Uint8Array(await answer.arrayBuffer()))).not.toContain('ICC_PROFILE')
  })

  it('is good for ten minutes', async () => {
    const link = await linked()
    desk.later(10 * 60_000 - 1)
    expect((await desk.ask(link)).status).toBe(200)
    desk.later(1)
    expect((await desk.ask(link)).status).toBe(404)
  })

  it('is for its photo and its time alone', async () => {
    const link = await linked()
    const later = link.replace(/until=(\d+)/, (_, until: string) => `until=${Number(until) + 1}`)
    const other = link.replace(/pho_\w/, (id) => `pho_${id.endsWith('0') ? '1' : '0'}`)
    const bare = link.split('?')[0] ?? ''
    for (const forged of [later, other, bare, `${bare}?until=1&mac=`, `${link}0`]) {
      expect((await desk.ask(forged)).status, forged).toBe(404)
    }
  })

  it('leads to a host of its own where one is configured, which pages may then show', async () => {
    await upload([['a.jpg', picture('jpeg')]])
    const ask = aWorker({
      now: desk.now,
      vars: { MEDIA_ORIGIN: 'https://media.fixpoint.example' },
    })
    const page = await opened(ask, pathOf(code), bench)
    expect(linkIn(await page.text())).toMatch(/^https:\/\/media\.fixpoint\.example\/media\/pho_/)
    expect(page.headers.get('Content-Security-Policy')).toContain(
      "img-src 'self' https://media.fixpoint.example",
    )
  })
})
