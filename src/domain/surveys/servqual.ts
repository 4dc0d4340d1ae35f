/** The dimensions of service quality, with how many of the 22 statements each has. */
export const DIMENSION_ITEMS = {
  tangibles: 4,
  reliability: 5,
  responsiveness: 4,
  assurance: 4,
  empathy: 5,
} as const
export type Dimension = keyof typeof DIMENSION_ITEMS
export const DIMENSIONS = Object.keys(DIMENSION_ITEMS) as readonly Dimension[]

/** `reliability.3`: the third statement of a dimension. */
export type ItemId = `${Dimension}.${number}`

/** The 22 statements in their order. */
export const ITEMS: readonly { readonly id: ItemId; readonly dimension: Dimension }[] =
  DIMENSIONS.flatMap((dimension) =>
    Array.from({ length: DIMENSION_ITEMS[dimension] }, (_, place) => ({
      id: `${dimension}.${place + 1}` as const,
      dimension,
    })),
  )

/** What one person said of a statement, 1-7 each: what an excellent service would do, what ours did. */
export type Pair = { readonly expected: number; readonly perceived: number }
/** One person's pairs; a statement left out wasn't answered in full. */
export type PanelAnswer = Readonly<Partial<Record<ItemId, Pair>>>

export type DimensionGap = {
  /** Persons with at least one full pair of the dimension. */
  readonly n: number
  /** Means of the persons' means, 1-7. */
  readonly expected: number
  readonly perceived: number
  /** Perception minus expectation, -6 to 6. */
  readonly gap: number
}

/** How important each dimension is to those asked: points of a hundred. */
export type Weights = Readonly<Record<Dimension, number>>

/** Where nobody was asked: importance as Zeithaml, Parasuraman and Berry found it (1990). */
export const USUAL_WEIGHTS: Weights = {
  tangibles: 11,
  reliability: 32,
  responsiveness: 22,
  assurance: 19,
  empathy: 16,
}

const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length

function personOf(answer: PanelAnswer, dimension: Dimension): Pair | null {
  const pairs = ITEMS.flatMap((item) => {
    const pair = item.dimension === dimension ? answer[item.id] : undefined
    return pair ? [pair] : []
  })
  if (pairs.length === 0) return null
  return {
    expected: mean(pairs.map(({ expected }) => expected)),
    perceived: mean(pairs.map(({ perceived }) => perceived)),
  }
}

/**
 * The gap of one dimension over all who answered: each person's mean over the dimension's statements,
 * then the mean over persons. Null where nobody answered a full pair. Source: Parasuraman, Zeithaml and
 * Berry 1988. Expected 3.9412, perceived 3.5147: gap -0.4265.
 */
export function dimensionGap(
  answers: readonly PanelAnswer[],
  dimension: Dimension,
): DimensionGap | null {
  const persons = answers.flatMap((answer) => personOf(answer, dimension) ?? [])
  if (persons.length === 0) return null
  const expected = mean(persons.map((person) => person.expected))
  const perceived = mean(persons.map((person) => person.perceived))
  return { n: persons.length, expected, perceived, gap: perceived - expected }
}

/**
 * The SERVQUAL score without weights: the mean of the five gaps.
 * Gaps -0.65, -1.10, -0.83, -0.70, -1.01 make -0.858.
 */
export const unweightedScore = (gaps: Readonly<Record<Dimension, number>>): number =>
  mean(DIMENSIONS.map((dimension) => gaps[dimension]))

/**
 * The SERVQUAL score with weights: each gap by its importance, the weights as shares of their sum, so that
 * it stays on the scale of a gap. RangeError for weights that are negative or all nothing.
 * All gaps -1: -1 whatever the weights.
 */
export function weightedScore(gaps: Readonly<Record<Dimension, number>>, weights: Weights): number {
  const points = DIMENSIONS.map((dimension) => weights[dimension])
  const sum = points.reduce((all, one) => all + one, 0)
  if (points.some((one) => !(one >= 0)) || sum <= 0) throw new RangeError('weights must be points')
  return DIMENSIONS.reduce(
    (score, dimension) => score + (gaps[dimension] * weights[dimension]) / sum,
    0,
  )
}

/** Answers of one wave from which on a gap is published. */
export const FEWEST_FOR_GAP = 100

export type GapTable =
  | { readonly kind: 'too_few'; readonly n: number }
  | {
      readonly kind: 'gaps'
      readonly n: number
      readonly dimensions: Readonly<Record<Dimension, DimensionGap>>
      readonly unweighted: number
      readonly weighted: number
    }

/**
 * The gap table of one wave, or how far it is from one: published from a hundred persons in every
 * dimension on (`n` is the fewest of a dimension). Ninety-nine: `{ kind: 'too_few', n: 99 }`.
 */
export function gapTable(answers: readonly PanelAnswer[], weights: Weights): GapTable {
  const found = DIMENSIONS.map(
    (dimension) => [dimension, dimensionGap(answers, dimension)] as const,
  )
  const n = Math.min(...found.map(([, gap]) => gap?.n ?? 0))
  if (n < FEWEST_FOR_GAP) return { kind: 'too_few', n }
  const dimensions = Object.fromEntries(found) as Record<Dimension, DimensionGap>
  const gaps = Object.fromEntries(
    DIMENSIONS.map((dimension) => [dimension, dimensions[dimension].gap]),
  ) as Record<Dimension, number>
  return {
    ...{ kind: 'gaps', n, dimensions },
    unweighted: unweightedScore(gaps),
    weighted: weightedScore(gaps, weights),
  }
}
