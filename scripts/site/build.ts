/**
 * Builds the site into `dist` (or FIXPOINT_DIST): `npm run build -- [--local|--remote|--no-snapshot]`.
 * Snapshot -> Astro pages -> data files the browser and the edge search in -> header file -> checks.
 * It is built beside the standing site and takes its place when it is whole: a server that serves
 * the place ends when files vanish under it, and a failed build must leave what stood.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import config from '#config'
import type { Outlet, Region } from '#domain/outlets/outlet.ts'
import { renderHeadersFile } from '#functions/http/headers.ts'
import { writeBasemap } from '../basemap/write-basemap.ts'
import { writePlaces } from '../places/write-places.ts'
import { codeStamp } from './code-stamp.ts'
import { cacheDir, distDir, snapshotDir } from './directories.ts'
import { dropUnusedScripts } from './drop-unused-scripts.ts'
import { preloadModules } from './preload-modules.ts'
import { localHub, remoteHub } from './query-hub.ts'
import { writePublications } from './snapshot-publications.ts'
import { swapIn } from './swap-in.ts'
import { takeSnapshot } from './take-snapshot.ts'
import { writeCoverage } from './write-coverage.ts'
import { writeDescription } from './write-description.ts'
import { writeOutletData } from './write-outlet-data.ts'
import { writeRegionData } from './write-region-data.ts'
import { writeTexts } from './write-texts.ts'

/** Cloudflare takes 20,000 files on the free plan; the build stops before a deployment would. */
const MOST_FILES = 18_000

export const BUILD_STAMP = 'build.json'

const fromSnapshot = <Value>(name: string): Value =>
  JSON.parse(readFileSync(join(snapshotDir(), `${name}.json`), 'utf8')) as Value

function stage(name: string, work: () => void): void {
  const begun = performance.now()
  work()
  console.log(`  ${name.padEnd(24)} ${((performance.now() - begun) / 1000).toFixed(1)} s`)
}

function buildPages(outDir: string): void {
  execFileSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, FIXPOINT_DIST: outDir, ASTRO_TELEMETRY_DISABLED: '1' },
  })
}

function refuseTooManyFiles(outDir: string): void {
  const count = readdirSync(outDir, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  ).length
  if (count <= MOST_FILES) return
  throw new Error(
    `The site has ${count} files; a deployment holds 20,000 and the build stops at ${MOST_FILES}. Raise gazetteer.minPopulationElsewhere or serve outlet pages from the edge.`,
  )
}

/** Writes the data files of the snapshot that is at hand. */
export function writeData(outDir: string): void {
  const { seq } = fromSnapshot<{ seq: number }>('meta')
  const outlets = fromSnapshot<Outlet[]>('outlets')
  writeOutletData(outDir, outlets, seq)
  writeRegionData(outDir, fromSnapshot<Region[]>('regions'), outlets)
  writeFileSync(join(outDir, '_headers'), renderHeadersFile())
  writeTexts(outDir)
  cpSync(join(snapshotDir(), 'coverage.json'), join(outDir, 'data/coverage.json'))
  writePublications(snapshotDir(), outDir)
}

async function build(source: string): Promise<void> {
  const outDir = `${distDir()}.next`
  rmSync(outDir, { recursive: true, force: true })
  if (source !== '--no-snapshot') {
    const hub = source === '--remote' ? remoteHub() : localHub()
    stage('snapshot', () => takeSnapshot(hub, new Date().toISOString()))
    hub.close()
  }
  if (!existsSync(join(snapshotDir(), 'meta.json')))
    throw new Error('There is no snapshot to build from.')
  stage('coverage', () => writeCoverage(snapshotDir(), config, cacheDir()))
  stage('pages', () => buildPages(outDir))
  stage('scripts', () => {
    dropUnusedScripts(outDir)
    preloadModules(outDir)
  })
  stage('outlet and region data', () => writeData(outDir))
  const described = performance.now()
  await writeDescription(outDir)
  console.log(
    `  ${'description of the API'.padEnd(24)} ${((performance.now() - described) / 1000).toFixed(1)} s`,
  )
  const begun = performance.now()
  writePlaces(outDir, config, cacheDir())
  writeBasemap(outDir)
  console.log(
    `  ${'places and map'.padEnd(24)} ${((performance.now() - begun) / 1000).toFixed(1)} s`,
  )
  refuseTooManyFiles(outDir)
  const { seq, takenAt } = fromSnapshot<{ seq: number; takenAt: string }>('meta')
  const stamp = { code: codeStamp(), seq, takenAt, day: new Date().toISOString().slice(0, 10) }
  writeFileSync(join(outDir, 'data', BUILD_STAMP), JSON.stringify(stamp))
  swapIn(outDir, distDir())
}

if (import.meta.main) {
  const source = process.argv.find((word) => word === '--remote' || word === '--no-snapshot')
  await build(source ?? '--local')
}
