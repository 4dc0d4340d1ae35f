import { env } from 'cloudflare:workers'
import config from '#config'
import type { Repair } from '#domain/repairs/repair.ts'
import { stageOf } from '#domain/repairs/stage.ts'
import { commandOf } from '#functions/db/command-record.ts'
import { commit } from '#functions/db/commit.ts'
import { type Database, newTally } from '#functions/db/database.ts'
import type { DomainEvent } from '#functions/db/events.ts'
import { keysOf } from '#functions/db/keys.ts'
import type { Adapter, Outgoing } from '#functions/messages/adapters/adapter.ts'
import type { DeliverySources } from '#functions/messages/attempt-message.ts'
import type { RepairStory } from '#support/a-repair.ts'
import { anOutlet } from '#support/an-outlet.ts'
import { ELSEWHERE, HOME, ZONE } from '#support/repair-actions.ts'
import { TEST_SECRET } from '#support/test-secret.ts'
import { fillHub } from '../support/a-hub.ts'

export const MINUTE_MS = 60_000
const keys = keysOf({ SECRET_KEY: TEST_SECRET })

export const hubOf = (d1: D1Database = env.HUB, name = 'hub'): Database => ({
  name,
  d1,
  tally: newTally(),
})

/** What a run is given at an instant; jitter is none. */
export function sourcesAt(now: number, all: readonly Database[] = [hubOf()]): DeliverySources {
  const hub = hubOf()
  return { hub, databases: { of: () => hub, all }, keys, config, now, randomByte: () => 0 }
}

/** Two outlets and nothing else. */
export async function emptyNetwork(): Promise<void> {
  await fillHub([HOME, ELSEWHERE].map((code) => anOutlet({ code, zone: ZONE })))
  const tables = ['outbox', 'repairs', 'repairs_private', 'bookings', 'kpi_days', 'kpi_months']
  await env.HUB.batch(tables.map((table) => env.HUB.prepare(`DELETE FROM ${table}`)))
}

type Person = { readonly phone: string; readonly email: string | null }
const LI: Person = { phone: '+8613800138000', email: 'li@mail.example' }

async function writeEvents(events: readonly DomainEvent[]): Promise<void> {
  const recordedAt = events.at(-1)?.happenedAt ?? 0
  const asked = { name: 'step', key: null, body: {}, actor: 'system', now: recordedAt }
  const change = { kind: 'change', answer: null, events, rows: [] } as const
  const outcome = await commit(hubOf(), await commandOf(asked), change)
  if (outcome.kind !== 'done') throw new Error(outcome.refusal)
}

const REPAIR = `INSERT OR REPLACE INTO repairs
  (code, version, status, home_outlet, at_outlet, state, zone, country_code, updated_at, stage)
  VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'CN', 0, ?8)`

const repairRow = (repair: Repair) =>
  env.HUB.prepare(REPAIR).bind(
    ...[repair.code, repair.version, repair.status, repair.homeOutlet, repair.atOutlet],
    ...[JSON.stringify(repair), ZONE, stageOf(repair.status)],
  )

/** Puts a repair on record: what wasn't there yet is appended, each event as a command of its own. */
export async function onRecord(
  { repair, events }: Pick<RepairStory, 'repair' | 'events'>,
  { phone, email }: Person = LI,
): Promise<void> {
  const known = await env.HUB.prepare('SELECT max(version) AS v FROM events WHERE subject = ?1')
    .bind(`repair/${repair.code}`)
    .first<{ v: number | null }>()
  const contact = JSON.stringify({ name: 'Li', phone: { dial: phone, display: phone }, email })
  await env.HUB.batch([
    repairRow(repair),
    env.HUB.prepare(
      `INSERT OR REPLACE INTO repairs_private VALUES (?1, ?2, '{}', '{}', '{}')`,
    ).bind(repair.code, contact),
  ])
  for (const event of events.slice(known?.v ?? 0)) await writeEvents([event])
}

export type OutboxRow = {
  readonly template: string
  readonly state: string
  readonly attempts: number
  readonly due_at: number | null
  readonly last_error: string | null
}

/** The outbox, in order of subject and version. */
export async function outbox(): Promise<readonly OutboxRow[]> {
  const { results } = await env.HUB.prepare(
    'SELECT template, state, attempts, due_at, last_error FROM outbox ORDER BY subject, version',
  ).all<OutboxRow>()
  return results
}

export const stateOf = async (template: string): Promise<OutboxRow | undefined> =>
  (await outbox()).find((row) => row.template === template)

/** A receiver that tells repeated deliveries apart by their id, as gateways do. */
export function aReceiver() {
  const taken: Outgoing[] = []
  const effects = new Map<string, Outgoing>()
  const adapter: Adapter = async (message) => {
    taken.push(message)
    effects.set(message.id, message)
    return { ok: true }
  }
  return { adapter, taken, effects }
}

/** A way out that never works. */
export const refusing =
  (error: string, final = false): Adapter =>
  async () => ({ ok: false, error, final })
