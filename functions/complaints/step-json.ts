import { z } from '@hono/zod-openapi'
import {
  COMPLAINT_CAUSES,
  COMPLAINT_LEVELS,
  COMPLAINT_REMEDIES,
  URGENT_REASONS,
  VERDICTS,
} from '#domain/complaints/complaint.ts'
import type { StaffComplaintStep } from '#domain/complaints/complaint-fields.ts'
import { LONGEST_WORDS } from '#domain/complaints/complaint-words.ts'
import { instant } from '#functions/http/query.ts'
import { stepBodies } from '#functions/http/step-bodies.ts'
import type { ComplaintStep, ComplaintWords } from './act-on-complaint.ts'

const words = () => z.string().trim().min(1).max(LONGEST_WORDS)
const code = () => z.string().trim().min(1).max(64)
const person = () => code().nullable().default(null)

const bodies = {
  dispatch: z.object({
    level: z.enum(COMPLAINT_LEVELS),
    owner: person(),
    urgent: z.enum(URGENT_REASONS).nullable().default(null),
    outlet: z.string().trim().toUpperCase().max(12).nullable().default(null),
  }),
  contact: z.object({ reached: z.boolean(), wants: words().nullable().default(null) }),
  assign: z.object({ outlet: z.string().trim().toUpperCase().min(1).max(12) }),
  report: z.object({
    customerContacted: z.boolean().default(false),
    technician: person(),
    statement: words().nullable().default(null),
    happened: words(),
    cause: z.enum(COMPLAINT_CAUSES),
    remedy: z.enum(COMPLAINT_REMEDIES),
  }),
  verify: z.object({}),
  send_back: z.object({ missing: words() }),
  answer: z.object({
    verdict: z.enum(VERDICTS),
    remedy: z.enum(COMPLAINT_REMEDIES),
    answer: words(),
  }),
  redirect: z.object({ owner: person(), reason: words() }),
  escalate: z.object({ reason: words() }),
  merge: z.object({ into: code() }),
  reclassify: z.object({ reason: words() }),
  reopen: z.object({ facts: words() }),
} satisfies Record<StaffComplaintStep, z.ZodObject>

/** A late entry names when it happened. */
const lateEntry = z.object({ happenedAt: instant().nullish() })

/** All of them, as the API describes them. */
export const complaintSteps = stepBodies('ComplaintStep', bodies, lateEntry)

export type SaidStep = {
  readonly action: ComplaintStep['action']
  readonly words: ComplaintWords
  readonly happenedAt: number | null
}

const WORDS = [
  'wants',
  'statement',
  'happened',
  'missing',
  'answer',
  'reason',
  'facts',
] as const satisfies readonly (keyof ComplaintWords)[]

/** What a body says of a step: codes for the event, words for the private row; or what is wrong with it. */
export function readStep(
  step: StaffComplaintStep,
  body: unknown,
): SaidStep | { readonly error: z.ZodError } {
  const said = bodies[step].safeParse(body)
  if (!said.success) return { error: said.error }
  const late = lateEntry.safeParse(body)
  if (!late.success) return { error: late.error }
  const coded: Record<string, unknown> = { ...said.data, type: step }
  const spoken: Record<string, string> = {}
  for (const key of WORDS) {
    if (typeof coded[key] === 'string') spoken[key] = coded[key]
    delete coded[key]
  }
  return {
    action: coded as ComplaintStep['action'],
    words: spoken,
    happenedAt: late.data.happenedAt ?? null,
  }
}
