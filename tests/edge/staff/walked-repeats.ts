import type { RepeatAction } from '#domain/repeats/decide-repeat.ts'
import { listRepeats, repeatsAt } from '#functions/repeats/list-repeats.ts'
import { seeRepeat, showRepeat } from '#functions/repeats/see-repeat.ts'
import { stepRepeat } from '#functions/repeats/step-repeat.ts'
import { putReturn } from '../repeats/a-return.ts'
import { type Asking, HERE, type Walked, type WalkWorld } from './use-case-world.ts'

/** What a return of the walk's phone is: its own outlet's, or that of one that isn't on record. */
const OTHER = 'HZ-555'

type Tried = { readonly proposal: { readonly kind: string; readonly refusal?: string } }
/** Nobody has classified it, nor looked at the phone: who is told so was let in. */
const letIn = ({ proposal }: Tried) =>
  proposal.kind === 'refused' && ['too_early', 'not_allowed_now'].includes(proposal.refusal ?? '')
    ? {}
    : { proposal }

let putFor: string | null = null
async function ofOutlet(outlet: string, { taken, announced }: WalkWorld): Promise<string> {
  if (putFor !== taken) {
    putFor = taken
    await putReturn({ code: taken, outlet: HERE, byOutlet: HERE })
    await putReturn({ code: announced, outlet: OTHER, byOutlet: HERE })
  }
  return outlet === HERE ? taken : announced
}

const step = (outlet: string, action: RepeatAction) => async (asking: Asking, world: WalkWorld) =>
  letIn(
    await stepRepeat(asking, {
      ...{ code: await ofOutlet(outlet, world), action, words: 'x' },
      ...{ expectedVersion: 0, key: null },
    }),
  )

/** What staff may see of devices that are back, and say of why. */
export const OF_THE_REPEATS: Readonly<Record<string, Walked>> = {
  'repeats/list-repeats.ts listRepeats': {
    ...{ permission: 'repeat.classify', about: 'role' },
    call: (asking) => listRepeats(asking),
  },
  'repeats/list-repeats.ts repeatsAt': {
    ...{ permission: 'repeat.see', about: 'place' },
    call: (asking) => repeatsAt(asking, HERE),
  },
  'repeats/see-repeat.ts seeRepeat': {
    ...{ permission: 'repeat.see', about: 'place' },
    call: async (asking, world) => await seeRepeat(asking, await ofOutlet(HERE, world)),
  },
  'repeats/see-repeat.ts showRepeat': {
    ...{ permission: 'repeat.see', about: 'place' },
    call: async (asking, world) => await showRepeat(asking, await ofOutlet(HERE, world)),
  },
  'repeats/step-repeat.ts stepRepeat': {
    ...{ permission: 'repeat.classify', about: 'place' },
    call: step(OTHER, { type: 'classify', reason: 'new_fault' }),
  },
  'repeats/step-repeat.ts stepRepeat, contest': {
    ...{ permission: 'repeat.contest', about: 'place' },
    // A region looks after the outlet that answers, and isn't of it.
    inside: [
      { kind: 'outlets', outlets: [HERE] },
      { kind: 'partner', partner: 'walked' },
    ],
    call: step(HERE, { type: 'contest' }),
  },
  'repeats/step-repeat.ts stepRepeat, decide': {
    ...{ permission: 'repeat.decide', about: 'place' },
    call: step(OTHER, { type: 'uphold' }),
  },
}
