import { env } from 'cloudflare:workers'
import { issueTicketCode } from '#domain/identifiers/ticket-code.ts'
import type { Repair } from '#domain/repairs/repair.ts'
import { stageOf } from '#domain/repairs/stage.ts'

export type OpenRepair = {
  readonly repair: Repair
  readonly assignedTo?: string
  readonly shelf?: string
}

const BUCKET = 0

/** A repair under a code of its own, at an outlet; its home is there too unless said otherwise. */
export const at = (repair: Repair, outlet: string, home = outlet): Repair => ({
  ...repair,
  code: issueTicketCode(BUCKET, () => crypto.getRandomValues(new Uint8Array(1))[0] ?? 0),
  atOutlet: outlet,
  homeOutlet: home,
})

/** Puts repairs on record as they stand, with their jobs. */
export async function putOnRecord(repairs: readonly OpenRepair[]): Promise<void> {
  const rows = repairs.map(({ repair, assignedTo = null, shelf = null }) => ({
    ...{ code: repair.code, version: repair.version, status: repair.status },
    ...{ home: repair.homeOutlet, at: repair.atOutlet, state: JSON.stringify(repair) },
    ...{ assignedTo, shelf, stage: stageOf(repair.status), receivedAt: repair.receivedAt },
  }))
  const all = JSON.stringify(rows)
  const of = (name: string) => `value ->> '$.${name}'`
  await env.HUB.prepare(
    `INSERT INTO repairs (code, version, status, home_outlet, at_outlet, zone, country_code, state,
       updated_at, stage, assigned_to, shelf, came_in_at)
     SELECT ${of('code')}, ${of('version')}, ${of('status')}, ${of('home')}, ${of('at')},
       'Asia/Shanghai', 'CN', ${of('state')}, 0, ${of('stage')}, ${of('assignedTo')}, ${of('shelf')},
       ${of('receivedAt')}
     FROM json_each(?1)`,
  )
    .bind(all)
    .run()
}
