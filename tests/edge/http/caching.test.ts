import { env } from 'cloudflare:workers'
import { beforeEach, expect, it } from 'vitest'
import { renderHeadersFile, SECURITY_HEADERS } from '#functions/http/headers.ts'
import { anOutlet } from '#support/an-outlet.ts'
import { fillHub } from '../support/a-hub.ts'
import { aWorker } from '../support/a-worker.ts'

const ask = aWorker()
const READS = [
  '/api/v1/outlets',
  '/api/v1/outlets/HZ-001',
  '/api/v1/outlets/nearest?lat=30&lon=120',
  '/api/v1/places?q=hangzhou',
  '/api/openapi.json',
]

beforeEach(async () => {
  await fillHub([anOutlet()])
})

it.each(READS)(
  '%s answers 304 to whoever has its ETag, still readable from other sites',
  async (path) => {
    const first = await ask(path)
    const etag = first.headers.get('ETag') ?? ''
    expect(etag).not.toBe('')
    expect(first.headers.get('Access-Control-Allow-Origin')).toBe('*')
    for (const known of [etag, `W/${etag}`]) {
      const again = await ask(path, { headers: { 'If-None-Match': known } })
      expect(again.status).toBe(304)
      expect(again.headers.get('ETag')).toBe(etag)
      expect(again.headers.get('Cache-Control')).toBe(first.headers.get('Cache-Control'))
      expect(again.headers.get('Access-Control-Allow-Origin')).toBe('*')
    }
  },
)

it('answers anew after a change', async () => {
  const path = '/api/v1/outlets/HZ-001'
  const etag = (await ask(path)).headers.get('ETag') ?? ''
  await env.HUB.prepare(`UPDATE outlets SET name_en = 'Moved' WHERE code = 'HZ-001'`).run()
  expect((await ask(path, { headers: { 'If-None-Match': etag } })).status).toBe(200)
})

it('writes the same security headers for files', () => {
  const file = renderHeadersFile()
  expect(file.startsWith('/*\n')).toBe(true)
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
    expect(file).toContain(`  ${name}: ${value}\n`)
  }
  expect(SECURITY_HEADERS['Content-Security-Policy']).not.toMatch(/unsafe|\*/)
})

it('lets no browser keep a missing file for more than an hour, though names are content hashes', () => {
  const kept = renderHeadersFile()
    .split('\n')
    .filter((line) => line.includes('Cache-Control'))
  expect(kept).toHaveLength(2)
  for (const line of kept) {
    expect(line).not.toContain('immutable')
    expect(Number(/max-age=(\d+)/.exec(line)?.[1])).toBeLessThanOrEqual(3600)
  }
})
