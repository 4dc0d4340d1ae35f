import { env } from 'cloudflare:workers'
import { newRepeat, type Repeat } from '#domain/repeats/repeat.ts'
import { NOW } from '../support/a-worker.ts'

export const DAY = '2026-10-20'
export const EARLIER = '7K3M9QXF2T8BV'

type Wish = {
  readonly code: string
  readonly outlet: string
  readonly byOutlet: string
  readonly cameBackAt?: number
}

/** Puts a return on record that nobody has classified, of a repair that may be on record already. */
export async function putReturn(wish: Wish): Promise<Repeat> {
  const { code, outlet, byOutlet, cameBackAt = NOW } = wish
  const repeat = newRepeat(code, { of: EARLIER, outlet, day: DAY, byOutlet, cameBackAt })
  await env.HUB.prepare(
    `INSERT INTO repeats (code, version, status, outlet_code, by_outlet, came_back_at, todo_at, state)
     VALUES (?1, 0, 'unclassified', ?2, ?3, ?4, ?4, ?5)`,
  )
    .bind(code, outlet, byOutlet, cameBackAt, JSON.stringify(repeat))
    .run()
  return repeat
}

/** The repair that a device came back with, as far as anybody looks at it: somebody has found something, or nothing yet. */
export async function putLaterRepair({ code, byOutlet }: Wish, isExamined = true): Promise<void> {
  const state = isExamined ? { finding: { faultCode: 'screen' } } : {}
  await env.HUB.prepare(
    `INSERT INTO repairs (code, version, status, home_outlet, at_outlet, zone, country_code, state,
       updated_at) VALUES (?1, 1, 'received', ?2, ?2, 'Asia/Shanghai', 'CN', ?3, 0)`,
  )
    .bind(code, byOutlet, JSON.stringify(state))
    .run()
}
