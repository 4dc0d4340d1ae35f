import { z } from '@hono/zod-openapi'
import { Temporal } from 'temporal-polyfill'
import { openStateAt } from '#domain/outlets/open-state.ts'
import type { Outlet } from '#domain/outlets/outlet.ts'
import { type WallTime, wallTimeIn } from '#domain/outlets/wall-time.ts'

/** What the wall clock of a zone says, as an instant with that zone's offset: `2026-10-01T18:00:00+08:00`. */
export const isoInZone = ({ date, minutes }: WallTime, zone: string): string =>
  Temporal.PlainDate.from(date)
    .toZonedDateTime({
      timeZone: zone,
      plainTime: { hour: Math.floor(minutes / 60), minute: minutes % 60 },
    })
    .toString({ timeZoneName: 'never' })

const instantOrNull = z.iso.datetime({ offset: true }).nullable()

export const openingSchema = z.object({
  openState: z.enum(['open', 'closed', 'unknown']),
  openUntil: instantOrNull.openapi({ description: 'null while open: round the clock' }),
  lastIntakeAt: instantOrNull.openapi({
    description: 'When the counter stops taking phones in today',
  }),
  intakeOver: z.boolean(),
  opensAt: instantOrNull.openapi({ description: 'null while closed: not within two weeks' }),
  unknownReason: z.enum(['no_hours', 'holiday_not_confirmed', 'beyond_horizon']).nullable(),
})
export type Opening = z.infer<typeof openingSchema>

const NOTHING: Omit<Opening, 'openState'> = {
  openUntil: null,
  lastIntakeAt: null,
  intakeOver: false,
  opensAt: null,
  unknownReason: null,
}

/** Whether an outlet is open at an instant (epoch ms), and until when, as the API says it. */
export function openingOf({ hours, zone }: Pick<Outlet, 'hours' | 'zone'>, at: number): Opening {
  const state = openStateAt(hours, wallTimeIn(hours?.zone ?? zone, at))
  const iso = (wall: WallTime | null) => (wall ? isoInZone(wall, hours?.zone ?? zone) : null)
  if (state.state === 'unknown') {
    return { ...NOTHING, openState: 'unknown', unknownReason: state.reason }
  }
  if (state.state === 'closed') {
    return { ...NOTHING, openState: 'closed', opensAt: iso(state.opensAt) }
  }
  return {
    ...NOTHING,
    openState: 'open',
    openUntil: iso(state.until),
    lastIntakeAt: iso(state.lastIntake),
    intakeOver: state.intakeOver,
  }
}
