import { editPledge, whyNotAtPlace } from '#functions/standards/edit-pledge.ts'
import { startDraft, stepDraft } from '#functions/standards/edit-set.ts'
import { findStandardPlace } from '#functions/standards/load-book.ts'
import { pledgeChoices } from '#functions/standards/pledge-choices.ts'
import { deskStandards, pledgesOfPlace } from '#functions/standards/show-standards.ts'
import { HERE, type Walked } from './use-case-world.ts'

const PLACE = `outlet/${HERE}`
const step = { expectedRevision: 1, key: null } as const

/** What staff may do with standards and pledges. */
export const OF_THE_STANDARDS: Readonly<Record<string, Walked>> = {
  'standards/show-standards.ts deskStandards': {
    ...{ permission: 'standard.see', about: 'role' },
    call: (asking) => deskStandards(asking, null),
  },
  'standards/edit-set.ts startDraft': {
    ...{ permission: 'standard.edit', about: 'network' },
    call: async (asking) => {
      const { proposal } = await startDraft(asking, { number: 'FX-2', key: null })
      // The walk's world has a draft already: who is told so may begin one.
      const isTold = proposal.kind === 'refused' && proposal.refusal === 'not_allowed_now'
      return isTold ? {} : { proposal }
    },
  },
  'standards/edit-set.ts stepDraft': {
    ...{ permission: 'standard.edit', about: 'network' },
    call: (asking) => stepDraft(asking, { ...step, action: { type: 'drop', id: 'no-repeat' } }),
  },
  'standards/edit-set.ts stepDraft, publish': {
    ...{ permission: 'standard.publish', about: 'network' },
    call: (asking) =>
      stepDraft(asking, { ...step, action: { type: 'publish', effectiveFrom: null } }),
  },
  'standards/edit-pledge.ts whyNotAtPlace': {
    ...{ permission: 'pledge.edit', about: 'place' },
    call: async ({ hub, staff }) => {
      const place = await findStandardPlace(hub, PLACE)
      const refusal = place && whyNotAtPlace(staff, 'pledge.edit', place)
      return refusal ? { refusal } : {}
    },
  },
  'standards/edit-pledge.ts editPledge': {
    ...{ permission: 'pledge.edit', about: 'place' },
    call: (asking) =>
      editPledge(asking, {
        ...{ place: PLACE, standardId: 'one-hour', expectedVersion: 0, key: null },
        action: { type: 'pledge', threshold: 45, target: 90, from: null },
      }),
  },
  'standards/pledge-choices.ts pledgeChoices': {
    ...{ permission: 'pledge.edit', about: 'place' },
    // Whoever works for a partner names an outlet: none is offered.
    inside: [{ kind: 'network' }, { kind: 'outlets', outlets: [HERE] }],
    call: async (asking) => {
      const { regions, outlets } = await pledgeChoices(asking)
      return outlets.includes(HERE) || regions.some(({ id }) => id === 'cn-zhejiang')
    },
  },
  'standards/show-standards.ts pledgesOfPlace': {
    ...{ permission: 'pledge.edit', about: 'place' },
    call: (asking) => pledgesOfPlace(asking, PLACE),
  },
}
