import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { COMPLAINT_CAUSES } from '#domain/complaints/complaint.ts'
import { bucketMeasure } from '#domain/kpis/sketch.ts'
import { publicationCsv } from '#domain/publications/publication-csv.ts'
import type {
  PublicationDocument,
  PublishedFigure,
} from '#domain/publications/publication-document.ts'
import { type Given, publish } from './a-publication.ts'

const SCRIPT = 'public/data/publications/recompute.mjs'
const dir = mkdtempSync(join(tmpdir(), 'fixpoint-recompute-'))
afterAll(() => rmSync(dir, { recursive: true }))

const MEASURES = [
  ...['promise_due', 'promise_kept', 'handed_over', 'repeat_30', 'repairs_received'],
  ...['queue_arrived', 'queue_called_15', 'queue_left', 'closed'],
  ...['one_hour_due', 'one_hour_kept', 'unrepaired', 'first_time_fix_due', 'first_time_fix_kept'],
  ...['turnaround_started|way_in=walk_in', 'turnaround_done_3d|way_in=walk_in'],
  ...['feedback.answer_due|touchpoint=web', 'feedback.answered_in_time|touchpoint=web'],
  ...[1, 2, 3, 4, 5].map((score) => `survey.csat|score=${score}`),
  ...[0, 3, 6, 7, 8, 9, 10].map((score) => `survey.nps|score=${score}`),
  ...COMPLAINT_CAUSES.map((cause) => `complaints_registered|cause=${cause}`),
  ...[40, 300, 2900, 9000].map((at) => bucketMeasure('turnaround|way_in=walk_in', at)),
  ...[1, 7, 14, 90].map((at) => bucketMeasure('queue_wait', at)),
]
const PLACES = ['E-001', 'E-002', 'W-001', 'none']
const drawnCounts = fc.dictionary(fc.constantFrom(...MEASURES), fc.nat({ max: 70 }), {
  minKeys: 8,
})
/** Every complaint has a cause here, so that the causes come to all of them. */
function withComplaints(counts: Readonly<Record<string, number>>) {
  const ofCauses = Object.entries(counts).filter(([measure]) => measure.includes('|cause='))
  const registered = ofCauses.reduce((sum, [, count]) => sum + count, 0)
  return { ...counts, complaints_registered: registered }
}
const drawn = fc.array(drawnCounts, { minLength: 48, maxLength: 48 }).map((all): Given => {
  return (place, month): Readonly<Record<string, number>> =>
    withComplaints(all[PLACES.indexOf(place) * 12 + Number(month.slice(5)) - 1] ?? {})
})

const TARGETS = [
  { standard: 'promise', kpi: 'promise_kept', cut: null, target: 50 },
  { standard: 'repeat', kpi: 'repeat_30', cut: null, target: 60 },
  { standard: 'called', kpi: 'called_in_time', cut: null, target: 99.9 },
] as const
const documents = fc
  .sample(drawn, { numRuns: 6, seed: 42 })
  .map((given) => publish(given, { targets: TARGETS }))

/** Runs the script on a document's files as a stranger would, with nothing else at hand. */
function recompute(document: PublicationDocument, csv = publicationCsv(document)) {
  writeFileSync(join(dir, 'figures.json'), JSON.stringify(document))
  writeFileSync(join(dir, 'figures.csv'), csv)
  writeFileSync(join(dir, 'recompute.mjs'), readFileSync(SCRIPT))
  const args = ['recompute.mjs', 'figures.json', 'figures.csv']
  const { stdout, stderr, status } = spawnSync(process.execPath, args, {
    ...{ cwd: dir, encoding: 'utf8' },
  })
  expect(stderr).toBe('')
  const [, count = ''] = /^differences: (\d+)$/m.exec(stdout) ?? []
  const [, recomputed = ''] = /figures\.json: \d+ figures, (\d+) recomputed/.exec(stdout) ?? []
  return { stdout, status, differences: Number(count), recomputed: Number(recomputed) }
}

const isTold = ({ kpi, disclosure }: PublishedFigure, of: string) =>
  kpi === of && disclosure === 'rate'

/** A document with one figure told otherwise. */
function planted(document: PublicationDocument, of: string, over: Partial<PublishedFigure>) {
  const at = document.figures.findIndex((one) => isTold(one, of))
  expect(at).toBeGreaterThanOrEqual(0)
  return {
    ...document,
    figures: document.figures.map((one, place) => (place === at ? { ...one, ...over } : one)),
  }
}

const [first] = documents
if (!first) throw new Error('no document')
const told = (of: string) => first.figures.find((one) => isTold(one, of)) as PublishedFigure

describe('a stranger’s script, from the files alone', () => {
  it('recomputes every rate and interval that is published: no differences', () => {
    let all = 0
    for (const document of documents) {
      const { stdout, status, differences, recomputed } = recompute(document)
      expect(stdout).toMatch(/differences: 0\n$/)
      expect({ status, differences }).toEqual({ status: 0, differences: 0 })
      const withInterval = document.figures.filter(({ low }) => low !== null).length
      expect(recomputed).toBeGreaterThanOrEqual(withInterval)
      all += withInterval
    }
    expect(all).toBeGreaterThan(1000)
    expect(told('nps').low).toBeLessThan(told('nps').high ?? 0)
    const kept = documents.flatMap(({ figures }) => figures.map((one) => one.kept))
    expect(kept).toEqual(expect.arrayContaining([true, false, null]))
  })

  it.each([
    ['a value cut to the other side', 'promise_kept', 'value', 0.1],
    ['a rate that is too low', 'complaint_rate', 'value', -0.1],
    ['an interval that begins too high', 'csat', 'low', 0.1],
    ['an interval that ends too low', 'repeat_30', 'high', -0.1],
    ['a hit too many', 'first_time_fix', 'hits', 1],
    ['a denominator that is too small', 'dsat', 'n', -20],
    ['a net score that no answers make', 'nps', 'high', 1],
  ] as const)('reports %s', (_, kpi, name, by) => {
    const now = told(kpi)[name] ?? 0
    const { stdout, status } = recompute(
      planted(first, kpi, { [name]: Math.round(10 * (now + by)) / 10 }),
    )
    expect(status).toBe(1)
    expect(stdout).toContain(`${kpi} network`)
  })

  it('reports a miss that is called kept', () => {
    const { kept } = told('promise_kept')
    const { stdout, status } = recompute(planted(first, 'promise_kept', { kept: !kept }))
    expect({ status, isSaid: stdout.includes(`kept ${!kept} should be ${kept}`) }).toEqual({
      ...{ status: 1, isSaid: true },
    })
  })

  it('reports a figure of nine people that is told', () => {
    const few = { n: 9, hits: 9, value: null, low: 70, high: 100, disclosure: 'count' } as const
    const { stdout, status } = recompute(planted(first, 'csat', few))
    expect(status).toBe(1)
    expect(stdout).toContain('of 9 people count is told: nothing')
  })

  it('reports buckets that don’t come to their sum', () => {
    const [one, ...rest] = first.distributions
    if (!one) throw new Error('no distribution')
    const wrong = { ...first, distributions: [{ ...one, n: one.n + 1 }, ...rest] }
    expect(recompute(wrong).stdout).toContain('turnaround_walk_in: buckets come to')
  })

  it('reports a table that says something else than the document', () => {
    const csv = publicationCsv(first)
    const { n } = told('promise_kept')
    const { stdout, status } = recompute(first, csv.replace(`"${n}"`, `"${Number(n) + 1}"`))
    expect(status).toBe(1)
    expect(stdout).toMatch(/line \d+, n: /)
  })

  it('shares no code with what it checks', () => {
    const code = readFileSync(SCRIPT, 'utf8')
    expect([...code.matchAll(/import\(?\s*['"]([^'"]+)/g)].map(([, from]) => from)).toEqual([
      'node:fs/promises',
    ])
    expect(code).not.toMatch(/^import /m)
  })
})
