import { beforeEach, describe, expect, it } from 'vitest'
import type { PlaceRow, PlaceShard, PlaceShardIndex } from '#domain/places/place.ts'
import type { RegionNamesFile } from '#domain/places/region-names.ts'
import { anOutlet } from '#support/an-outlet.ts'
import { fillHub } from '../support/a-hub.ts'
import { type Ask, aWorker, indexFile } from '../support/a-worker.ts'

const shenzhen = (id: string, lat: number, population: number, area: number): PlaceRow => [
  id,
  'Shenzhen',
  '深圳',
  area,
  'CN',
  lat,
  114,
  population,
]
const index: PlaceShardIndex = { from: ['h'] }
const shard: PlaceShard = {
  areas: [
    ['Guangdong', '广东'],
    ['Hebei', '河北'],
  ],
  places: [shenzhen('2', 38, 10_000, 1), shenzhen('1', 22.54, 17_000_000, 0)],
}
const PLACES = {
  '/data/places/index.json': JSON.stringify(index),
  '/data/places/h.json': JSON.stringify(shard),
}
const outlets = [
  anOutlet({
    code: 'SZ-001',
    lat: 22.54,
    lon: 114.01,
    name: { en: 'Near & <b>bold</b>', 'zh-CN': '近的' },
  }),
  anOutlet({
    code: 'SZ-002',
    lat: 22.6,
    lon: 114.1,
    services: { one_hour: 'done' },
    phones: [{ dial: '+8675588888888', display: '0755-8888 8888' }],
  }),
  anOutlet({ code: 'MAIL', lat: 31, lon: 121, kind: 'mail_in_centre' }),
]
let ask: Ask

beforeEach(async () => {
  const seq = await fillHub(outlets)
  ask = aWorker({
    files: { ...PLACES, '/data/outlets/index.json': indexFile(outlets, seq) },
  })
})

const page = async (path: string) => await (await ask(path)).text()
const codes = (text: string) => [...text.matchAll(/data-code="([^"]+)"/g)].map(([, code]) => code)

describe('the search page without JavaScript', () => {
  it('lists the nearest outlets of the largest place of a name, in either language', async () => {
    const english = await page('/outlets/search?q=Shenzhen')
    expect(codes(english).slice(0, 2)).toEqual(['SZ-001', 'SZ-002'])
    expect(english).toContain('Outlets nearest to Shenzhen, Guangdong, China')
    const chinese = await page('/zh/outlets/search?q=%E6%B7%B1%E5%9C%B3')
    expect(codes(chinese).slice(0, 2)).toEqual(['SZ-001', 'SZ-002'])
    expect(chinese).toContain('近的')
  })

  it('offers the other places of that name', async () => {
    expect(await page('/outlets/search?q=Shenzhen')).toContain('place=2')
    expect(await page('/outlets/search?q=Shenzhen&place=2')).toContain('Shenzhen, Hebei, China')
  })

  it('takes coordinates and keeps to filters', async () => {
    expect(codes(await page('/outlets/search?q=22.54,114&service=one_hour'))).toEqual(['SZ-002'])
  })

  it('keeps what was asked in the form and in the language switch', async () => {
    const text = await page('/outlets/search?q=22.54,114&service=one_hour')
    expect(text).toMatch(/<option value="one_hour" selected/)
    expect(text).toContain('href="/zh/outlets/search?q=22.54,114&amp;service=one_hour"')
  })

  it('offers to send the phone in where nothing is near', async () => {
    const text = await page('/outlets/search?q=Shenzhen&place=2')
    expect(text).toContain('No outlet within 100 km')
    expect(codes(text)[0]).toBe('MAIL')
  })

  it('says what to do about an unknown place, and about filters that nothing meets', async () => {
    expect(await page('/outlets/search?q=Atlantis')).toContain('We know no place called “Atlantis”')
    expect(await page('/outlets/search?q=22.54,114&stepFree=1')).toContain(
      'No outlet within 100 km matches your filters',
    )
  })

  it('shows names as text, never as HTML', async () => {
    const text = await page('/outlets/search?q=Shenzhen')
    expect(text).toContain('Near &amp; &lt;b&gt;bold&lt;/b&gt;')
    expect(await page('/outlets/search?q=%3Cscript%3E')).not.toContain('<script>')
  })

  it('pours into the shell: own title, no cache, no ETag of the shell', async () => {
    const answer = await ask('/outlets/search?q=Shenzhen', { headers: { 'If-None-Match': '*' } })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('ETag')).toBeNull()
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    const text = await answer.text()
    expect(text).toContain('<title>Find an outlet · Fixpoint</title>')
    expect(text).not.toContain('data-shell')
  })

  it.each(['/outlets/search', '/zh/outlets/search'])(
    'moves %s/ to the address without a slash and keeps the query',
    async (path) => {
      const answer = await ask(`${path}/?q=Xi%27an&service=one_hour`, { redirect: 'manual' })
      expect(answer.status).toBe(308)
      expect(answer.headers.get('Location')).toBe(`${path}?q=Xi%27an&service=one_hour`)
    },
  )

  it('sends a picked region to its own page', async () => {
    const answer = await ask('/zh/outlets/search?province=cn-zhejiang&city=cn-zhejiang-hangzhou')
    expect(answer.status).toBe(303)
    expect(answer.headers.get('Location')).toBe('/zh/outlets/in/cn-zhejiang-hangzhou/')
  })
})

describe('GET /api/v1/places', () => {
  it('answers places by population without a row', async () => {
    const log: string[] = []
    const logged = aWorker({ files: PLACES, log })
    const answer = await logged('/api/v1/places?q=shenzhen&locale=zh-CN')
    expect(await answer.json()).toMatchObject({
      places: [{ id: '1', name: '深圳', label: '广东', population: 17_000_000 }, { id: '2' }],
    })
    expect(JSON.parse(log[0] ?? '')).toMatchObject({ trips: 0, rowsRead: 0 })
  })

  it('knows the network’s own regions as the pages do, and says no population of theirs', async () => {
    const regions: RegionNamesFile = {
      countries: ['CN'],
      regions: [
        ['cn', 'China', '中国', -1, 0, 3500, 10_500, 3],
        ['atlantis', '', '亚特兰蒂斯市', 0, 2, 2200, 11_400, 3],
      ],
    }
    const files = { ...PLACES, '/data/regions/names.json': JSON.stringify(regions) }
    const withRegions = aWorker({ files })
    for (const q of ['Atlantis', '亚特兰蒂斯']) {
      const answer = await withRegions(`/api/v1/places?q=${encodeURIComponent(q)}`)
      expect(await answer.json()).toEqual({
        places: [expect.objectContaining({ id: 'region-atlantis', population: null, lat: 22 })],
      })
    }
    expect(await (await withRegions('/outlets/search?q=Atlantis')).text()).toContain(
      'Outlets nearest to Atlantis',
    )
  })

  it.each([
    ['', 'q', 'required'],
    ['q=%20', 'q', 'required'],
    [`q=${'x'.repeat(81)}`, 'q', 'too_long'],
    ['q=x&locale=xx', 'locale', 'not_allowed'],
  ])('refuses "%s" and names the field', async (query, field, code) => {
    const answer = await ask(`/api/v1/places?${query}`)
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ errors: [{ field, code }] })
  })

  it('finds nothing for a name nobody knows', async () => {
    expect(await (await ask('/api/v1/places?q=zzzz')).json()).toEqual({ places: [] })
  })
})
