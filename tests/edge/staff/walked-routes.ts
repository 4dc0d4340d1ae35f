import type { DeclaredRoute } from '#functions/http/route.ts'
import { COMPLAINT } from '../complaints/a-seeded-complaint.ts'
import { aRegistration, PRICE } from '../desk-intake/intake-requests.ts'
import { IMPROVEMENT, PLAN_BODY, PLAN_FORM } from '../improvements/an-improvement.ts'
import { OF_PUBLICATIONS } from '../publications/publication-routes.ts'
import { aRequest, TOMORROW_AT_TEN } from '../support/a-counter.ts'
import { asForm, asJson } from '../support/a-worker.ts'
import type { World } from '../support/good-requests.ts'
import { ASKED_OF_FIGURES, FIGURE_SUBJECTS } from './walked-figure-routes.ts'

/**
 * What a route of staff is about: a repair, a visit or an outlet, which out of scope isn't there; the
 * whole network, which single outlets don't reach; a list, which holds nothing out of scope; one's own;
 * something that is said in the body, which is refused before or after it is looked for.
 */
type Subject = 'repair' | 'outlet' | 'network' | 'list' | 'own' | 'said'

export const SUBJECTS: Readonly<Record<string, Subject>> = {
  ...FIGURE_SUBJECTS,
  'GET /desk/account/': 'own',
  'POST /desk/account/sign-out': 'own',
  'POST /desk/account/sign-out-others': 'own',
  'POST /desk/account/language': 'own',
  'POST /desk/account/password': 'own',
  'GET /api/v1/desk/account': 'own',
  'PATCH /api/v1/desk/account': 'own',
  'PUT /api/v1/desk/account/password': 'own',
  'POST /api/v1/desk/account/sign-out': 'own',
  'POST /api/v1/desk/account/sign-out-others': 'own',
  'POST /api/v1/desk/outlets/{outlet}/intake-checks': 'outlet',
  'GET /api/v1/desk/hotline/calls': 'own',
  'GET /api/v1/desk/notices/{id}': 'network',
  'GET /api/v1/desk/outlets/{outlet}/absences': 'outlet',
  'POST /api/v1/desk/repairs/{code}/actions/{action}': 'repair',
  'GET /desk/repairs/{code}/': 'repair',
  'GET /desk/repairs/{code}': 'own',
  'GET /desk/repairs/{code}/job-sheet/': 'repair',
  'GET /desk/repairs/{code}/report/': 'repair',
  'POST /desk/repairs/{code}/steps/{action}': 'repair',
  'POST /desk/repairs/{code}/assign': 'repair',
  'POST /desk/repairs/{code}/shelf': 'repair',
  'POST /desk/repairs/{code}/notes': 'repair',
  'POST /desk/repairs/{code}/photos': 'repair',
  'GET /api/v1/desk/repairs/{code}': 'repair',
  'POST /api/v1/desk/repairs/{code}/notes': 'repair',
  'POST /api/v1/desk/repairs/{code}/assign': 'repair',
  'POST /api/v1/desk/repairs/{code}/shelf': 'repair',
  'POST /api/v1/desk/repairs/{code}/photos': 'repair',
  'GET /desk/find/': 'list',
  'POST /desk/find/': 'list',
  'POST /api/v1/desk/find': 'list',
  'GET /desk/hotline/': 'own',
  'POST /desk/hotline/status': 'repair',
  'POST /desk/hotline/calls': 'repair',
  'GET /desk/hotline/request/': 'own',
  'POST /desk/hotline/request/': 'outlet',
  'GET /desk/hotline/registered/{code}/': 'repair',
  'POST /api/v1/desk/hotline/contacts': 'repair',
  'POST /api/v1/desk/hotline/calls': 'repair',
  'POST /api/v1/desk/hotline/status-checks': 'repair',
  'POST /api/v1/desk/hotline/repairs': 'outlet',
  'GET /desk/count/': 'list',
  'POST /desk/count/': 'outlet',
  'GET /desk/count/{outlet}/{id}/': 'outlet',
  'POST /desk/count/{outlet}/{id}/scan': 'outlet',
  'POST /desk/count/{outlet}/{id}/finish': 'outlet',
  'GET /api/v1/desk/outlets/{outlet}/counts': 'outlet',
  'POST /api/v1/desk/outlets/{outlet}/counts': 'outlet',
  'GET /api/v1/desk/outlets/{outlet}/counts/{id}': 'outlet',
  'POST /api/v1/desk/outlets/{outlet}/counts/{id}/scans': 'outlet',
  'POST /api/v1/desk/outlets/{outlet}/counts/{id}/finish': 'outlet',
  'GET /api/v1/desk/bookings/{code}': 'repair',
  'POST /api/v1/desk/bookings/{code}/actions/{action}': 'repair',
  'GET /desk/visits/{code}/': 'repair',
  'POST /desk/visits/{code}/{action}': 'repair',
  'GET /api/v1/desk/outlets/{outlet}/today': 'outlet',
  'GET /api/v1/desk/outlets/{outlet}/queue': 'outlet',
  'GET /api/v1/desk/outlets/{outlet}/board': 'outlet',
  'GET /api/v1/desk/outlets/{outlet}/wall': 'outlet',
  'GET /desk/': 'list',
  'GET /desk/board/': 'outlet',
  'GET /desk/board/fragment': 'outlet',
  'GET /desk/today/fragment': 'outlet',
  'GET /desk/wall/': 'outlet',
  'POST /desk/walk-ins': 'outlet',
  'POST /api/v1/desk/outlets/{outlet}/walk-ins': 'outlet',
  'GET /desk/intake/': 'outlet',
  'GET /desk/intake/done/': 'repair',
  'GET /desk/intake/label/': 'repair',
  'GET /desk/intake/receipt/': 'repair',
  'POST /desk/intake/': 'outlet',
  'POST /desk/intake/history': 'outlet',
  'POST /desk/intake/scan': 'outlet',
  'POST /api/v1/desk/outlets/{outlet}/repairs': 'outlet',
  'POST /api/v1/desk/repairs/{code}/quick-path': 'repair',
  'GET /desk/outlets/': 'list',
  'GET /desk/new-outlet/': 'own',
  'POST /desk/new-outlet/': 'own',
  'GET /desk/outlets/{outlet}/': 'outlet',
  'GET /desk/outlets/{outlet}/edit/': 'outlet',
  'GET /desk/outlets/{outlet}/hours/': 'outlet',
  'POST /desk/outlets/{outlet}/absences': 'outlet',
  'POST /desk/outlets/{outlet}/edit/': 'outlet',
  'POST /desk/outlets/{outlet}/hours/': 'outlet',
  'POST /desk/outlets/{outlet}/operation': 'outlet',
  'POST /desk/outlets/{outlet}/confirm': 'network',
  'POST /api/v1/desk/outlets/{outlet}/confirm': 'network',
  'GET /desk/staff/': 'list',
  'POST /desk/staff/': 'list',
  'GET /desk/staff/invite/': 'own',
  'POST /desk/staff/invite/': 'own',
  'GET /desk/staff/{id}/': 'outlet',
  'POST /desk/staff/{id}/disable': 'outlet',
  'POST /desk/staff/{id}/enable': 'outlet',
  'POST /desk/staff/{id}/password': 'outlet',
  'POST /desk/staff/{id}/roles': 'outlet',
  'GET /api/v1/desk/staff': 'list',
  'POST /api/v1/desk/staff/find': 'list',
  'GET /api/v1/desk/staff/{id}': 'outlet',
  'POST /api/v1/desk/staff': 'own',
  'POST /api/v1/desk/staff/{id}/disable': 'outlet',
  'POST /api/v1/desk/staff/{id}/enable': 'outlet',
  'POST /api/v1/desk/staff/{id}/password': 'outlet',
  'PUT /api/v1/desk/staff/{id}/grants': 'outlet',
  'GET /api/v1/desk/messages': 'list',
  'GET /api/v1/desk/messages/templates': 'own',
  'GET /api/v1/desk/outlets/{outlet}/left-behind': 'outlet',
  'GET /desk/messages/': 'list',
  'GET /desk/messages/templates/': 'own',
  'POST /api/v1/desk/messages/retry': 'said',
  'POST /desk/messages/retry': 'said',
  'GET /api/v1/desk/notices': 'network',
  'POST /api/v1/desk/notices': 'network',
  'POST /api/v1/desk/notices/{id}/withdraw': 'network',
  'GET /desk/callbacks/': 'list',
  'GET /desk/callbacks/{id}/': 'outlet',
  'POST /desk/callbacks/{id}/tries': 'outlet',
  'POST /desk/callbacks/{id}/suspicion': 'outlet',
  'GET /api/v1/desk/callbacks': 'list',
  'POST /api/v1/desk/callbacks/{id}/tries': 'outlet',
  'POST /api/v1/desk/callbacks/{id}/suspicion': 'outlet',
  'GET /desk/feedback/': 'list',
  'GET /desk/feedback/export.csv': 'network',
  'GET /desk/feedback/new/': 'own',
  'POST /desk/feedback/new/': 'said',
  'GET /desk/feedback/{code}/': 'repair',
  'POST /desk/feedback/{code}/answer': 'repair',
  'POST /desk/feedback/{code}/solve': 'repair',
  'POST /desk/feedback/{code}/themes': 'repair',
  'POST /desk/feedback/{code}/suspect': 'repair',
  'POST /desk/feedback/{code}/confirm': 'repair',
  'POST /desk/feedback/{code}/dismiss': 'repair',
  'GET /api/v1/desk/feedback': 'list',
  'POST /api/v1/desk/feedback': 'outlet',
  'GET /api/v1/desk/feedback/{code}': 'repair',
  'POST /api/v1/desk/feedback/{code}/actions/{action}': 'repair',
  'GET /desk/surveys/': 'list',
  'GET /desk/surveys/answers.csv': 'network',
  'GET /desk/surveys/panel/': 'network',
  'POST /desk/surveys/panel/': 'network',
  'GET /desk/surveys/panel/{id}/': 'network',
  'GET /api/v1/desk/surveys/figures': 'list',
  'GET /api/v1/desk/surveys/waves': 'network',
  'POST /api/v1/desk/surveys/waves': 'network',
  'GET /api/v1/desk/surveys/waves/{id}': 'network',
  'GET /desk/voices/': 'list',
  'GET /desk/voices/words/': 'list',
  'GET /desk/voices.csv': 'list',
  'GET /desk/voices/words.csv': 'list',
  'GET /desk/complaints/': 'list',
  'GET /desk/complaints/export.csv': 'network',
  'GET /desk/complaints/new/': 'own',
  'POST /desk/complaints/new/': 'outlet',
  'GET /desk/complaints/{code}/': 'outlet',
  'GET /desk/complaints/{code}': 'own',
  'POST /desk/complaints/{code}/steps/{action}': 'outlet',
  'GET /api/v1/desk/complaints': 'list',
  'POST /api/v1/desk/complaints': 'outlet',
  'GET /api/v1/desk/complaints/{code}': 'outlet',
  'POST /api/v1/desk/complaints/{code}/actions/{action}': 'outlet',
  'GET /desk/improvements/': 'list',
  'GET /desk/new-improvement/': 'own',
  'POST /desk/new-improvement/': 'network',
  'GET /desk/improvements/{id}/': 'outlet',
  'GET /desk/improvements/{id}/edit/': 'network',
  'POST /desk/improvements/{id}/edit/': 'network',
  'POST /desk/improvements/{id}/steps/{step}': 'network',
  'GET /api/v1/desk/improvements': 'list',
  'GET /api/v1/desk/improvements/{id}': 'outlet',
  'POST /api/v1/desk/improvements': 'network',
  'PUT /api/v1/desk/improvements/{id}': 'network',
  'POST /api/v1/desk/improvements/{id}/steps': 'network',
  'GET /desk/notices/': 'network',
  'POST /desk/notices/': 'network',
  'POST /desk/notices/{id}/withdraw': 'network',
  ...OF_PUBLICATIONS,
  'GET /desk/standards/': 'own',
  'GET /desk/standards/draft/': 'network',
  'POST /desk/standards/draft/': 'network',
  'GET /desk/standards/edit/': 'network',
  'POST /desk/standards/edit/': 'network',
  'GET /desk/standards/publish/': 'network',
  'POST /desk/standards/publish/': 'network',
  'GET /desk/standards/pledges/': 'outlet',
  'POST /desk/standards/pledges/': 'outlet',
  'GET /api/v1/desk/standards': 'own',
  'POST /api/v1/desk/standards/draft': 'network',
  'PATCH /api/v1/desk/standards/draft': 'network',
  'PUT /api/v1/desk/standards/draft/standards/{id}': 'network',
  'POST /api/v1/desk/standards/draft/standards/{id}/drop': 'network',
  'POST /api/v1/desk/standards/draft/publish': 'network',
  'GET /api/v1/desk/pledges': 'outlet',
  'POST /api/v1/desk/pledges': 'outlet',
  'POST /api/v1/desk/pledges/withdraw': 'outlet',
  'GET /desk/partners/': 'network',
  'POST /desk/partners/': 'network',
  'GET /desk/regions/': 'network',
  'POST /desk/regions/': 'network',
  'GET /api/v1/desk/partners': 'network',
  'POST /api/v1/desk/partners': 'network',
  'GET /api/v1/desk/partners/{id}': 'network',
  'PATCH /api/v1/desk/partners/{id}': 'network',
  'GET /api/v1/desk/regions': 'network',
  'POST /api/v1/desk/regions': 'network',
  'GET /api/v1/desk/regions/{id}': 'network',
  'PATCH /api/v1/desk/regions/{id}': 'network',
  'GET /api/v1/desk/site': 'network',
  'POST /api/v1/desk/site/rebuild': 'network',
  'GET /desk/log/': 'network',
  'POST /desk/log/': 'network',
  'GET /api/v1/desk/access-log': 'network',
  'GET /desk/site/': 'network',
  'POST /desk/site/rebuild': 'network',
  'GET /api/v1/desk/outlets': 'list',
  'POST /api/v1/desk/outlets': 'said',
  'GET /api/v1/desk/outlets/{outlet}': 'outlet',
  'PATCH /api/v1/desk/outlets/{outlet}': 'said',
  'POST /api/v1/desk/outlets/{outlet}/close': 'said',
  'POST /api/v1/desk/outlets/{outlet}/resume': 'said',
  'POST /api/v1/desk/outlets/{outlet}/suspend': 'said',
  'PUT /api/v1/desk/outlets/{outlet}/absences/{date}': 'said',
  'PUT /api/v1/desk/outlets/{outlet}/hours': 'said',
}

/** What stands behind the question mark of a page's address. */
const ASKED: Readonly<Record<string, (world: World) => string>> = {
  ...ASKED_OF_FIGURES,
  'GET /desk/': () => 'outlet=HZ-001',
  'GET /desk/surveys/answers.csv': () => 'month=2026-11',
  'GET /desk/standards/pledges/': () => 'place=outlet/HZ-001',
  'GET /api/v1/desk/pledges': () => 'place=outlet/HZ-001',
  'GET /desk/board/': () => 'outlet=HZ-001',
  'GET /desk/board/fragment': () => 'outlet=HZ-001',
  'GET /desk/today/fragment': () => 'outlet=HZ-001',
  'GET /desk/wall/': () => 'outlet=HZ-001',
  'GET /desk/log/': ({ code }) => `code=${code}`,
  'GET /api/v1/desk/access-log': ({ code }) => `code=${code}`,
  'GET /desk/intake/': () => 'outlet=HZ-001&new=1',
  'GET /desk/intake/done/': ({ code }) => `code=${code}`,
  'GET /desk/intake/label/': ({ code }) => `code=${code}`,
  'GET /desk/intake/receipt/': ({ code }) => `code=${code}`,
}

/** Somebody of the staff at the world's outlet, whom managers look after. */
export const TARGET = 'stf_target'
export const NOTICE = 'ntc_walked'
export const WAVE = 'wav_walked'

const NAMED: Readonly<Record<string, (world: World) => string>> = {
  code: ({ code }) => code,
  outlet: () => 'HZ-001',
  action: () => 'inform',
  kpi: () => 'repeat_30',
}

const { condition, coverage, promisedAt, device } = aRegistration()
const received = { condition, coverage, promisedAt, device }

/** What is said where nothing would be refused for its form before its scope is asked. */
const SAID: Readonly<Record<string, object | ((world: World) => object)>> = {
  'POST /api/v1/desk/repairs/{code}/actions/{action}': {
    nextUpdateBy: '2026-11-19T11:00:00+08:00',
  },
  'POST /api/v1/desk/outlets/{outlet}/repairs': aRegistration(),
  'POST /api/v1/desk/repairs/{code}/quick-path': { receive: received, agreed: PRICE },
  'PUT /api/v1/desk/staff/{id}/grants': {
    grants: [{ role: 'counter', scope: { kind: 'outlets', outlets: ['HZ-001'] } }],
  },
  'POST /api/v1/desk/repairs/{code}/notes': { words: 'waits for glue' },
  'POST /api/v1/desk/repairs/{code}/assign': { to: 'me' },
  'POST /api/v1/desk/outlets/{outlet}/intake-checks': { device: { imeis: ['490154203237518'] } },
  'PATCH /api/v1/desk/account': { locale: 'en' },
  'POST /api/v1/desk/repairs/{code}/shelf': { shelf: 'A-12' },
  'POST /desk/complaints/new/': {
    ...{ channel: 'letter', receivedAt: '2026-11-17T09:00', words: 'Too slow.' },
    ...{ outletCode: 'HZ-001', locale: 'en' },
  },
  'POST /api/v1/desk/complaints': {
    ...{ channel: 'letter', isFormal: true, receivedAt: '2026-11-17T09:00:00+08:00' },
    ...{ words: 'Too slow.', outletCode: 'HZ-001', locale: 'en' },
  },
  'POST /desk/complaints/{code}/steps/{action}': { version: '4', level: 'hq' },
  'POST /api/v1/desk/complaints/{code}/actions/{action}': { level: 'hq' },
  'POST /desk/standards/pledges/': {
    place: 'outlet/HZ-001',
    standard: 'one-hour',
    act: 'withdraw',
  },
  'POST /api/v1/desk/pledges': {
    ...{ place: 'outlet/HZ-001', standardId: 'one-hour', version: 0 },
    ...{ threshold: 45, target: 90, from: null },
  },
  'POST /api/v1/desk/pledges/withdraw': {
    ...{ place: 'outlet/HZ-001', standardId: 'one-hour', version: 0 },
  },
  'POST /desk/find/': { q: '8000', outlet: 'HZ-001' },
  'POST /api/v1/desk/find': { q: '8000', outletCode: 'HZ-001' },
  'POST /desk/hotline/status': ({ code }) => ({ code, last4: '8000' }),
  'POST /desk/hotline/calls': ({ code }) => ({ code, result: 'ended', topic: 'other' }),
  'POST /desk/hotline/request/': {
    ...{ fault: 'screen', model: 'f2', q: 'HZ-001', sought: 'screen|f2|HZ-001|' },
    ...{ chosen: `HZ-001 ${TOMORROW_AT_TEN} repair`, name: 'Demo', phone: '13900139001' },
    ...{ consent: 'yes', intent: 'register' },
  },
  'POST /api/v1/desk/hotline/contacts': ({ code }) => ({
    ...{ code, topic: 'other', solution: 'explained' },
  }),
  'POST /api/v1/desk/hotline/calls': ({ code }) => ({ code, result: 'ended', topic: 'other' }),
  'POST /api/v1/desk/hotline/status-checks': ({ code }) => ({ code, phoneLast4: '8000' }),
  'POST /api/v1/desk/hotline/repairs': aRequest(),
  'POST /desk/count/': { outlet: 'HZ-001' },
  'POST /desk/callbacks/{id}/tries': { outcome: 'reached', version: '1' },
  'POST /desk/callbacks/{id}/suspicion': { verdict: 'dismiss', version: '1' },
  'POST /api/v1/desk/callbacks/{id}/tries': { outcome: 'reached' },
  'POST /api/v1/desk/callbacks/{id}/suspicion': { confirmed: false },
  'POST /api/v1/desk/feedback': {
    ...{ kind: 'suggestion', channel: 'letter', isFormal: true, locale: 'en' },
    ...{ receivedAt: '2026-11-17T09:00:00+08:00', words: 'More seats.', outletCode: 'HZ-001' },
  },
  'POST /desk/feedback/{code}/answer': { version: '1', words: 'On Friday' },
  'POST /api/v1/desk/feedback/{code}/actions/{action}': { words: 'On Friday' },
  'POST /desk/surveys/panel/': { from: '2026-11-01', until: '2026-11-30', wanted: '10' },
  'POST /api/v1/desk/surveys/waves': {
    ...{ fromDay: '2026-11-01', untilDay: '2026-11-30', wanted: 10 },
  },
  'POST /desk/new-improvement/': PLAN_FORM,
  'POST /desk/improvements/{id}/edit/': PLAN_FORM,
  'POST /api/v1/desk/improvements': PLAN_BODY,
  'PUT /api/v1/desk/improvements/{id}': PLAN_BODY,
  'POST /api/v1/desk/improvements/{id}/steps': { type: 'start' },
  'POST /desk/staff/': { q: 'Xu' },
  'POST /api/v1/desk/staff/find': { q: 'Xu' },
  'POST /desk/count/{outlet}/{id}/scan': ({ code }) => ({ code }),
  'POST /api/v1/desk/outlets/{outlet}/counts/{id}/scans': ({ code }) => ({ code }),
}

function namedIn(path: string, name: string, world: World): string {
  if (name === 'code' && path.includes('/complaints/')) return COMPLAINT
  if (name === 'action' && path.includes('/complaints/')) return 'dispatch'
  if (name === 'id' && path.includes('/staff/')) return TARGET
  if (name === 'action' && path.includes('bookings')) return 'cancel'
  if (name === 'action' && path.includes('visits')) return 'arrive'
  if (name === 'id' && path.includes('/notices/')) return NOTICE
  if (name === 'id' && /\/(?:panel|waves)\//.test(path)) return WAVE
  if (name === 'id' && path.includes('/callbacks/')) return `${world.code}.9`
  if (name === 'id' && path.includes('/improvements/')) return IMPROVEMENT
  if (name === 'code' && path.includes('/feedback/')) return world.feedback.code
  if (name === 'action' && path.includes('/feedback/')) return 'answer'
  if (name === 'id' && path.includes('/kpis/')) return 'repeat_30'
  if (name === 'step') return 'start'
  if (name === 'number') return '1'
  return NAMED[name]?.(world) ?? 'x'
}

/** A well-formed request for a route of staff about the repair and the outlet of the world. */
export function staffRequest(
  { method, path }: DeclaredRoute,
  world: World,
): readonly [path: string, init: RequestInit] {
  const address = path.replaceAll(/\{(.+?)\}/g, (_, name: string) => namedIn(path, name, world))
  const query = ASKED[`${method} ${path}`]?.(world)
  if (method === 'GET') return [query ? `${address}?${query}` : address, {}]
  const known = SAID[`${method} ${path}`] ?? {}
  const said = typeof known === 'function' ? known(world) : known
  const init = path.startsWith('/api/')
    ? asJson(said)
    : asForm(said as Readonly<Record<string, string>>)
  const headers = { ...(init.headers as Record<string, string>), 'If-Match': '"1"' }
  return [address, { ...init, method, headers }]
}
