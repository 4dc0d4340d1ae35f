import { z } from '@hono/zod-openapi'
import { BOOKING_STATUSES } from '#domain/bookings/booking.ts'
import { NOTHING_RECEIVED_REASONS } from '#domain/desk/queue-reasons.ts'
import { spellCode } from '#domain/identifiers/crockford.ts'
import { BOOKABLE_SERVICES } from '#domain/repairs/repair.ts'
import { isoAt } from '#functions/http/iso-time.ts'
import { instant } from '#functions/http/query.ts'
import { stepBodies } from '#functions/http/step-bodies.ts'
import type { ShownVisit } from './show-visit.ts'
import type { StaffVisitStep } from './take-visit-step.ts'

export const VISIT_STEPS = ['arrive', 'call', 'skip', 'serve', 'leave', 'cancel', 'move'] as const
export type VisitStepName = (typeof VISIT_STEPS)[number]

const nothing = z.object({})

/** What each step of a visit says beside its name. */
const STEP_BODIES = {
  arrive: nothing,
  call: nothing,
  skip: nothing,
  serve: z.object({ reason: z.enum(NOTHING_RECEIVED_REASONS) }),
  leave: nothing,
  cancel: nothing,
  move: z.object({ startsAt: instant() }),
} as const satisfies Record<VisitStepName, z.ZodObject>

const late = z.object({ happenedAt: instant().nullish() })

/** All of them, as the API describes them. */
export const visitSteps = stepBodies('VisitStep', STEP_BODIES, late)

export type ReadStep =
  | { readonly ok: true; readonly step: StaffVisitStep; readonly happenedAt: number | null }
  | { readonly ok: false; readonly error: z.ZodError }

/** A step as its body says it. */
export function readStep(type: VisitStepName, body: unknown): ReadStep {
  const said = STEP_BODIES[type].safeParse(body)
  const when = late.safeParse(body)
  if (!said.success) return { ok: false, error: said.error }
  if (!when.success) return { ok: false, error: when.error }
  const step = { type, ...said.data } as StaffVisitStep
  return { ok: true, step, happenedAt: when.data.happenedAt ?? null }
}

const instantOrNull = z.iso.datetime({ offset: true }).nullable()

export const visitSchema = z
  .object({
    code: z.string(),
    version: z.int(),
    status: z.enum(BOOKING_STATUSES),
    outletCode: z.string(),
    service: z.enum(BOOKABLE_SERVICES),
    startsAt: instantOrNull,
    arrivedAt: instantOrNull,
    calledAt: instantOrNull,
    queueNumber: z.int().nullable(),
    behind: z.int().nullable(),
  })
  .openapi('Visit')
export const visitAnswer = z.object({ visit: visitSchema })

/** A visit of the queue: numbers and times, nobody's name. */
export function visitJson({
  booking,
  outlet,
}: Pick<ShownVisit, 'booking' | 'outlet'>): z.input<typeof visitSchema> {
  const iso = (at: number | null) => (at === null ? null : isoAt(at, outlet.zone))
  const { version, status, service, queueNumber, behind } = booking
  return {
    ...{ version, status, service, queueNumber, behind },
    code: spellCode(booking.code),
    outletCode: booking.outlet,
    startsAt: iso(booking.startsAt),
    arrivedAt: iso(booking.arrivedAt),
    calledAt: iso(booking.calledAt),
  }
}

export const walkInBody = z.object({ service: z.enum(BOOKABLE_SERVICES).default('repair') })
