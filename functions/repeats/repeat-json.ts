import { z } from '@hono/zod-openapi'
import { spellCode } from '#domain/identifiers/crockford.ts'
import {
  chargedTo,
  REPEAT_REASON_IDS,
  REPEAT_STATUSES,
  type Repeat,
  type RepeatReason,
} from '#domain/repeats/repeat.ts'
import type { ShownRepeat } from './see-repeat.ts'

const LONGEST_WORDS = 1000
const words = z.string().trim().min(1).max(LONGEST_WORDS)

const reason = z.enum(REPEAT_REASON_IDS as [RepeatReason])

export const classificationBody = z.object({
  reason,
  words: words.optional().openapi({ description: 'Needed where it was classified before' }),
})
export const contestBody = z.object({ words })
/** Who overturns says why it is back then. */
export const decisionBody = z.discriminatedUnion('verdict', [
  z.object({ verdict: z.literal('uphold'), words }),
  z.object({ verdict: z.literal('overturn'), reason, words }),
])

const repeat = z.object({
  code: z.string(),
  earlier: z.string().openapi({ description: 'Code of the repair before' }),
  outlet: z.string().openapi({ description: 'Whose repair that was' }),
  handedOverOn: z.string(),
  cameBackTo: z.string(),
  cameBackAt: z.string(),
  version: z.int(),
  status: z.enum(REPEAT_STATUSES),
  reason: z.string().nullable(),
  chargedTo: z.enum(['outlet', 'supply', 'nobody']).nullable(),
  contestUntil: z.string().nullable(),
})

export const repeatsAnswer = z
  .object({ repeats: z.array(repeat), nextCursor: z.string().nullable() })
  .openapi('Repeats')
export const repeatAnswer = z
  .object({ repeat: repeat.extend({ steps: z.array(z.string()) }) })
  .openapi('Repeat')

const instant = (at: number): string => new Date(at).toISOString()

/** A return as the API tells it. */
export const repeatJson = (one: Repeat) => ({
  ...{ code: spellCode(one.code), earlier: spellCode(one.of), outlet: one.outlet },
  ...{ handedOverOn: one.day, cameBackTo: one.byOutlet, cameBackAt: instant(one.cameBackAt) },
  ...{ version: one.version, status: one.status, reason: one.reason },
  chargedTo: one.reason && chargedTo(one.reason),
  contestUntil: one.contestUntil === null ? null : instant(one.contestUntil),
})

export const shownJson = ({ repeat: one, steps }: ShownRepeat) => ({
  repeat: { ...repeatJson(one), steps: [...steps] },
})
