import { spawnSync } from 'node:child_process'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { CHROMIUM_ARGS, findChromium } from '#support/find-chromium.ts'
import { CONTENT_PAGES, LOCATOR_PAGE } from '#support/page-kinds.ts'
import { weighPage } from '#support/page-weight.ts'
import { type Figures, rounded, type Section } from './figures.ts'
import { serveFiles } from './file-server.ts'

const ROOT = '.cache/bench'

export type BenchSite = { readonly distDir: string; readonly figures: Figures }

function timed(script: readonly string[], env: Readonly<Record<string, string>>): number {
  const begun = performance.now()
  const done = spawnSync('npm', ['run', '--silent', ...script], {
    env: { ...process.env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1', ...env },
    encoding: 'utf8',
  })
  if (done.status !== 0)
    throw new Error(`npm run ${script.join(' ')}\n${done.stdout}${done.stderr}`)
  return rounded((performance.now() - begun) / 1000, 1)
}

const countFiles = (dir: string): number =>
  readdirSync(dir, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile())
    .length

/** Loads and builds a demo network of a size from nothing, and says how long that took. */
export function buildBenchSite(outlets: number): BenchSite {
  const root = join(ROOT, `site-${outlets}`)
  rmSync(root, { recursive: true, force: true })
  const distDir = join(root, `bench-dist-${outlets}`)
  const env = {
    FIXPOINT_PERSIST: join(root, 'state'),
    FIXPOINT_SNAPSHOT: join(root, 'snapshot'),
    FIXPOINT_DIST: distDir,
  }
  const load = timed(['demo:load', '--', '--count', String(outlets)], env)
  const build = timed(['build', '--', '--local'], env)
  return {
    distDir,
    figures: { outlets, 'load s': load, 'build s': build, files: countFiles(distDir) },
  }
}

/** Bytes and requests of each kind of page, served brotli-compressed as on the way through a CDN. */
export async function benchPages(distDir: string): Promise<Section> {
  const server = await serveFiles([distDir])
  const browser = await chromium.launch({
    executablePath: findChromium(process.env),
    args: [...CHROMIUM_ARGS],
  })
  const rows: Figures[] = []
  for (const [page, path] of Object.entries({
    ...CONTENT_PAGES,
    'locator, results': LOCATOR_PAGE,
  })) {
    const opened = await browser.newPage()
    const { bytes, scriptBytes, requests } = await weighPage(opened, server.baseUrl + path)
    await opened.close()
    rows.push({
      page,
      KB: rounded(bytes / 1024, 1),
      'JS KB': rounded(scriptBytes / 1024, 1),
      requests: requests.length,
    })
  }
  await browser.close()
  await server.close()
  return { name: 'Pages over the wire (420 outlets)', rows }
}
