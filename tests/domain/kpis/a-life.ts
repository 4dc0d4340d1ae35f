import { Temporal } from 'temporal-polyfill'
import { countsOfEvent } from '#domain/kpis/count-events.ts'
import { newRecount } from '#domain/kpis/recount.ts'
import { decideRepair } from '#domain/repairs/decide-repair.ts'
import type { Repair } from '#domain/repairs/repair.ts'
import type { RepairActionType } from '#domain/repairs/repair-action.ts'
import type { RepairEvent } from '#domain/repairs/repair-event.ts'
import { anAction, WHOSE } from '#support/repair-actions.ts'

/** Wall time at the outlet, what happened, what it says otherwise than by default, and when it was entered. */
export type Step = readonly [at: string, type: RepairActionType, over?: object, entered?: string]

type Place = { readonly outlet?: string; readonly zone?: string; readonly code?: string }
export type Life = { readonly repair: Repair; readonly events: readonly RepairEvent[] }

export const SHANGHAI = 'Asia/Shanghai'

/** `instantOf('2026-10-05 10:00')` in Shanghai. */
export const instantOf = (at: string, zone = SHANGHAI): number =>
  Temporal.PlainDateTime.from(at.replace(' ', 'T')).toZonedDateTime(zone).epochMilliseconds

/** A repair as the real rules tell it, step by step. */
export function aLife(
  steps: readonly Step[],
  { outlet = 'SZ-001', zone = SHANGHAI, code = '7K3M9QXF2T8BV' }: Place = {},
): Life {
  let repair: Repair | null = null
  const events: RepairEvent[] = []
  // With an offset the wall time is what that offset says: the hour that comes twice.
  const instant = (at: string) => (at.length > 16 ? Date.parse(at) : instantOf(at, zone))
  for (const [at, type, over = {}, entered = null] of steps) {
    const happenedAt = entered === null ? null : instant(at)
    const now = instant(entered ?? at)
    const placed = type === 'request' ? { outlet, code, ...over } : over
    const action = anAction(type, { repair, at: happenedAt ?? now }, placed)
    const decision = decideRepair(repair, action, {
      ...{ now, happenedAt, actor: WHOSE[type], zone },
      afterWorkingDays: (from) => from,
    })
    if (!decision.ok) throw new Error(`${at} ${type}: ${JSON.stringify(decision)}`)
    events.push(...decision.events)
    repair = decision.repair
  }
  if (!repair) throw new Error('nothing happened')
  return { repair, events }
}

type Counts = Readonly<Record<string, number>>

/** What stands of an outlet's month or day, but for how often each step happened and the cuts. */
export function standsAt(lives: readonly Life[], outlet: string, period: string): Counts {
  const sums: Record<string, number> = {}
  for (const delta of lives.flatMap(({ events }) => events).flatMap(countsOfEvent)) {
    const isAsked = delta.outlet === outlet && delta.day.startsWith(period)
    const isStep = delta.measure.startsWith('repair.')
    if (isAsked && !isStep) sums[delta.measure] = (sums[delta.measure] ?? 0) + delta.by
  }
  return Object.fromEntries(Object.entries(sums).filter(([, by]) => by !== 0))
}

/** The same, by the last state of each. */
export function recountedAt(lives: readonly Life[], outlet: string, month: string): Counts {
  const recount = newRecount()
  for (const event of lives.flatMap(({ events }) => events)) recount.add(event)
  const counts = recount.finish().months.get(`${outlet} ${month}`) ?? new Map()
  return Object.fromEntries(
    [...counts].filter(([measure, by]) => by !== 0 && !measure.startsWith('repair.')),
  )
}
