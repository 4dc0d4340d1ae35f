import type { Context } from 'hono'
import { whyNotBookingStep } from '#domain/bookings/booking-table.ts'
import { readTicketCode } from '#domain/identifiers/ticket-code.ts'
import { listSlots } from '#functions/bookings/list-slots.ts'
import { freeSlots } from '#functions/bookings/load-slots.ts'
import { type ShownVisit, showVisit } from '#functions/bookings/show-visit.ts'
import { VISIT_STEPS } from '#functions/bookings/visit-json.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { PROBLEMS, type ProblemCode } from '#functions/http/problem.ts'
import { answerProblem } from '#functions/http/problem-page.tsx'
import { type DeclaredRoute, pageRoute } from '#functions/http/route.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { voiceOf } from './today-pages.tsx'
import { visitPage } from './visit-pages.tsx'

const DAYS_OFFERED = 14

async function slotsFor(c: Context<AppEnv>, { booking, outlet }: ShownVisit) {
  const wish = { outletCode: outlet.code, service: booking.service, from: null, days: DAYS_OFFERED }
  const offer = await listSlots(c.var.context, wish)
  return offer.kind === 'offer' ? freeSlots(offer.days) : []
}

export type NotDone = {
  readonly refusal: ProblemCode
  /** The time that was wished for. */
  readonly startsAt: number | null
}

/** A visit as it stands, and why what was asked for wasn't done. */
export async function showVisitPage(
  c: Context<AppEnv>,
  code: string,
  notDone: NotDone | null = null,
): Promise<Response> {
  const seen = await showVisit({ ...c.var.context, staff: staffIn(c) }, code)
  if (!seen.ok) return await answerProblem(c, seen.refusal)
  const { visit } = seen
  const { booking, repair, actor } = visit
  const isOver = repair !== null && repair.status !== 'requested'
  const may = new Set(
    VISIT_STEPS.filter(
      (type) => whyNotBookingStep(booking, type, actor) === null && !(type === 'move' && isOver),
    ),
  )
  const page = {
    ...voiceOf(c),
    ...{ visit, may, chosen: notDone?.startsAt ?? null, refusal: notDone?.refusal ?? null },
    slots: may.has('move') ? await slotsFor(c, visit) : [],
  }
  return await visitPage(c, page, notDone ? PROBLEMS[notDone.refusal] : 200)
}

const show = pageRoute({
  audience: 'staff',
  permission: 'booking.act',
  method: 'get',
  path: '/desk/visits/{code}/',
  handler: async (c) => {
    const code = readTicketCode(c.req.param('code') ?? '')
    return code ? await showVisitPage(c, code) : await answerProblem(c, 'unknown_booking')
  },
})

export const visitPageRoutes: readonly DeclaredRoute[] = [show]
