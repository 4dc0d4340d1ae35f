import { env } from 'cloudflare:workers'
import { beforeEach, expect, it } from 'vitest'
import { carryOut } from '#functions/db/commit.ts'
import { logHotlineCall } from '#functions/desk-find/log-call.ts'
import { aDesk, booked, type Desk } from '../desk-repair/a-desk.ts'
import { everywhere, signedIn } from '../support/signed-in.ts'
import { theSources } from '../support/the-sources.ts'
import { HOUR_MS, ring, surveys } from './a-surveyed-repair.ts'

const CODE = '7K3M9QXF2T8BV'
const CONTACT = { name: 'Li', phone: { dial: '+8613900139000', display: '139' }, email: null }
let desk: Desk

beforeEach(async () => {
  desk = await aDesk()
})

/** A voice at HZ-001 that was closed by its third event, and its survey wanted. */
async function closed(table: 'feedback' | 'complaints', kind: string, version = 3): Promise<void> {
  const state = JSON.stringify({ touchpoint: 'web' })
  await env.HUB.batch([
    env.HUB.prepare(
      `INSERT INTO ${table} (code, version, status, outlet_code, zone, country_code, locale, state,
         received_at, updated_at)
       VALUES (?1, ?2, 'closed', 'HZ-001', 'Asia/Shanghai', 'CN', 'zh-CN', ?3, 0, ?4)`,
    ).bind(CODE, version, state, desk.now()),
    env.HUB.prepare('INSERT INTO voices_private (code, contact, words) VALUES (?1, ?2, ?3)').bind(
      ...[CODE, JSON.stringify(CONTACT), '{}'],
    ),
    env.HUB.prepare('INSERT INTO survey_wanted (due_at, id, kind) VALUES (?1, ?2, ?3)').bind(
      ...[desk.now(), `${CODE}.3`, kind],
    ),
  ])
}

it('a contact that the hotline solved about a repair is asked about, and charged to no outlet', async () => {
  const code = await booked(desk.ask)
  const { id } = await signedIn([everywhere('agent')], { key: 'agent' })
  const staff = {
    ...({ id, name: 'Agent', email: 'agent@fixpoint.example', locale: 'en' } as const),
    grants: [everywhere('agent')],
  }
  const call = {
    result: 'solved',
    topic: 'how_to',
    solution: 'explained',
    code,
    key: null,
  } as const
  const asking = { ...theSources({ now: desk.now() }), staff }
  expect((await carryOut(await logHotlineCall(asking, call))).kind).toBe('done')
  desk.later(HOUR_MS)
  await ring(desk)
  expect(await surveys()).toMatchObject([
    { kind: 'contact', touchpoint: 'hotline', outlet: null, repairCode: code },
  ])
})

it('solved feedback is asked about as a contact, a closed complaint about its handling', async () => {
  await closed('feedback', 'feedback')
  await ring(desk)
  expect(await surveys()).toMatchObject([{ kind: 'contact', touchpoint: 'web', outlet: 'HZ-001' }])
})

it('a closed complaint is asked about by how it was handled', async () => {
  await closed('complaints', 'complaint')
  await ring(desk)
  expect(await surveys()).toMatchObject([{ kind: 'complaint', outlet: 'HZ-001', ending: null }])
})

it('what was opened again within the hour asks nobody', async () => {
  await closed('complaints', 'complaint', 4)
  await ring(desk)
  expect(await surveys()).toEqual([])
})
