import { createServer } from 'node:http'

export type RebuildHook = { readonly url: string; readonly close: () => void }

/**
 * Serves the rebuild hook on this machine: a POST starts `rebuild`, one at a time; a POST during a
 * build asks for one more after it. Browsers are refused: no page of another site may start builds.
 */
export function serveHook(port: number, rebuild: () => Promise<void>): RebuildHook {
  let state: 'idle' | 'building' | 'again' = 'idle'
  const run = async (): Promise<void> => {
    state = 'building'
    await rebuild()
    if ((state as string) === 'again') await run()
    state = 'idle'
  }
  const server = createServer(({ method, headers }, response) => {
    if (method !== 'POST') {
      response.writeHead(405, { allow: 'POST' }).end()
    } else if (headers.origin || headers['sec-fetch-site']) {
      response.writeHead(403).end('not for browsers\n')
    } else {
      response
        .writeHead(202)
        .end(state === 'idle' ? 'building\n' : 'building once more after this\n')
      if (state === 'idle') void run()
      else state = 'again'
    }
  })
  server.listen(port, '127.0.0.1')
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() }
}
