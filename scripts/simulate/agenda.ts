/** Something that goes on in time: it yields the instant (epoch ms) at which it goes on. */
export type Life = Generator<number, void, void>

type Entry = { readonly at: number; readonly turn: number; readonly life: Life }

export type Agenda = {
  /** Lets a life begin at an instant, not before the present one. */
  readonly begin: (at: number, life: Life) => void
  /** Runs what happens before an instant, in order; `onHour` is called as each hour of it has passed. */
  readonly runUntil: (until: number, onHour: (at: number) => void) => void
}

const HOUR_MS = 3_600_000

const isBefore = (a: Entry, b: Entry): boolean => a.at < b.at || (a.at === b.at && a.turn < b.turn)

function push(heap: Entry[], entry: Entry): void {
  let place = heap.length
  heap.push(entry)
  while (place > 0) {
    const above = (place - 1) >> 1
    const parent = heap[above] as Entry
    if (!isBefore(entry, parent)) break
    heap[place] = parent
    place = above
  }
  heap[place] = entry
}

function pop(heap: Entry[]): Entry | undefined {
  const first = heap[0]
  const last = heap.pop()
  if (!first || !last || heap.length === 0) return first
  let place = 0
  for (;;) {
    const left = 2 * place + 1
    if (left >= heap.length) break
    const right = left + 1
    const isRight = right < heap.length && isBefore(heap[right] as Entry, heap[left] as Entry)
    const child = isRight ? right : left
    if (!isBefore(heap[child] as Entry, last)) break
    heap[place] = heap[child] as Entry
    place = child
  }
  heap[place] = last
  return first
}

/**
 * What is to happen, earliest first; what happens at the same instant, in the order it was asked for.
 * Throws where a life asks for a time gone by: nothing happens in the past.
 */
export function newAgenda(): Agenda {
  const heap: Entry[] = []
  let turn = 0
  let present = Number.NEGATIVE_INFINITY
  const begin = (at: number, life: Life) => {
    if (!(at >= present)) throw new Error(`nothing happens at ${at}, it is ${present}`)
    push(heap, { at, turn: turn++, life })
  }
  return {
    begin,
    runUntil: (until, onHour) => {
      let hour = Number.NEGATIVE_INFINITY
      for (let next = heap[0]; next && next.at < until; next = heap[0]) {
        const { at, life } = pop(heap) as Entry
        if (at >= hour) {
          onHour(at)
          hour = at + HOUR_MS
        }
        present = at
        const went = life.next()
        if (went.done) continue
        // Thrown where the life stands, so that the trace tells which one it is.
        if (!(went.value >= at)) life.throw(new Error(`asks for ${went.value}, it is ${at}`))
        begin(went.value, life)
      }
    },
  }
}
