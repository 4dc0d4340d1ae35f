import { countsAsReady } from './from-conditions.ts'
import type { Outcome, Repair, RepairStatus } from './repair.ts'

/** The sentences of the public page; texts are `repairs.status.<key>`. */
export const PUBLIC_SENTENCES = [
  'requested_visit',
  'requested_walk_in',
  'requested_mail_in',
  'in_transit_in',
  'received',
  'diagnosing',
  'awaiting_decision',
  'awaiting_parts',
  'repairing',
  'quality_check',
  'in_transfer',
  'ready_repaired_away',
  'ready_exchanged_away',
  'ready_certified_away',
  'ready_returned_unrepaired_away',
  'ready_repaired_collect',
  'ready_exchanged_collect',
  'ready_certified_collect',
  'ready_returned_unrepaired_collect',
  'ready_repaired_post',
  'ready_exchanged_post',
  'ready_certified_post',
  'ready_returned_unrepaired_post',
  'ready_refunded',
  'in_transit_out',
  'lost',
  'closed_repaired_collected',
  'closed_repaired_delivered',
  'closed_returned_unrepaired',
  'closed_exchanged',
  'closed_refunded',
  'closed_certified',
  'closed_cancelled',
  'closed_lapsed',
  'closed_abandoned',
] as const
export type PublicSentenceKey = (typeof PUBLIC_SENTENCES)[number]

/** Which sentence, and what stands in it where it has a place for it. */
export type PublicSentence = {
  readonly key: PublicSentenceKey
  /** `{time}`, epoch ms: of the visit, or until when an answer is awaited. */
  readonly time: number | null
  /** `{date}`, local: when a part is expected. */
  readonly date: string | null
  /** `{outlet}`, its code: where the phone goes next. */
  readonly outlet: string | null
}

type Said = Partial<PublicSentence> & Pick<PublicSentence, 'key'>

function requested({ wayIn, visitAt }: Repair, slotAt: number | null): Said {
  if (wayIn === 'mail_in') return { key: 'requested_mail_in' }
  const time = slotAt ?? visitAt
  return time === null ? { key: 'requested_walk_in' } : { key: 'requested_visit', time }
}

function ready(repair: Repair): Said {
  const outcome: Outcome = repair.outcome ?? 'returned_unrepaired'
  if (outcome === 'refunded') return { key: 'ready_refunded' }
  if (countsAsReady(repair)) return { key: `ready_${outcome}_${repair.wayBack}` }
  return { key: `ready_${outcome}_away`, outlet: repair.homeOutlet }
}

function closed({ ending, outcome }: Repair): Said {
  if (ending === 'cancelled' || ending === 'lapsed' || ending === 'abandoned')
    return { key: `closed_${ending}` }
  if (outcome !== 'repaired') return { key: `closed_${outcome ?? 'returned_unrepaired'}` }
  return { key: ending === 'delivered' ? 'closed_repaired_delivered' : 'closed_repaired_collected' }
}

type Sayable = Exclude<RepairStatus, 'requested'>

const SENTENCE_OF: Record<Sayable, (repair: Repair) => Said> = {
  in_transit_in: () => ({ key: 'in_transit_in' }),
  received: () => ({ key: 'received' }),
  diagnosing: () => ({ key: 'diagnosing' }),
  awaiting_decision: ({ ask }) => ({ key: 'awaiting_decision', time: ask?.expiresAt ?? null }),
  awaiting_parts: ({ partExpectedOn }) => ({ key: 'awaiting_parts', date: partExpectedOn }),
  repairing: () => ({ key: 'repairing' }),
  quality_check: () => ({ key: 'quality_check' }),
  in_transfer: ({ transferTo }) => ({ key: 'in_transfer', outlet: transferTo }),
  ready,
  in_transit_out: () => ({ key: 'in_transit_out' }),
  lost: () => ({ key: 'lost' }),
  closed,
}

/**
 * The one sentence that tells a customer where their repair stands. `slotAt` is the visit's slot as
 * the booking has it now, which may have moved since the request.
 * Ready as repaired, to be collected where it is: `ready_repaired_collect`.
 */
export function publicSentence(repair: Repair, slotAt: number | null = null): PublicSentence {
  const said =
    repair.status === 'requested' ? requested(repair, slotAt) : SENTENCE_OF[repair.status](repair)
  return { time: null, date: null, outlet: null, ...said }
}
