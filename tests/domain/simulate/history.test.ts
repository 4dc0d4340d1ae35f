import { beforeAll, describe, expect, test } from 'vitest'
import type { BookingEvent } from '#domain/bookings/booking.ts'
import { foldBooking } from '#domain/bookings/evolve-booking.ts'
import type { Complaint } from '#domain/complaints/complaint.ts'
import type { ComplaintEvent } from '#domain/complaints/complaint-event.ts'
import { listedAt } from '#domain/complaints/complaint-timers.ts'
import { evolveComplaint } from '#domain/complaints/evolve-complaint.ts'
import { evolveFeedback } from '#domain/feedback/evolve-feedback.ts'
import type { Feedback, FeedbackEvent } from '#domain/feedback/feedback.ts'
import { countsOfEvent } from '#domain/kpis/count-events.ts'
import { foldRepair } from '#domain/repairs/evolve-repair.ts'
import type { RepairEvent } from '#domain/repairs/repair-event.ts'
import { stageOf } from '#domain/repairs/stage.ts'
import { evolveSurvey } from '#domain/surveys/evolve-survey.ts'
import type { Survey } from '#domain/surveys/survey.ts'
import type { SurveyEvent } from '#domain/surveys/survey-event.ts'
import { loadDemo } from '#scripts/demo/load-demo.ts'
import { runSimulation } from '#scripts/simulate/run-simulation.ts'
import { aSimulation, fingerprintOf, HISTORY_ENDS, type Simulated } from '#support/a-simulation.ts'
import { anEmptyHub } from '#support/import-fixture.ts'

type Row = Readonly<Record<string, unknown>>
type Stored = { subject: string; version: number; type: string; happenedAt: number; data: Row }

let history: Simulated

beforeAll(async () => {
  history = await aSimulation()
}, 120_000)

const rowsOf = (sql: string): readonly Row[] => history.file.prepare(sql).all() as Row[]

const eventsBySubject = (): ReadonlyMap<string, readonly Stored[]> =>
  Map.groupBy(
    rowsOf('SELECT * FROM events ORDER BY subject, version').map((row) => ({
      subject: String(row['subject']),
      version: Number(row['version']),
      type: String(row['type']),
      happenedAt: Number(row['happened_at']),
      data: JSON.parse(String(row['data'])) as Row,
    })),
    ({ subject }) => subject,
  )

const FOLDS: Readonly<
  Record<string, readonly [prefix: string, fold: (events: readonly Stored[]) => unknown]>
> = {
  repairs: ['repair', (events) => foldRepair(events as unknown as RepairEvent[])],
  bookings: ['booking', (events) => foldBooking(events as unknown as BookingEvent[])],
  complaints: [
    'complaint',
    (events) =>
      (events as unknown as ComplaintEvent[]).reduce<Complaint | null>(evolveComplaint, null),
  ],
  feedback: [
    'feedback',
    (events) =>
      (events as unknown as FeedbackEvent[]).reduce<Feedback | null>(evolveFeedback, null),
  ],
  surveys: [
    'survey',
    (events) => (events as unknown as SurveyEvent[]).reduce<Survey | null>(evolveSurvey, null),
  ],
}

describe('a simulated history', () => {
  test('holds as many repairs as were asked for, in every way they end', () => {
    const { report } = history
    expect(report.repairs).toBeGreaterThan(800)
    expect(report.outcomes.get('repaired')).toBeGreaterThan(400)
    for (const outcome of ['returned_unrepaired', 'open', 'cancelled']) {
      expect(report.outcomes.get(outcome), outcome).toBeGreaterThan(0)
    }
    expect(report.complaints).toBeGreaterThan(0)
    expect(report.answers / report.surveys).toBeGreaterThan(0.08)
    expect(report.answers / report.surveys).toBeLessThan(0.25)
  })

  test.each(Object.keys(FOLDS))('stores %s as their events say', (table) => {
    const events = eventsBySubject()
    const [prefix, fold] = FOLDS[table] ?? ['', () => null]
    const stored = rowsOf(`SELECT * FROM ${table}`)
    expect(stored.length).toBeGreaterThan(0)
    for (const row of stored) {
      const own = events.get(`${prefix}/${row['code'] ?? row['id']}`) ?? []
      const state = JSON.parse(String(row['state']))
      expect(fold(own)).toEqual(state)
      expect([row['version'], row['status']]).toEqual([own.length, state.status])
    }
  })

  test('counts in its packed rows what its events count, and nothing else', () => {
    const days = new Map<string, number>()
    const months = new Map<string, number>()
    for (const event of [...eventsBySubject().values()].flat()) {
      for (const { outlet, day, measure, by } of countsOfEvent(event)) {
        const keys = [`${outlet} ${day} ${measure}`, `${outlet} ${day.slice(0, 7)} ${measure}`]
        days.set(keys[0] ?? '', (days.get(keys[0] ?? '') ?? 0) + by)
        months.set(keys[1] ?? '', (months.get(keys[1] ?? '') ?? 0) + by)
      }
    }
    const packed = (table: string, period: string) =>
      rowsOf(`SELECT * FROM ${table}`).flatMap((row) =>
        Object.entries(JSON.parse(String(row['counts'])) as Record<string, number>).map(
          ([measure, by]) => [`${row['outlet_code']} ${row[period]} ${measure}`, by] as const,
        ),
      )
    const standing = (counts: Map<string, number>) =>
      [...counts].filter(([, by]) => by !== 0).sort()
    expect(packed('kpi_days', 'service_date').toSorted()).toEqual(standing(days))
    expect(packed('kpi_months', 'month').toSorted()).toEqual(standing(months))
  })

  test('leaves nothing of the past for the clock to send or do', () => {
    const aMinuteAgo = HISTORY_ENDS - 60_000
    for (const table of ['repairs', 'bookings', 'surveys', 'complaints', 'feedback']) {
      const overdue = `SELECT state FROM ${table} WHERE due_at <= ${aMinuteAgo}`
      expect(rowsOf(overdue), table).toEqual([])
    }
    expect(rowsOf(`SELECT * FROM survey_wanted WHERE due_at <= ${aMinuteAgo}`)).toEqual([])
    expect(rowsOf('SELECT * FROM outbox')).toEqual([])
    expect(rowsOf('SELECT * FROM complaints_owed')).toEqual([])
    expect(
      rowsOf(`SELECT * FROM events WHERE recorded_at >= ${HISTORY_ENDS} AND actor <> 'import'`),
    ).toEqual([])
  })

  test('puts phones on the lists they belong to, and none of them twice', () => {
    for (const row of rowsOf('SELECT stage, status, at_outlet, state FROM repairs')) {
      const { status, atOutlet } = JSON.parse(String(row['state']))
      expect([row['stage'], row['at_outlet']]).toEqual([stageOf(status), atOutlet])
    }
    expect(rowsOf('SELECT code FROM repairs GROUP BY code HAVING count(*) > 1')).toEqual([])
  })

  test('puts each open complaint where its next word is due on the list, a closed one on none', () => {
    for (const row of rowsOf('SELECT listed_at, state FROM complaints')) {
      expect(row['listed_at']).toBe(listedAt(JSON.parse(String(row['state'])) as Complaint))
    }
  })

  test('oversells no slot', () => {
    const slots = rowsOf('SELECT * FROM slots')
    expect(slots.length).toBeGreaterThan(0)
    const held = rowsOf(`SELECT outlet_code, starts_at, count(*) AS seats FROM bookings
      WHERE state ->> '$.holdsSeat' = 1 AND starts_at IS NOT NULL GROUP BY 1, 2`)
    for (const { outlet_code: outlet, starts_at: startsAt, seats } of held) {
      const slot = slots.find(
        (one) => one['outlet_code'] === outlet && one['starts_at'] === startsAt,
      )
      expect(slot?.['seats_taken']).toBe(seats)
      expect(Number(seats)).toBeLessThanOrEqual(Number(slot?.['seats']))
    }
  })

  test('is the same for the same arguments, row by row, and another for another seed', async () => {
    const first = fingerprintOf(history)
    expect(fingerprintOf(await aSimulation())).toBe(first)
    expect(fingerprintOf(await aSimulation({ seed: 'another' }))).not.toBe(first)
  })

  test.each([2, 3])(
    'is the same lived through in %i threads, whole or part by part',
    async (threads) => {
      const parted = await aSimulation({ threads, isWhole: threads > 2 })
      expect(fingerprintOf(parted)).toBe(fingerprintOf(history))
      expect({ ...parted.report, gamers: null }).toEqual({ ...history.report, gamers: null })
    },
  )

  test('leaves nothing on record where a thread fails', async () => {
    const { hub, file } = anEmptyHub()
    await loadDemo(hub, { nowMs: HISTORY_ENDS, count: 24 })
    const wish = { seed: 'test', outlets: null, days: 10, repairs: 50, until: HISTORY_ENDS }
    // Without a secret no hash can be made, once the first case is written.
    const failing = { ...wish, threads: 2, isWhole: true, secret: null as unknown as string }
    await expect(runSimulation({ database: hub, file }, failing)).rejects.toThrow()
    expect(file.prepare('SELECT count(*) AS n FROM repairs').get()).toEqual({ n: 0 })
    expect(file.prepare('SELECT count(*) AS n FROM kpi_days').get()).toEqual({ n: 0 })
  })

  test('passes every check of the database that it was loaded into', () => {
    expect(rowsOf('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
  })
})
