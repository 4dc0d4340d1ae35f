/**
 * Durations and ratios as counts of logarithmic buckets, which add up over outlets and months as any
 * other count does. After Masson, Rim, Lee: DDSketch (VLDB 2019), without collapsing.
 */
export const SKETCH_ERROR = 0.01
const GAMMA = (1 + SKETCH_ERROR) / (1 - SKETCH_ERROR)
const LOG_GAMMA = Math.log(GAMMA)

/** Values below it are zero: a thousandth of the unit. */
const LEAST = 0.001
const ZERO = 'z'

/** Buckets of one sketch with how many values each holds. */
export type Sketch = ReadonlyMap<string, number>

/**
 * The measure that counts a value of a sketch, in the sketch's unit: `turnaround|way_in=walk_in~231`.
 * RangeError of what is negative or no number. `bucketMeasure('queue_wait', 0)` is `queue_wait~z`.
 */
export function bucketMeasure(name: string, value: number): string {
  if (!(value >= 0 && Number.isFinite(value))) throw new RangeError(`${value} is in no bucket`)
  return `${name}~${value < LEAST ? ZERO : Math.ceil(Math.log(value) / LOG_GAMMA)}`
}

/** The value that stands for a bucket: within 1 % of each that lies in it. `middleOf('z')` is 0. */
const middleOf = (bucket: string): number =>
  bucket === ZERO ? 0 : (2 * GAMMA ** Number(bucket)) / (GAMMA + 1)

/**
 * A sketch out of packed counts, by its name. Buckets that were taken back to nothing are left out.
 * Of `{ 'queue_wait~z': 2, 'queue_wait~115': 1 }`, `sketchOf(counts, 'queue_wait')` has two buckets.
 */
export function sketchOf(counts: Readonly<Record<string, number>>, name: string): Sketch {
  const buckets = new Map<string, number>()
  const before = `${name}~`
  for (const measure in counts) {
    const count = counts[measure] ?? 0
    if (count > 0 && measure.startsWith(before)) buckets.set(measure.slice(before.length), count)
  }
  return buckets
}

/** What a sketch holds, smallest first: each value within 1 % of those it stands for, and how many they are. */
export const bucketValues = (
  sketch: Sketch,
): readonly (readonly [value: number, count: number])[] =>
  [...sketch]
    .map(([bucket, count]) => [middleOf(bucket), count] as const)
    .toSorted(([a], [b]) => a - b)

/** How many values a sketch holds. */
export function sketchSize(sketch: Sketch): number {
  let size = 0
  for (const count of sketch.values()) size += count
  return size
}

/**
 * The value that a share of all values doesn't exceed (nearest rank, `0 <= share <= 1`), within 1 % of
 * the exact one; null of an empty sketch. RangeError for another share.
 * Of 1, 2, …, 10 minutes, `quantileOf(sketch, 0.5)` is 5 within 0.05.
 */
export function quantileOf(sketch: Sketch, share: number): number | null {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`${share} is no share`)
  const rank = Math.max(1, Math.ceil(share * sketchSize(sketch)))
  let seen = 0
  for (const [middle, count] of bucketValues(sketch)) {
    seen += count
    if (seen >= rank) return middle
  }
  return null
}
