import { env } from 'cloudflare:workers'
import { countId } from '#domain/desk/count-shelf.ts'
import type { Outlet } from '#domain/outlets/outlet.ts'
import { OUTLET_COLUMNS } from '#functions/outlets/outlet-rows.ts'
import { aRepair } from '#support/a-repair.ts'
import { at, putOnRecord } from '../desk-today/open-repairs.ts'
import { anImprovement } from '../improvements/an-improvement.ts'
import { NOTICE, TARGET } from '../staff/walked-routes.ts'
import { aCounter, aMailInCentre } from '../support/a-counter.ts'
import { fillHub } from '../support/a-hub.ts'
import { NOW } from '../support/a-worker.ts'
import { addRepairs } from '../support/many-repairs.ts'

export const HERE = 'HZ-001'
export const PARTNER = 'partner-1'
export const REGION = 'cn-zhejiang'

/** What stands at the tests' outlet and in its region, however large the network is. */
export const COUNTS = {
  /** Phones in hand at the outlet. */
  open: 150,
  announced: 200,
  waiting: 12,
  /** Outlets of the region, all of one partner; one of them is a mail-in centre. */
  outlets: 40,
  /** Staff of the outlets of the region, twelve of them at the tests' own. */
  people: 60,
  colleagues: 12,
  /** Messages that customers of the outlet never got. */
  dead: 10,
  /** Of the phone that pages are asked about. */
  events: 4,
} as const

/** A page shows fifty or a hundred of a list: there are more of everything in both networks. */
const LEAST = 220
const others = (repairs: number): number => LEAST + repairs / 50

const SHELF = ['received', 'diagnosing', 'awaitingDecision', 'awaitingParts', 'ready'] as const

export const REGIONAL: readonly Outlet[] = Array.from({ length: COUNTS.outlets }, (_, place) => {
  // The other customers' codes begin with bucket 7.
  if (place === 0) return aCounter({ code: HERE, bucket: 0 })
  if (place === 1) return aMailInCentre({ bucket: 8 })
  return aCounter({ code: `HZ-${100 + place}`, bucket: 100 + place })
})

const day = (back: number): string => new Date(NOW - back * 86_400_000).toISOString().slice(0, 10)

const TODAY = day(0)
export const COUNT = countId(TODAY, { now: NOW, randomByte: () => 7 })

const NUMBERS = `WITH RECURSIVE numbers (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < ?1)`
const COLUMNS = [...OUTLET_COLUMNS, 'version', 'changed_seq', 'plaque_code', 'updated_at']
const ELSEWHERE: Readonly<Record<string, string>> = {
  code: `'GD-' || n`,
  region_id: `'cn-guangdong'`,
  partner_id: `'partner-2'`,
  bucket: '200 + n % 800',
  changed_seq: '0',
  plaque_code: `'plaque-' || n`,
}

/** What grows with the business beside repairs: `?1` of each. */
const GROWING = [
  `${NUMBERS} INSERT INTO outlets (${COLUMNS.join(', ')})
   SELECT ${COLUMNS.map((column) => ELSEWHERE[column] ?? column).join(', ')} FROM numbers
   CROSS JOIN outlets WHERE code = '${HERE}'`,
  `${NUMBERS} INSERT INTO partners SELECT 'other-' || n, 'Other ' || n, '其他' || n FROM numbers`,
  `${NUMBERS} INSERT INTO regions
   SELECT 'cn-guangdong-' || n, 'cn-guangdong', 'city', 'CN', 'City ' || n, '城市' || n FROM numbers`,
  `${NUMBERS} INSERT INTO staff (id, name, email, grants, created_at, updated_at)
   SELECT 'stf_far_' || n, 'Far ' || n, 'far' || n || '@fixpoint.example',
     json_array(json_object('role', 'counter', 'scope',
       json_object('kind', 'outlets', 'outlets', json_array('GD-' || n)))), 0, 0 FROM numbers`,
  `${NUMBERS} INSERT INTO notices
   SELECT printf('ntc_%09d', n), 1, 'other', 'Words', '文字', n, n + 1, NULL, n FROM numbers`,
  `${NUMBERS} INSERT INTO hotline_calls
   SELECT printf('cal_%09d', n), n, 'stf_agent', 'ended', 'other', NULL FROM numbers`,
  `${NUMBERS} INSERT INTO events SELECT 'site/build', n + 1, 'site.rebuild_asked', n, n, 'stf_admin', NULL, '{}'
   FROM numbers`,
  `${NUMBERS} INSERT INTO device_counts (outlet_code, service_date, id, staff_id, finished_at, missing)
   SELECT '${HERE}', date('2026-11-01', '-' || n || ' days'), 'cnt_' || n, 'stf_manager', n, '[]' FROM numbers`,
  // Messages of a bad day elsewhere: given up, and more of them waiting than are looked through.
  `${NUMBERS} INSERT INTO outbox (subject, version, template, state, created_at, finished_at)
   SELECT printf('repair/07%010dZ', n), 2, 'received', 'dead', n, n FROM numbers`,
  `${NUMBERS} INSERT INTO outbox (subject, version, template, state, created_at, due_at)
   SELECT printf('repair/07%010dZ', n), v, 'news', 'waiting', n, n + 1
   FROM numbers CROSS JOIN (SELECT column1 AS v FROM (VALUES (3), (4), (5), (6), (7)))`,
  `${NUMBERS} INSERT INTO access_log SELECT 'repair/' || n, n, 'id' || n, 'stf_manager', 'opened' FROM numbers`,
]

/** Of other regions; the list of what is still to be done is read from its beginning. */
const IMPROVEMENTS = `${NUMBERS} INSERT INTO improvements (id, version, in_list, is_public, state, words, updated_at)
  SELECT 'imp_' || n, 1, printf('b/%09d/imp_%d', n, n), 1,
    json_object('id', 'imp_' || n, 'region', 'cn-guangdong', 'isPublic', json('true'), 'kpi', NULL,
      'themes', json_array('speed'), 'status', 'done', 'owner', 'hq_quality', 'endedOn', '2026-11-01',
      'dueDay', '2026-11-01', 'firstDueDay', '2026-11-01', 'before', NULL, 'after', NULL, 'version', 1),
    json_object('heard', json_object('en', 'a', 'zh-CN', 'b'), 'change', json_object('en', 'a', 'zh-CN', 'b'),
      'evidence', NULL, 'reason', NULL), 0 FROM numbers`

const COLLEAGUES = `${NUMBERS} INSERT INTO staff (id, name, email, grants, created_at, updated_at)
  SELECT 'stf_near_' || n, 'Near ' || n, 'near' || n || '@fixpoint.example',
    json_array(json_object('role', 'bench', 'scope', json_object('kind', 'outlets', 'outlets',
      json_array(CASE WHEN n < ${COUNTS.colleagues} THEN '${HERE}' ELSE 'HZ-' || (102 + n % 30) END)))),
    0, 0 FROM numbers`

/** Phones in hand and announced at the tests' outlet, with messages that nobody got. */
async function openRepairs(): Promise<void> {
  const inHand = Array.from({ length: COUNTS.open }, (_, place) => {
    const story = SHELF[place % SHELF.length] ?? 'received'
    const { repair } = aRepair()[story]()
    return { repair: at(repair, HERE), assignedTo: `stf_near_${place % 10}`, shelf: `A-${place}` }
  })
  const announced = Array.from({ length: COUNTS.announced }, () => ({
    repair: at(aRepair().repair, HERE),
  }))
  await putOnRecord([...inHand, ...announced])
  const dead = env.HUB.prepare(
    `INSERT INTO outbox (subject, version, template, state, created_at, finished_at)
     VALUES ('repair/' || ?1, 1, 'received', 'dead', ?2, ?2)`,
  )
  const named = env.HUB.prepare(`INSERT INTO repair_names VALUES ('${HERE}', 'name of many', ?1)`)
  await env.HUB.batch([
    ...inHand.slice(0, COUNTS.dead).map(({ repair }) => dead.bind(repair.code, NOW)),
    ...announced.map(({ repair }) => named.bind(repair.code)),
  ])
}

const visit = (code: string, number: number): string =>
  JSON.stringify({
    ...{ code, version: 1, status: 'arrived', outlet: HERE, service: 'repair', startsAt: null },
    ...{ holdsSeat: false, arrivedAt: NOW - number, calledAt: null, queueNumber: number },
    ...{ behind: null, lastHappenedAt: NOW - number },
  })

async function queue(): Promise<void> {
  const waiting = env.HUB.prepare(
    `INSERT INTO bookings (code, version, outlet_code, status, state, updated_at)
     VALUES (?1, 1, '${HERE}', 'arrived', ?2, 0)`,
  )
  await env.HUB.batch(
    Array.from({ length: COUNTS.waiting }, (_, place) =>
      waiting.bind(`WAITING${place}`, visit(`WAITING${place}`, place + 1)),
    ),
  )
}

/**
 * A network with so many repairs of other customers: the open ones elsewhere, the closed ones the tests'
 * outlet's own. Whatever else grows with the business grows with them.
 */
export async function aLargeNetwork(repairs: number): Promise<void> {
  await fillHub(REGIONAL)
  await env.HUB.batch([
    env.HUB.prepare(
      `INSERT INTO partners VALUES ('${PARTNER}', 'One', '一'), ('partner-2', 'Two', '二')`,
    ),
    env.HUB.prepare(`UPDATE outlets SET partner_id = '${PARTNER}', ownership = 'authorised'`),
  ])
  await addRepairs(repairs)
  await env.HUB.batch([
    env.HUB.prepare(
      `UPDATE repairs SET home_outlet = 'GD-1', at_outlet = 'GD-1' WHERE stage = 'in_hand'`,
    ),
    ...GROWING.map((sql) => env.HUB.prepare(sql).bind(others(repairs))),
    env.HUB.prepare(IMPROVEMENTS).bind(others(repairs)),
    env.HUB.prepare(COLLEAGUES).bind(COUNTS.people),
    env.HUB.prepare(
      `INSERT INTO notices VALUES ('${NOTICE}', 1, 'other', 'Words', '文字', 0, 1, NULL, 0)`,
    ),
    env.HUB.prepare(
      `INSERT INTO device_counts (outlet_code, service_date, id, staff_id) VALUES (?1, ?2, ?3, ?4)`,
    ).bind(HERE, TODAY, COUNT, TARGET),
  ])
  await anImprovement()
  await openRepairs()
  await queue()
}
