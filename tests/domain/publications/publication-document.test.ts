import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { publicationCsv } from '#domain/publications/publication-csv.ts'
import type { PublicationDocument } from '#domain/publications/publication-document.ts'
import { type Given, HEAD, publish } from './a-publication.ts'

const schema = JSON.parse(readFileSync('public/data/publications/schema-1.json', 'utf8'))
const validates = new Ajv2020({ strict: true, strictTypes: false, validateFormats: false }).compile(
  schema,
)

const find = (
  { figures }: PublicationDocument,
  kpi: string,
  { place = null, kind = 'month', to }: { place?: string | null; kind?: string; to?: string } = {},
) =>
  figures.find(
    (row) =>
      row.kpi === kpi &&
      row.place === place &&
      row.period.kind === kind &&
      (to === undefined || row.period.to === to),
  )

const inOctober =
  (counts: Readonly<Record<string, number>>): Given =>
  (place, month) =>
    place === 'E-001' && month === '2026-10' ? counts : {}

describe('a figure of a publication', () => {
  it('is told with its interval, cut so that no miss looks kept', () => {
    const target = { standard: 'promise', kpi: 'promise_kept', cut: null, target: 90 } as const
    const counts = { promise_due: 3000, promise_kept: 2699 }
    const row = find(publish(inOctober(counts), { targets: [target] }), 'promise_kept')
    expect(row).toMatchObject({ n: 3000, hits: 2699, value: 89.9, target: 90, kept: false })
    const kept = publish(inOctober({ promise_due: 300, promise_kept: 270 }), { targets: [target] })
    expect(find(kept, 'promise_kept')).toMatchObject({ value: 90, low: 86, high: 93, kept: true })
  })

  it('enters with the newest month that is final, and is named by it', () => {
    const document = publish(() => ({ handed_over: 40, repeat_30: 1, repeat_7: 1 }))
    const [pending, newest] = document.figures.filter(({ kpi }) => kpi === 'repeat_30')
    expect(pending).toMatchObject({ status: 'not_final', period: { to: '2026-10' }, n: null })
    expect(newest).toMatchObject({ status: 'final', period: { to: '2026-09' }, n: 160 })
    expect(find(document, 'repeat_7')).toMatchObject({ status: 'final', period: { to: '2026-10' } })
  })

  it.each([
    [9, 'nothing', null, null],
    [10, 'count', 10, null],
    [29, 'count', 29, null],
    [30, 'rate', 30, 100],
  ])('about %i people tells %s', (n, disclosure, told, value) => {
    const document = publish(
      (place, month): Readonly<Record<string, number>> =>
        place === 'E-001' && month === '2026-09' ? { 'survey.csat|score=5': n } : {},
    )
    const row = find(document, 'csat', { to: '2026-09' })
    expect(row).toMatchObject({ disclosure, n: told, value })
  })

  it('without data has no value, neither 0 nor 100', () => {
    expect(
      find(
        publish(() => ({})),
        'promise_kept',
      ),
    ).toMatchObject({
      ...{ disclosure: 'nothing', n: null, value: null, kept: null },
    })
  })

  it('of a place stands beside the network for three and for twelve months', () => {
    const document = publish(() => ({ promise_due: 10, promise_kept: 9 }))
    const at = { place: 'E-001' } as const
    expect(find(document, 'promise_kept', { ...at, kind: 'rolling_3' })).toMatchObject({ n: 30 })
    expect(find(document, 'promise_kept', { ...at, kind: 'rolling_12' })).toMatchObject({ n: 120 })
    expect(find(document, 'promise_kept', { kind: 'rolling_12' })).toMatchObject({ n: 480 })
  })
})

const Z = 1.959963984540054

/** What a stranger does with the file alone: Wilson's interval, written down anew. */
function recount(document: PublicationDocument): readonly string[] {
  const kinds = new Map(document.definitions.map((one) => [one.kpi, one]))
  return document.figures.flatMap((row) => {
    const { kind, digits, betterIs } = kinds.get(row.kpi) ?? {
      kind: 'net',
      digits: 0,
      betterIs: '',
    }
    const { n, hits } = row
    if (n === null || hits === null || (kind !== 'share' && kind !== 'rate')) return []
    const unit = kind === 'share' ? 100 : 1000
    const p = hits / n
    const half = Z * Math.sqrt((p * (1 - p) + (Z * Z) / (4 * n)) / n)
    const all = 1 + (Z * Z) / n
    const middle = p + (Z * Z) / (2 * n)
    const ten = 10 ** digits
    const down = (x: number) => Math.floor(x * ten + 1e-7) / ten
    const up = (x: number) => Math.ceil(x * ten - 1e-7) / ten
    const low = hits === 0 ? 0 : down((unit * (middle - half)) / all)
    const high = hits === n ? unit : up((unit * (middle + half)) / all)
    const value = betterIs === 'higher' ? down(unit * p) : up(unit * p)
    const isSame =
      row.low === (hits > n ? null : low) &&
      row.high === (hits > n ? null : high) &&
      (row.value === null || row.value === value)
    return isSame ? [] : [`${JSON.stringify(row)} is ${value} ${low} ${high}`]
  })
}

const someCounts = fc.dictionary(
  fc.constantFrom(
    ...['promise_due', 'promise_kept', 'handed_over', 'repeat_30', 'repairs_received'],
    ...['complaints_registered', 'complaints_registered|cause=price', 'queue_arrived'],
    ...[
      'survey.csat|score=1',
      'survey.csat|score=3',
      'survey.csat|score=5',
      'turnaround|way_in=walk_in~231',
    ],
    'feedback.answer_due|touchpoint=web',
  ),
  fc.nat({ max: 60 }),
)

/** Counts drawn for each outlet and month, by a seed. */
const drawn = fc.array(someCounts, { minLength: 48, maxLength: 48 }).map((all): Given => {
  const places = ['E-001', 'E-002', 'W-001', 'none']
  return (place, month) => all[places.indexOf(place) * 12 + (Number(month.slice(5)) - 1)] ?? {}
})

describe('the file', () => {
  it('validates against its published schema', () => {
    fc.assert(
      fc.property(drawn, (given) => {
        const isValid = validates(JSON.parse(JSON.stringify(publish(given))))
        expect(validates.errors).toBeNull()
        return isValid
      }),
      { numRuns: 20, seed: 7 },
    )
  })

  it('can fail against its schema', () => {
    const document = publish(() => ({ promise_due: 30, promise_kept: 3 }))
    const [first] = document.figures
    expect(validates({ ...document, figures: [{ ...first, disclosure: 'nothing', n: 3 }] })).toBe(
      false,
    )
    expect(validates({ ...document, extra: 1 })).toBe(false)
  })

  it('lets a stranger recount every rate and every interval', () => {
    let told = 0
    fc.assert(
      fc.property(drawn, (given) => {
        const document = publish(given)
        told += document.figures.filter(({ hits }) => hits !== null).length
        expect(recount(document)).toEqual([])
      }),
      { numRuns: 20, seed: 11 },
    )
    expect(told).toBeGreaterThan(1000)
  })

  it('is the same to the last byte from the same counts', () => {
    const given: Given = () => ({ promise_due: 30, promise_kept: 3 })
    expect(JSON.stringify(publish(given))).toBe(JSON.stringify(publish(given)))
  })

  it('comes as a table too, a line for each figure, with nothing where nothing is told', () => {
    const document = publish(inOctober({ promise_due: 12, promise_kept: 12 }), {
      head: { ...HEAD, number: 4 },
    })
    const lines = publicationCsv(document).trimEnd().split('\r\n')
    expect(lines).toHaveLength(document.figures.length + 1)
    expect(lines.find((line) => line.includes('"promise_kept"'))).toContain(
      '"network","","month","2026-10","2026-10","final","count","12","12","","75.7","100"',
    )
  })
})
