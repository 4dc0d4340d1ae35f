import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { carries } from '#domain/staff/permissions.ts'
import { STAFF_ROLES, type StaffRole } from '#domain/staff/staff.ts'
import { capabilities } from '#functions/http/app.ts'
import type { DeclaredRoute } from '#functions/http/route.ts'
import { aSeededComplaint } from '../complaints/a-seeded-complaint.ts'
import { anImprovement } from '../improvements/an-improvement.ts'
import { putReturn } from '../repeats/a-return.ts'
import { aCounter, aMailInCentre } from '../support/a-counter.ts'
import { fillHub } from '../support/a-hub.ts'
import { aWorker, indexFile } from '../support/a-worker.ts'
import { aWorld, type World } from '../support/good-requests.ts'
import { at, everywhere, signedIn } from '../support/signed-in.ts'
import { NOTICE, SUBJECTS, staffRequest } from './walked-routes.ts'

const outlets = [aCounter(), aMailInCentre()]
const files = { '/data/outlets/index.json': indexFile(outlets, 2) }
const ask = aWorker({ files })
const keyOf = ({ method, path }: DeclaredRoute): string => `${method} ${path}`
const routes = capabilities.flat().filter(({ audience }) => audience === 'staff')
let world: World

/** Who is refused, and who only reads, leaves the network as it was: it serves the next one too. */
let isAsItWas = false

beforeEach(async () => {
  if (isAsItWas) return
  isAsItWas = true
  await fillHub(outlets)
  world = await aWorld(ask)
  await signedIn([at('counter', 'HZ-001')], { key: 'target' })
  await env.HUB.prepare(
    `INSERT INTO notices (id, version, kind, text_en, text_zh, from_at, until_at, updated_at)
     VALUES (?1, 1, 'other', 'a', 'b', 0, 1, 0)`,
  )
    .bind(NOTICE)
    .run()
  await anImprovement()
  await aSeededComplaint()
  await putReturn({ code: world.code, outlet: 'HZ-001', byOutlet: 'HZ-001' })
})

async function askedBy(route: DeclaredRoute, cookie: string): Promise<Response> {
  const [path, init] = staffRequest(route, world)
  const headers = new Headers(init.headers)
  headers.set('Accept', 'text/html, application/json')
  if (cookie) headers.set('Cookie', cookie)
  return await ask(path, { ...init, headers, redirect: 'manual' })
}

const holds = (role: StaffRole, { permission }: DeclaredRoute): boolean =>
  permission !== null && carries(role, permission)

it('knows what every route of staff is about, and no route that isn’t there', () => {
  expect(Object.keys(SUBJECTS).sort()).toEqual(routes.map(keyOf).sort())
})

/** What stands in a record and must not be read by who has no part in it. */
const PERSONAL = ['Wang', '13800138000', '138 0013 8000', '8613800138000']

/** What a role that holds it may be answered out of scope: as if it weren't there. */
async function expectNothingThere(key: string, answer: Response, role: StaffRole): Promise<void> {
  const { status } = answer
  if (SUBJECTS[key] === 'own') return expect([401, 403, 404], role).not.toContain(status)
  if (SUBJECTS[key] === 'list') {
    const text = await answer.text()
    for (const word of [world.code, ...PERSONAL]) expect(text, role).not.toContain(word)
    return
  }
  if (SUBJECTS[key] === 'network') return expect([403, 404], role).toContain(status)
  if (SUBJECTS[key] === 'said') return expect([404, 409, 422, 428], role).toContain(status)
  expect(status, role).toBe(404)
}

// Who is refused changes nothing, so one network serves all of them. Those who are let in by a route have one between
// them: whether they hold it is judged before what they ask for is looked at, so what the one before did changes no
// answer to it, while each network takes longer than all that is asked of it.
describe.each(routes.map((route) => [keyOf(route), route] as const))('%s', (key, route) => {
  const inside = (role: StaffRole) =>
    SUBJECTS[key] === 'network' ? everywhere(role) : at(role, 'HZ-001')
  const holders = STAFF_ROLES.filter((role) => holds(role, route))

  it('lets nobody in without a session, nor a role that doesn’t hold it, in scope or out', async () => {
    const answer = await askedBy(route, '')
    const isAway =
      answer.status === 303 && answer.headers.get('Location')?.startsWith('/desk/sign-in/')
    expect(isAway || answer.status === 401, `${answer.status}`).toBe(true)
    for (const role of STAFF_ROLES.filter((one) => !holders.includes(one))) {
      for (const grant of [inside(role), at(role, 'SZ-999')]) {
        const { cookie } = await signedIn([grant])
        expect((await askedBy(route, cookie)).status, role).toBe(403)
      }
    }
  })

  it.each(holders)('lets %s in, in their own scope', async (role) => {
    const { cookie } = await signedIn([inside(role)])
    isAsItWas = route.method === 'GET' || role !== holders.at(-1)
    expect([401, 403]).not.toContain((await askedBy(route, cookie)).status)
  })

  it('is out of scope as if it weren’t there, for every role that holds it', async () => {
    for (const role of holders) {
      const { cookie } = await signedIn([at(role, 'SZ-999')])
      await expectNothingThere(key, await askedBy(route, cookie), role)
    }
  })
})

it('prints how many cells were walked', () => {
  const cells = routes.length * (1 + 2 * STAFF_ROLES.length)
  console.info(
    `${routes.length} routes x ${STAFF_ROLES.length} roles x 2 scopes + nobody: ${cells} cells`,
  )
  expect(cells).toBeGreaterThan(100)
})
