import { newRepeat, type Repeat, type RepeatFacts, type RepeatReason } from './repeat.ts'

export const REPEAT_EVENT_TYPES = {
  classify: 'repeat.classified',
  reclassify: 'repeat.reclassified',
  contest: 'repeat.contested',
  uphold: 'repeat.upheld',
  overturn: 'repeat.overturned',
} as const
export type RepeatStepType = keyof typeof REPEAT_EVENT_TYPES

/** One step, with everything that follows from it: another table or other days never change what was. */
export type RepeatEvent = {
  readonly subject: string
  readonly version: number
  readonly type: (typeof REPEAT_EVENT_TYPES)[RepeatStepType]
  readonly happenedAt: number
  readonly data: {
    readonly by: string
    readonly reason: RepeatReason
    readonly contestUntil: number
    /** Of the first alone: what is classified. */
    readonly facts?: RepeatFacts
  }
}

const SUBJECT = 'repeat/'

/** The state after an event; null = none came before. Throws where the first doesn't say what it is about. */
export function evolveRepeat(before: Repeat | null, event: RepeatEvent): Repeat {
  const { version, type, data } = event
  const { by, reason, contestUntil, facts } = data
  if (!before && !facts) throw new Error(`${event.subject} begins without what it is about`)
  const current = before ?? newRepeat(event.subject.slice(SUBJECT.length), facts as RepeatFacts)
  const next = { ...current, version, reason, contestUntil }
  switch (type) {
    case 'repeat.classified':
    case 'repeat.reclassified':
      return { ...next, status: 'classified', classifiedBy: by }
    case 'repeat.contested':
      return { ...next, status: 'contested', contestedBy: by }
    case 'repeat.upheld':
    case 'repeat.overturned':
      return { ...next, status: 'decided', decidedBy: by }
  }
}

/** The state that a return's events leave; null = there are none. Throws where one is missing. */
export function foldRepeat(events: readonly RepeatEvent[]): Repeat | null {
  let repeat: Repeat | null = null
  for (const event of events) {
    if (event.version !== (repeat?.version ?? 0) + 1) {
      throw new Error(`${event.subject}: ${event.version} follows ${repeat?.version ?? 0}`)
    }
    repeat = evolveRepeat(repeat, event)
  }
  return repeat
}
