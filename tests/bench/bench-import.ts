import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import { demoOutlets } from '#support/test-networks.ts'
import { type Figures, rounded, type Section } from './figures.ts'

const DIR = '.cache/bench/import'
const WATCH_MS = 20

function writeFile(rows: number): string {
  mkdirSync(DIR, { recursive: true })
  const file = join(DIR, `outlets-${rows}.csv`)
  const records = demoOutlets(rows + Math.ceil(rows / 40))
    .slice(0, rows)
    .map(({ code, name, address, lat, lon, phones, hoursText }) => ({
      code,
      name: name.en,
      address: address.en,
      latitude: lat,
      longitude: lon,
      country: 'CN',
      phone: phones[0]?.dial ?? '',
      opening_hours: hoursText ?? '',
    }))
  writeFileSync(file, stringify(records, { header: true }))
  return file
}

/** Linux tells a process's largest memory; elsewhere it stays unknown. */
function peakMegabytes(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

async function measure(rows: number): Promise<Figures> {
  const file = writeFile(rows)
  const env = { ...process.env, FIXPOINT_PERSIST: join(DIR, `state-${rows}`) }
  const begun = performance.now()
  const child = spawn(process.execPath, ['scripts/import/import-outlets.ts', file], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString()
  })
  let peak = 0
  const watch = setInterval(() => {
    peak = Math.max(peak, peakMegabytes(child.pid ?? 0))
  }, WATCH_MS)
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  clearInterval(watch)
  if (code !== 0) throw new Error(`The import of ${rows} rows ended with ${code}.\n${errors}`)
  const seconds = (performance.now() - begun) / 1000
  return {
    rows,
    seconds: rounded(seconds, 1),
    'rows/s': rounded(rows / seconds),
    'peak MB': rounded(peak),
  }
}

/** A file of outlets into an empty database, start of the process included. */
export async function benchImport(sizes: readonly number[]): Promise<Section> {
  rmSync(DIR, { recursive: true, force: true })
  const rows: Figures[] = []
  for (const size of sizes) rows.push(await measure(size))
  return { name: 'Import from CSV', rows }
}
