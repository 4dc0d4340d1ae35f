import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { photoKey } from '#functions/repairs/photo-link.ts'
import { eraseMedia } from '#functions/voices/erase-media.ts'
import { HOSTILE } from '../../domain/desk/hostile-files.ts'
import {
  bytes,
  exif,
  jpegWith,
  PLACE,
  picture,
  segment,
  wordsIn,
} from '../../domain/desk/pictures.ts'
import { aVisitor, hiddenIn, tell, type Visitor } from '../feedback/a-visitor.ts'
import { aCounter } from '../support/a-counter.ts'
import { countOf, fillHub } from '../support/a-hub.ts'
import { type Ask, aWorker, indexFile, NOW } from '../support/a-worker.ts'
import { at, everywhere, signedIn } from '../support/signed-in.ts'
import { theSources } from '../support/the-sources.ts'
import { markOf } from './mark-of.ts'

const PATH = '/feedback/photos/'
const outlets = [aCounter(), aCounter({ code: 'HZ-002' })]
const ABOUT = { aboutOutlet: 'yes', said: 'The glass is scratched.' }

let ask: Ask
let me: Visitor
let now = NOW

beforeEach(async () => {
  now = NOW
  const seq = await fillHub(outlets)
  ask = aWorker({ now: () => now, files: { '/data/outlets/index.json': indexFile(outlets, seq) } })
  me = aVisitor(ask)
  const { objects } = await env.MEDIA.list()
  await env.MEDIA.delete(objects.map(({ key }) => key))
})

type Bytes = Uint8Array<ArrayBuffer>

const told = (who = me) => tell(who, { path: '/feedback/question/?outlet=HZ-001', ...ABOUT })
const complained = (who = me) =>
  tell(who, { path: '/feedback/new-complaint/?outlet=HZ-001', ...ABOUT })

/** What a form carries that was made for what a visitor's ticket is for now. */
const aboutOf = (who: Visitor): Promise<string> =>
  markOf(
    decodeURIComponent(/__Host-voice=([^;|]*)/.exec(who.cookie())?.[1] ?? '').split('|')[0] ?? '',
  )

async function photo(data: Bytes, name = 'photo.jpg', who = me, path = PATH) {
  const body = new FormData()
  body.append('about', await aboutOf(who))
  body.append('photo', new File([data], name, { type: 'image/jpeg' }))
  return who.visit(path, { method: 'POST', body })
}

/** Photos that are each another one. */
const another = (number: number): Bytes =>
  jpegWith(segment(0xc4, bytes([number], new Uint8Array(16))))

const stored = async () => (await env.MEDIA.list({ prefix: 'photos/' })).objects.map((o) => o.key)
const linksIn = (html: string): readonly string[] =>
  [...html.matchAll(/src="([^"]*\/media\/pho_[^"]+)"/g)].map(([, link = '']) =>
    link.replaceAll('&amp;', '&'),
  )

describe('a photo of what a customer says', () => {
  it('is added on the page that says it was sent, without place and time, and is seen by them', async () => {
    const { sent } = await told()
    expect(sent).toContain('action="/feedback/photos/"')
    expect(sent).toMatch(/enctype="multipart\/form-data"/i)
    const noted = jpegWith(segment(0xe1, exif(6, 'II')), segment(0xfe, PLACE))
    expect(wordsIn(noted)).toContain(PLACE)
    expect(await photo(noted)).toMatchObject({ status: 303, location: PATH })
    for (const page of [PATH, '/feedback/status/']) {
      const { html } = await me.visit(page)
      const [link = ''] = linksIn(html)
      const answer = await ask(link)
      expect(answer.status, page).toBe(200)
      expect(wordsIn(new Uint8Array(await answer.arrayBuffer()))).not.toContain(PLACE)
    }
    now += 10 * 60_000
    const { html } = await me.visit(PATH)
    now += 10 * 60_000
    expect((await ask(linksIn(html)[0] ?? '')).status).toBe(404)
  })

  it('is added to a complaint too, in the customer’s language', async () => {
    await complained()
    const added = await photo(picture('png'), 'a.png', me, `/zh${PATH}`)
    expect(added).toMatchObject({ status: 303, location: `/zh${PATH}` })
    const { html } = await me.visit('/zh/feedback/complaint/')
    expect(linksIn(html)).toHaveLength(1)
    expect(html).toContain('添加照片')
    const row = await env.HUB.prepare('SELECT media_type, width, height FROM voice_photos').first()
    expect(row).toEqual({ media_type: 'image/png', width: 16, height: 12 })
  })

  it('of anything else is refused for what it is, and nothing of it is kept', async () => {
    await told()
    for (const [what, data] of HOSTILE) {
      const { status, html } = await photo(data, 'p<b>.jpg')
      expect(status, what).toBe(422)
      expect(html, what).toContain('p&lt;b&gt;.jpg: ')
      expect(html, what).toContain('href="#photo"')
    }
    expect(HOSTILE.length).toBeGreaterThanOrEqual(60)
    expect(await stored()).toEqual([])
    expect(await countOf('voice_photos')).toBe(0)
    const none = await me.post(PATH, { about: await aboutOf(me) })
    expect(none.status).toBe(422)
    expect(none.html).toContain('Choose a photo first.')
  })

  it('is there once however often it is sent, and three times at most', async () => {
    await told()
    for (const data of [another(0), another(0), another(1), another(2)]) {
      expect((await photo(data)).status).toBe(303)
    }
    const refused = await photo(another(3))
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('There are 3 photos already')
    expect(await stored()).toHaveLength(3)
    expect((await me.visit(PATH)).html).not.toContain('type="file"')
  })

  it('is one of three however many arrive at once, and what is too much lies nowhere', async () => {
    await told()
    const answers = await Promise.all([0, 1, 2, 3, 0x10, 0x11].map((n) => photo(another(n))))
    const statuses = answers.map(({ status }) => status).sort()
    expect(statuses).toEqual([303, 303, 303, 422, 422, 422])
    expect(await countOf('voice_photos')).toBe(3)
    expect(await stored()).toHaveLength(3)
  })

  it('is held to three and to its size by the database itself', async () => {
    const { code } = await told()
    const put = (place: number, size: number) =>
      env.HUB.prepare(
        `INSERT INTO voice_photos VALUES (?1, ?2, 'pho_' || ?2, 'image/png', 1, 1, ?3, 0)`,
      )
        .bind(code, place, size)
        .run()
    await put(3, 8 * 1024 * 1024)
    await expect(put(4, 1)).rejects.toThrow('three_photos')
    await expect(put(2, 8 * 1024 * 1024 + 1)).rejects.toThrow('CHECK')
  })
})

describe('who may add one', () => {
  it('is nobody without the ticket of something they said, and nobody by another’s', async () => {
    const { code } = await told()
    const nobody = aVisitor(ask)
    const lookUp = { status: 303, location: '/feedback/look-up/' }
    expect(await photo(picture('jpeg'), 'a.jpg', nobody)).toMatchObject(lookUp)
    expect(await nobody.visit(PATH)).toMatchObject(lookUp)
    const forged = `__Host-voice=feedback/${code}|link|${NOW + 60_000}|${'0'.repeat(64)}`
    const answer = await ask(PATH, { headers: { Cookie: forged }, redirect: 'manual' })
    expect(answer.status).toBe(303)
    const other = aVisitor(ask)
    await told(other)
    expect((await photo(picture('jpeg'), 'a.jpg', other)).status).toBe(303)
    const { results } = await env.HUB.prepare('SELECT code FROM voice_photos').all()
    expect(results).not.toContainEqual({ code })
    expect(linksIn((await me.visit(PATH)).html)).toEqual([])
    now += 31 * 60_000
    expect((await photo(picture('png'))).location).toBe('/feedback/look-up/')
  })

  it('is nobody from another site, by whatever form', async () => {
    await told()
    const body = new FormData()
    body.append('photo', new File([picture('jpeg')], 'a.jpg'))
    const headers = { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' }
    expect((await me.visit(PATH, { method: 'POST', body, headers })).status).toBe(403)
    expect(await stored()).toEqual([])
  })

  it('is nobody by a form that another tab has left behind', async () => {
    await told()
    const { about = '' } = hiddenIn((await me.visit(PATH)).html, PATH)
    await told()
    const body = new FormData()
    body.append('about', about)
    body.append('photo', new File([picture('jpeg')], 'a.jpg'))
    const { status, html } = await me.visit(PATH, { method: 'POST', body })
    expect(status).toBe(409)
    expect(html).toContain('The form was made for something else')
    expect(await stored()).toEqual([])
  })

  it('is nobody once it was answered', async () => {
    const { code } = await told()
    await env.HUB.prepare(`UPDATE feedback SET status = 'answered' WHERE code = ?1`)
      .bind(code)
      .run()
    const { status, html } = await photo(picture('jpeg'))
    expect(status).toBe(422)
    expect(html).toContain('No photo can be added now')
    expect(html).not.toContain('type="file"')
    expect(await stored()).toEqual([])
  })
})

describe('the photos of what a customer said', () => {
  let people = 0
  const seenBy = async (path: string, grant: Parameters<typeof signedIn>[0][number]) => {
    people += 1
    const { cookie } = await signedIn([grant], { key: `seer-${people}` })
    const answer = await ask(path, { headers: { Cookie: cookie }, redirect: 'manual' })
    return { status: answer.status, links: linksIn(await answer.text()) }
  }

  it('are seen by staff who may see it, and by no others', async () => {
    const { code } = await told()
    await photo(picture('jpeg'))
    const path = `/desk/feedback/${code}/`
    const seen = await seenBy(path, at('outlet_manager', 'HZ-001'))
    expect(seen.links).toHaveLength(1)
    expect((await ask(seen.links[0] ?? '')).headers.get('Content-Type')).toBe('image/jpeg')
    expect(await seenBy(path, at('outlet_manager', 'HZ-002'))).toEqual({ status: 404, links: [] })
    expect(await seenBy(path, at('counter', 'HZ-001'))).toEqual({ status: 403, links: [] })
    const complainer = aVisitor(ask)
    const complaint = await complained(complainer)
    await photo(picture('jpeg'), 'a.jpg', complainer)
    const there = await seenBy(`/desk/complaints/${complaint.code}/`, everywhere('agent'))
    expect(there.links).toHaveLength(1)
  })

  it('are seen with the complaint that it became', async () => {
    const { code } = await tell(me, { said: 'So rude. I want to complain.' })
    await photo(picture('jpeg'))
    const { cookie } = await signedIn([everywhere('agent')], { key: 'confirming' })
    const confirmed = await ask(`/api/v1/desk/feedback/${code}/actions/confirm`, {
      ...{ method: 'POST', body: '{}' },
      headers: { Cookie: cookie, 'If-Match': '"2"', 'Content-Type': 'application/json' },
    })
    expect(confirmed.status).toBe(200)
    const { feedback } = (await confirmed.json()) as { feedback: { complaintCode: string } }
    const path = `/desk/complaints/${feedback.complaintCode.replaceAll('-', '')}/`
    expect((await seenBy(path, everywhere('agent'))).links).toHaveLength(1)
    await me.post('/feedback/actions/complaint', {})
    expect(linksIn((await me.visit('/feedback/complaint/')).html)).toHaveLength(1)
  })

  it('go with the private row, out of the bucket too', async () => {
    const { code } = await told()
    await photo(another(0))
    await photo(another(1))
    const keeper = aVisitor(ask)
    await told(keeper)
    await photo(picture('webp'), 'a.webp', keeper)
    await env.HUB.prepare('DELETE FROM voices_private WHERE code = ?1').bind(code).run()
    expect(await countOf('voice_photos')).toBe(1)
    const broken = eraseMedia(theSources(), () => Promise.reject(new Error('no bucket')))
    await expect(broken).rejects.toThrow('no bucket')
    expect(await stored()).toHaveLength(3)
    const drop = (ids: readonly string[]) => env.MEDIA.delete(ids.map(photoKey))
    expect(await eraseMedia(theSources(), drop)).toBe(2)
    expect(await eraseMedia(theSources(), drop)).toBe(0)
    expect(await stored()).toHaveLength(1)
    // What is erased takes nothing new.
    expect((await photo(another(2))).status).toBe(422)
    expect(await stored()).toHaveLength(1)
  })
})
