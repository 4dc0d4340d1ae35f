import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}
/** What CDNs use while they answer; 11 is for what is compressed beforehand. */
const CDN_BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }

export type FileServer = { readonly baseUrl: string; readonly close: () => Promise<void> }

/** Finds the file of an address in the first folder that has it. */
function fileFor(pathname: string, folders: readonly string[]): string | null {
  const path = normalize(decodeURIComponent(pathname))
  for (const folder of folders) {
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path)
    if (existsSync(file) && statSync(file).isFile()) return file
  }
  return null
}

/** Serves folders as a CDN would: typed, brotli-compressed once and kept, cacheable. `extra` adds files made on the spot. */
export function serveFiles(
  folders: readonly string[],
  extra: Readonly<Record<string, string | Buffer>> = {},
): Promise<FileServer> {
  const kept = new Map<string, Buffer>()
  const compressed = (key: string, body: Buffer | string): Buffer => {
    const known = kept.get(key)
    if (known) return known
    const made = brotliCompressSync(body, CDN_BROTLI)
    kept.set(key, made)
    return made
  }
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const file = fileFor(pathname, folders)
    const body = extra[pathname] ?? (file ? readFileSync(file) : null)
    if (body === null) {
      response.writeHead(404).end()
      return
    }
    const type = TYPES[extname(file ?? pathname)] ?? 'text/html; charset=utf-8'
    const packed = type === 'image/png' ? null : compressed(pathname, body)
    const encoding: Record<string, string> = packed ? { 'content-encoding': 'br' } : {}
    response.writeHead(200, { 'content-type': type, 'cache-control': 'max-age=60', ...encoding })
    response.end(packed ?? body)
  })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      resolve({
        baseUrl: `http://127.0.0.1:${port}`,
        close: () => new Promise((done) => server.close(() => done())),
      })
      server.unref()
    })
  })
}
