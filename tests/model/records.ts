import type { Booking, BookingEvent } from '#domain/bookings/booking.ts'
import type { Repair } from '#domain/repairs/repair.ts'
import type { RepairEvent } from '#domain/repairs/repair-event.ts'
import type { Survey } from '#domain/surveys/survey.ts'
import { allOf, type World } from './world.ts'

export type EventRecord = {
  readonly subject: string
  readonly version: number
  readonly type: string
  readonly happenedAt: number
  readonly recordedAt: number
  readonly actor: string
  readonly commandId: string | null
  readonly data: Readonly<Record<string, unknown>>
}
export type RowOf<State> = {
  readonly code: string
  readonly version: number
  readonly status: string
  readonly dueAt: number | null
  readonly state: State
  /** As stored. */
  readonly json: string
}
/** A repair with what the lists of outlets hang on. */
export type RepairRow = RowOf<Repair> & {
  readonly homeOutlet: string
  readonly atOutlet: string
  readonly stage: string
}
export type SlotRow = {
  readonly outlet_code: string
  readonly starts_at: number
  readonly seats: number
  readonly seats_taken: number
  readonly benches: number
  readonly benches_taken: number
}
export type HoldRow = Pick<SlotRow, 'outlet_code' | 'starts_at'> & {
  readonly id: string
  readonly takes_bench: number
  readonly expires_at: number
}
export type OutboxRow = {
  readonly subject: string
  readonly version: number
  readonly template: string
  readonly state: 'waiting' | 'sent' | 'dropped' | 'dead'
  readonly attempts: number
  readonly last_error: string | null
  readonly created_at: number
}
export type CountRow = { readonly outlet: string; readonly period: string; readonly counts: string }

/** Everything that one database holds of the outlets' work. */
export type Records = {
  readonly events: readonly EventRecord[]
  readonly repairs: readonly RepairRow[]
  readonly bookings: readonly RowOf<Booking>[]
  readonly slots: readonly SlotRow[]
  readonly holds: readonly HoldRow[]
  readonly outbox: readonly OutboxRow[]
  readonly days: readonly CountRow[]
  readonly months: readonly CountRow[]
  readonly surveys: readonly RowOf<Survey>[]
  /** Ids of surveys that are still to be made. */
  readonly wanted: readonly string[]
  readonly privateCodes: readonly string[]
  readonly links: readonly { readonly code: string; readonly ask_version: number | null }[]
}

const READS = [
  `SELECT subject, version, type, happened_at AS happenedAt, recorded_at AS recordedAt, actor,
     command_id AS commandId, data FROM events WHERE subject NOT LIKE 'outlet/%'
   ORDER BY subject, version`,
  `SELECT code, version, status, due_at AS dueAt, state AS json, home_outlet AS homeOutlet,
     at_outlet AS atOutlet, stage FROM repairs`,
  `SELECT code, version, status, due_at AS dueAt, state AS json FROM bookings`,
  `SELECT * FROM slots`,
  `SELECT * FROM holds`,
  `SELECT * FROM outbox`,
  `SELECT outlet_code AS outlet, service_date AS period, counts FROM kpi_days`,
  `SELECT outlet_code AS outlet, month AS period, counts FROM kpi_months`,
  `SELECT code FROM repairs_private`,
  `SELECT code, ask_version FROM links`,
  `SELECT id AS code, version, status, due_at AS dueAt, state AS json FROM surveys`,
  `SELECT id FROM survey_wanted`,
] as const

type Raw = Readonly<Record<string, never>>
const withState = <State>(rows: readonly Raw[]): RowOf<State>[] =>
  (rows as unknown as RowOf<State>[]).map((row) => ({ ...row, state: JSON.parse(row.json) }))

async function recordsOf(d1: D1Database): Promise<Records> {
  const answers = await d1.batch<Raw>(READS.map((sql) => d1.prepare(sql)))
  const rows = answers.map(({ results }) => results)
  const as = <Row>(place: number) => rows[place] as unknown as readonly Row[]
  return {
    events: as<Omit<EventRecord, 'data'> & { data: string }>(0).map((row) => ({
      ...row,
      data: JSON.parse(row.data),
    })),
    repairs: withState<Repair>(rows[1] ?? []) as unknown as readonly RepairRow[],
    bookings: withState<Booking>(rows[2] ?? []),
    slots: as<SlotRow>(3),
    holds: as<HoldRow>(4),
    outbox: as<OutboxRow>(5),
    days: as<CountRow>(6),
    months: as<CountRow>(7),
    privateCodes: as<{ code: string }>(8).map(({ code }) => code),
    links: as<{ code: string; ask_version: number | null }>(9),
    surveys: withState<Survey>(rows[10] ?? []),
    wanted: as<{ id: string }>(11).map(({ id }) => id),
  }
}

/** What every database holds. */
export const readRecords = (world: World): Promise<readonly Records[]> =>
  Promise.all(allOf(world).map(recordsOf))

export type Told = {
  readonly code: string
  readonly repair: readonly (RepairEvent & EventRecord)[]
  readonly visit: readonly (BookingEvent & EventRecord)[]
}

/** Complaints and surveys that the clock begins are no part of this model: theirs are others. */
export const isOwn = ({ subject }: Pick<EventRecord, 'subject'>): boolean =>
  subject.startsWith('repair/') || subject.startsWith('booking/')

/** The events of each code, its repair's and its visit's, in order. */
export function toldByCode({ events }: Records): readonly Told[] {
  const byCode = new Map<string, EventRecord[]>()
  for (const event of events) {
    if (!/^(?:repair|booking)\//.test(event.subject)) continue
    const code = event.subject.slice(event.subject.indexOf('/') + 1)
    byCode.set(code, [...(byCode.get(code) ?? []), event])
  }
  const of = (all: readonly EventRecord[], kind: string) =>
    all.filter(({ subject }) => subject.startsWith(kind)) as never
  return [...byCode].map(([code, all]) => ({
    code,
    repair: of(all, 'repair/'),
    visit: of(all, 'booking/'),
  }))
}
