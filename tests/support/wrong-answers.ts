import type { Point, TrueHit } from './true-nearest.ts'

/** Nearer than this to each other, two places may stand in either order. */
const SWAP_METRES = 20
/** Published distances are rounded to a metre, positions in the index to one more. */
const DISTANCE_METRES = 3

export type Answer = { readonly code: string; readonly metres: number }

/**
 * What is wrong with an answer, or null. `truth` holds at least as many places as the answer should,
 * nearest first: each rank's place must be as far away as the true one of that rank, give or take a
 * swap, nobody twice, and the stated distance must be that place's.
 */
export function wrongAnswer(
  answer: readonly Answer[],
  truth: readonly TrueHit[],
  limit: number,
): string | null {
  const expected = Math.min(limit, truth.length)
  if (answer.length !== expected) return `${answer.length} places instead of ${expected}`
  if (new Set(answer.map(({ code }) => code)).size !== answer.length) return 'a place twice'
  const distanceOf = new Map(truth.map(({ code, metres }) => [code, metres]))
  for (const [rank, { code, metres }] of answer.entries()) {
    const own = distanceOf.get(code)
    const wanted = truth[rank]
    if (own === undefined || wanted === undefined) return `${code} is not among the nearest`
    if (Math.abs(own - wanted.metres) > SWAP_METRES) {
      return `rank ${rank + 1}: ${code} at ${own.toFixed(0)} m, ${wanted.code} is at ${wanted.metres.toFixed(0)} m`
    }
    if (Math.abs(own - metres) > DISTANCE_METRES) {
      return `${code} is said to be ${metres.toFixed(0)} m away, it is ${own.toFixed(0)} m`
    }
  }
  return null
}

export type Checked = { readonly asked: number; readonly wrong: readonly string[] }

/** Asks from every place and collects what is wrong, with the place it was asked from. */
export function checkAnswers(
  queries: readonly Point[],
  limit: number,
  ask: (from: Point) => { answer: readonly Answer[]; truth: readonly TrueHit[] },
): Checked {
  const wrong = queries.flatMap((from) => {
    const { answer, truth } = ask(from)
    const fault = wrongAnswer(answer, truth, limit)
    return fault ? [`from ${from.lat},${from.lon}: ${fault}`] : []
  })
  return { asked: queries.length, wrong }
}
