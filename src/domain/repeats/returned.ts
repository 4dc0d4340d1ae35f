import type { RepeatVisit } from '../repairs/repeat-visit.ts'
import { DAY_MS } from '../repairs/spans.ts'
import { CLASSIFIED_DAYS, newRepeat, type Repeat } from './repeat.ts'

type Event = {
  readonly subject: string
  readonly type: string
  readonly happenedAt: number
  readonly data: Readonly<Record<string, unknown>>
}

const REPAIR = 'repair/'

/**
 * The return that an event begins: a phone that is received within 30 days of its last hand-over, to be
 * classified; null = the event begins none.
 */
export function returnedBy({ subject, type, happenedAt, data }: Event): Repeat | null {
  const repeat = data['repeat'] as RepeatVisit | null | undefined
  if (type !== 'repair.received' || !repeat) return null
  if (repeat.afterMs > CLASSIFIED_DAYS * DAY_MS) return null
  return newRepeat(subject.slice(REPAIR.length), {
    ...{ of: repeat.of, outlet: repeat.outlet, day: repeat.day },
    ...{ byOutlet: String(data['outlet']), cameBackAt: happenedAt },
  })
}
