import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findPlaces } from '#domain/places/find-places.ts'
import type { PlaceShardIndex } from '#domain/places/place.ts'
import { readShard } from '#domain/places/place.ts'
import { placeLabel, placeTitle } from '#domain/places/place-label.ts'
import { placeOrigin } from '#domain/places/place-origin.ts'
import { shardsOf } from '#domain/places/shard-of.ts'
import { writePlaces } from '#scripts/places/write-places.ts'

let dir = ''
const folder = () => join(dir, 'data/places')
const loaded: string[] = []

async function load(name: string): Promise<unknown> {
  loaded.push(name)
  const file = join(folder(), `${name}.json`)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}
async function find(query: string, limit = 5) {
  loaded.length = 0
  return findPlaces(query, { load, homeCountries: ['CN', 'US'], limit })
}
async function best(query: string) {
  const [place] = await find(query)
  return place ? `${place.name.en} ${place.name['zh-CN']}, ${placeLabel(place, 'en')}` : null
}

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'fixpoint-places-'))
  writePlaces(dir, {
    countries: ['CN', 'US'],
    gazetteer: { minPopulationHome: 500, minPopulationElsewhere: 15_000 },
  })
}, 60_000)
afterAll(() => rmSync(dir, { recursive: true, force: true }))

describe('the gazetteer', () => {
  it('puts the city of 17 million first of the three Shenzhens, in both languages', async () => {
    const places = (await find('Shenzhen')).filter(({ name }) => name.en === 'Shenzhen')
    expect(places.map(({ population }) => population)).toEqual([17_494_398, 0, 0])
    const labels = places.map((place) => placeLabel(place, 'zh-CN'))
    expect(labels).toEqual(['广东省', '浙江省宁波市', '广东省茂名市'])
    expect((await find('深圳'))[0]?.population).toBe(17_494_398)
  })
  it.each([
    ["Xi'an", 'Xi’an 西安市, Shaanxi, China'],
    ['Xian', 'Xi’an 西安市, Shaanxi, China'],
    ['xi an', 'Xi’an 西安市, Shaanxi, China'],
    ['bei jing', 'Beijing 北京市, China'],
    ['peking', 'Beijing 北京市, China'],
    ['Lvliang', 'Lüliang 吕梁市, Shanxi, China'],
    ['lüliang', 'Lüliang 吕梁市, Shanxi, China'],
    ['urumqi', 'Ürümqi 乌鲁木齐市, Xinjiang, China'],
    ['深圳市', 'Shenzhen 深圳市, Guangdong, China'],
    ['广东省深圳市', 'Shenzhen 深圳市, Guangdong, China'],
    ['廣州', 'Guangzhou 广州市, Guangdong, China'],
    ['东京', 'Tokyo 东京, Japan'],
    ['纽约', 'New York City 纽约, New York, United States'],
    ['new york', 'New York City 纽约, New York, United States'],
    ['São Paulo', 'São Paulo 圣保罗, Brazil'],
    ['94103', '94103 94103, San Francisco, California, United States'],
    ['Springfield, Illinois', 'Springfield 斯普林菲尔德, Illinois, United States'],
  ])('takes %s for %s', async (query, place) => {
    expect(await best(query)).toBe(place)
  })
  it.each([
    ['广东', '广东省'],
    ['广东省', '广东省'],
    ['海南', '海南省'],
    ['内蒙古', '内蒙古自治区'],
    ['广西壮族自治区', '广西壮族自治区'],
    ['吉林市', '吉林省吉林市'],
    ['南山区', '广东省深圳市南山区'],
    ['福田', '广东省深圳市福田区'],
    ['朝阳区', '北京市朝阳区'],
    ['北京朝阳区', '北京市朝阳区'],
    ['深圳南山', '广东省深圳市南山区'],
    ['广东省深圳市南山区', '广东省深圳市南山区'],
    ['北京中关村', '北京市中关村'],
    ['Beijing, Chaoyang', '北京市朝阳区'],
    ['Chaoyang, Beijing', '北京市朝阳区'],
    ['Beijing Chaoyang', '北京市朝阳区'],
    ['New York, NY', '美国纽约州纽约'],
    ['广东地乡', '新疆昌吉市广东地乡'],
  ])('takes %s for %s', async (query, title) => {
    const [place] = await find(query)
    expect(place && placeTitle(place, 'zh-CN')).toBe(title)
  })
  it.each(['100020', '518000', '999,999', '999'])('takes %s for no place', async (q) => {
    expect(await placeOrigin({ q, place: '' }, { load, homeCountries: ['CN', 'US'] })).toBeNull()
  })
  it('asks about the other 朝阳 when the district of Beijing wins', async () => {
    const gazetteer = { load, homeCountries: ['CN', 'US'] }
    const origin = await placeOrigin({ q: '朝阳区', place: '' }, gazetteer)
    const titles = origin?.namesakes.map((place) => placeTitle(place, 'zh-CN'))
    expect(titles).toContain('辽宁省朝阳市')
  })
  it('knows no place where there is none', async () => {
    expect(await find('Qwertzuiop')).toEqual([])
    expect(await find('龘龘')).toEqual([])
    expect(await find('!?')).toEqual([])
  })
  it('offers the largest places to a single letter', async () => {
    const names = (await find('s', 3)).map(({ name }) => name.en)
    expect(names).toEqual(['Shandong', 'Sichuan', 'Shanghai'])
  })
  it('names every Chinese prefecture-level city in Chinese', async () => {
    for (const name of ['河池', '咸宁', '泰安', '宿迁', '商洛', '晋中', '资阳', '滨州', '普洱']) {
      expect((await find(name))[0]?.name['zh-CN']).toBe(`${name}市`)
    }
  })
})

describe('the shards', () => {
  const shards = () => readdirSync(folder()).filter((file) => file !== 'index.json')
  const gzipped = (file: string) => gzipSync(readFileSync(join(folder(), file))).length

  it('are each at most 10 KB on the wire, and the index 4 KB', () => {
    const largest = Math.max(...shards().map(gzipped))
    expect(largest).toBeLessThanOrEqual(10_240)
    expect(gzipped('index.json')).toBeLessThanOrEqual(4_096)
  })
  it('are few enough to leave a deployment its files', () => {
    expect(shards().length).toBeLessThan(2_000)
  })
  it('answer a name with the index and at most two files', async () => {
    for (const query of ['Shenzhen', '深圳', 'san', 's', '94103', 'Zürich', '上']) {
      await find(query)
      expect(loaded.length).toBeLessThanOrEqual(3)
      expect(loaded[0]).toBe('index')
    }
  })
  it('hold every place under each of its own names', async () => {
    const index = (await load('index')) as PlaceShardIndex
    const holds = (file: string, id: string) =>
      readShard(JSON.parse(readFileSync(join(folder(), `${file}.json`), 'utf8'))).some(
        (place) => place.id === id,
      )
    const sample = shards()
      .filter((_, at) => at % 40 === 0)
      .flatMap((file) =>
        readShard(JSON.parse(readFileSync(join(folder(), file), 'utf8'))).slice(0, 2),
      )
    expect(sample.length).toBeGreaterThan(20)
    for (const place of sample) {
      for (const name of [place.name.en, place.name['zh-CN']]) {
        const files = shardsOf(name, index)
        const crowded = files[0]?.startsWith('top-')
        expect(crowded || files.some((file) => holds(file, place.id)), `${place.id} ${name}`).toBe(
          true,
        )
      }
    }
  })
  it('leave out small places abroad and keep small seats at home', async () => {
    const all = shards().flatMap((file) =>
      readShard(JSON.parse(readFileSync(join(folder(), file), 'utf8'))),
    )
    const abroad = all.filter(({ countryCode }) => !['CN', 'US'].includes(countryCode))
    expect(Math.min(...abroad.map(({ population }) => population))).toBeGreaterThanOrEqual(15_000)
    expect(all.some((place) => place.countryCode === 'CN' && place.population === 0)).toBe(true)
  })
})
