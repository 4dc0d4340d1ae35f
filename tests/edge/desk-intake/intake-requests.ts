import { env } from 'cloudflare:workers'
import { type Ask, NOW } from '../support/a-worker.ts'
import type { SignedInStaff } from '../support/signed-in.ts'

export const IMEI = '490154203237518'
export const OTHER_IMEI = '356938035643809'

/** What the desk says of a walk-in's device; `change` says what the test is about. */
export const aRegistration = (change: Readonly<Record<string, unknown>> = {}) => ({
  model: 'f2',
  fault: { code: 'screen', text: 'fell on the stairs' },
  contact: { name: 'Demo Customer', phone: '13800138000', locale: 'zh-CN' },
  consent: true,
  condition: ['scratched', 'cracked_glass'],
  tested: { works: ['power', 'calls'], fails: ['touch'] },
  accessories: ['sim'],
  coverage: 'damage',
  proof: { kind: 'invoice', boughtOn: '2026-05-01' },
  dataLoss: 'data_loss_2026_11',
  promisedAt: new Date(NOW + 3_600_000).toISOString(),
  device: { imeis: [IMEI] },
  shelf: 'A-12',
  ...change,
})

export const PRICE = {
  lines: [
    { item: 'screen', amountMinor: 39_900 },
    { item: 'labour', amountMinor: 8_000 },
  ],
  notCovered: 'impact',
}

export type Repair = {
  readonly code: string
  readonly version: number
  readonly status: string
  readonly history: readonly { readonly type: string }[]
}

/** Asks the API as somebody of the staff; answers status and what it says. */
export const asker =
  (ask: Ask, { cookie }: SignedInStaff) =>
  async (path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) => {
    const answer = await ask(`/api/v1/desk${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Cookie: cookie, ...headers },
      body: JSON.stringify(body),
    })
    const said = (await answer.json()) as { code?: string; repair?: Repair }
    return { status: answer.status, code: said.code, repair: said.repair as Repair }
  }

/** Every event of a subject's code, in order of subject and version. */
export async function eventsOf(code: string) {
  const { results } = await env.HUB.prepare(
    `SELECT subject, version, type, actor, data FROM events
     WHERE subject IN ('booking/' || ?1, 'repair/' || ?1) ORDER BY subject, version`,
  )
    .bind(code.replaceAll('-', ''))
    .all<{ type: string; actor: string; data: string }>()
  return results
}

export const typesOf = async (code: string): Promise<readonly string[]> =>
  (await eventsOf(code)).map(({ type }) => type)
