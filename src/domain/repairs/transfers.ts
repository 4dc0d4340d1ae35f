import { areSomeCodes, isCode } from './coded-values.ts'
import type { ActionOf } from './repair-action.ts'
import { firstBad, goTo, type Ruling, type Situation } from './ruling.ts'

/** The phone goes to another outlet than where it is, under the same code, clock and promise. */
export function sendOn({ outlet, carrier }: ActionOf<'send_on'>, { repair }: Situation): Ruling {
  const bad = firstBad({
    outlet: isCode(outlet) && outlet !== repair.atOutlet,
    carrier: isCode(carrier),
  })
  return bad ?? goTo('in_transfer', { carrier, sentFrom: repair.atOutlet }, { outlet })
}

/** The receiving outlet has it: to the bench, or ready where an outcome stands. */
export function takeIn({ condition }: ActionOf<'take_in'>, { repair }: Situation): Ruling {
  const bad = firstBad({ condition: areSomeCodes(condition) })
  return bad ?? goTo(repair.outcome === null ? 'received' : 'ready', { condition })
}
