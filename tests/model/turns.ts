import { type Wire, wireOf } from './world.ts'

type Racer = { readonly asked: (() => void)[]; isDone: boolean }

/**
 * Lets several tasks run side by side so that the order of their trips is drawn, not left to chance:
 * a trip waits until every task that isn't done has asked for one, then one of them may go. `draw`
 * answers which, 0 to `count` - 1.
 */
export function takingTurns(draw: (count: number) => number) {
  const racers: Racer[] = []
  let isBusy = false

  const next = (): void => {
    const running = racers.filter(({ isDone }) => !isDone)
    if (isBusy || running.length === 0) return
    if (running.some(({ asked }) => asked.length === 0)) return
    const go = running[draw(running.length)]?.asked.shift()
    isBusy = true
    go?.()
  }

  const wireFor = (racer: Racer): Wire =>
    wireOf(async (run) => {
      await new Promise<void>((go) => {
        racer.asked.push(go)
        next()
      })
      try {
        return await run()
      } finally {
        isBusy = false
        next()
      }
    })

  return {
    /** Runs the tasks, each with a wire of its own; answers what each answered or threw. */
    race: async <Answer>(
      tasks: readonly ((wire: Wire) => Promise<Answer>)[],
    ): Promise<PromiseSettledResult<Answer>[]> => {
      racers.push(...tasks.map(() => ({ asked: [], isDone: false })))
      return await Promise.allSettled(
        tasks.map(async (task, place) => {
          const racer = racers[place] as Racer
          try {
            return await task(wireFor(racer))
          } finally {
            racer.isDone = true
            next()
          }
        }),
      )
    },
  }
}
