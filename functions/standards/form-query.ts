import { Temporal } from 'temporal-polyfill'
import type { LocalText } from '#domain/outlets/outlet.ts'
import type { Standard } from '#domain/standards/standard.ts'
import type { SetHead } from '#domain/standards/standard-set.ts'
import type { Form } from '#functions/desk-network/form-query.ts'
import type { Faults } from '#functions/desk-network/views/form-parts.tsx'
import type { MessageKey } from '#i18n/translate.ts'
import { headSchema, standardSchema } from './standard-json.ts'

/** Fields in two languages; each is two of the form: `titleEn`, `titleZh`. */
export const TEXTS = ['title', 'promise', 'appliesTo', 'measured', 'remedy', 'claim'] as const
/** Of the benchmark, each in two languages: `benchmarkPeerEn` … All empty = there is none. */
export const BENCHMARK_TEXTS = ['peer', 'chosen', 'source', 'figures', 'decision'] as const
export const CHOICES = [
  ...['audience', 'serves', 'stage', 'category', 'dimension', 'fiveS', 'concerns', 'touchpoint'],
  ...['owner', 'service', 'kpi'],
] as const

const bothOf = (form: Form, name: string): LocalText => ({
  en: form.text(`${name}En`),
  'zh-CN': form.text(`${name}Zh`),
})

export const benchmarkField = (name: string): string =>
  `benchmark${name.charAt(0).toUpperCase()}${name.slice(1)}`

/** A benchmark from the form; null where nothing of it was typed. */
function benchmarkIn(form: Form): object | null {
  const texts = BENCHMARK_TEXTS.map((name) => [name, bothOf(form, benchmarkField(name))] as const)
  const takenOn = form.text('benchmarkTakenOn')
  const isEmpty = !takenOn && texts.every(([, { en, 'zh-CN': zh }]) => !en && !zh)
  return isEmpty ? null : { ...Object.fromEntries(texts), takenOn }
}

const NUMBER = /^-?\d{1,5}(\.\d{1,3})?$/

/** A figure that somebody typed, in any width; NaN = none. */
export function figureIn(typed: string): number {
  const text = typed.normalize('NFKC').replace(/%$/, '').trim()
  return NUMBER.test(text) ? Number(text) : Number.NaN
}

const orNull = (text: string): string | null => text || null

const FAULTS: Readonly<Record<string, MessageKey>> = {
  id: 'desk.standards.fault.id',
  since: 'desk.standards.fault.date',
  benchmarkTakenOn: 'desk.standards.fault.date',
  countries: 'desk.standards.fault.countries',
  threshold: 'desk.standards.fault.figure',
  target: 'desk.standards.fault.figure',
  number: 'desk.standards.fault.number',
}
const SIDES = ['en', 'zh-CN']

/** The form's field that a path of the schema stands for, with what is wrong with it. */
function faultAt(path: readonly PropertyKey[]): readonly [field: string, key: MessageKey] {
  const [first = '', second, third] = path.map(String)
  if (first === 'benchmark') {
    const name = benchmarkField(second ?? '')
    return third
      ? [`${name}${third === 'en' ? 'En' : 'Zh'}`, 'desk.standards.fault.words']
      : [name, FAULTS[name] ?? 'desk.standards.fault.words']
  }
  const side = SIDES.includes(third ?? '') ? third : SIDES.includes(second ?? '') ? second : null
  const field = first === 'basis' && second !== 'kind' ? (second ?? '') : first
  if (side) return [`${field}${side === 'en' ? 'En' : 'Zh'}`, 'desk.standards.fault.words']
  const name = first === 'basis' && second === 'kind' ? 'basisKind' : field
  return [name, FAULTS[name] ?? 'desk.standards.fault.choice']
}

type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly faults: Faults }

type Parsed<Value> =
  | { readonly success: true; readonly data: Value }
  | {
      readonly success: false
      readonly error: { readonly issues: readonly { readonly path: readonly PropertyKey[] }[] }
    }

const read = <Value>(parsed: Parsed<Value>): Read<Value> =>
  parsed.success
    ? { ok: true, value: parsed.data }
    : {
        ok: false,
        faults: Object.fromEntries(parsed.error.issues.map(({ path }) => faultAt(path))),
      }

/** A standard from its form, or the fields that can't be taken. */
export function standardIn(form: Form): Read<Standard> {
  const chosen = Object.fromEntries(CHOICES.map((name) => [name, form.text(name)]))
  const threshold = form.text('threshold')
  const countries = form.text('countries').toUpperCase()
  return read(
    standardSchema.safeParse({
      ...chosen,
      id: form.text('id'),
      ...{ serves: orNull(form.text('serves')), service: orNull(form.text('service')) },
      ...Object.fromEntries(TEXTS.map((name) => [name, bothOf(form, name)])),
      basis: {
        kind: form.text('basisKind'),
        source: bothOf(form, 'source'),
        since: orNull(form.text('since')),
      },
      benchmark: benchmarkIn(form),
      countries: countries.split(/[\s,，、]+/).filter(Boolean),
      threshold: threshold === '' ? null : figureIn(threshold),
      target: figureIn(form.text('target')),
    }),
  )
}

/** What heads the set, from its form. */
export const headIn = (form: Form): Read<SetHead> =>
  read(
    headSchema.safeParse({
      number: form.text('number'),
      ...{ scope: bothOf(form, 'scope'), supervisor: bothOf(form, 'supervisor') },
    }),
  )

/** An instant typed as a date and time by a zone's clock; null = nothing was typed; NaN = none. */
export function instantIn(typed: string, zone: string): number | null {
  if (typed === '') return null
  try {
    return Temporal.PlainDateTime.from(typed).toZonedDateTime(zone).epochMilliseconds
  } catch {
    return Number.NaN
  }
}

const bothFields = (name: string, { en, 'zh-CN': zh }: LocalText) =>
  [
    [`${name}En`, en],
    [`${name}Zh`, zh],
  ] as const

/** A standard as its form shows it. */
export const standardFields = (standard: Standard): readonly (readonly [string, string])[] => [
  ...[['id', standard.id] as const],
  ...CHOICES.map((name) => [name, String(standard[name as 'kpi'] ?? '')] as const),
  ...TEXTS.flatMap((name) => bothFields(name, standard[name])),
  ...bothFields('source', standard.basis.source),
  ...([['basisKind', standard.basis.kind]] as const),
  ...([['since', standard.basis.since ?? '']] as const),
  ...(standard.benchmark
    ? [
        ...BENCHMARK_TEXTS.flatMap((name) =>
          bothFields(benchmarkField(name), standard.benchmark?.[name] ?? { en: '', 'zh-CN': '' }),
        ),
        ['benchmarkTakenOn', standard.benchmark.takenOn] as const,
      ]
    : []),
  ...([['countries', standard.countries.join(', ')]] as const),
  ...([['threshold', String(standard.threshold ?? '')]] as const),
  ...([['target', String(standard.target)]] as const),
]

/** What heads a set, as its form shows it. */
export const headFields = ({ number, scope, supervisor }: SetHead) => [
  ...[['number', number] as const],
  ...bothFields('scope', scope),
  ...bothFields('supervisor', supervisor),
]
