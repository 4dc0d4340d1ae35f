import { NETWORK } from '../kpis/close-months.ts'
import type { KpiDefinition } from '../kpis/kpi-definition.ts'
import { definitionOf, type FigureId } from '../kpis/kpi-definitions.ts'
import { complaintCauses, distributions, satisfaction } from './breakdowns.ts'
import { figureRow, notFinalRow } from './figure-row.ts'
import {
  type CountsByPlace,
  type FigureReader,
  figureReader,
  newestFinal,
  type PublishedPlace,
  periodTo,
} from './months-of-places.ts'
import { type PeopleTold, peopleTold } from './people-told.ts'
import { monthAfter } from './publication-calendar.ts'
import {
  DOCUMENT_FORM,
  type NetworkFacts,
  type PublicationDocument,
  type PublicationHead,
  type PublishedDefinition,
  type PublishedExclusion,
  type PublishedFigure,
  type PublishedTarget,
} from './publication-document.ts'
import { countedBy, OF_NETWORK, OF_PLACES, type PublishedId } from './published-figures.ts'

export type PublicationInput = {
  readonly head: PublicationHead
  /** Local day of the network on which it is made. */
  readonly today: string
  /** Without what was excluded. */
  readonly counts: CountsByPlace
  readonly places: readonly PublishedPlace[]
  readonly targets: readonly PublishedTarget[]
  readonly network: NetworkFacts
  readonly exclusions: readonly PublishedExclusion[]
  /** The publication that this one revises, else the newest of an earlier month; null = the very first. */
  readonly previous: PublicationDocument | null
}

const TREND_MONTHS = 12
const ROLLING = ['rolling_3', 'rolling_12'] as const

const definitionsOf = (ids: readonly PublishedId[]): readonly PublishedDefinition[] =>
  [...new Set(ids.map(({ kpi }) => kpi))].map((kpi) => {
    const { formula, measure: _, ...rest }: KpiDefinition = definitionOf(kpi)
    return { kpi, ...rest, kind: formula.kind, counted: countedBy(kpi) }
  })

type Making = PublicationInput & { readonly reader: FigureReader }

type Line = {
  readonly id: PublishedId
  readonly newest: string
  readonly target: number | null
  /** null = its denominator isn't people. */
  readonly told: PeopleTold | null
}

const targetOf = ({ targets }: Making, { kpi, cut }: PublishedId): number | null =>
  targets.find((target) => target.kpi === kpi && target.cut === cut)?.target ?? null

function lineOf(making: Making, id: PublishedId): Line {
  const { head, today, reader, places, previous } = making
  const newest = newestFinal(id.kpi, head.month, today)
  const isAtPlaces = OF_PLACES.some(({ kpi }) => kpi === id.kpi)
  const told =
    countedBy(id.kpi) === 'people'
      ? peopleTold(reader, {
          ...{ id, newest, places: isAtPlaces ? places : [], previous },
          isRevision: head.revises !== null,
        })
      : null
  return { id, newest, target: targetOf(making, id), told }
}

/** What is told of the network by one figure: months, newest first, then three and twelve of them. */
function ofNetwork({ reader, head, counts }: Making, line: Line): readonly PublishedFigure[] {
  const { id, newest, target, told } = line
  const about = { id, scope: 'network', place: null, target } as const
  const months = Array.from({ length: TREND_MONTHS }, (_, back) => monthAfter(newest, -back))
  const first = [...(counts.get(NETWORK)?.keys() ?? [])].toSorted()[0] ?? head.month
  const pending =
    newest < head.month ? [notFinalRow({ ...about, period: periodTo('month', head.month) })] : []
  const monthly = months
    .filter((month, back) => back === 0 || month >= first)
    .map((month) => {
      const period = periodTo('month', month)
      const atMost = told && !told.months.has(month) ? 'nothing' : 'rate'
      return figureRow(reader.figureAt(id, NETWORK, period), { ...about, period, atMost })
    })
  return [...pending, ...monthly, ...rollingAt(reader, line, { ...about, key: NETWORK })]
}

type Where = Pick<PublishedFigure, 'scope' | 'place'> & { readonly key: string }

const rollingAt = (reader: FigureReader, line: Line, { key, scope, place }: Where) =>
  ROLLING.map((kind) => {
    const { id, newest, target, told } = line
    const period = periodTo(kind, newest)
    const isOfPlace = kind === 'rolling_12' && told?.places.has(key)
    const isTold = !told || (key === NETWORK ? told.sums.has(kind) : isOfPlace)
    const atMost = isTold ? 'rate' : 'nothing'
    return figureRow(reader.figureAt(id, key, period), { id, scope, place, period, target, atMost })
  })

/** What would say nothing isn’t listed: there are many places. */
const ofPlace = ({ reader }: Making, lines: readonly Line[], { id, scope }: PublishedPlace) =>
  lines.flatMap((line) =>
    rollingAt(reader, line, { key: id, scope, place: id }).filter(
      ({ disclosure }) => disclosure !== 'nothing',
    ),
  )

/**
 * The document of a publication, out of counts by place and month: every figure by its one definition,
 * each with the newest month that is final, and nothing in it that may not be told. Regions come before
 * outlets, in the order given; the same input makes the same document to the last byte.
 * A month of which repeats within 30 days aren't final is told as `not_final`, the one before by figures.
 */
export function figuresOfPublication(input: PublicationInput): PublicationDocument {
  const reader = figureReader(input.counts)
  const making: Making = { ...input, reader }
  const lines = OF_NETWORK.map((id) => lineOf(making, id))
  const atPlaces = OF_PLACES.flatMap(({ kpi }) => lines.find(({ id }) => id.kpi === kpi) ?? [])
  const newestOf = (kpi: FigureId) => newestFinal(kpi, input.head.month, input.today)
  const csat = lines.find(({ id }) => id.kpi === 'csat')
  const isTold = csat?.told?.sums.has('rolling_12') ?? false
  const { places } = input
  const previous = input.head.revises === null ? null : input.previous
  const ordered = [
    ...places.filter(({ scope }) => scope === 'region'),
    ...places.filter(({ scope }) => scope === 'outlet'),
  ]
  const threeMonths = reader.countsIn(NETWORK, periodTo('rolling_3', input.head.month))
  return {
    ...{ $schema: 'schema.json', form: DOCUMENT_FORM, publication: input.head },
    ...{ definitions: definitionsOf(OF_NETWORK), targets: input.targets, network: input.network },
    figures: [
      ...lines.flatMap((line) => ofNetwork(making, line)),
      ...ordered.flatMap((place) => ofPlace(making, atPlaces, place)),
    ],
    breakdowns: [
      satisfaction(reader, { newest: newestOf('csat'), isTold, previous }),
      complaintCauses(reader, { newest: newestOf('complaint_rate'), previous }),
    ],
    distributions: distributions(threeMonths, input.head.month),
    exclusions: input.exclusions,
  }
}
