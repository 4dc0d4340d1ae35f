import type { OutletKind } from '#domain/outlets/outlet.ts'
import type { Random } from './seeded-random.ts'

export type DemoHours = {
  /** OSM opening_hours; null = nobody told us. */
  readonly text: string | null
  /** null = the network's default. */
  readonly lastIntakeMinutes: number | null
}

const MALL = [
  [6, 'Mo-Su 10:00-22:00'],
  [4, 'Mo-Su 10:00-21:30'],
  [2, 'Mo-Su 10:00-21:00'],
  [2, 'Mo-Th 10:00-21:30; Fr-Su 10:00-22:00'],
  [1, 'Mo-Su 10:00-22:00; PH 10:00-22:30'],
] as const

const COUNTER = [
  [6, 'Mo-Su 09:00-18:00'],
  [5, 'Mo-Su 09:00-18:00; PH 10:00-17:00'],
  [4, 'Mo-Fr 09:00-18:00; Sa,Su 09:30-17:30; PH off'],
  [4, 'Mo-Su 09:00-12:00,13:30-18:00; PH 10:00-16:00'],
  [3, 'Mo-Sa 09:00-12:00,13:30-18:00; PH off'],
  [3, 'Mo-Sa 08:30-18:00; Su 09:00-17:00'],
  [2, 'Mo-Fr 08:30-12:00,13:00-17:30; Sa 09:00-12:00; PH off'],
  [2, 'Tu-Su 09:30-18:30; Mo off'],
  [2, 'Mo-Su 09:30-20:00'],
  [1, 'Mo-Su 08:30-12:00,14:00-18:30; PH off'],
  [1, 'Mo-Fr 09:00-19:00; Sa,Su,PH 10:00-18:00'],
] as const

const COLLECTION = [
  [3, 'Mo-Su 08:00-20:00'],
  [2, 'Mo-Sa 09:00-19:00; PH off'],
  [1, 'Mo-Su 18:00-02:00'],
  [1, '24/7'],
] as const

const MAIL_IN = [
  [2, 'Mo-Fr 08:30-17:30; PH off'],
  [1, 'Mo-Fr 08:30-12:00,13:00-17:30; PH off'],
] as const

const PATTERNS: Readonly<Record<OutletKind, readonly (readonly [number, string])[]>> = {
  customer_service_centre: COUNTER,
  special_service_centre: COUNTER,
  in_store: MALL,
  mail_in_centre: MAIL_IN,
  collection_point: COLLECTION,
}

/** Words instead of hours, as outlets write them; the product must call them unknown. */
const UNREADABLE = ['以门店公告为准', 'call ahead', '节假日另行通知'] as const

/** Opening hours as an outlet of this kind may have published them; a few nobody told us, a few can't be read. */
export function demoHours(kind: OutletKind, random: Random): DemoHours {
  const lastIntakeMinutes = random.weighted([
    [7, null],
    [2, 60],
    [1, 15],
    [1, 45],
  ])
  const text = random.weighted<string | null>([
    [94, random.weighted(PATTERNS[kind])],
    [4, null],
    [2, random.pick(UNREADABLE)],
  ])
  return { text, lastIntakeMinutes }
}
