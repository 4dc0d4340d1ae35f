import { isCode } from './coded-values.ts'
import type { Holder, Repair, RepairStatus } from './repair.ts'
import type { ActionOf } from './repair-action.ts'
import { firstBad, goTo, type Ruling, type Situation } from './ruling.ts'

const WITH_COURIER: readonly RepairStatus[] = [
  'in_transit_in',
  'in_transfer',
  'in_transit_out',
  'closed',
]

/**
 * Who had the phone in their hands last, whoever's turn it was: a courier on the way (also after a
 * delivery that was only assumed), else the outlet.
 */
export const lastInHands = ({ status }: Repair): Holder =>
  WITH_COURIER.includes(status) ? 'courier' : 'outlet'

/** The phone can't be found, under a claim number; an assumed delivery never was one. */
export function reportLost({ claim }: ActionOf<'report_lost'>, { repair }: Situation): Ruling {
  const bad = firstBad({ claim: isCode(claim) })
  return bad ?? goTo('lost', { claim, lostBy: lastInHands(repair) }, { ending: null })
}

/** A phone lost on its way in is on its way again; a replacement for it is ready where it was. */
function foundTo({ receivedAt, outcome }: Repair): RepairStatus {
  if (outcome !== null) return 'ready'
  return receivedAt === null ? 'in_transit_in' : 'received'
}

/** The phone is back where it was in its way, at the outlet named or the one it was at or going to. */
export function found(action: ActionOf<'found'>, { repair }: Situation): Ruling {
  const { where } = action
  const outlet = action.outlet ?? repair.atOutlet
  const bad = firstBad({ where: isCode(where), outlet: isCode(outlet) })
  if (bad) return bad
  const to = foundTo(repair)
  return goTo(to, { where }, to === 'in_transit_in' ? {} : { outlet })
}
