import { analyseVoices, regionsToHear } from '#functions/desk-voices/analyse-voices.ts'
import { readVerbatims } from '#functions/desk-voices/read-verbatims.ts'
import { scopeOfVoices } from '#functions/desk-voices/scope-of-voices.ts'
import { editImprovement, planImprovement } from '#functions/improvements/edit-improvements.ts'
import {
  findImprovement,
  listImprovements,
  regionChoices,
  whyNotForRegion,
} from '#functions/improvements/see-improvements.ts'
import { IMPROVEMENT, PLAN_BODY } from '../improvements/an-improvement.ts'
import { HERE, type Walked } from './use-case-world.ts'

const { heard, change, ...plan } = PLAN_BODY
const REGION = 'cn-zhejiang-hangzhou'
const regional = {
  plan: { ...plan, themes: ['speed'], owner: 'hq_quality', kpi: 'csat', region: REGION } as const,
  words: { heard, change },
}
/** A region's improvements are written by who holds the region, or the whole network. */
const inRegion = [{ kind: 'region', region: 'cn-zhejiang' }, { kind: 'network' }] as const
const voices = { outlet: HERE, region: null, months: ['2026-11'] }

/** What staff may do with improvements, and hear of what customers say. */
export const OF_THE_IMPROVEMENTS: Readonly<Record<string, Walked>> = {
  'improvements/see-improvements.ts findImprovement': {
    ...{ permission: 'improvement.see', about: 'place' },
    call: (asking) => findImprovement(asking, IMPROVEMENT),
  },
  'improvements/see-improvements.ts listImprovements': {
    ...{ permission: 'improvement.see', about: 'place' },
    call: async (asking) => {
      const page = await listImprovements(asking, { after: '', most: 10 })
      return 'refusal' in page ? page : page.improvements.length > 0
    },
  },
  'improvements/see-improvements.ts regionChoices': {
    ...{ permission: 'improvement.edit', about: 'network' },
    call: async (asking) => (await regionChoices(asking)).everywhere,
  },
  'improvements/see-improvements.ts whyNotForRegion': {
    ...{ permission: 'improvement.edit', about: 'place', inside: inRegion },
    call: async (asking) => {
      const refusal = await whyNotForRegion(asking, REGION)
      return refusal === null ? {} : { refusal: 'not_found' }
    },
  },
  'improvements/edit-improvements.ts planImprovement': {
    ...{ permission: 'improvement.edit', about: 'network' },
    call: (asking) =>
      planImprovement(asking, {
        ...{ ...regional, plan: { ...regional.plan, region: null }, key: null },
      }),
  },
  'improvements/edit-improvements.ts editImprovement': {
    ...{ permission: 'improvement.edit', about: 'place', inside: inRegion },
    call: (asking) => {
      const wish = { id: IMPROVEMENT, action: { type: 'start' }, expectedVersion: 1 } as const
      return editImprovement(asking, { ...wish, key: null })
    },
  },
  'desk-voices/scope-of-voices.ts scopeOfVoices': {
    ...{ permission: 'voice.analyse', about: 'place' },
    call: (asking) => scopeOfVoices(asking, voices),
  },
  'desk-voices/analyse-voices.ts analyseVoices': {
    ...{ permission: 'voice.analyse', about: 'place' },
    call: (asking) => analyseVoices(asking, voices),
  },
  'desk-voices/analyse-voices.ts regionsToHear': {
    ...{ permission: 'voice.analyse', about: 'network' },
    call: async (asking) => (await regionsToHear(asking)).length > 1,
  },
  'desk-voices/read-verbatims.ts readVerbatims': {
    ...{ permission: 'voice.analyse', about: 'place' },
    call: (asking) => readVerbatims(asking, { ...voices, kind: 'feedback', before: null }),
  },
}
