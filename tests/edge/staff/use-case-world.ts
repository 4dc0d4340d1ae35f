import { env } from 'cloudflare:workers'
import type { Permission } from '#domain/staff/permissions.ts'
import type { Scope, Staff, StaffRole } from '#domain/staff/staff.ts'
import { arriveWalkIn } from '#functions/bookings/arrive-walk-in.ts'
import { carryOut, type Task } from '#functions/db/commit.ts'
import { beginCount } from '#functions/desk-find/begin-count.ts'
import { logHotlineCall } from '#functions/desk-find/log-call.ts'
import { registerFeedback } from '#functions/feedback/register-feedback.ts'
import { aSeededComplaint } from '../complaints/a-seeded-complaint.ts'
import { booked, receive } from '../desk-find/a-found-phone.ts'
import { TOLD } from '../feedback/a-told-feedback.ts'
import { anImprovement } from '../improvements/an-improvement.ts'
import { aCounter, aMailInCentre } from '../support/a-counter.ts'
import { fillHub } from '../support/a-hub.ts'
import { putDraft, putEdition } from '../support/a-standard-set.ts'
import { aWorker, indexFile, NOW } from '../support/a-worker.ts'
import { at, everywhere, signedIn } from '../support/signed-in.ts'
import { theSources } from '../support/the-sources.ts'
import { aDissatisfiedCustomer } from '../surveys/an-asked-customer.ts'

export const HERE = 'HZ-001'
export const IMEI = '490154203237518'
export const TRACKING = 'SF1234567890'
const CENTRE = 'HZ-900'
/** An outlet that is still to be made. */
export const PLANNED = 'HZ-777'
/** One that somebody in the field has registered. */
export const UNCONFIRMED = 'HZ-778'
const LATER = 10 * 60_000

/** Everything of the places that the walked use cases are about. */
const INSIDE: readonly Scope[] = [
  { kind: 'outlets', outlets: [HERE, CENTRE, PLANNED] },
  { kind: 'region', region: 'cn-zhejiang' },
  { kind: 'partner', partner: 'walked' },
]
const NETWORK: Scope = { kind: 'network' }
const OUTSIDE: readonly Scope[] = [
  { kind: 'outlets', outlets: ['SZ-999'] },
  { kind: 'region', region: 'cn-guangdong' },
  { kind: 'partner', partner: 'another' },
]

/** What a use case is about: places, where scope decides; the whole network; or whoever holds the role at all. */
export type About = 'place' | 'network' | 'role'

export const scopesIn = (about: About): readonly Scope[] =>
  about === 'place' ? [...INSIDE, NETWORK] : about === 'network' ? [NETWORK] : [NETWORK, ...OUTSIDE]

export const scopesOut = (about: About): readonly Scope[] =>
  about === 'place' ? OUTSIDE : about === 'network' ? [...INSIDE, ...OUTSIDE] : []

export const somebody = (role: StaffRole, scope: Scope): Staff => ({
  ...{ id: 'stf_walker', name: 'Walker', email: 'walker@fixpoint.example', locale: 'en' },
  grants: [{ role, scope }],
})

export const asking = (staff: Staff) => ({
  ...theSources({ now: NOW + LATER }),
  ...{ staff, isDevelopment: false },
  assets: { fetch: async () => new Response('none', { status: 404 }) } as unknown as Fetcher,
})
export type Asking = ReturnType<typeof asking>

/** A row of the walk: what it asks for, and how it is called by somebody without its route. */
export type Walked = {
  readonly permission: Permission
  readonly about: About
  /** Roles that a table of its own keeps out. */
  readonly except?: readonly StaffRole[]
  /** Where not all scopes of the place serve. */
  readonly inside?: readonly Scope[]
  readonly call: (asking: Asking, world: WalkWorld) => Promise<unknown> | unknown
}

export type WalkWorld = {
  /** A visit of tomorrow, its phone not here yet. */
  readonly announced: string
  /** A phone that was taken in. */
  readonly taken: string
  /** Somebody who waits. */
  readonly waiting: string
  readonly count: string
  readonly notice: string
  /** A survey that was answered with a 1. */
  readonly answer: string
  /** Feedback about the outlet, a suspected complaint. */
  readonly told: string
  readonly target: string
}

async function done<Answer>(task: Promise<Task<Answer, string>>): Promise<Answer> {
  const outcome = await carryOut(await task)
  if (outcome.kind !== 'done') throw new Error(outcome.refusal)
  return outcome.answer
}

const NOTICE = 'ntc_walked'

const run = (sql: string, ...values: readonly (string | number)[]) =>
  env.HUB.prepare(sql)
    .bind(...values)
    .run()

async function aPartner(): Promise<void> {
  await run(`INSERT INTO partners VALUES ('walked', 'Walked', '走查')`)
  await run(`UPDATE outlets SET partner_id = 'walked', ownership = 'authorised'`)
}

/** An outlet with something of everything that staff look after. */
export async function aWalkWorld(): Promise<WalkWorld> {
  const unconfirmed = aCounter({ code: UNCONFIRMED, qualification: 'disqualified' })
  const outlets = [aCounter(), aMailInCentre({ code: CENTRE }), unconfirmed]
  await fillHub(outlets)
  await aPartner()
  const ask = aWorker({ files: { '/data/outlets/index.json': indexFile(outlets, 2) } })
  const announced = await booked(ask)
  const taken = await booked(ask, { phone: '13900139000' })
  await receive(taken, IMEI)
  const manager = asking(somebody('outlet_manager', { kind: 'outlets', outlets: [HERE] }))
  const walkIn = { outlet: HERE, service: 'repair', key: null } as const
  const { code: waiting } = await done(arriveWalkIn(manager, walkIn))
  const { id: count } = await done(beginCount(manager, { outlet: HERE, key: null }))
  const call = { result: 'ended', topic: 'other', solution: null, code: null, key: null } as const
  await done(logHotlineCall(asking(somebody('agent', NETWORK)), call))
  await run('INSERT INTO parcels VALUES (?1, ?2)', TRACKING, announced)
  await run(`UPDATE outbox SET state = 'dead', due_at = NULL, finished_at = ?1`, NOW)
  await run(
    `INSERT INTO notices (id, version, kind, text_en, text_zh, from_at, until_at, updated_at)
     VALUES (?1, 1, 'other', 'a', 'b', 0, ?2, 0)`,
    ...[NOTICE, NOW + 86_400_000],
  )
  await aSeededComplaint()
  await putEdition()
  await putDraft()
  await anImprovement()
  const { id: answer } = await aDissatisfiedCustomer(taken)
  const { code: told } = await done(registerFeedback(manager, TOLD))
  const { id: target } = await signedIn([at('counter', HERE)], { key: 'target' })
  await signedIn([everywhere('hq_admin')], { key: 'last' })
  return { announced, taken, waiting, count, notice: NOTICE, answer, told, target }
}

type Answered = {
  readonly refusal?: string
  readonly proposal?: { readonly kind: string; readonly refusal?: string }
  readonly task?: Answered
}

/** Why a use case refused; null = it did what it was asked. Nothing shown is a refusal too. */
export function whyRefused(answer: unknown): string | null {
  if (answer === null || answer === undefined || answer === false) return 'nothing'
  if (typeof answer !== 'object') return null
  const { refusal, proposal, task } = answer as Answered
  if (task) return whyRefused(task)
  return (proposal?.kind === 'refused' ? proposal.refusal : refusal) ?? null
}
