/**
 * `npm run bench -- [section …] [--large] [--quick] [--repairs N]`: measures this machine and writes a table and
 * `.cache/bench/bench.json`. Sections: index nearest import site race figures; none named = all.
 * `--large` adds 185,000 outlets, `--quick` asks less often. Figures are measured at 10,000 repairs and at N,
 * 100,000 unless said otherwise; 1,000,000 take some 30 GB of disk and many minutes. Ratios within a run mean
 * something, times of different machines don't.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { benchImport } from './bench-import.ts'
import { benchIndex } from './bench-index.ts'
import { benchNearest } from './bench-nearest.ts'
import { benchRace } from './bench-race.ts'
import { benchPages, buildBenchSite } from './bench-site.ts'
import { asTable, type Section } from './figures.ts'

const SECTIONS = ['index', 'nearest', 'import', 'site', 'race', 'figures'] as const
const LARGE = 185_000

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ...{ large: { type: 'boolean' }, quick: { type: 'boolean' } },
    repairs: { type: 'string' },
  },
})
const wanted = (section: (typeof SECTIONS)[number]): boolean =>
  positionals.length === 0 || positionals.includes(section)
const today = new Date().toISOString().slice(0, 10)
const sizes = [420, 5_000, ...(values.large ? [LARGE] : [])]
const report: Section[] = []

function tell(section: Section): void {
  report.push(section)
  console.log(asTable(section))
}

if (wanted('index')) tell(benchIndex(sizes, today))
if (wanted('nearest')) tell(benchNearest(values.quick ? 1_000 : 10_000))
if (wanted('import')) tell(await benchImport([5_000, ...(values.large ? [LARGE] : [50_000])]))
if (wanted('site') || wanted('race')) {
  const large = buildBenchSite(5_000)
  if (wanted('site')) {
    const small = buildBenchSite(420)
    tell({ name: 'Load and build from nothing', rows: [small.figures, large.figures] })
    tell(await benchPages(small.distDir))
  }
  if (wanted('race')) tell(await benchRace(large.distDir, values.quick ? 3 : 7))
}

/** Repairs simulated, and how many they are copied to. */
const history = (): readonly [simulated: number, inAll: number] => {
  if (values.repairs !== undefined) return [10_000, Number(values.repairs)]
  return values.quick ? [2_000, 8_000] : [10_000, 100_000]
}

if (wanted('figures')) {
  // A process of its own: a database of the Worker's kind is typed as the Worker is.
  const words = [
    '--max-semi-space-size=128',
    'tests/bench/d1/figures-in-d1.ts',
    ...history().map(String),
  ]
  const told = execFileSync(process.execPath, words, {
    ...{ encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  })
  for (const section of JSON.parse(told) as readonly Section[]) tell(section)
}

mkdirSync('.cache/bench', { recursive: true })
const machine = { node: process.version, platform: `${process.platform} ${process.arch}` }
const body = { takenAt: new Date().toISOString(), machine, sections: report }
writeFileSync('.cache/bench/bench.json', `${JSON.stringify(body, null, 2)}\n`)
console.log('\nAlso in .cache/bench/bench.json')
