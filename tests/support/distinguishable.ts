/**
 * How well one value tells two samples apart: the area under the ROC curve, by Mann and Whitney's U
 * with ties at half, folded so that 0.5 is not at all and 1 always.
 */
export function distinguishable(a: readonly number[], b: readonly number[]): number {
  const all = [
    ...a.map((value) => ({ value, isA: true })),
    ...b.map((value) => ({ value, isA: false })),
  ]
  all.sort((x, y) => x.value - y.value)
  let rankSum = 0
  for (let from = 0; from < all.length; ) {
    let to = from
    while (to < all.length && all[to]?.value === all[from]?.value) to += 1
    const rank = (from + to + 1) / 2
    for (let place = from; place < to; place++) if (all[place]?.isA) rankSum += rank
    from = to
  }
  const auc = (rankSum - (a.length * (a.length + 1)) / 2) / (a.length * b.length)
  return Math.max(auc, 1 - auc)
}
