import type { BookingAction } from '#domain/bookings/booking.ts'
import { type Actor, ROLES } from '#domain/repairs/actor.ts'
import { ACTION_TYPES, anAction } from '#support/repair-actions.ts'
import { ticketAt } from './aim.ts'
import { type Asked, carry } from './asked.ts'
import { must } from './judge.ts'
import type { Model } from './model.ts'
import { peekAt, type Standing } from './peek.ts'
import { VISIT_STEPS, whoMayNow } from './step-table.ts'
import { sourcesOf, type World } from './world.ts'

/** Somebody who may do everything that anybody may. */
const EVERY_ROLE: Actor = { id: 'stf_manager', roles: ROLES, via: 'link' }
const SLOT_MS = 30 * 60_000

const VISIT_ACTIONS: readonly BookingAction[] = [
  { type: 'cancel', by: 'staff' },
  { type: 'arrive', walkIn: null, queueNumber: 1_000 },
  ...(['call', 'skip', 'leave', 'miss'] as const).map((type) => ({ type })),
  { type: 'serve', received: 1, reason: null },
]

type Step = Extract<Asked, { use: 'visit' | 'repair' }>

/** Every step that the tables have not for what stands. */
function forbidden({ repair, booking }: Standing, now: number): readonly Step[] {
  const { code } = repair
  const step = { code, expectedVersion: null, actor: EVERY_ROLE, happenedAt: null, key: null }
  const device = { device: { imeis: ['490154203237518'], serial: null } }
  const steps = ACTION_TYPES.filter((type) => whoMayNow(repair, type) === null)
  const visits: readonly BookingAction[] = [
    ...VISIT_ACTIONS,
    { type: 'move', startsAt: (booking?.startsAt ?? now) + SLOT_MS },
  ]
  return [
    ...steps.map((type) => {
      const action = anAction(type, { repair, at: now })
      return { use: 'repair', input: { ...step, action, personal: device } } as const
    }),
    ...visits
      .filter(({ type }) => booking && !VISIT_STEPS[type as 'move'].from.includes(booking.status))
      .map((action) => ({ use: 'visit', input: { ...step, action } }) as const),
  ]
}

/** Tries all that may not be done to a repair and its visit: each is refused, and nothing changes. */
export async function sweep(world: World, model: Model, pick: number): Promise<unknown> {
  const ticket = ticketAt(model, pick)
  if (!ticket) return 'nobody to ask about'
  const before = await peekAt(world, ticket.code)
  const all = forbidden(before, model.now)
  for (const asked of all) {
    const answered = await carry(sourcesOf(world, model), asked)
    const { type } = asked.input.action
    must(
      answered.kind === 'refused',
      () => `${type} of ${JSON.stringify(before)}: not in the table`,
    )
  }
  const after = await peekAt(world, ticket.code)
  must(
    JSON.stringify(after) === JSON.stringify(before),
    () => `${ticket.code}: changed by refusals`,
  )
  return [before.repair.status, all.length]
}
