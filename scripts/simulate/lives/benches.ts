import type { Actor } from '#domain/repairs/actor.ts'
import type { SimOutlet } from '../sim-outlet.ts'

export type BenchTime = { readonly begin: number; readonly end: number; readonly who: Actor }

/** The place of the seat or bench that is free first. */
export function firstFree(free: readonly number[]): number {
  let first = 0
  for (let place = 1; place < free.length; place++) {
    if ((free[place] ?? 0) < (free[first] ?? 0)) first = place
  }
  return first
}

/** Takes the bench that is free first for some minutes of opening time, from an instant on. */
export function takeBench(at: SimOutlet, from: number, minutes: number): BenchTime {
  const place = firstFree(at.benchesFree)
  const begin = at.clock.next(Math.max(from, at.benchesFree[place] ?? 0))
  const end = at.clock.after(begin, minutes)
  at.benchesFree[place] = end
  return { begin, end, who: at.benches[place % at.benches.length] ?? at.manager }
}

/** Somebody else than who finished the repair. */
export function checkerAt(at: SimOutlet, finishedBy: string | null): Actor {
  const people = [...at.benches, ...at.counters, at.manager]
  return people.find(({ id }) => id !== finishedBy) ?? at.manager
}
