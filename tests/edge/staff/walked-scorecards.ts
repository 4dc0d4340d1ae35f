import { seeScorecards } from '#functions/scorecards/see-scorecards.ts'
import { showScorecard } from '#functions/scorecards/show-scorecard.ts'
import { answerQualification, stepQualification } from '#functions/scorecards/step-qualification.ts'
import { HERE, type Walked } from './use-case-world.ts'

const wish = {
  ...{
    code: HERE,
    text: 'x',
    evidence: [],
    rule: null,
    cause: null,
    expectedVersion: 9,
    key: null,
  },
} as const

type Tried = { readonly proposal: { readonly kind: string; readonly refusal?: string } }
/** Nothing has happened to the walk's outlet: who is told that somebody was quicker was let in. */
const letIn = ({ proposal }: Tried) =>
  proposal.kind === 'refused' && proposal.refusal === 'stale' ? {} : { proposal }

/** What staff may see of scorecards, and do about an outlet's qualification. */
export const OF_THE_SCORECARDS: Readonly<Record<string, Walked>> = {
  'scorecards/see-scorecards.ts seeScorecards': {
    ...{ permission: 'scorecard.see', about: 'place' },
    call: (asking) => seeScorecards(asking, { place: `outlet/${HERE}`, month: null }),
  },
  'scorecards/show-scorecard.ts showScorecard': {
    ...{ permission: 'scorecard.see', about: 'place' },
    call: (asking) => showScorecard(asking, HERE, null),
  },
  'scorecards/step-qualification.ts stepQualification': {
    ...{ permission: 'qualification.act', about: 'network' },
    call: async (asking) => letIn(await stepQualification(asking, { ...wish, type: 'dismiss' })),
  },
  'scorecards/step-qualification.ts answerQualification': {
    ...{ permission: 'qualification.answer', about: 'place' },
    call: async (asking) => letIn(await answerQualification(asking, { ...wish, type: 'reply' })),
  },
}
