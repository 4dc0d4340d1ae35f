import { must } from './judge.ts'
import type { Records, Told } from './records.ts'

const HOUR_MS = 3_600_000

/** How a visit stood when something was recorded of its repair: events of one command share the moment. */
function standingAt({ visit }: Told, recordedAt: number): string | undefined {
  return visit.filter((event) => event.recordedAt <= recordedAt).at(-1)?.data['status'] as string
}

/** A visit that was with somebody, or had been walked away from, when its repair was received stays so. */
const MAY_STAND_ASIDE = new Set(['left', 'cancelled', 'served'])

/** Visit and repair of one code agree: cancelled together, served when received, booked while requested. */
export function checkAgreement(told: Told, now: number): void {
  const { code, repair, visit } = told
  if (visit.length === 0) return
  const visitNow = visit.at(-1)?.data['status']
  const last = repair.at(-1)?.data
  const repairNow = last?.['status']
  const name = () => `${code}: visit ${visitNow}, repair ${repairNow} ${last?.['ending'] ?? ''}`
  // Past its time it only waits for the clock to say so.
  const isComing = visitNow === 'booked' && now < Number(visit.at(-1)?.data['startsAt']) + HOUR_MS
  must(!isComing || repairNow === 'requested', name)
  must(visitNow !== 'cancelled' || repairNow !== 'requested', name)
  const received = repair.find(({ type }) => type === 'repair.received')
  if (received) {
    const then = standingAt(told, received.recordedAt)
    must(MAY_STAND_ASIDE.has(then ?? ''), () => `${name()}, received while ${then}`)
  }
  const cancelled = repair.find(({ type }) => type === 'repair.cancelled')
  if (cancelled) {
    const then = standingAt(told, cancelled.recordedAt)
    const isAtCounter = then === 'arrived' || then === 'called' || then === 'served'
    must(then === 'cancelled' || isAtCounter, () => `${name()}, cancelled while ${then}`)
  }
  for (const event of visit) {
    if (event.type !== 'booking.served' || event.data['received'] !== 0) continue
    must(repairNow !== 'requested', () => `${name()}: nothing was taken in, yet it is awaited`)
  }
}

/** Numbers that the queue didn't draw. */
const BY_HAND = 1_000

/** Nobody has the number of somebody else who came to the same outlet on the same day. */
export function checkQueues({ events }: Records): void {
  const drawn = new Set<string>()
  for (const { type, data, subject } of events) {
    const { outlet, day, queueNumber: number } = data
    if (type !== 'booking.arrived' || Number(number) >= BY_HAND) continue
    const place = `${outlet} ${day} ${number}`
    must(!drawn.has(place), () => `${subject}: number ${place} was drawn before`)
    drawn.add(place)
  }
}
