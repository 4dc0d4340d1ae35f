import { z } from '@hono/zod-openapi'
import { BOOKING_STATUSES } from '#domain/bookings/booking.ts'
import { spellCode } from '#domain/identifiers/crockford.ts'
import { holderOf } from '#domain/repairs/holder.ts'
import {
  ASK_KINDS,
  CHARGE_ITEMS,
  ENDINGS,
  HOLDERS,
  NOT_COVERED_REASONS,
  OUTCOMES,
  REPAIR_STATUSES,
  WAYS_BACK,
  WAYS_IN,
} from '#domain/repairs/repair.ts'
import { isoAt } from '#functions/http/iso-time.ts'
import type { ShownRepair } from './show-repair.ts'

const instantOrNull = z.iso.datetime({ offset: true }).nullable()
const money = z.object({ amountMinor: z.int(), currency: z.string() })

const askSchema = z.object({
  version: z.int(),
  kind: z.enum(ASK_KINDS),
  lines: z.array(z.object({ item: z.enum(CHARGE_ITEMS), amountMinor: z.int() })),
  currency: z.string().nullable(),
  totalMinor: z.int(),
  declineCostMinor: z.int(),
  notCovered: z.enum(NOT_COVERED_REASONS).nullable(),
  expiresAt: instantOrNull,
  priceHoldsUntil: instantOrNull,
})

export const repairSchema = z
  .object({
    code: z.string(),
    version: z.int(),
    status: z.enum(REPAIR_STATUSES),
    outcome: z.enum(OUTCOMES).nullable(),
    ending: z.enum(ENDINGS).nullable(),
    heldBy: z.enum(HOLDERS),
    wayIn: z.enum(WAYS_IN),
    wayBack: z.enum(WAYS_BACK),
    outletCode: z.string(),
    homeOutletCode: z.string(),
    model: z.string(),
    faultCode: z.string(),
    promisedAt: instantOrNull,
    firstPromisedAt: instantOrNull,
    nextUpdateBy: instantOrNull,
    ask: askSchema.nullable(),
    amountDue: money.nullable(),
    booking: z
      .object({ version: z.int(), status: z.enum(BOOKING_STATUSES), startsAt: instantOrNull })
      .nullable(),
    history: z.array(z.object({ type: z.string(), happenedAt: z.iso.datetime({ offset: true }) })),
  })
  .openapi('Repair')
export const repairAnswer = z.object({ repair: repairSchema })

type Ask = NonNullable<ShownRepair['repair']['ask']>

function askJson(ask: Ask, iso: (at: number) => string): z.input<typeof askSchema> {
  const { version, kind, lines, currency, totalMinor, declineCostMinor, notCovered } = ask
  return {
    ...{ version, kind, currency, totalMinor, declineCostMinor, notCovered },
    lines: lines.map(({ item, amountMinor }) => ({ item, amountMinor })),
    expiresAt: iso(ask.expiresAt),
    priceHoldsUntil: iso(ask.priceHoldsUntil),
  }
}

/** A repair as its holder may see it: no name, no phone, no number of the device, no free text. */
export function repairJson(shown: ShownRepair): z.input<typeof repairSchema> {
  const { repair, events, booking, outlet } = shown
  const iso = (at: number) => isoAt(at, outlet.zone)
  const isoOrNull = (at: number | null) => (at === null ? null : iso(at))
  const { version, status, outcome, ending, wayIn, wayBack, model, faultCode, ask } = repair
  return {
    ...{ version, status, outcome, ending, wayIn, wayBack, model, faultCode },
    code: spellCode(repair.code),
    heldBy: holderOf(repair),
    outletCode: repair.atOutlet,
    homeOutletCode: repair.homeOutlet,
    promisedAt: isoOrNull(repair.promise?.currentAt ?? null),
    firstPromisedAt: isoOrNull(repair.promise?.firstAt ?? null),
    nextUpdateBy: isoOrNull(repair.nextUpdateBy),
    ask: ask && askJson(ask, iso),
    amountDue: repair.amountDue,
    booking: booking && {
      version: booking.version,
      status: booking.status,
      startsAt: isoOrNull(booking.startsAt),
    },
    history: events.map(({ type, happenedAt }) => ({ type, happenedAt: iso(happenedAt) })),
  }
}
