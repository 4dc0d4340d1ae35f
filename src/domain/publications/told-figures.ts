import type {
  FigureScope,
  PeriodKind,
  PublicationDocument,
  PublishedFigure,
} from './publication-document.ts'
import type { PublishedId } from './published-figures.ts'

type Asked = PublishedId & {
  readonly scope: FigureScope
  /** A region's id or an outlet's code; null of the network. */
  readonly place: string | null
}

/** The key under which a place's figures of one kind lie together. */
const keyOf = ({ kpi, cut, scope, place }: Asked): string => `${scope} ${place} ${kpi} ${cut}`

/** Figures of a document by what they are of: a document has tens of thousands of them. */
export type ToldFigures = {
  readonly document: PublicationDocument
  readonly byKey: ReadonlyMap<string, readonly PublishedFigure[]>
}

/** Lays a document's figures out for `monthsOf` and `figureOver`, each key's in the document's order. */
export const toldFigures = (document: PublicationDocument): ToldFigures => ({
  document,
  byKey: Map.groupBy(document.figures, keyOf),
})

const ofNetwork = (id: PublishedId): Asked => ({ ...id, scope: 'network', place: null })

const rowsOf = ({ byKey }: ToldFigures, asked: Asked): readonly PublishedFigure[] =>
  byKey.get(keyOf(asked)) ?? []

/** Months of the network that a document tells of a figure, the newest first; one that isn't final leads. */
export const monthsOf = (told: ToldFigures, id: PublishedId): readonly PublishedFigure[] =>
  rowsOf(told, ofNetwork(id)).filter(({ period }) => period.kind === 'month')

/** A place's figure over so many months; null = the document doesn't tell it. */
export const figureOver = (
  told: ToldFigures,
  asked: Asked,
  kind: Exclude<PeriodKind, 'month'>,
): PublishedFigure | null => rowsOf(told, asked).find(({ period }) => period.kind === kind) ?? null

/**
 * The figure that speaks for a promise: the newest final month, or where too few stand behind that the
 * last three months, or twelve, the first of them that tells a rate. Where none does it is the longest
 * that tells a count, and else the month, which says nothing. null = the document doesn't have the figure.
 * Of 20 answers in October and 37 in three months: those three months.
 */
export function headlineOf(told: ToldFigures, id: PublishedId): PublishedFigure | null {
  const [month] = monthsOf(told, id).filter(({ status }) => status === 'final')
  const rolling = (['rolling_3', 'rolling_12'] as const).flatMap(
    (kind) => figureOver(told, ofNetwork(id), kind) ?? [],
  )
  const inTurn = [...(month ? [month] : []), ...rolling]
  return (
    inTurn.find(({ disclosure }) => disclosure === 'rate') ??
    inTurn.findLast(({ disclosure }) => disclosure === 'count') ??
    month ??
    null
  )
}

/** How a promise went, as far as a publication tells. */
export type Verdict = 'kept' | 'missed' | 'too_few' | 'no_data'

/**
 * What a figure says of its promise: kept or missed where a rate is told, `too_few` where only a count is,
 * else `no_data`. 18.2 of at least 90 is `missed`; 9 of 12 people is `too_few`.
 */
export function verdictOf(figure: PublishedFigure | null): Verdict {
  if (figure === null || figure.disclosure === 'nothing') return 'no_data'
  if (figure.kept === null) return 'too_few'
  return figure.kept ? 'kept' : 'missed'
}
