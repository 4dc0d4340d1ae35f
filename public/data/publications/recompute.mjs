/**
 * Recomputes what a publication says from its files alone, and prints what differs:
 *
 *   node recompute.mjs figures.json figures.csv
 *
 * Needs nothing but Node.js 18 or a browser (`import { checkDocument } from './recompute.mjs'`).
 * Anybody may use, change and pass it on, for anything, without asking.
 *
 * Shares (hits of n, in 100) and rates (in 1,000) are divided anew in whole numbers and cut to the
 * definition's digits towards the worse side; their intervals are Wilson's at 95 %, found as the roots of
 * (hits/n - p)² = z² p (1 - p) / n, each end cut outwards. Of a net score the files tell neither promoters
 * nor detractors: whole numbers of them are looked for that make its score and its interval (Wald's after
 * adding 3/4, 3/2, 3/4 to promoters, passives, detractors). Quantiles have no interval; those of the
 * distributions are held against their buckets. Then: is anything told that may not be, is a target judged
 * as its figure says, do the parts come to their whole, does the table say what the document says.
 */

const Z = 1.959963984540054
const UNIT = { share: 100, rate: 1000 }
/** What floating-point numbers lose in their last places. */
const LOST = 1e-7

const scaled = (value, digits) => Math.round(value * 10 ** digits)
const down = (value, digits) => Math.floor(value * 10 ** digits + LOST)
const up = (value, digits) => Math.ceil(value * 10 ** digits - LOST)

/** a / b in whole numbers, the remainder cut off downwards or upwards. */
function divided(a, b, isUp) {
  const [x, y] = [BigInt(a), BigInt(b)]
  const whole = x / y
  const isExact = whole * y === x
  if (isExact) return Number(whole)
  if (isUp) return Number(x > 0n ? whole + 1n : whole)
  return Number(x < 0n ? whole - 1n : whole)
}

/** Both ends of Wilson's interval, 0 to 1. */
function wilson(hits, n) {
  const [a, b, c] = [n + Z * Z, 2 * hits + Z * Z, (hits * hits) / n]
  const root = Math.sqrt(Math.max(0, b * b - 4 * a * c))
  return [hits === 0 ? 0 : (b - root) / (2 * a), hits === n ? 1 : (b + root) / (2 * a)]
}

/** What is wrong with a share or a rate, in words. */
function ofShare(row, { kind, digits, betterIs }) {
  const { n, hits } = row
  const wrong = []
  const ten = 10 ** digits
  const isUp = betterIs === 'lower'
  const value = divided(BigInt(hits) * BigInt(UNIT[kind] * ten), n, isUp)
  if (row.value !== null && scaled(row.value, digits) !== value) {
    wrong.push(`value ${row.value} should be ${value / ten}`)
  }
  const ends = hits > n ? null : wilson(hits, n).map((end) => end * UNIT[kind])
  const low = ends && down(ends[0], digits) / ten
  const high = ends && up(ends[1], digits) / ten
  if (row.low !== low) wrong.push(`low ${row.low} should be ${low}`)
  if (row.high !== high) wrong.push(`high ${row.high} should be ${high}`)
  if (row.kept !== null) {
    const reached = BigInt(hits) * BigInt(UNIT[kind]) * 1000000n
    const asked = BigInt(Math.round(row.target * 1e6)) * BigInt(n)
    const isKept = isUp ? reached <= asked : reached >= asked
    if (row.kept !== isKept) wrong.push(`kept ${row.kept} should be ${isKept}`)
  }
  return wrong
}

/** A net score's interval, of so many more promoters than detractors and so many of both. */
function netEnds(n, net, both, digits) {
  const m = n + 3
  const middle = net / m
  const reach = Z * Math.sqrt(((both + 1.5) / m - middle * middle) / m)
  const score = (100 * net) / n
  return [
    down(Math.max(-100, Math.min(score, 100 * (middle - reach))), digits),
    up(Math.min(100, Math.max(score, 100 * (middle + reach))), digits),
  ]
}

/** The first whole number from `from` to `to` of which something is true that stays true; `to + 1` = none. */
function firstOf(from, to, isTrue) {
  let [low, high] = [from, to + 1]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (isTrue(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/** What is wrong with a net score: no promoters and detractors of n people make it. */
function ofNet(row, { digits }) {
  const { n, value } = row
  const low = scaled(row.low, digits)
  const high = scaled(row.high, digits)
  const ten = 10 ** digits
  const from = value === null ? -n : Math.floor((n * value) / 100) - 1
  const to = value === null ? n : Math.ceil((n * (value + 1 / ten)) / 100) + 1
  for (let net = Math.max(-n, from); net <= Math.min(n, to); net += 1) {
    const score = divided(100 * net * ten, n, false)
    if (value !== null && score !== scaled(value, digits)) continue
    const wide = (both) => {
      const [lowest, highest] = netEnds(n, net, both, digits)
      return lowest <= low && highest >= high
    }
    const first = firstOf(Math.abs(net), n, wide)
    for (const both of [first, first + 1]) {
      const isWhole = both <= n && (both - net) % 2 === 0
      const [lowest, highest] = isWhole ? netEnds(n, net, both, digits) : []
      if (lowest === low && highest === high) return []
    }
  }
  return [`no answers of ${n} people make ${value}, ${row.low} to ${row.high}`]
}

/** How much may be told of n: 'nothing', 'count' or 'rate'. */
function mayTell(counted, n) {
  if (n < (counted === 'people' ? 10 : 1)) return 'nothing'
  return n < 30 ? 'count' : 'rate'
}

function ofDisclosure(row, { counted, kind }) {
  const told = ['n', 'hits', 'value', 'low', 'high', 'kept'].filter((name) => row[name] !== null)
  if (row.disclosure === 'nothing') return told.map((name) => `${name} is told and may not be`)
  const wrong = []
  const may = mayTell(counted, row.n)
  if (may !== row.disclosure) wrong.push(`of ${row.n} ${counted} ${row.disclosure} is told: ${may}`)
  if (row.disclosure === 'count' && row.value !== null) wrong.push('a value is told and may not be')
  if (row.disclosure === 'rate' && row.value === null) wrong.push('no value is told')
  if (row.disclosure === 'rate' && (row.kept === null) !== (row.target === null)) {
    wrong.push('a target is not judged')
  }
  if (UNIT[kind] && row.hits === null) wrong.push('no hits are told')
  return wrong
}

/** What a figure should say: what is wrong with it, in words. */
function checkFigure(row, definition) {
  const wrong = ofDisclosure(row, definition)
  if (row.disclosure === 'nothing' || wrong.length > 0) return wrong
  if (UNIT[definition.kind]) return ofShare(row, definition)
  return definition.kind === 'net' ? ofNet(row, definition) : []
}

const nameOf = ({ kpi, cut, place, period }) =>
  [kpi, cut, place ?? 'network', period.kind, period.to].filter(Boolean).join(' ')

/** Where a quantile may lie by the buckets: their edges, each let out by the sketch's 1 %. */
function ofQuantile({ n, buckets }, share, value) {
  const rank = Math.max(1, Math.ceil(share * n))
  let [seen, from] = [0, 0]
  for (const { upTo, count } of buckets) {
    seen += count
    if (seen >= rank) {
      return value >= from * 0.98 - 0.1 && (upTo === null || value <= upTo * 1.02 + 0.1)
    }
    from = upTo
  }
  return false
}

function checkDistribution(one) {
  const all = one.buckets.reduce((sum, { count }) => sum + count, 0)
  if (all !== one.n) return [`${one.id}: buckets come to ${all}, n is ${one.n}`]
  if (one.n === 0) return one.p50 === null && one.p90 === null ? [] : [`${one.id}: of nobody`]
  const pairs = [
    ['p50', 0.5],
    ['p90', 0.9],
  ]
  return pairs.flatMap(([name, share]) =>
    one[name] !== null && ofQuantile(one, share, one[name])
      ? []
      : [`${one.id}: ${name} ${one[name]} lies in another bucket`],
  )
}

function checkBreakdown({ id, n, parts }) {
  const told = Object.values(parts).filter((part) => part !== null)
  const isWhole = told.length === Object.keys(parts).length
  const sum = told.reduce((all, part) => all + part, 0)
  if (n === null) return told.length === 0 ? [] : [`${id}: parts are told of a hidden whole`]
  return [
    ...(isWhole && sum !== n ? [`${id}: parts come to ${sum}, n is ${n}`] : []),
    ...(sum > n ? [`${id}: parts come to ${sum}, more than ${n}`] : []),
    ...told.filter((part) => part > 0 && part < 10).map((part) => `${id}: a part of ${part} is told`),
  ]
}

/**
 * Everything in a document (the parsed `figures.json`) that isn't as its own numbers say.
 * Answers how many figures there are, how many of them have numbers that were recomputed, and the differences.
 */
export function checkDocument({ definitions, targets, figures, breakdowns, distributions }) {
  const byKpi = new Map(definitions.map((one) => [one.kpi, one]))
  const differences = []
  let recomputed = 0
  for (const row of figures) {
    const definition = byKpi.get(row.kpi)
    const target = targets.find(({ kpi, cut }) => kpi === row.kpi && cut === row.cut)?.target ?? null
    const wrong = definition ? checkFigure(row, definition) : ['has no definition']
    if (row.target !== target) wrong.push(`target ${row.target} should be ${target}`)
    if (row.n !== null && definition && definition.kind !== 'quantile') recomputed += 1
    differences.push(...wrong.map((words) => `${nameOf(row)}: ${words}`))
  }
  differences.push(...breakdowns.flatMap(checkBreakdown), ...distributions.flatMap(checkDistribution))
  return { figures: figures.length, recomputed, differences }
}

/** Rows of a table with every cell quoted, as objects by its header. */
export function readTable(text) {
  const rows = [[]]
  for (const [, cell, end] of text.replace(/^\uFEFF/, '').matchAll(/"((?:[^"]|"")*)"(,|\r\n|$)/g)) {
    rows.at(-1).push(cell.replaceAll('""', '"'))
    if (end !== ',') rows.push([])
  }
  const [header = [], ...lines] = rows.filter((row) => row.length > 0)
  return lines.map((line) => Object.fromEntries(header.map((name, at) => [name, line[at] ?? ''])))
}

const OF_UNIT = { percent: 'share', per_thousand: 'rate' }
const numberIn = (text) => (text === '' ? null : Number(text))

/**
 * Everything in a table (the text of `figures.csv`) that isn't as its own numbers say. The table doesn't
 * tell which side is worse, so a value may be cut to either.
 */
export function checkTable(text) {
  const rows = readTable(text)
  const differences = []
  let recomputed = 0
  for (const line of rows) {
    const kind = OF_UNIT[line.unit]
    const row = { n: numberIn(line.n), hits: numberIn(line.hits), target: null, kept: null }
    for (const end of ['value', 'low', 'high']) row[end] = numberIn(line[end])
    if (!kind || row.n === null || row.hits === null) continue
    recomputed += 1
    const [one, other] = ['higher', 'lower'].map((betterIs) =>
      ofShare(row, { kind, digits: 1, betterIs }),
    )
    const wrong = one.length <= other.length ? one : other
    const name = [line.kpi, line.cut, line.place || 'network', line.period, line.to]
    differences.push(...wrong.map((words) => `${name.filter(Boolean).join(' ')}: ${words}`))
  }
  return { figures: rows.length, recomputed, differences }
}

/** Where a table says something else than its document, line by line. */
export function compareTable({ publication, definitions, figures }, text) {
  const byKpi = new Map(definitions.map((one) => [one.kpi, one]))
  const rows = readTable(text)
  const differences = rows.length === figures.length ? [] : [`${rows.length} lines of ${figures.length}`]
  for (const [at, row] of figures.entries()) {
    const { version, unit } = byKpi.get(row.kpi) ?? {}
    const { period, ...rest } = row
    const said = { ...rest, publication: publication.number, version, unit, period: period.kind }
    const all = { ...said, from: period.from, to: period.to }
    for (const [name, value] of Object.entries(rows[at] ?? {})) {
      if (value === String(all[name] ?? '')) continue
      differences.push(`line ${at + 2}, ${name}: ${value} should be ${all[name] ?? 'empty'}`)
    }
  }
  return differences
}

async function run(paths) {
  const { readFile } = await import('node:fs/promises')
  const texts = await Promise.all(paths.map((path) => readFile(path, 'utf8')))
  const isTable = (path) => path.endsWith('.csv')
  const document = texts.flatMap((text, at) => (isTable(paths[at]) ? [] : [JSON.parse(text)]))[0]
  const differences = []
  for (const [at, text] of texts.entries()) {
    const found = isTable(paths[at]) ? checkTable(text) : checkDocument(JSON.parse(text))
    const compared = isTable(paths[at]) && document ? compareTable(document, text) : []
    differences.push(...found.differences, ...compared)
    console.log(`${paths[at]}: ${found.figures} figures, ${found.recomputed} recomputed`)
  }
  for (const difference of differences) console.log(difference)
  console.log(`differences: ${differences.length}`)
  return differences.length
}

const [, script = '', ...paths] = globalThis.process?.argv ?? []
if (script.endsWith('recompute.mjs')) {
  if (paths.length === 0) console.log('node recompute.mjs figures.json figures.csv')
  process.exitCode = paths.length > 0 && (await run(paths)) === 0 ? 0 : 1
}
