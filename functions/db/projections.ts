import { outletsOnBoards } from '#domain/desk/outlets-on-boards.ts'
import { countsOfEvent } from '#domain/kpis/count-events.ts'
import { messagesOfEvents } from '#domain/messages/messages-of-event.ts'
import { changedOutlet } from '#domain/outlets/outlet-decisions.ts'
import { returnedBy } from '#domain/repeats/returned.ts'
import { buildDueBy } from '#domain/standards/builds-due.ts'
import { wantedSurvey } from '#domain/surveys/wanted-survey.ts'
import { addCounts, type Counts } from './counts.ts'
import type { DomainEvent } from './events.ts'
import { type SqlValue, type Statement, type Statements, statement } from './statement.ts'

/** What else the events of a command write, in the batch that appends them. */
export type Effect = {
  readonly statement: Statement<readonly SqlValue[]>
  readonly params: readonly SqlValue[]
}
export type Projection = (events: readonly DomainEvent[], recordedAt: number) => readonly Effect[]

type Asked = [subject: string, version: number, template: string, dueAt: number, createdAt: number]

export const statements = {
  countOutletChange: statement<[]>(
    `UPDATE counters SET value = value + 1 WHERE name = 'outlet_change'`,
    [],
  ),
  numberOutletChange: statement<[code: string]>(
    `UPDATE outlets SET changed_seq = (SELECT value FROM counters WHERE name = 'outlet_change')
     WHERE code = ?1`,
    ['SZ-001'],
  ),
  askForMessage: statement<Asked>(
    `INSERT INTO outbox (subject, version, template, due_at, created_at)
     VALUES (?1, ?2, ?3, ?4, ?5)`,
    ['repair/0123456789ABC', 1, 'ticket_code', 0, 0],
  ),
  wantSurvey: statement<[dueAt: number, id: string, kind: string]>(
    `INSERT INTO survey_wanted (due_at, id, kind) VALUES (?1, ?2, ?3)
     ON CONFLICT (due_at, id) DO NOTHING`,
    [0, '0123456789ABC.9', 'repair'],
  ),
  turnBoard: statement<[outletCode: string]>(
    `INSERT INTO boards (outlet_code, revision) VALUES (?1, 1)
     ON CONFLICT (outlet_code) DO UPDATE SET revision = revision + 1`,
    ['SZ-001'],
  ),
  dueBuild: statement<[dueAt: number]>(
    `INSERT INTO site_builds_due (due_at, try_at) VALUES (?1, ?1) ON CONFLICT (due_at) DO NOTHING`,
    [0],
  ),
  awaitWhy: statement<
    [code: string, outlet: string, byOutlet: string, cameBackAt: number, state: string]
  >(
    `INSERT INTO repeats (code, version, status, outlet_code, by_outlet, came_back_at, todo_at, state)
     VALUES (?1, 0, 'unclassified', ?2, ?3, ?4, ?4, ?5)`,
    ['0123456789ABC', 'SZ-001', 'SZ-002', 0, '{}'],
  ),
  oweComplaint: statement<[repairCode: string, version: number, lostAt: number]>(
    `INSERT INTO complaints_owed (repair_code, version, lost_at) VALUES (?1, ?2, ?3)`,
    ['0123456789ABC', 2, 0],
  ),
} satisfies Statements

const effect = <Params extends readonly SqlValue[]>(
  written: Statement<Params>,
  params: NoInfer<Params>,
): Effect => ({ statement: written as unknown as Statement<readonly SqlValue[]>, params })

/** Numbers every change of an outlet, so that what came after a site build can be told. */
const outletChanges: Projection = (events) =>
  events.flatMap((event) => {
    const code = changedOutlet(event)
    return code === null
      ? []
      : [effect(statements.countOutletChange, []), effect(statements.numberOutletChange, [code])]
  })

/** Asks for the messages that the events of a command call for. */
const askedMessages: Projection = (events, recordedAt) =>
  messagesOfEvents(events).map(({ subject, version, template, dueAt }) =>
    effect(statements.askForMessage, [subject, version, template, dueAt, recordedAt]),
  )

type Period = { readonly outlet: string; readonly period: string; readonly counts: Counts }

/** Adds deltas up per outlet and period, so that a command writes each packed row once. */
function perPeriod(events: readonly DomainEvent[], lettersOfDay: number): readonly Period[] {
  const periods = new Map<
    string,
    { outlet: string; period: string; counts: Record<string, number> }
  >()
  for (const { outlet, day, measure, by } of events.flatMap(countsOfEvent)) {
    const period = day.slice(0, lettersOfDay)
    const key = `${outlet} ${period}`
    const standing = periods.get(key) ?? { outlet, period, counts: {} }
    standing.counts[measure] = (standing.counts[measure] ?? 0) + by
    periods.set(key, standing)
  }
  return [...periods.values()]
}

const LETTERS = { kpi_days: 10, kpi_months: 7 } as const

/** Counts events in the packed row of their outlet's day, and of its month. */
const counted: Projection = (events) =>
  (['kpi_days', 'kpi_months'] as const).flatMap((table) =>
    perPeriod(events, LETTERS[table]).flatMap(({ outlet, ...row }) =>
      addCounts(table, outlet, row).map((addition) =>
        effect(addition.statement as Statement<readonly SqlValue[]>, addition.params),
      ),
    ),
  )

/** Tells the open screens of every outlet that a repair or a visit concerns that they are out of date. */
const turnedBoards: Projection = (events) =>
  [...new Set(events.flatMap(outletsOnBoards))].map((outlet) =>
    effect(statements.turnBoard, [outlet]),
  )

/** A phone that was lost is an urgent complaint. One row stands for it here; the clock does the rest. */
const owedComplaints: Projection = (events) =>
  events.flatMap(({ type, subject, version, happenedAt }) =>
    type === 'repair.reported_lost'
      ? [effect(statements.oweComplaint, [subject.slice('repair/'.length), version, happenedAt])]
      : [],
  )

/** A device that is back soon is put on the list of those of which somebody says why. */
const returnedDevices: Projection = (events) =>
  events.flatMap((event) => {
    const back = returnedBy(event)
    if (back === null) return []
    const { code, outlet, byOutlet, cameBackAt } = back
    return [effect(statements.awaitWhy, [code, outlet, byOutlet, cameBackAt, JSON.stringify(back)])]
  })

/** Says that customers are to be asked about what ended: the survey itself is made when it is due. */
const wantedSurveys: Projection = (events) =>
  events.flatMap((event) => {
    const wanted = wantedSurvey(event)
    return wanted === null
      ? []
      : [effect(statements.wantSurvey, [wanted.dueAt, wanted.id, wanted.kind])]
  })

/** Says when the site must be built anew for what it says of the standards; the clock asks for it then. */
const dueBuilds: Projection = (events) =>
  events.flatMap((event) => {
    const dueAt = buildDueBy(event)
    return dueAt === null ? [] : [effect(statements.dueBuild, [dueAt])]
  })

/** Every projection there is, run over the events of every command in this order. */
export const projections: readonly Projection[] = [
  outletChanges,
  askedMessages,
  counted,
  turnedBoards,
  owedComplaints,
  returnedDevices,
  wantedSurveys,
  dueBuilds,
]
