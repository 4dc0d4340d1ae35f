/**
 * Cutting a network into cells of neighbours, so that a list of ten outlets needs one or two small
 * files instead of everybody's names.
 */
export type Located = { readonly code: string; readonly lat: number; readonly lon: number }

const byCode = (a: Located, b: Located): number => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)

function spread(values: readonly number[]): number {
  let low = Infinity
  let high = -Infinity
  for (const value of values) {
    if (value < low) low = value
    if (value > high) high = value
  }
  return high - low
}

const gap = (a: Located, b: Located): number => Math.hypot(a.lat - b.lat, a.lon - b.lon)

/**
 * The order of a walk from neighbour to neighbour, beginning at the first code: positions written as
 * differences along it are a fifth shorter than along the codes.
 */
function inWalkingOrder<Item extends Located>(items: readonly Item[]): Item[] {
  const left = [...items].sort(byCode)
  const walk: Item[] = []
  let next = 0
  while (left.length > 0) {
    const here = left.splice(next, 1)[0] as Item
    walk.push(here)
    next = left.reduce(
      (best, item, place) => (gap(item, here) < gap(left[best] as Item, here) ? place : best),
      0,
    )
  }
  return walk
}

/**
 * Halves the set along its wider axis until a cell's summed `weightOf` is at most `limit`.
 * A single item heavier than the limit stands alone. Cells come in the order of the halving, items
 * of a cell in walking order; the same set gives the same cells whatever its order.
 */
export function cutCells<Item extends Located>(
  items: readonly Item[],
  weightOf: (item: Item) => number,
  limit: number,
): Item[][] {
  const total = items.reduce((sum, item) => sum + weightOf(item), 0)
  if (items.length <= 1 || total <= limit) {
    return items.length ? [inWalkingOrder(items)] : []
  }
  const tall = spread(items.map((item) => item.lat)) > spread(items.map((item) => item.lon))
  const axis = tall ? 'lat' : 'lon'
  const sorted = [...items].sort((a, b) => a[axis] - b[axis] || byCode(a, b))
  const middle = sorted.length >> 1
  return [
    ...cutCells(sorted.slice(0, middle), weightOf, limit),
    ...cutCells(sorted.slice(middle), weightOf, limit),
  ]
}
