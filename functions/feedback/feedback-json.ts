import { z } from '@hono/zod-openapi'
import { FEEDBACK_CHANNELS, TOUCHPOINTS } from '#domain/feedback/channels.ts'
import {
  FEEDBACK_KINDS,
  FEEDBACK_STATUSES,
  type Feedback,
  SUSPICION_STATES,
} from '#domain/feedback/feedback.ts'
import { THEMES, themesOf } from '#domain/feedback/themes.ts'
import { spellCode } from '#domain/identifiers/crockford.ts'
import { isoAt } from '#functions/http/iso-time.ts'
import type { ShownFeedback } from './show-feedback.ts'

const instantOrNull = z.iso.datetime({ offset: true }).nullable()

const feedbackFields = {
  code: z.string(),
  version: z.int(),
  kind: z.enum(FEEDBACK_KINDS),
  status: z.enum(FEEDBACK_STATUSES),
  channel: z.enum(FEEDBACK_CHANNELS),
  isFormal: z.boolean(),
  topic: z.enum(THEMES).nullable(),
  outletCode: z.string().nullable(),
  repairCode: z.string().nullable(),
  receivedAt: z.iso.datetime({ offset: true }),
  rounds: z.array(
    z.object({
      openedAt: z.iso.datetime({ offset: true }),
      answerDueAt: instantOrNull,
      answeredAt: instantOrNull,
      missed: z.boolean(),
    }),
  ),
  solutionDueAt: instantOrNull,
  solvedAt: instantOrNull,
  complaintCode: z.string().nullable(),
}

const wordsSchema = z
  .record(z.string(), z.string())
  .openapi({ description: 'By what they are: `said`, `answer.1`, `not_solved.1`' })

/** Feedback as whoever gave it may read it. */
export const feedbackSchema = z
  .object({ ...feedbackFields, words: wordsSchema })
  .openapi('Feedback')
export const feedbackAnswer = z.object({ feedback: feedbackSchema })

const deskFields = {
  ...feedbackFields,
  touchpoint: z.enum(TOUCHPOINTS),
  themes: z.array(z.enum(THEMES)),
  suspicion: z
    .object({
      state: z.enum(SUSPICION_STATES),
      suspectedAt: z.iso.datetime({ offset: true }),
      dueAt: z.iso.datetime({ offset: true }),
      decidedAt: instantOrNull,
      missed: z.boolean(),
    })
    .nullable(),
}

export const deskFeedbackAnswer = z.object({
  feedback: z
    .object({ ...deskFields, words: wordsSchema, suggestedThemes: z.array(z.enum(THEMES)) })
    .openapi('DeskFeedback'),
})
export const deskFeedbackList = z.object({
  feedback: z.array(z.object(deskFields).openapi('ListedFeedback')),
  nextCursor: z.string().nullable(),
})

export function listedJson(feedback: Feedback) {
  const { zone, rounds, solving, suspicion, repair } = feedback
  const iso = (at: number) => isoAt(at, zone)
  const isoOrNull = (at: number | null) => (at === null ? null : iso(at))
  const { version, kind, status, channel, isFormal, topic, touchpoint, themes } = feedback
  return {
    ...{ version, kind, status, channel, isFormal, topic, touchpoint, themes: [...themes] },
    code: spellCode(feedback.code),
    outletCode: feedback.outlet,
    repairCode: repair && spellCode(repair),
    receivedAt: iso(feedback.receivedAt),
    rounds: rounds.map(({ openedAt, dueAt, answeredAt, missed }) => ({
      ...{ openedAt: iso(openedAt), answerDueAt: isoOrNull(dueAt), missed },
      answeredAt: isoOrNull(answeredAt),
    })),
    solutionDueAt: isoOrNull(solving.dueAt),
    solvedAt: isoOrNull(solving.solvedAt),
    complaintCode: suspicion?.complaint ? spellCode(suspicion.complaint) : null,
    suspicion: suspicion && {
      ...{ state: suspicion.state, missed: suspicion.missed },
      ...{ suspectedAt: iso(suspicion.suspectedAt), dueAt: iso(suspicion.dueAt) },
      decidedAt: isoOrNull(suspicion.decidedAt),
    },
  }
}

/** For whoever gave it: nothing of what staff made of it. */
export function ownJson({ feedback, personal }: ShownFeedback): z.input<typeof feedbackSchema> {
  const { suspicion: _, themes: __, touchpoint: ___, ...own } = listedJson(feedback)
  return { ...own, words: personal?.words ?? {} }
}

export const deskJson = ({ feedback, personal }: ShownFeedback) => ({
  ...listedJson(feedback),
  words: personal?.words ?? {},
  suggestedThemes: [...themesOf(personal?.words['said'] ?? '')],
})
