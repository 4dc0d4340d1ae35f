import type { ComplaintAction } from '#domain/complaints/complaint-action.ts'
import { actOnComplaint, namedOnly } from '#functions/complaints/act-on-complaint.ts'
import { registerComplaint } from '#functions/complaints/register-complaint.ts'
import { runComplaintClocks } from '#functions/complaints/run-clocks.ts'
import { carryStep } from '#functions/http/carry-step.ts'
import { BrokenOff, breakingWire } from '../faults.ts'
import { must } from '../judge.ts'
import { aDie } from '../model.ts'
import { foundNetwork } from '../network.ts'
import { takingTurns } from '../turns.ts'
import { allOf, sourcesOf, type Wire, type World } from '../world.ts'
import { checkComplaints, eventsOf } from './check-complaints.ts'
import { doerAt, type Known, sees, take, whyNot } from './expected.ts'
import { CUSTOMER, employ, STAFF } from './people.ts'

type Action = Exclude<ComplaintAction, { type: 'register' }>
type Asked = {
  readonly known: Known
  readonly action: Action
  readonly by: string
  readonly seen: number
  readonly key: string
}

const HOUR_MS = 3_600_000
const BEGINNING = Date.UTC(2026, 8, 30, 2)
const WAITS = [0, 1, 60_000, HOUR_MS, 3 * HOUR_MS, 20 * HOUR_MS, 50 * HOUR_MS, 15 * 24 * HOUR_MS]
/** What nobody may find anywhere but in the private rows. */
export const CANARY = 'what-only-the-private-row-may-hold'

export type ComplaintRun = {
  readonly commands: number
  readonly done: number
  readonly refused: Readonly<Record<string, number>>
  readonly races: number
  readonly faults: number
  readonly kinds: Readonly<Record<string, number>>
}

type State = {
  readonly world: World
  readonly die: () => number
  readonly complaints: Known[]
  now: number
  commands: number
  done: number
  races: number
  faults: number
  readonly refused: Record<string, number>
}

const pick = <T>(die: () => number, from: readonly T[]): T =>
  from[Math.floor(die() * from.length)] as T

function sources({ world, die, now }: State, wire: Wire = (d1) => d1) {
  return sourcesOf(world, { now, randomByte: () => Math.floor(die() * 256), wire })
}

async function register(state: State): Promise<void> {
  const { die, now } = state
  const anonymous = die() < 0.25
  const urgent = die() < 0.2 ? ('safety' as const) : null
  const outletCode = pick(die, ['SZ-001', 'SZ-001', 'SZ-002', null])
  const receivedAt = now - pick(die, [0, 0, 0, HOUR_MS, 30 * HOUR_MS])
  const wish = {
    ...{ channel: 'hotline', formal: true, cause: null, outletCode, repairCode: null, receivedAt },
    ...({ locale: 'zh-CN', zone: 'Asia/Shanghai', source: null, urgent } as const),
    contact: anonymous
      ? null
      : { name: CANARY, phone: { dial: '+8613800138000', display: '138 0013 8000' }, email: null },
    ...{ words: { said: CANARY }, by: CUSTOMER, key: `register-${state.commands}` },
  }
  const outcome = await twiceIfBroken(state, (wire) =>
    carryStep(() => registerComplaint(sources(state, wire), wish)),
  )
  must(outcome.kind === 'done', () => `not registered: ${JSON.stringify(outcome)}`)
  if (outcome.kind !== 'done') return
  state.complaints.push({
    ...{ code: outcome.answer.code, version: 1, status: 'registered', level: null, owner: null },
    ...{ outlet: outletCode, asked: null, anonymous, urgent: urgent !== null, ending: null },
    ...{ opened: receivedAt, round: 1, tries: 0, days: [], isUnreachable: false, writers: [] },
    ...{ from: '', tried: false, assignedAt: null, isReported: false, answeredAt: 0, closedAt: 0 },
    ...{ rung: [], lastAt: now },
  })
}

/** Some commands lose their connection: whoever never heard asks again under the same key. */
async function twiceIfBroken<Answer>(
  state: State,
  carry: (wire: Wire) => Promise<Answer>,
): Promise<Answer> {
  const { die } = state
  const when = die() < 0.5 ? ('before' as const) : ('after' as const)
  const fault = die() < 0.15 ? { trip: Math.floor(die() * 4), when } : null
  const { wire, broke } = breakingWire(fault)
  try {
    return await carry(wire)
  } catch (error) {
    if (!(error instanceof BrokenOff) || !broke()) throw error
    state.faults += 1
    return await carry((d1) => d1)
  }
}

const ACTIONS: readonly Action['type'][] = [
  ...(['dispatch', 'contact', 'assign', 'report', 'verify', 'send_back', 'answer'] as const),
  ...(['agree', 'disagree', 'redirect', 'escalate', 'merge', 'reclassify', 'withdraw'] as const),
  'reopen',
]
const SELDOM: readonly Action['type'][] = ['merge', 'reclassify', 'withdraw', 'agree', 'redirect']

function actionOf(state: State, type: Action['type'], known: Known): Action {
  const { die } = state
  const level = pick(die, ['outlet', 'outlet', 'region_or_partner', 'hq'] as const)
  const other = state.complaints.find(
    ({ code, ending }) => code !== known.code && ending !== 'merged',
  )
  switch (type) {
    case 'dispatch':
      return {
        ...{ type, level, urgent: die() < 0.1 ? 'data' : null },
        owner: die() < 0.15 ? 'stf_agent' : null,
        outlet: known.outlet === null && die() < 0.7 ? 'SZ-001' : null,
      }
    case 'redirect':
      return { type, owner: pick(die, ['stf_agent', 'stf_quality', null]) }
    case 'contact':
      return { type, reached: die() < 0.6 }
    case 'assign':
      return {
        type,
        outlet: (die() < 0.8 ? known.outlet : null) ?? pick(die, ['SZ-001', 'SZ-002']),
      }
    case 'report':
      return {
        ...{ type, customerContacted: true, cause: 'other', remedy: 'apology' },
        technician: die() < 0.3 && known.outlet === 'SZ-001' ? 'stf_both' : null,
      }
    case 'answer':
      return { type, verdict: pick(die, ['upheld', 'not_upheld']), remedy: 'apology' }
    case 'merge':
      return { type, into: other?.code ?? '7K3M9QXF2T8BV' }
    default:
      return { type }
  }
}

const PEOPLE = ['customer', ...STAFF.map(({ id }) => id)]

/** Mostly what may happen by who may do it; else anything by anybody. */
function aim(state: State, known: Known): Asked {
  const { die, now } = state
  const isWild = die() < 0.25
  const types = ACTIONS.filter((type) => !SELDOM.includes(type) || die() < 0.12)
  const likely = types.flatMap((type) => {
    const action = actionOf(state, type, known)
    const by = PEOPLE.filter((id) => whyNot(known, action, doerAt(id, known.outlet), now) === null)
    return by.length > 0 ? [{ action, by: pick(die, by) }] : []
  })
  const chosen =
    isWild || likely.length === 0
      ? { action: actionOf(state, pick(die, ACTIONS), known), by: pick(die, PEOPLE) }
      : pick(die, likely)
  const seen = die() < 0.9 ? known.version : Math.max(1, known.version - 1)
  return { ...chosen, known, seen, key: `step-${state.commands}` }
}

const WORDS = {
  ...{ reason: CANARY, wants: CANARY, statement: CANARY, happened: CANARY, missing: CANARY },
  ...{ answer: CANARY, why: CANARY, facts: CANARY },
}

function carry(state: State, { known, action, by, seen, key }: Asked, wire: Wire) {
  const staff = STAFF.find(({ id }) => id === by)
  const step = { code: known.code, action, words: WORDS, expectedVersion: seen, happenedAt: null }
  return carryStep(() =>
    actOnComplaint(sources(state, wire), {
      ...{ ...step, key },
      ...(staff ? { staff, actor: namedOnly(staff) } : { actor: CUSTOMER }),
    }),
  )
}

function expectedOf({ now, complaints }: State, { known, action, by, seen }: Asked): string | null {
  const doer = doerAt(by, known.outlet)
  const refusal = whyNot(known, action, doer, now)
  if (refusal === 'unknown_complaint' || by === 'stf_bench') return refusal
  if (seen !== known.version) return 'stale'
  if (refusal) return refusal
  if (action.type === 'assign') {
    const isOfTeam = ['agent', 'hq_quality'].some((role) => doer.roles.includes(role))
    const there = doerAt(by, action.outlet).roles
    const isInCharge = there.includes('outlet_manager') || there.includes('regional_manager')
    return isOfTeam || isInCharge ? null : 'unknown_outlet'
  }
  if (action.type !== 'merge') return null
  const other = complaints.find(({ code }) => code === action.into)
  const isSeen = other !== undefined && sees(other, doerAt(by, other.outlet))
  if (!isSeen || other === known) return 'bad_value'
  return other.status === 'closed' ? 'merge_closed' : null
}

const said = ({ known, action, by, seen }: Asked): string =>
  `${JSON.stringify(action)} by ${by} at ${seen} of ${JSON.stringify(known)}`

async function step(state: State, known: Known): Promise<void> {
  const asked = aim(state, known)
  const expected = expectedOf(state, asked)
  const outcome = await twiceIfBroken(state, (wire) => carry(state, asked, wire))
  const found = outcome.kind === 'done' ? null : outcome.refusal
  must(found === expected, () => `${said(asked)}: ${found}, expected ${expected}`)
  if (found !== null) {
    state.refused[found] = (state.refused[found] ?? 0) + 1
    return
  }
  take(known, asked.action, doerAt(asked.by, known.outlet), state.now)
  state.done += 1
}

/** The clock takes every complaint up whose word was missed, and closes what nobody replied to. */
function takeByClock({ complaints, now }: State): void {
  for (const known of complaints) {
    for (const type of ['escalate', 'silence'] as const) {
      const system = doerAt('system', known.outlet)
      if (whyNot(known, { type }, system, now) === null) {
        take(known, { type }, system, now)
        break
      }
    }
  }
}

async function minute(state: State): Promise<void> {
  await runComplaintClocks(sources(state))
  takeByClock(state)
}

const TYPES: Readonly<Record<string, Action['type']>> = {
  'complaint.escalated': 'escalate',
  'complaint.left_unanswered': 'silence',
}

/** Several people and perhaps the clock at once at one complaint: of one version, one is heard. */
async function race(state: State, known: Known): Promise<void> {
  const { die, world } = state
  const all = [aim(state, known), aim(state, known), aim(state, known)].slice(
    0,
    2 + (die() < 0.3 ? 1 : 0),
  )
  const asked = all.map((one, place) => ({
    ...one,
    seen: known.version,
    key: `${one.key}-${place}`,
  }))
  const withClock = die() < 0.5
  const turns = takingTurns((count) => Math.floor(die() * count))
  const ended = await turns.race<unknown>([
    ...asked.map((one) => (wire: Wire) => carry(state, one, wire)),
    ...(withClock ? [(wire: Wire) => runComplaintClocks(sources(state, wire))] : []),
  ])
  for (const one of ended) if (one.status === 'rejected') throw one.reason
  const winners = asked.filter(
    (_, place) => (ended[place] as { value: { kind: string } }).value.kind === 'done',
  )
  must(winners.length <= 1, () => `${winners.length} were first: ${winners.map(said)}`)
  state.races += 1
  const since = (await eventsOf(world, known.code)).filter(({ version }) => version > known.version)
  for (const event of since) {
    const type = TYPES[event.type]
    const isSystem = event.data.by === 'system'
    const winner = winners.find(({ action }) => isSystem || action.type !== undefined)
    const action = isSystem && type ? { type } : winner?.action
    must(action !== undefined, () => `nobody did ${event.type}`)
    if (!action) return
    const doer = doerAt(isSystem ? 'system' : (winner?.by ?? ''), known.outlet)
    const why = whyNot(known, action as Action, doer, state.now)
    must(why === null, () => `${event.type} was taken in a race: ${why}`)
    take(known, action as Action, doer, state.now)
    state.done += 1
  }
  // Others that were due were the clock's too; whom it met in the race it may have left for later.
  if (withClock) await minute(state)
}

async function turn(state: State): Promise<void> {
  const { die, complaints } = state
  state.commands += 1
  state.now += pick(die, WAITS) + 1
  await minute(state)
  const isFew = complaints.length < 4 || die() < 0.04
  if (isFew) return await register(state)
  const known = pick(die, complaints.slice(-8))
  if (die() < 0.15) await race(state, known)
  else await step(state, known)
}

export type ComplaintPlan = {
  readonly world: World
  readonly commands: number
  readonly seed: number
}

/** Runs random commands against the databases and the model, and compares them as it goes. */
export async function runComplaints({
  world,
  commands,
  seed,
}: ComplaintPlan): Promise<ComplaintRun> {
  await foundNetwork(allOf(world))
  await employ(world.hub)
  const state: State = {
    ...{ world, die: aDie(seed), complaints: [], now: BEGINNING, commands: 0, done: 0 },
    ...{ races: 0, faults: 0, refused: {} },
  }
  while (state.commands < commands) {
    await turn(state)
    if (state.commands % 50 === 0) await checkComplaints(world, state.complaints)
  }
  const kinds = await checkComplaints(world, state.complaints)
  const { done, races, faults, refused } = state
  return { commands, done, races, faults, refused, kinds }
}
