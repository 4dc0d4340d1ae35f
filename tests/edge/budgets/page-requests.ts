import { env } from 'cloudflare:workers'
import type { Grant } from '#domain/staff/staff.ts'
import type { DeclaredRoute } from '#functions/http/route.ts'
import { aSeededComplaint } from '../complaints/a-seeded-complaint.ts'
import { step } from '../desk-find/a-found-phone.ts'
import { putReturn } from '../repeats/a-return.ts'
import { staffRequest, TARGET, WAVE } from '../staff/walked-routes.ts'
import { putDraft } from '../support/a-standard-set.ts'
import { type Ask, asForm, NOW } from '../support/a-worker.ts'
import { aWorld, goodRequest, type World } from '../support/good-requests.ts'
import { RECEIVE } from '../support/rows-of-commands.ts'
import { at, everywhere, signedIn } from '../support/signed-in.ts'
import { COUNT, HERE, PARTNER, REGION } from './a-large-network.ts'

/** One of each scope, with a role that opens as much as any. */
export const PEOPLE: Readonly<Record<string, readonly Grant[]>> = {
  manager: [at('outlet_manager', HERE)],
  region: [{ role: 'regional_manager', scope: { kind: 'region', region: REGION } }],
  partner: [{ role: 'outlet_manager', scope: { kind: 'partner', partner: PARTNER } }],
  agent: [everywhere('agent')],
  admin: [everywhere('hq_admin')],
  quality: [everywhere('hq_quality')],
}

/** Whether somebody's outlets are told by where these stand in the network. */
export const isPlaced = (who: string): boolean =>
  (PEOPLE[who] ?? []).some(({ scope }) => scope.kind === 'region' || scope.kind === 'partner')

const IMEI = '490154203237518'
const SERIAL = 'SN12345678'
const TRACKING = 'SF1234567890'
export const COMMON_NAME = 'name that thousands bear'

/** What is typed into the find box, by what it is; the code is the phone's own. */
export const TYPED: Readonly<Record<string, string>> = {
  code: '',
  imei: IMEI,
  phone: '13800138000',
  imei_tail: IMEI.slice(-6),
  last4: '8000',
  parcel: TRACKING,
  serial: SERIAL,
  name: 'demo',
  [COMMON_NAME]: 'name',
}

/** Two repairs of one customer: one that is still to come, one in hand with all that hangs on it. */
export type Worlds = { readonly coming: World; readonly taken: World }

export async function theWorlds(ask: Ask): Promise<Worlds> {
  const coming = await aWorld(ask)
  await putDraft()
  const taken = await aWorld(ask)
  const { code } = taken
  await step(code, RECEIVE(NOW + 5 * 86_400_000), {
    personal: { device: { imeis: [IMEI], serial: SERIAL } },
  })
  await step(code, { type: 'diagnose' })
  await step(code, {
    ...{ type: 'ask', kind: 'price', currency: 'CNY', declineCostMinor: 0, notCovered: 'impact' },
    lines: [{ item: 'screen', amountMinor: 39_900 }],
    ...{ continueTo: { status: 'repairing' }, faultCode: 'screen', coverage: 'customer_pays' },
  })
  await env.HUB.prepare('INSERT INTO parcels VALUES (?1, ?2)').bind(TRACKING, code).run()
  await env.HUB.prepare(
    `INSERT INTO survey_waves VALUES (?1, '2026-05-01', '2026-10-31', 10, 10, 10, 0, 'stf_1')`,
  )
    .bind(WAVE)
    .run()
  await aSeededComplaint()
  await putReturn({ code, outlet: HERE, byOutlet: HERE })
  await signedIn([at('counter', HERE)], { key: TARGET.replace('stf_', '') })
  return { coming, taken }
}

export type PageRequest = {
  /** The line of the record that it is held to. */
  readonly line: string
  readonly path: string
  readonly init: RequestInit
  /** A screen asks a second time, with the ETag of the first. */
  readonly again?: true
}

/** A route's line in the record; both languages of a page have one. */
export const lineOf = ({ method, path }: DeclaredRoute): string =>
  `${method} ${path}`.replace('GET /zh', 'GET ')

/** Further ways to ask: where lists are searched, cut into pages or told by state. */
const FURTHER: Readonly<Record<string, readonly (readonly [name: string, query: string])[]>> = {
  'GET /desk/outlets/': [
    ['by code', '?q=hz-1'],
    ['by name', '?q=hang'],
    ['next page', '?after=HZ-110'],
  ],
  'GET /desk/kpis/': [['of one’s own', '?month=2026-11']],
  'GET /desk/kpis/{kpi}/': [['of one’s own', '?month=2026-11']],
  'GET /desk/staff/': [['next page', '?after=stf_near_20']],
  'GET /desk/messages/': [['waiting', '?state=waiting']],
  'GET /api/v1/desk/messages': [['waiting', '?state=waiting']],
  'GET /api/v1/desk/access-log': [['of a person', `?staff=${TARGET}`]],
  'GET /desk/notices/': [['next page', '?before=ntc_000000100']],
  'GET /desk/partners/': [['next page', '?after=other-1']],
  'GET /desk/regions/': [['below', '?in=cn-guangdong']],
  'GET /desk/count/': [['of an outlet', `?outlet=${HERE}`]],
  'GET /desk/hotline/request/': [['with what is free', `?fault=screen&model=f2&q=${HERE}`]],
}
/** What a page is asked by post, since it may be a name. */
const POSTED: Readonly<Record<string, readonly (readonly [name: string, q: string])[]>> = {
  'GET /desk/staff/': [
    ['by name', 'Near'],
    ['by e-mail', 'near3@fixpoint.example'],
  ],
}
const POLLED = new Set(['GET /desk/today/fragment', 'GET /desk/board/fragment'])

function ofStaff(route: DeclaredRoute, { taken }: Worlds): readonly PageRequest[] {
  const line = lineOf(route)
  const [walked, init] = staffRequest(route, taken)
  // The walk of permissions is content with a count, a partner or a region that isn't there.
  const path = walked
    .replace(/(\/counts?\/(?:HZ-001\/)?)x/, `$1${COUNT}`)
    .replace('/partners/x', `/partners/${PARTNER}`)
    .replace('/regions/x', `/regions/${REGION}`)
  const [bare = path] = path.split('?')
  return [
    { line, path, init },
    ...(FURTHER[line] ?? []).map(([name, query]) => ({
      ...{ line: `${line} (${name})`, path: `${bare}${query}`, init },
    })),
    ...(POSTED[line] ?? []).map(([name, q]) => ({
      ...{ line: `${line} (${name})`, path: bare, init: asForm({ q }) },
    })),
    ...(POLLED.has(line)
      ? [{ line: `${line} (unchanged)`, path, init, again: true } as const]
      : []),
  ]
}

/** Everything that a route is asked for the record. A ticket's pages are those of both repairs. */
export function pageRequests(route: DeclaredRoute, worlds: Worlds): readonly PageRequest[] {
  if (route.audience === 'staff') return ofStaff(route, worlds)
  const { coming, taken } = worlds
  return (route.audience === 'ticket' ? [coming, taken] : [coming]).map((world) => {
    const [path, init = {}] = goodRequest(route, world)
    return { line: lineOf(route), path, init }
  })
}
