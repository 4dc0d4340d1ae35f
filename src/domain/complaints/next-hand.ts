import type { Complaint, ComplaintStatus } from './complaint.ts'

/** Whose turn it is. */
export type NextHand = 'team' | 'owner' | 'outlet' | 'verifier' | 'customer'

const NEXT_HANDS: Record<ComplaintStatus, NextHand | null> = {
  ...{ registered: 'team', dispatched: 'owner', contacted: 'owner', with_outlet: 'outlet' },
  ...{ reported: 'verifier', verified: 'owner', answered: 'customer', closed: null },
}

/**
 * Who takes the next step on the way, whatever detours others may take: told to whoever has nothing to do
 * meanwhile. Null = closed, nobody's turn. A complaint whose report waits for a second person: `'verifier'`.
 */
export const nextHand = ({ status }: Pick<Complaint, 'status'>): NextHand | null =>
  NEXT_HANDS[status]
