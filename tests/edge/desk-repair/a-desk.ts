import { env } from 'cloudflare:workers'
import type { Repair } from '#domain/repairs/repair.ts'
import type { ActionOf, RepairAction, RepairActionType } from '#domain/repairs/repair-action.ts'
import { carryOut } from '#functions/db/commit.ts'
import { actOnRepair } from '#functions/repairs/act-on-repair.ts'
import { showRepair } from '#functions/repairs/show-repair.ts'
import { anAction } from '#support/repair-actions.ts'
import { EVERYBODY } from '#support/repair-actors.ts'
import { aCounter, aRequest } from '../support/a-counter.ts'
import { fillHub } from '../support/a-hub.ts'
import { type Ask, asForm, asJson, aWorker, NOW } from '../support/a-worker.ts'
import type { SignedInStaff } from '../support/signed-in.ts'
import { theSources } from '../support/the-sources.ts'

export const MINUTE_MS = 60_000
export const HTML = { Accept: 'text/html' }

/** Two outlets of Hangzhou and one elsewhere. */
export const OUTLETS = [
  aCounter(),
  aCounter({ code: 'HZ-002', partnerId: null }),
  aCounter({ code: 'SZ-001', regionId: 'cn-guangdong' }),
]

/** A desk over the migrated database, with its clock; photos lie in the bound bucket. */
export async function aDesk() {
  await fillHub(OUTLETS)
  let now = NOW
  const ask = aWorker({ now: () => now, bindings: { MEDIA: env.MEDIA } })
  return {
    ask,
    now: () => now,
    later: (ms: number) => {
      now += ms
    },
  }
}
export type Desk = Awaited<ReturnType<typeof aDesk>>

/** A visit at HZ-001 of tomorrow; answers its code, as stored. */
export async function booked(ask: Ask, change: Readonly<Record<string, unknown>> = {}) {
  const answer = await ask('/api/v1/bookings', asJson(aRequest(change)))
  const { repair } = (await answer.json()) as { repair: { code: string } }
  return repair.code.replaceAll('-', '')
}

export async function repairOf(code: string): Promise<Repair> {
  const shown = await showRepair(theSources(), code)
  if (!shown) throw new Error(`no ${code}`)
  return shown.repair
}

type Step = readonly [type: RepairActionType, over?: object]

const ALL = { id: 'stf_all', roles: Object.values(EVERYBODY).flatMap(({ roles }) => roles) }

/** Steps taken by somebody at the outlet, a minute apart, the desk's clock with them. */
export async function stepped(desk: Desk, code: string, steps: readonly Step[], by = 'stf_all') {
  for (const [type, over = {}] of steps) {
    desk.later(MINUTE_MS)
    const now = desk.now()
    const repair = await repairOf(code)
    const roles = ALL.roles.filter((role) => role !== 'system' && role !== 'customer')
    const action = anAction(type, { repair, at: now }, over as Partial<ActionOf<RepairActionType>>)
    const task = await actOnRepair(theSources({ now }), {
      ...{
        code,
        action: action as RepairAction,
        expectedVersion: null,
        happenedAt: null,
        key: null,
      },
      actor: { id: by, roles, via: 'desk' },
      personal: { device: { imeis: [], serial: `SER${code}` } },
    })
    const outcome = await carryOut(task)
    if (outcome.kind !== 'done') throw new Error(`${type}: ${outcome.refusal}`)
  }
}

/** Asks for a page of the desk as somebody. */
export const opened = (ask: Ask, path: string, { cookie }: SignedInStaff) =>
  ask(path, { headers: { ...HTML, Cookie: cookie }, redirect: 'manual' })

type Fields = Readonly<Record<string, string | readonly string[]>>

/** Sends a form of the desk as somebody; a list is one input each. */
export function sent(ask: Ask, path: string, fields: Fields, { cookie }: SignedInStaff) {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) {
    for (const text of typeof value === 'string' ? [value] : value) body.append(name, text)
  }
  const init = asForm({}, { ...HTML, Cookie: cookie })
  return ask(path, { ...init, body, redirect: 'manual' })
}

export const pathOf = (code: string): string => `/desk/repairs/${code}/`

/** The hidden values of a step's form, as the page gives them. */
export function formOf(html: string, step: string): { version: string; commandId: string } {
  const form = html.split(`steps/${step}"`)[1]?.split('</form>')[0] ?? ''
  const value = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(form)?.[1]
  return { version: value('version') ?? '', commandId: value('commandId') ?? '' }
}
