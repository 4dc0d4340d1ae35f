import type { Complaint } from '#domain/complaints/complaint.ts'
import type { ComplaintEvent } from '#domain/complaints/complaint-event.ts'
import { listedAt } from '#domain/complaints/complaint-timers.ts'
import { foldComplaint } from '#domain/complaints/evolve-complaint.ts'
import { recount } from '../../domain/complaints/recount.ts'
import { must } from '../judge.ts'
import { databaseOf } from '../peek.ts'
import { allOf, type World } from '../world.ts'
import type { Known } from './expected.ts'

type EventRow = {
  readonly subject: string
  readonly version: number
  readonly type: string
  readonly happened_at: number
  readonly data: string
}

const SELECT =
  'SELECT subject, version, type, happened_at, data FROM events WHERE subject = ?1 ORDER BY version'

/** Every event of a complaint, in order. */
export async function eventsOf(world: World, code: string): Promise<readonly ComplaintEvent[]> {
  const { results } = await databaseOf(world, code)
    .prepare(SELECT)
    .bind(`complaint/${code}`)
    .all<EventRow>()
  return results.map(({ happened_at: happenedAt, data, ...row }) => ({
    ...row,
    type: row.type as ComplaintEvent['type'],
    happenedAt,
    data: JSON.parse(data),
  }))
}

async function rowsOf<Row>(world: World, sql: string): Promise<readonly Row[]> {
  const all = await Promise.all(allOf(world).map((d1) => d1.prepare(sql).all<Row>()))
  return all.flatMap(({ results }) => results)
}

const KNOWN = ['version', 'status', 'level', 'owner', 'outlet', 'ending', 'isUnreachable'] as const

function checkState(known: Known, complaint: Complaint): void {
  for (const name of KNOWN) {
    const [stands, due] = [complaint[name], known[name]]
    must(stands === due, () => `${known.code}: ${name} is ${stands}, by the model ${due}`)
  }
  must(complaint.rounds.length === known.round, () => `${known.code}: rounds`)
  const rung = complaint.rounds.at(-1)?.escalatedFor ?? []
  must(
    [...rung].sort().join() === [...known.rung].sort().join(),
    () => `${known.code}: rung ${rung}, ${known.rung}`,
  )
}

type Counts = Record<string, number>

function add(counts: Counts, key: string, by: number): void {
  counts[key] = (counts[key] ?? 0) + by
}

/** The packed rows of every database, added up, are what a recount of the raw events finds. */
async function checkFigures(world: World, all: readonly (readonly ComplaintEvent[])[]) {
  const due: Counts = {}
  for (const events of all) {
    for (const [key, by] of Object.entries(recount(events))) add(due, key, by)
  }
  const stands: Counts = {}
  const rows = await rowsOf<{ outlet_code: string; service_date: string; counts: string }>(
    world,
    'SELECT outlet_code, service_date, counts FROM kpi_days',
  )
  for (const { outlet_code: outlet, service_date: day, counts } of rows) {
    for (const [measure, by] of Object.entries(JSON.parse(counts) as Counts)) {
      const isPart = measure.includes('|') || measure.endsWith('_late_entry')
      if (!isPart && by !== 0) add(stands, `${outlet} ${day} ${measure}`, by)
    }
  }
  const text = (counts: Counts) => JSON.stringify(Object.entries(counts).sort())
  must(text(stands) === text(due), () => `figures ${text(stands)}\nby the events ${text(due)}`)
}

const MESSAGES: Readonly<Record<string, string>> = {
  'complaint.registered': 'complaint_registered',
  'complaint.answered': 'complaint_answered',
}

const isTry = ({ type }: ComplaintEvent): boolean =>
  type === 'complaint.contacted' || type === 'complaint.contact_missed'

/** The message that an event must have asked for; null = none. */
function messageDue(event: ComplaintEvent, before: readonly ComplaintEvent[]): string | null {
  const { type, data } = event
  if (data.status === 'closed') return `complaint_closed_${data.ending}`
  if (type !== 'complaint.contact_missed') return MESSAGES[type] ?? null
  const isAgain = before.some((other) => isTry(other) && other.data.day === data.day)
  return isAgain ? null : 'complaint_contact_missed'
}

/** Compares every complaint with the model, its events, its figures and its messages; answers how often each event happened. */
export async function checkComplaints(
  world: World,
  complaints: readonly Known[],
): Promise<Readonly<Record<string, number>>> {
  const kinds: Counts = {}
  const rows = await rowsOf<{
    code: string
    state: string
    listed_at: number | null
    status: string
  }>(world, 'SELECT code, state, listed_at, status FROM complaints')
  must(rows.length === complaints.length, () => `${rows.length} complaints`)
  const byCode = new Map(rows.map((row) => [row.code, row]))
  const all: (readonly ComplaintEvent[])[] = []
  const asked = new Set<string>()
  for (const known of complaints) {
    const row = byCode.get(known.code)
    const complaint = JSON.parse(row?.state ?? 'null') as Complaint
    const events = await eventsOf(world, known.code)
    const folded = JSON.stringify(foldComplaint(events))
    must(folded === JSON.stringify(complaint), () => `${known.code}: its events tell another state`)
    const place = complaint && listedAt(complaint)
    must(place === row?.listed_at, () => `${known.code}: where on its list?`)
    checkState(known, complaint)
    all.push(events)
    for (const [place, event] of events.entries()) {
      const { type, subject, version } = event
      add(kinds, type, 1)
      const template = messageDue(event, events.slice(0, place))
      if (template && !known.anonymous) asked.add(`${subject} ${version} ${template}`)
    }
  }
  const outbox = await rowsOf<{ text: string }>(
    world,
    "SELECT subject || ' ' || version || ' ' || template AS text FROM outbox",
  )
  const sent = new Set(outbox.map(({ text }) => text))
  must(sent.size === outbox.length && sent.size === asked.size, () => 'messages')
  for (const key of asked) must(sent.has(key), () => `message lost: ${key}`)
  await checkFigures(world, all)
  await checkPrivate(world)
  return kinds
}

/** Words and names lie in private rows alone. */
async function checkPrivate(world: World): Promise<void> {
  const found = await rowsOf<{ text: string }>(
    world,
    `SELECT data AS text FROM events WHERE instr(data, 'what-only-the-private') > 0
     UNION ALL SELECT state FROM complaints WHERE instr(state, 'what-only-the-private') > 0
     UNION ALL SELECT answer FROM command_records WHERE instr(answer, 'what-only-the-private') > 0`,
  )
  must(found.length === 0, () => `personal: ${found[0]?.text}`)
}
