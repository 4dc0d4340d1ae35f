import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { SECURITY_HEADERS } from '#functions/http/headers.ts'
import { API_DESCRIPTION_PATH } from '#functions/http/texts-path.ts'

const base = inject('baseUrl')
const ask = (path: string, init?: RequestInit) =>
  fetch(`${base}${path}`, { redirect: 'manual', ...init })
const json = async (path: string) => (await ask(path)).json() as Promise<Record<string, never>>
const post = (body: string, type: string): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': type },
  body,
})
const VERIFY = '/api/v1/outlets/verify'
const BROWSER = { headers: { Accept: 'text/html,*/*;q=0.8' } }

describe('every answer carries the same security headers', () => {
  it.each([
    ['a page', '/outlets/', {}],
    ['a Chinese page', '/zh/outlets/', {}],
    ['a data file', '/data/outlets/index.json', {}],
    ['the icon', '/favicon.svg', {}],
    ['the page for what is not there', '/nowhere/', {}],
    ['the API', '/api/v1/outlets?limit=1', {}],
    ['a refusal of the API', '/api/v1/outlets?limit=0', {}],
    ['an edge page', '/verify/', {}],
    ['a refused form', '/verify/', post('x', 'text/plain')],
    ['an unknown edge page', '/verify/nowhere', {}],
    ['a redirect', '/verify', {}],
    ['the health check', '/healthz', {}],
  ])('%s', async (_, path, init) => {
    const answer = await ask(path, init)
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
      expect(answer.headers.get(name)).toBe(value)
    }
  })
})

describe('the API over HTTP', () => {
  it('is healthy', async () => {
    expect(await json('/healthz')).toEqual({ status: 'ok' })
  })

  it('describes itself as the build did, with every route and what each takes', async () => {
    type Described = Record<'paths' | 'components', Record<string, unknown>>
    const told = (await json('/api/openapi.json')) as Described
    const built = readFileSync(join(inject('distDir'), API_DESCRIPTION_PATH), 'utf8')
    expect(told).toEqual(JSON.parse(built))
    expect(Object.keys(told.paths).length).toBeGreaterThan(60)
    expect(JSON.stringify(told)).toContain('IfMatch')
    expect(Object.keys(told.components.schemas ?? {})).not.toEqual([])
  })

  it('finds the nearest outlets to the centre of Shenzhen, nearest first, each a page of its own', async () => {
    const { outlets } = (await json(
      '/api/v1/outlets/nearest?lat=22.5455&lon=114.0683&limit=10',
    )) as unknown as {
      outlets: { code: string; distanceKm: number; openState: string }[]
    }
    expect(outlets).toHaveLength(10)
    const distances = outlets.map(({ distanceKm }) => distanceKm)
    expect(distances).toEqual([...distances].sort((a, b) => a - b))
    for (const { code, openState } of outlets) {
      expect(['open', 'closed', 'unknown']).toContain(openState)
      expect((await ask(`/outlets/${code.toLowerCase()}/`)).status).toBe(200)
    }
  })

  it('pages through the whole network once', async () => {
    const codes: string[] = []
    let query = '?limit=100'
    while (query) {
      const { outlets, nextCursor } = (await json(`/api/v1/outlets${query}`)) as unknown as {
        outlets: { code: string }[]
        nextCursor: string | null
      }
      codes.push(...outlets.map(({ code }) => code))
      query = nextCursor ? `?limit=100&cursor=${nextCursor}` : ''
    }
    expect(codes.length).toBeGreaterThan(300)
    expect(new Set(codes).size).toBe(codes.length)
  })

  it.each([
    ['Shenzhen', 'en', 'Shenzhen'],
    ['深圳', 'zh-CN', '深圳'],
    ['shenzhen', 'zh-CN', '深圳'],
  ])('knows the largest %s first', async (q, locale, name) => {
    const { places } = (await json(
      `/api/v1/places?q=${encodeURIComponent(q)}&locale=${locale}`,
    )) as unknown as { places: { name: string; population: number }[] }
    expect(places[0]?.name).toContain(name)
    expect(places[0]?.population).toBeGreaterThan(10_000_000)
  })

  it('answers 304 to whoever has it already', async () => {
    const etag = (await ask('/api/v1/places?q=Beijing')).headers.get('ETag') ?? ''
    const again = await ask('/api/v1/places?q=Beijing', { headers: { 'If-None-Match': etag } })
    expect(again.status).toBe(304)
  })

  it.each([
    ['malformed JSON', post('{"plaqueCode":', 'application/json'), 400],
    ['a body too large', post(`{"plaqueCode":"${'A'.repeat(70_000)}"}`, 'application/json'), 413],
    ['a body of another type', post('plaqueCode=x', 'text/plain'), 415],
    ['a mistyped plaque code', post('{"plaqueCode":"AAAA-AAAA-0"}', 'application/json'), 422],
    ['another method', { method: 'PUT', body: '{}' }, 405],
    [
      'what another site posts',
      { ...post('{}', 'application/json'), headers: { Origin: 'https://elsewhere.example' } },
      403,
    ],
  ])('refuses %s as problem details', async (_, init, status) => {
    const answer = await ask(VERIFY, init)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('Content-Type')).toMatch(/^application\/problem\+json/)
    expect(await answer.json()).toMatchObject({ status })
  })

  it('knows a code that is on no plaque of ours', async () => {
    const answer = await ask(VERIFY, post('{"plaqueCode":"7k3m 9qxf c"}', 'application/json'))
    expect(await answer.json()).toMatchObject({
      verification: { genuine: false, status: 'unknown' },
    })
  })
})

it.each(['/_astro/nowhere.js', '/data/outlets/cells/en/nowhere.json'])(
  'lets no browser keep for long that %s is missing',
  async (path) => {
    const answer = await ask(path)
    expect(answer.status).toBe(404)
    const kept = answer.headers.get('Cache-Control') ?? ''
    expect(kept).not.toContain('immutable')
    expect(Number(/max-age=(\d+)/.exec(kept)?.[1])).toBeLessThanOrEqual(3600)
  },
)

it.each(['/outlets/search', '/zh/outlets/search'])(
  'moves %s/ to the address without a slash and keeps the query',
  async (path) => {
    const answer = await ask(`${path}/?q=Xi%27an&limit=20`)
    expect(answer.status).toBe(308)
    expect(answer.headers.get('Location')).toBe(`${path}?q=Xi%27an&limit=20`)
  },
)

describe('edge pages in the site’s shell', () => {
  const page = async (path: string, init?: RequestInit) => await (await ask(path, init)).text()

  it.each([
    ['/outlets/search?q=Shenzhen', 'en', '/zh/outlets/search?q=Shenzhen'],
    ['/zh/outlets/search?q=%E6%B7%B1%E5%9C%B3', 'zh-CN', '/outlets/search?q=%E6%B7%B1%E5%9C%B3'],
    ['/verify/', 'en', '/zh/verify/'],
    ['/zh/verify/', 'zh-CN', '/verify/'],
  ])('%s is whole, in its language, and switches to itself', async (path, lang, other) => {
    const text = await page(path, BROWSER)
    expect(text).toContain(`<html lang="${lang}"`)
    expect(text).toContain('</footer>')
    expect(text).toContain(`href="${other}"`)
    expect(text).not.toContain('data-shell')
    expect(text.match(/<main/g)).toHaveLength(1)
    expect(text.match(/<h1/g)).toHaveLength(1)
    expect(text).not.toMatch(
      /<script(?![^>]* src=)(?![^>]*application\/(ld\+)?json)|<style| style=/,
    )
  })

  it('lists in the search what the API finds, but for mail-in centres: nobody can walk in', async () => {
    const text = await page('/outlets/search?q=22.5455,114.0683')
    const codes = [...text.matchAll(/data-code="([^"]+)"/g)].map(([, code]) => code)
    const { outlets } = (await json(
      '/api/v1/outlets/nearest?lat=22.5455&lon=114.0683&limit=20',
    )) as unknown as {
      outlets: { code: string; kind: string }[]
    }
    const walkIn = outlets.filter(({ kind }) => kind !== 'mail_in_centre')
    expect(walkIn.length).toBeLessThan(outlets.length)
    expect(codes).toEqual(walkIn.slice(0, 10).map(({ code }) => code))
  })

  it.each(['/outlets/search?q=Shenzhen', '/zh/outlets/search', '/verify/', '/zh/verify/'])(
    '%s leads nowhere that does not exist',
    async (path) => {
      const links = [...(await page(path)).matchAll(/(?:href|src)="(\/[^"#]*)/g)].map(
        ([, link]) => link,
      )
      expect(links.length).toBeGreaterThan(5)
      for (const link of new Set(links)) {
        const answer = await ask((link ?? '').replaceAll('&amp;', '&'))
        expect(`${link} ${answer.status < 400}`).toBe(`${link} true`)
      }
    },
  )

  it('answers a form in the page, with the code in no address', async () => {
    const answer = await ask(
      '/verify/',
      post('plaqueCode=7k3m-9qxf-c', 'application/x-www-form-urlencoded'),
    )
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    expect(answer.headers.get('Location')).toBeNull()
    expect(await answer.text()).toContain('7K3M-9QXF-C')
  })

  it('gives a browser a page for what is not there', async () => {
    const answer = await ask('/zh/verify/nowhere', BROWSER)
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('页面不存在')
  })
})
