import { env } from 'cloudflare:workers'
import { encodeIndex } from '#domain/outlets/index-file.ts'
import type { Outlet } from '#domain/outlets/outlet.ts'
import { createApp } from '#functions/http/app.ts'
import { TEST_SECRET } from '#support/test-secret.ts'

/** 2026-11-18 is a Wednesday; 11:00 in Shanghai. */
export const NOW = Date.UTC(2026, 10, 18, 3)

const shell = (lang: string): string =>
  `<!doctype html><html lang="${lang}"><head><title>Fixpoint</title><meta name="robots" content="noindex"></head>` +
  '<body><header class="site-header"><nav class="site-nav"><a href="/verify/">v</a></nav>' +
  '<a href="/zh/" hreflang="zh-CN" data-language-link>中文</a></header><main id="main" data-shell></main></body></html>'

const deskShell = (lang: string): string =>
  `<!doctype html><html lang="${lang}"><head><title>Fixpoint</title></head><body class="desk">` +
  '<header class="desk-head" data-desk-head></header><main id="main" data-shell></main></body></html>'

/** The file of the index a site build would write. */
export const indexFile = (outlets: readonly Outlet[], seq: number): string =>
  JSON.stringify(
    encodeIndex(outlets, {
      seq,
      weightOf: () => 1,
      cellLimit: 40,
      nameOf: (_, place) => `${place}`,
    }).file,
  )

export type Files = Readonly<Record<string, string>>

const SHELLS: Files = {
  '/shell/public.en/': shell('en'),
  '/shell/public.zh-CN/': shell('zh-CN'),
  '/shell/desk.en/': deskShell('en'),
  '/shell/desk.zh-CN/': deskShell('zh-CN'),
}

let builds = 0

/** Static files as the platform serves them: by path, with an ETag, 404 otherwise. */
function fileServer(files: Files): Fetcher {
  const build = ++builds
  const fetch = async (request: Request): Promise<Response> => {
    const path = new URL(request.url).pathname
    const body = files[path]
    if (body === undefined) return new Response('none', { status: 404 })
    const etag = `"${build}-${path}"`
    if (request.headers.get('If-None-Match') === etag) return new Response(null, { status: 304 })
    return new Response(body, { headers: { ETag: etag } })
  }
  return { fetch } as unknown as Fetcher
}

type Setting = {
  readonly files?: Files
  readonly now?: () => number
  readonly vars?: Readonly<Record<string, string>>
  readonly bindings?: Readonly<Record<string, unknown>>
  /** Collects the log. */
  readonly log?: string[]
}

export type Ask = (path: string, init?: RequestInit) => Promise<Response>

/** The application over the migrated database and given files; answers how to ask it. */
export function aWorker({
  files = {},
  now = () => NOW,
  vars = {},
  bindings = {},
  log = [],
}: Setting = {}): Ask {
  let requests = 0
  const app = createApp({
    now,
    randomId: () => `req_${++requests}`,
    randomByte: () => crypto.getRandomValues(new Uint8Array(1))[0] ?? 0,
    writeLog: (_, line) => void log.push(line),
  })
  const bound = {
    HUB: env.HUB,
    MEDIA: env.MEDIA,
    ASSETS: fileServer({ ...SHELLS, ...files }),
    ENVIRONMENT: 'test',
    RATE_LIMIT_WRITES: '0',
    RATE_LIMIT_LOOKUPS: '0',
    BOOKING_CAPS: 'off',
    SECRET_KEY: TEST_SECRET,
    ...vars,
    ...bindings,
  }
  return async (path, init) =>
    await app.fetch(new Request(`https://fixpoint.example${path}`, init), bound)
}

export const asJson = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: typeof body === 'string' ? body : JSON.stringify(body),
})

export const asForm = (
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): RequestInit => ({ method: 'POST', headers, body: new URLSearchParams(fields) })
