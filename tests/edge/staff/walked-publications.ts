import { decideOnContest, raiseContest } from '#functions/publications/contest-figures.ts'
import { findContest, showContests } from '#functions/publications/show-contests.ts'
import { deskPublications, showPublication } from '#functions/publications/show-publications.ts'
import {
  draftNext,
  freezePublication,
  stepPublication,
} from '#functions/publications/step-publication.ts'
import { HERE, type Walked } from './use-case-world.ts'

const NONE = 999
const step = { number: NONE, expectedVersion: 1, key: null } as const

type Tried = { readonly proposal: { readonly kind: string; readonly refusal?: string } }
/** The walk's world has no publication of that number: who is told so was let in. */
const letIn = ({ proposal }: Tried) =>
  proposal.kind === 'refused' && proposal.refusal === 'not_found' ? {} : { proposal }

const contested = (type: 'refuse' | 'approve') => ({
  ...{ id: 'cts_none', expectedVersion: 1, step: { type }, answer: null, key: null },
})

const nothingStored = { read: async () => null, schema: async () => '{}' }

/** What staff may do with publications of figures. */
export const OF_THE_PUBLICATIONS: Readonly<Record<string, Walked>> = {
  'publications/show-contests.ts showContests': {
    ...{ permission: 'publication.see', about: 'role' },
    call: (asking) => showContests(asking),
  },
  'publications/show-contests.ts findContest': {
    ...{ permission: 'publication.see', about: 'role' },
    call: async (asking) => {
      const found = await findContest(asking, 'cts_none')
      return 'refusal' in found && found.refusal === 'not_found' ? {} : found
    },
  },
  'publications/contest-figures.ts raiseContest': {
    ...{ permission: 'publication.contest', about: 'place' },
    call: (asking) =>
      raiseContest(asking, {
        ...{ outlet: HERE, month: '2026-11', kpi: 'promise_kept', repair: null },
        ...{ said: 'It was shut.', key: null },
      }),
  },
  'publications/contest-figures.ts decideOnContest': {
    ...{ permission: 'publication.make', about: 'network' },
    call: async (asking) => letIn(await decideOnContest(asking, contested('refuse'))),
  },
  'publications/contest-figures.ts decideOnContest, approve': {
    ...{ permission: 'publication.sign', about: 'network' },
    call: async (asking) => letIn(await decideOnContest(asking, contested('approve'))),
  },
  'publications/show-publications.ts deskPublications': {
    ...{ permission: 'publication.see', about: 'role' },
    call: (asking) => deskPublications(asking),
  },
  'publications/show-publications.ts showPublication': {
    ...{ permission: 'publication.see', about: 'role' },
    call: async (asking) => {
      const found = await showPublication(asking, NONE, nothingStored.read)
      return 'refusal' in found && found.refusal === 'not_found' ? {} : found
    },
  },
  'publications/step-publication.ts draftNext': {
    ...{ permission: 'publication.make', about: 'network' },
    call: (asking) => draftNext(asking, { month: '2026-10', reason: null, key: null }),
  },
  'publications/step-publication.ts freezePublication': {
    ...{ permission: 'publication.make', about: 'network' },
    call: async (asking) =>
      letIn(await freezePublication(asking, { ...step, reason: null }, nothingStored)),
  },
  'publications/step-publication.ts stepPublication, sign_off': {
    ...{ permission: 'publication.sign', about: 'network' },
    call: async (asking) => letIn(await stepPublication(asking, step, 'sign_off')),
  },
  'publications/step-publication.ts stepPublication': {
    ...{ permission: 'publication.make', about: 'network' },
    call: async (asking) => letIn(await stepPublication(asking, step, 'drop')),
  },
}
