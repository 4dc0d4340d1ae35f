import { z } from '@hono/zod-openapi'
import { BOARD_STATUSES } from '#domain/desk/board-columns.ts'
import type { Queue } from '#domain/desk/queue-order.ts'
import type { DeskVisit } from '#domain/desk/queue-visit.ts'
import { ALARMS } from '#domain/desk/today-alarms.ts'
import { type DeskRepair, dueAt, isLate } from '#domain/desk/today-due.ts'
import { spellCode } from '#domain/identifiers/crockford.ts'
import type { Outlet } from '#domain/outlets/outlet.ts'
import { REPAIR_STATUSES } from '#domain/repairs/repair.ts'
import { visitJson, visitSchema } from '#functions/bookings/visit-json.ts'
import { isoAt } from '#functions/http/iso-time.ts'
import type { ShownBoard } from './show-board.ts'
import type { ShownQueue } from './show-queue.ts'
import type { ShownToday } from './show-today.ts'

const instant = z.iso.datetime({ offset: true })
const codes = z.array(z.string())

const deskVisit = visitSchema
  .extend({ model: z.string().nullable(), faultCode: z.string().nullable() })
  .openapi('DeskVisit')

const queue = z
  .object({
    called: z.array(deskVisit).openapi({ description: 'The last call first' }),
    waiting: z.array(deskVisit).openapi({ description: 'In the order in which they are called' }),
    leftOver: z.array(deskVisit).openapi({ description: 'Of an earlier day, never closed' }),
    expected: z.array(deskVisit).openapi({ description: 'Booked for the rest of the day' }),
  })
  .openapi('Queue')

const openRepair = z
  .object({
    code: z.string(),
    version: z.int(),
    status: z.enum(REPAIR_STATUSES),
    model: z.string(),
    faultCode: z.string(),
    outletCode: z.string().openapi({ description: 'Where the phone is, or is to be' }),
    shelf: z.string().nullable(),
    assignedTo: z.object({ id: z.string(), name: z.string() }).nullable(),
    dueAt: instant.nullable(),
    isLate: z.boolean(),
  })
  .openapi('OpenRepair')

const alarm = z.object({
  kind: z.enum(ALARMS),
  at: instant.nullable(),
  days: z.int().nullable(),
})

export const queueAnswer = z.object({ outletCode: z.string(), queue })
export const boardAnswer = z.object({
  outletCode: z.string(),
  columns: z.array(z.object({ status: z.enum(BOARD_STATUSES), repairs: z.array(openRepair) })),
  isCut: z.boolean().openapi({ description: 'There are more than are listed' }),
})
export const todayAnswer = z.object({
  outletCode: z.string(),
  queue,
  repairs: z.array(openRepair).openapi({ description: 'What the lists below name by code' }),
  jobs: z.object({ own: codes, unassigned: codes }),
  waits: z.object({ customer: codes, outlet: codes, supply: codes, courier: codes }),
  attention: z
    .array(z.object({ code: z.string(), alarms: z.array(alarm) }))
    .nullable()
    .openapi({ description: 'Gravest first; null for whoever doesn’t watch over others' }),
  stranded: z.array(deskVisit).openapi({ description: 'Booked for when the outlet’s work stops' }),
  isCut: z.boolean().openapi({ description: 'There are more repairs than are listed' }),
})
export const wallAnswer = z.object({
  wall: z.object({
    path: z.string().openapi({ description: 'For the screen, which needs nobody signed in' }),
  }),
})

type Expected = { readonly queue: Queue<DeskVisit>; readonly expected: readonly DeskVisit[] }

const visitsOf = (outlet: Outlet, visits: readonly DeskVisit[]) =>
  visits.map(({ model, faultCode, ...booking }) => ({
    ...visitJson({ booking, outlet }),
    ...{ model, faultCode },
  }))

function queueOf(outlet: Outlet, shown: Expected): z.input<typeof queue> {
  const json = (visits: readonly DeskVisit[]) => visitsOf(outlet, visits)
  const { called, waiting, leftOver } = shown.queue
  return {
    ...{ called: json(called), waiting: json(waiting), leftOver: json(leftOver) },
    expected: json(shown.expected),
  }
}

type Terms = { readonly names: ReadonlyMap<string, string>; readonly now: number }

function repairOf(one: DeskRepair, { names, now }: Terms): z.input<typeof openRepair> {
  const { repair, zone, shelf, assignedTo } = one
  const due = dueAt(repair)
  return {
    code: spellCode(repair.code),
    ...{ version: repair.version, status: repair.status, model: repair.model },
    ...{ faultCode: repair.faultCode, outletCode: repair.atOutlet, shelf },
    assignedTo:
      assignedTo === null ? null : { id: assignedTo, name: names.get(assignedTo) ?? assignedTo },
    dueAt: due === null ? null : isoAt(due, zone),
    isLate: isLate(repair, now),
  }
}

const codesOf = (repairs: readonly DeskRepair[]) =>
  repairs.map(({ repair }) => spellCode(repair.code))

export const queueJson = (shown: ShownQueue): z.input<typeof queueAnswer> => ({
  outletCode: shown.outlet.code,
  queue: queueOf(shown.outlet, shown),
})

export const boardJson = (
  { day, columns, names }: ShownBoard,
  now: number,
): z.input<typeof boardAnswer> => ({
  outletCode: day.outlet.code,
  columns: columns.map(({ status, repairs }) => ({
    status,
    repairs: repairs.map((one) => repairOf(one, { names, now })),
  })),
  isCut: day.isCut,
})

/** Today as a program of the desk sees it: each repair once, the lists by code. Names no customer. */
export function todayJson(shown: ShownToday, now: number): z.input<typeof todayAnswer> {
  const { day, jobs, waits, alarming, names, stranded } = shown
  const { outlet } = day
  return {
    outletCode: outlet.code,
    queue: queueOf(outlet, day),
    repairs: day.repairs.map((one) => repairOf(one, { names, now })),
    jobs: { own: codesOf(jobs.own), unassigned: codesOf(jobs.unassigned) },
    waits: {
      ...{ customer: codesOf(waits.customer), outlet: codesOf(waits.outlet) },
      ...{ supply: codesOf(waits.supply), courier: codesOf(waits.courier) },
    },
    attention:
      alarming?.map(({ one, alarms }) => ({
        code: spellCode(one.repair.code),
        alarms: alarms.map(({ kind, at, days }) => ({
          ...{ kind, days, at: at === null ? null : isoAt(at, one.zone) },
        })),
      })) ?? null,
    stranded: visitsOf(outlet, stranded),
    isCut: day.isCut,
  }
}
