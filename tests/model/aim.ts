import type { RequestWish } from '#functions/bookings/book-visit.ts'
import { aimStep } from './aim-step.ts'
import { aimVisit } from './aim-visit.ts'
import type { Asked } from './asked.ts'
import type { Model, Ticket } from './model.ts'
import { MAIL_IN_CENTRE, VISITED } from './network.ts'
import { peekAt, type Standing } from './peek.ts'
import { slotAt } from './slots-asked.ts'
import type { Single } from './wish.ts'
import type { World } from './world.ts'

const PHONES = ['+8613800138000', '+8613900139001', '+862888880012,801'] as const
const contactOf = (phone: number): RequestWish['contact'] => ({
  name: 'Demo Customer',
  phone: { dial: PHONES[phone % PHONES.length] ?? '', display: '138 0013 8000' },
  ...{ email: 'li@mail.example', secondPhone: null, forSomebodyElse: false },
  ...{ mayDecide: null, mayCollect: null, address: null },
})

const requestOf = (
  phone: number,
  key: string | null,
): Omit<RequestWish, 'wayBack' | 'ceiling'> => ({
  ...({ service: 'repair', model: 'f2', faultCode: 'screen', locale: 'zh-CN' } as const),
  ...{ contact: contactOf(phone), faultText: 'it fell', imei: null },
  ...{ consent: { wording: 'w1' }, key },
})

/** Recent ones mostly: lives shall be long. */
const RECENT = 12

/** The ticket that a number names; null = there is none yet. */
export function ticketAt({ tickets }: Pick<Model, 'tickets'>, pick: number): Ticket | null {
  const recent = pick % 5 === 0 ? tickets.length : Math.min(RECENT, tickets.length)
  return tickets.at(-1 - (pick % Math.max(1, recent))) ?? null
}

const TRIES = 8
const OVER: readonly string[] = ['served', 'cancelled']

/** A code whose visit isn't over, if one is near the number; else whatever that names. */
async function openVisit(world: World, model: Model, pick: number): Promise<Standing | null> {
  let last: Standing | null = null
  for (let place = 0; place < TRIES; place++) {
    const ticket = ticketAt(model, pick + place)
    if (!ticket) return null
    const standing = await peekAt(world, ticket.code)
    if (standing.booking && !OVER.includes(standing.booking.status)) return standing
    last ??= standing.booking && standing
  }
  return last
}

/**
 * What a wish asks for in full, as things stand; null = there is nothing yet that it could be about.
 * `again` is the caller's own affair.
 */
export async function aim(
  world: World,
  model: Model,
  { wish, key }: { readonly wish: Exclude<Single, { kind: 'again' }>; readonly key: string },
): Promise<Asked | null> {
  switch (wish.kind) {
    case 'hold': {
      const outlet = VISITED[wish.outlet % VISITED.length]!
      const startsAt = slotAt(outlet, model.now, wish.slot)
      return {
        use: 'hold',
        input: { outletCode: outlet.code, startsAt, service: wish.service, key },
      }
    }
    case 'book': {
      const outlet = VISITED[wish.outlet % VISITED.length]!
      const held = wish.hold === null ? undefined : model.holds.at(-1 - (wish.hold % 6))
      const place = held
        ? { holdId: held.id, outletCode: null, startsAt: null }
        : {
            holdId: null,
            outletCode: outlet.code,
            startsAt: slotAt(outlet, model.now, wish.slot),
          }
      const ceiling = wish.ceiling === null ? null : { amountMinor: wish.ceiling, currency: 'CNY' }
      const request = requestOf(wish.phone, wish.isKeyed ? key : null)
      const { wayBack } = wish
      // A hold is for a service: another one is refused.
      const service = held && wish.slot % 4 > 0 ? held.service : wish.service
      return { use: 'book', input: { ...request, ...place, service, wayBack, ceiling } }
    }
    case 'mail_in': {
      const outletCode = wish.isElsewhere ? 'SZ-001' : MAIL_IN_CENTRE
      const parcel = { outletCode, pickUp: 'own', insuredMinor: null, pickUpAddress: null } as const
      const request = { ...requestOf(wish.phone, key), wayBack: wish.wayBack, ceiling: null }
      return { use: 'mail_in', input: { ...request, ...parcel } }
    }
    case 'visit': {
      const standing = await openVisit(world, model, wish.ticket)
      return standing && aimVisit(wish, standing, { now: model.now, key })
    }
    case 'step': {
      const ticket = ticketAt(model, wish.ticket)
      const standing = ticket && (await peekAt(world, ticket.code))
      return standing && aimStep(wish, standing, { now: model.now, key })
    }
  }
}

/** The same key with another body; null = the command has nothing that could be said otherwise. */
export function altered(asked: Asked): Asked | null {
  switch (asked.use) {
    case 'hold':
      return null
    case 'book':
      return { use: 'book', input: { ...asked.input, model: 'f3' } }
    case 'mail_in':
      return { use: 'mail_in', input: { ...asked.input, model: 'f3' } }
    case 'visit': {
      const { action } = asked.input
      if (action.type !== 'move') return null
      const startsAt = action.startsAt + 30 * 60_000
      return { use: 'visit', input: { ...asked.input, action: { ...action, startsAt } } }
    }
    case 'repair': {
      const { action } = asked.input
      if (!('reason' in action) || typeof action.reason !== 'string') return null
      const other = { ...action, reason: 'another' } as typeof action
      return { use: 'repair', input: { ...asked.input, action: other } }
    }
  }
}
