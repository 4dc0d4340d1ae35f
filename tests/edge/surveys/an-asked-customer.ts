import { decideSurvey } from '#domain/surveys/decide-survey.ts'
import type { Survey, Surveyed } from '#domain/surveys/survey.ts'
import { insertSurvey, updateSurvey } from '#functions/surveys/store.ts'
import { NOW } from '../support/a-worker.ts'
import { theSources } from '../support/the-sources.ts'

const DAY_MS = 86_400_000
const SETTLED = { zone: 'Asia/Shanghai', country: 'CN', locale: 'en', now: NOW } as const

/** A customer who was asked about a repair at HZ-001, straight on record. */
export async function anAskedCustomer(code: string): Promise<Survey> {
  const about: Surveyed = {
    ...{ kind: 'repair', touchpoint: 'outlet', outlet: 'HZ-001', repairCode: code, wave: null },
    ...{ ending: 'collected', outcome: 'repaired', day: '2026-11-17', endedAt: NOW - DAY_MS },
  }
  const action = { type: 'invite', id: `${code}.9`, about } as const
  const by = { id: 'system', role: 'system' } as const
  const decision = decideSurvey(null, action, { now: NOW, actor: by })
  if (!decision.ok) throw new Error(decision.refusal)
  await insertSurvey(theSources().hub, decision.survey, SETTLED).bound.run()
  return decision.survey
}

/** The same, dissatisfied: a callback is open, and the words are to be decided on. */
export async function aDissatisfiedCustomer(code: string): Promise<Survey> {
  const invited = await anAskedCustomer(code)
  const said = { hasComment: true, isSuspicious: true, isDone: true } as const
  const action = { type: 'answer', scores: { csat: 1 }, ...said } as const
  const by = { id: 'customer', role: 'customer' } as const
  const decision = decideSurvey(invited, action, { now: NOW, actor: by })
  if (!decision.ok) throw new Error(decision.refusal)
  await updateSurvey(theSources().hub, decision.survey, NOW).bound.run()
  return decision.survey
}

/** What the link of a survey gives a browser. */
export async function surveyCookie({ id }: Pick<Survey, 'id'>): Promise<string> {
  const text = [`survey/${id}`, 'link', NOW + DAY_MS].join('|')
  const mac = await theSources().keys.mac('voice ticket', text)
  return `__Host-voice=${encodeURIComponent(`${text}|${mac}`)}`
}
