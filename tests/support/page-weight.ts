import type { Page } from '@playwright/test'

export type PageWeight = {
  readonly requests: readonly string[]
  /** Over the wire, with headers, compressed as served. */
  readonly bytes: number
  /** Their bodies alone, compressed as served. */
  readonly scriptBytes: number
}

type Loaded = { url: string; type: string; bytes: number; bodyBytes: number }

/**
 * Opens an address in a browser that has nothing cached and weighs what comes until the network is
 * idle and `ready` holds.
 */
export async function weighPage(
  page: Page,
  address: string,
  ready: (page: Page) => Promise<void> = async () => {},
): Promise<PageWeight> {
  const session = await page.context().newCDPSession(page)
  const loaded = new Map<string, Loaded>()
  session.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
    if (!request.url.startsWith('data:')) {
      loaded.set(requestId, { url: request.url, type: type ?? 'Other', bytes: 0, bodyBytes: 0 })
    }
  })
  session.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    const request = loaded.get(requestId)
    if (request) request.bodyBytes += encodedDataLength
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const request = loaded.get(requestId)
    if (request) request.bytes += encodedDataLength
  })
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  await page.goto(address, { waitUntil: 'networkidle' })
  await ready(page)
  await page.waitForLoadState('networkidle')
  const all = [...loaded.values()]
  const scripts = all.filter(({ type, url }) => type === 'Script' || url.endsWith('.js'))
  return {
    requests: all.map(({ url }) => new URL(url).pathname),
    bytes: all.reduce((sum, { bytes }) => sum + bytes, 0),
    scriptBytes: scripts.reduce((sum, { bodyBytes }) => sum + bodyBytes, 0),
  }
}
