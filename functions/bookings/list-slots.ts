import { type BookableRefusal, whyNotBookable } from '#domain/bookings/bookable.ts'
import type { OfferedDay } from '#domain/bookings/offer.ts'
import type { Outlet } from '#domain/outlets/outlet.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import type { BookableService } from '#domain/repairs/repair.ts'
import type { Sources } from '#functions/db/sources.ts'
import { readEverywhere, readTogether } from '#functions/db/statement.ts'
import { outletOnRecord, placedOutlet } from '#functions/outlets/outlet-on-record.ts'
import { absencesOfOutlet } from './absence-store.ts'
import { type DaysWanted, slotsOffered, spanOf } from './load-slots.ts'
import { loadOfOutlet } from './store.ts'

export type SlotOffer =
  | { readonly kind: 'offer'; readonly outlet: Outlet; readonly days: readonly OfferedDay[] }
  | { readonly kind: 'refused'; readonly refusal: BookableRefusal | 'unknown_outlet' }

export type SlotWish = DaysWanted & {
  readonly outletCode: string
  readonly service: BookableService
}

type Asking = Pick<Sources, 'hub' | 'databases' | 'now' | 'config'>

/** Loads by slot: in the outlet's own trip where its work lies in the hub too, else in a second one. */
async function loadWith({ hub, databases, now }: Asking, wish: SlotWish) {
  const span = spanOf(now, wish)
  if (databases.all.length === 1 && databases.all[0] === hub) {
    const [outlets, loads, absences] = await readTogether([
      outletOnRecord(hub, wish.outletCode),
      loadOfOutlet(hub, wish.outletCode, span),
      absencesOfOutlet(hub, wish.outletCode, span),
    ])
    return { placed: placedOutlet(outlets), loads, absences }
  }
  const [outlets] = await readTogether([outletOnRecord(hub, wish.outletCode)])
  const placed = placedOutlet(outlets)
  if (!placed) return { placed, loads: [], absences: [] }
  const work = databases.of(placed.outlet.bucket)
  const [loads, absences] = await readEverywhere([
    loadOfOutlet(work, wish.outletCode, span),
    absencesOfOutlet(work, wish.outletCode, span),
  ])
  return { placed, loads, absences }
}

/** Which slots an outlet offers for a service on some days, and how many places each still has. */
export async function listSlots(asking: Asking, wish: SlotWish): Promise<SlotOffer> {
  const { placed, loads, absences } = await loadWith(asking, wish)
  if (!placed) return { kind: 'refused', refusal: 'unknown_outlet' }
  const { outlet } = placed
  const today = wallTimeIn(outlet.zone, asking.now).date
  const refusal = whyNotBookable(outlet, wish.service, wish.from ?? today)
  if (refusal && refusal !== 'outlet_suspended') return { kind: 'refused', refusal }
  const { service } = wish
  return {
    kind: 'offer',
    outlet,
    days: slotsOffered(asking, { outlet, service, wanted: wish, loads, absences }),
  }
}
