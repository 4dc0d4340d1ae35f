import type { RepairAction } from '#domain/repairs/repair-action.ts'
import { carryOut } from '#functions/db/commit.ts'
import { actOnRepair } from '#functions/repairs/act-on-repair.ts'
import type { PrivateChange } from '#functions/repairs/private-store.ts'
import { aRequest } from '../support/a-counter.ts'
import { type Ask, asJson, NOW } from '../support/a-worker.ts'
import { RECEIVE } from '../support/rows-of-commands.ts'
import { theSources } from '../support/the-sources.ts'

const STAFF = {
  id: 'stf_demo',
  roles: ['counter', 'bench', 'outlet_manager', 'agent'],
  via: 'desk',
} as const

type Contact = { readonly name?: string; readonly phone?: string; readonly outletCode?: string }

/** A visit booked through the API; its code. */
export async function booked(ask: Ask, { name, phone, outletCode }: Contact = {}): Promise<string> {
  const contact = { name: name ?? 'Demo Customer', phone: phone ?? '13800138000', locale: 'en' }
  const request = aRequest({ contact, ...(outletCode && { outletCode }) })
  const answer = await ask('/api/v1/bookings', asJson(request))
  const { repair } = (await answer.json()) as { repair?: { code: string } }
  if (!repair) throw new Error(`not booked: ${answer.status}`)
  return repair.code.replaceAll('-', '')
}

/** A step taken by staff, whoever's turn it is. */
export async function step(
  code: string,
  action: RepairAction,
  { personal, now = NOW + 60_000 }: { personal?: PrivateChange; now?: number } = {},
): Promise<void> {
  const outcome = await carryOut(
    await actOnRepair(theSources({ now }), {
      ...{ code, action, expectedVersion: null, actor: STAFF, happenedAt: null, key: null },
      ...(personal && { personal }),
    }),
  )
  if (outcome.kind !== 'done') throw new Error(`${action.type}: ${outcome.refusal}`)
}

export const receive = (code: string, imei: string, now?: number): Promise<void> =>
  step(code, RECEIVE(NOW + 5 * 86_400_000), {
    personal: { device: { imeis: [imei], serial: null } },
    ...(now && { now }),
  })
