/** A generator of numbers in [0, 1) that a text begins: the same text, the same numbers (mulberry32). */
function numbersFrom(seed: string): () => number {
  let state = [...seed].reduce(
    (hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 16777619),
    2166136261,
  )
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/**
 * A random sample of a list without anybody twice, `size` at most, in no order. It is drawn by the seed
 * alone: whoever knows list and seed draws the same again and sees that nobody was picked by hand. The
 * order of the list doesn't matter. `drawSample(['a', 'b'], { size: 5, seed: 'x' })` holds both.
 */
export function drawSample(
  list: readonly string[],
  { size, seed }: { readonly size: number; readonly seed: string },
): readonly string[] {
  const rest = [...new Set(list)].toSorted()
  const next = numbersFrom(seed)
  const sample: string[] = []
  while (sample.length < size && rest.length > 0) {
    const place = Math.floor(next() * rest.length)
    const [drawn] = rest.splice(place, 1, ...rest.slice(-1))
    rest.pop()
    if (drawn !== undefined) sample.push(drawn)
  }
  return sample
}
