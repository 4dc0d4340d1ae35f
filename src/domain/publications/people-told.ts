import { NETWORK } from '../kpis/close-months.ts'
import { NO_OUTLET } from '../kpis/no-outlet.ts'
import { type FigureReader, MONTHS_OF, type PublishedPlace, periodTo } from './months-of-places.ts'
import { monthAfter } from './publication-calendar.ts'
import type { PublicationDocument } from './publication-document.ts'
import type { PublishedId } from './published-figures.ts'
import { tellablePlaces } from './told-cells.ts'
import { type TimesTold, tellableTimes, timesToldBy } from './told-times.ts'

/** What may be told of a figure about people: times of the network, and places in twelve months. */
export type PeopleTold = TimesTold & { readonly places: ReadonlySet<string> }

type Asked = {
  readonly id: PublishedId
  readonly newest: string
  readonly places: readonly PublishedPlace[]
  /** The publication that this one revises, or that of the month before; null = none. */
  readonly previous: PublicationDocument | null
  readonly isRevision: boolean
}

/**
 * What may be told of a figure about people without telling of fewer than ten of them by any difference:
 * between a place and those in it, a sum of months and its parts, this publication and those before it.
 * Places are told by twelve months alone. A revision tells no more than what it revises did.
 */
export function peopleTold(reader: FigureReader, asked: Asked): PeopleTold {
  const { id, newest, places, previous, isRevision } = asked
  const nIn = (place: string, month: string) =>
    reader.figureAt(id, place, periodTo('month', month)).n
  const oldest = monthAfter(newest, 1 - MONTHS_OF.rolling_12)
  const node = (place: string, parent: string | null) => ({
    ...{ id: place, parent, n: reader.figureAt(id, place, periodTo('rolling_12', newest)).n },
    isSteady: nIn(place, oldest) > 0 && nIn(place, newest) > 0,
  })
  const network = node(NETWORK, null)
  const nodes = [
    network,
    node(NO_OUTLET, NETWORK),
    ...places.map((place) => node(place.id, place.parent)),
  ]
  const rows = previous?.figures.filter(({ kpi, cut }) => kpi === id.kpi && cut === id.cut)
  const listed = new Set(rows?.flatMap(({ place }) => place ?? []))
  // What is about no outlet has no page: it is a part of the network that nothing tells.
  const hidden = nodes.filter(
    (one) => one.id === NO_OUTLET || (isRevision && one.parent !== null && !listed.has(one.id)),
  )
  const months = Array.from({ length: MONTHS_OF.rolling_12 }, (_, back) => {
    const month = monthAfter(newest, -back)
    return { month, n: nIn(NETWORK, month) }
  })
  const times = tellableTimes(months, network, rows ? timesToldBy(rows, isRevision) : null)
  const hiddenBefore = new Set(hidden.map((one) => one.id))
  const hidesSome = !times.sums.has('rolling_12')
  return { ...times, places: tellablePlaces(nodes, { hiddenBefore, hidesSome }) }
}
