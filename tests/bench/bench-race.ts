import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { CHROMIUM_ARGS, findChromium } from '#support/find-chromium.ts'
import { weighPage } from '#support/page-weight.ts'
import { demoOutlets } from '#support/test-networks.ts'
import { type Figures, median, rounded, type Section } from './figures.ts'
import { serveFiles } from './file-server.ts'

const PEER_DIR = 'tests/bench/peer'
const STORES = 5_000
const FROM = '30.2741,120.1551'
const CPU_SLOWDOWN = 4
const SLOW_NETWORK = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1_000_000) / 8,
  uploadThroughput: (0.75 * 1_000_000) / 8,
}

type Contestant = { readonly name: string; readonly address: string; readonly items: string }

const packageFolder = (name: string, inside: string): string =>
  join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), inside)

/** The peer's data as such sites publish it: everything about every store in one file. */
const peerStores = (): string =>
  JSON.stringify(
    demoOutlets(STORES).map(({ code, name, address, phones, hoursText, lat, lon }) => ({
      id: code,
      name: name.en,
      address: address.en,
      phone: phones[0]?.display ?? '',
      hours: hoursText ?? '',
      lat,
      lon,
    })),
  )

const servePeer = () =>
  serveFiles(
    [PEER_DIR, packageFolder('leaflet', 'dist'), packageFolder('leaflet.markercluster', 'dist')],
    { '/stores.json': peerStores(), '/': readFileSync(join(PEER_DIR, 'page.html')) },
  )

const tenShown = async (page: Page, items: string): Promise<void> => {
  await page.waitForFunction((selector) => {
    const shown = [...document.querySelectorAll(selector)]
    return shown.length >= 10 && shown.every((item) => (item.textContent ?? '').trim().length > 20)
  }, items)
}

/**
 * Marks the first frame after ten stand there, from within the page: what a test library would bring
 * into it to look takes a slow phone longer than a page.
 */
function markTen(selector: string): void {
  const watch = new MutationObserver(() => {
    const shown = [...document.querySelectorAll(selector)]
    if (shown.length < 10 || shown.some(({ textContent }) => textContent.trim().length <= 20))
      return
    watch.disconnect()
    requestAnimationFrame(() => performance.mark('ten'))
  })
  watch.observe(document, { childList: true, subtree: true })
}

const MARK = "performance.getEntriesByName('ten')[0]?.startTime ?? null"
const LOOK_MS = 100
const PATIENCE_MS = 60_000

/** From the navigation's start until ten outlets with names stand in the list, in a browser without cache. */
async function timeToTen(
  browser: Browser,
  { address, items }: Contestant,
  slowNetwork: boolean,
): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 390, height: 800 } })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN })
  await session.send('Network.enable')
  if (slowNetwork) await session.send('Network.emulateNetworkConditions', SLOW_NETWORK)
  await page.addInitScript(markTen, items)
  await page.goto(address, { waitUntil: 'commit' })
  const deadline = Date.now() + PATIENCE_MS
  let elapsed: number | null = null
  while (elapsed === null) {
    if (Date.now() > deadline) throw new Error(`${address} never showed ten outlets.`)
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
    const { result } = await session.send('Runtime.evaluate', { expression: MARK })
    elapsed = result.value
  }
  await context.close()
  return elapsed
}

async function kilobytes(browser: Browser, { address, items }: Contestant): Promise<number> {
  const page = await browser.newPage({ viewport: { width: 390, height: 800 } })
  const { bytes } = await weighPage(page, address, (opened) => tenShown(opened, items))
  await page.close()
  return rounded(bytes / 1024)
}

async function measure(
  browser: Browser,
  contestants: readonly Contestant[],
  runs: number,
): Promise<Figures[]> {
  const times = contestants.map(() => ({ cpu: [] as number[], network: [] as number[] }))
  for (let run = 0; run < runs; run++) {
    for (const [place, contestant] of contestants.entries()) {
      times[place]?.cpu.push(await timeToTen(browser, contestant, false))
      times[place]?.network.push(await timeToTen(browser, contestant, true))
    }
  }
  const rows: Figures[] = []
  for (const [place, contestant] of contestants.entries()) {
    rows.push({
      page: contestant.name,
      'ms at 4x CPU': rounded(median(times[place]?.cpu ?? [])),
      'ms at 4x CPU, 1.6 Mbit/s, 150 ms': rounded(median(times[place]?.network ?? [])),
      KB: await kilobytes(browser, contestant),
    })
  }
  return rows
}

const times = (peer: number, ours: number): string => `${rounded(peer / ours, 1)}x`

/**
 * The nearest ten of 5,000 outlets on a slow phone: the usual recipe (Leaflet, markercluster, haversine
 * to everything) against our locator, taking turns, both from the same file server. `distDir` holds our
 * site built with 5,000 outlets.
 */
export async function benchRace(distDir: string, runs: number): Promise<Section> {
  const [peer, site] = [await servePeer(), await serveFiles([distDir])]
  const browser = await chromium.launch({
    executablePath: findChromium(process.env),
    args: [...CHROMIUM_ARGS],
  })
  const rows = await measure(
    browser,
    [
      { name: 'usual recipe', address: `${peer.baseUrl}/?q=${FROM}`, items: '#list > li' },
      {
        name: 'Fixpoint',
        address: `${site.baseUrl}/outlets/?q=${FROM}`,
        items: '[data-list] > li',
      },
    ],
    runs,
  )
  await browser.close()
  await Promise.all([peer.close(), site.close()])
  const [theirs, ours] = rows
  const sooner = Object.fromEntries(
    Object.keys(ours ?? {})
      .filter((column) => column !== 'page')
      .map((column) => [column, times(Number(theirs?.[column]), Number(ours?.[column]))]),
  )
  return {
    name: `Race to the nearest 10 of ${STORES} (median of ${runs})`,
    rows: [...rows, { page: 'sooner', ...sooner }],
  }
}
