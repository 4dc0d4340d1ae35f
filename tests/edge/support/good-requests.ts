import { env } from 'cloudflare:workers'
import { wallKey } from '#functions/desk-today/load-wall.ts'
import type { DeclaredRoute } from '#functions/http/route.ts'
import { linkToken } from '#functions/repairs/link-token.ts'
import { photoLinks } from '#functions/repairs/photo-link.ts'
import { picture } from '../../domain/desk/pictures.ts'
import { putPublication } from '../publications/a-publication-row.ts'
import { anAskedCustomer, surveyCookie } from '../surveys/an-asked-customer.ts'
import { markOf } from '../voices/mark-of.ts'
import { aRequest } from './a-counter.ts'
import { plaqueOf } from './a-hub.ts'
import { putEdition } from './a-standard-set.ts'
import { type Ask, asForm, asJson, NOW } from './a-worker.ts'
import { goodBookRequests } from './good-book-requests.ts'
import { theSources } from './the-sources.ts'

export type GoodRequest = readonly [path: string, init?: RequestInit]

/** A booked visit, the ticket of its customer, and the link in its message. */
export type World = {
  readonly code: string
  readonly cookie: string
  /** What the same customer told us about HZ-001, and their ticket for it. */
  readonly feedback: { readonly code: string; readonly cookie: string }
  readonly token: string
  /** What stands in the address of an outlet's screen on the wall. */
  readonly wall: string
  /** Where a photo can be seen. */
  readonly photo: string
  /** What the link of a survey gives. */
  readonly surveyCookie: string
  readonly surveyMark: string
  readonly feedbackMark: string
}

async function aPhoto(): Promise<string> {
  const { keys } = theSources()
  const contentType = 'image/jpeg'
  await env.MEDIA.put('photos/pho_1', 'a picture', { httpMetadata: { contentType } })
  const links = await photoLinks({ keys, now: NOW, mediaOrigin: '' }, ['pho_1'])
  return links.get('pho_1') ?? ''
}

function aPhotoForm(about: string): FormData {
  const form = new FormData()
  form.append('about', about)
  form.append('photo', new File([picture('png')], 'photo.png', { type: 'image/png' }))
  return form
}

async function aToldFeedback(ask: Ask): Promise<World['feedback']> {
  const contact = { reach: '13800138000', name: 'Wang', consent: true }
  const said = { kind: 'question', words: 'Wang asks', outletCode: 'HZ-001', contact }
  const told = await ask('/api/v1/feedback', asJson(said))
  const { feedback } = (await told.json()) as { feedback: { code: string } }
  const code = feedback.code.replaceAll('-', '')
  const found = await ask('/api/v1/feedback/lookup', asJson({ code, contact: '8000' }))
  return { code, cookie: found.headers.get('Set-Cookie')?.split(';')[0] ?? '' }
}

/** Books a visit through the API and looks it up. */
export async function aWorld(ask: Ask): Promise<World> {
  await putEdition()
  await putPublication()
  const booked = await ask('/api/v1/bookings', asJson(aRequest()))
  const { repair } = (await booked.json()) as { repair: { code: string } }
  const code = repair.code.replaceAll('-', '')
  const found = await ask('/api/v1/repairs/lookup', asJson({ code, phoneLast4: '8000' }))
  const { keys } = theSources()
  const feedback = await aToldFeedback(ask)
  return {
    code,
    cookie: found.headers.get('Set-Cookie')?.split(';')[0] ?? '',
    feedback,
    photo: await aPhoto(),
    token: await linkToken(keys, { code, purpose: 'status', askVersion: null }),
    wall: await wallKey(keys, 'HZ-001'),
    surveyCookie: await surveyCookie(await anAskedCustomer(code)),
    surveyMark: await markOf(`survey/${code}.9`),
    feedbackMark: await markOf(`feedback/${feedback.code}`),
  }
}

const held = ({ cookie }: Pick<World, 'cookie'>, init: RequestInit): RequestInit => ({
  ...init,
  redirect: 'manual',
  headers: { ...(init.headers as Record<string, string>), Cookie: cookie, 'If-Match': '"1"' },
})

const { outletCode: _, startsAt, ...MAIL_IN } = aRequest()

/** What routes with a body, or with names in their address, are asked. */
const SAID: Readonly<Record<string, (world: World) => GoodRequest>> = {
  'GET /problems/{code}': () => ['/problems/not_found'],
  'GET /api/v1/standards/{id}': () => ['/api/v1/standards/one-hour?outlet=HZ-001'],
  'GET /api/v1/publications/{number}': () => ['/api/v1/publications/1'],
  'GET /api/v1/places': () => ['/api/v1/places?q=hangzhou'],
  'GET /api/v1/outlets/nearest': () => ['/api/v1/outlets/nearest?lat=30&lon=120'],
  'GET /api/v1/outlets/{code}': () => ['/api/v1/outlets/HZ-001'],
  'GET /api/v1/outlets/{code}/slots': () => ['/api/v1/outlets/HZ-001/slots'],
  'POST /api/v1/outlets/verify': () => [
    '/api/v1/outlets/verify',
    asJson({ plaqueCode: plaqueOf('HZ-001') }),
  ],
  'POST /api/v1/holds': () => [
    '/api/v1/holds',
    asJson({ outletCode: 'HZ-001', startsAt, service: 'repair' }),
  ],
  'POST /api/v1/bookings': () => ['/api/v1/bookings', asJson(aRequest())],
  'POST /api/v1/repairs': () => ['/api/v1/repairs', asJson(MAIL_IN)],
  'POST /api/v1/repairs/lookup': ({ code }) => [
    '/api/v1/repairs/lookup',
    asJson({ code, phoneLast4: '8000' }),
  ],
  'GET /api/v1/repairs/{code}': (world) => [`/api/v1/repairs/${world.code}`, held(world, {})],
  'POST /api/v1/repairs/{code}/actions/{action}': (world) => [
    `/api/v1/repairs/${world.code}/actions/cancel`,
    held(world, asJson({})),
  ],
  'POST /api/v1/bookings/{code}/move': (world) => [
    `/api/v1/bookings/${world.code}/move`,
    held(world, asJson({ startsAt: '2026-11-20T11:00:00+08:00' })),
  ],
  'POST /api/v1/bookings/{code}/cancel': (world) => [
    `/api/v1/bookings/${world.code}/cancel`,
    held(world, asJson({})),
  ],
  'GET /outlets/search': () => ['/outlets/search?q=30,120'],
  'GET /outlets/search/': () => ['/outlets/search/?q=30,120', { redirect: 'manual' }],
  'POST /verify/': () => ['/verify/', asForm({ plaqueCode: plaqueOf('HZ-001') })],
  'POST /repairs/actions/post': (world) => [
    '/repairs/actions/post',
    held(world, asForm({ version: '1', courier: 'sf', tracking: 'SF1234567890' })),
  ],
  'POST /desk/sign-in/': () => [
    '/desk/sign-in/',
    asForm({ email: 'nobody@demo.example', password: 'no such password' }),
  ],
  'GET /desk/wall/{outlet}/{key}/': ({ wall }) => [`/desk/wall/HZ-001/${wall}/`],
  'GET /desk/wall/{outlet}/{key}/fragment': ({ wall }) => [`/desk/wall/HZ-001/${wall}/fragment`],
  'GET /survey/': ({ surveyCookie }) => ['/survey/', { headers: { Cookie: surveyCookie } }],
  'POST /survey/': ({ surveyCookie, surveyMark: about }) => [
    '/survey/',
    asForm({ 'q.csat': '4', button: 'send', about }, { Cookie: surveyCookie }),
  ],
  'GET /survey/thanks/': ({ surveyCookie }) => [
    '/survey/thanks/',
    { headers: { Cookie: surveyCookie } },
  ],
  'POST /api/v1/feedback': () => [
    '/api/v1/feedback',
    asJson({ kind: 'question', words: 'When do you open?' }),
  ],
  'POST /api/v1/complaints': () => [
    '/api/v1/complaints',
    asJson({ words: 'Three weeks for a battery.' }),
  ],
  'POST /api/v1/feedback/lookup': ({ feedback: { code } }) => [
    '/api/v1/feedback/lookup',
    asJson({ code, contact: '8000' }),
  ],
  'GET /api/v1/feedback/{code}': ({ feedback }) => [
    `/api/v1/feedback/${feedback.code}`,
    held(feedback, {}),
  ],
  'POST /api/v1/feedback/{code}/actions/{action}': ({ feedback }) => [
    `/api/v1/feedback/${feedback.code}/actions/solve`,
    held(feedback, asJson({})),
  ],
  'GET /feedback/photos/': ({ feedback }) => ['/feedback/photos/', held(feedback, {})],
  'POST /feedback/photos/': ({ feedback, feedbackMark }) => [
    '/feedback/photos/',
    held(feedback, { method: 'POST', body: aPhotoForm(feedbackMark) }),
  ],
  'GET /feedback/status/': ({ feedback }) => ['/feedback/status/', held(feedback, {})],
  'POST /feedback/actions/solve': ({ feedback }) => [
    '/feedback/actions/solve',
    held(feedback, asForm({ version: '1' })),
  ],
  'POST /feedback/actions/reopen': ({ feedback }) => [
    '/feedback/actions/reopen',
    held(feedback, asForm({ version: '1' })),
  ],
  'POST /feedback/actions/complaint': ({ feedback }) => [
    '/feedback/actions/complaint',
    held(feedback, asForm({})),
  ],
  'POST /feedback/look-up/': ({ feedback: { code } }) => [
    '/feedback/look-up/',
    asForm({ code, contact: '8000' }),
  ],
  'GET /media/{id}': ({ photo }) => [photo],
  'GET /t/{token}': ({ token }) => [`/t/${token}`],
  'POST /t/{token}': ({ token }) => [`/t/${token}`, asForm({})],
  'POST /repairs/': ({ code }) => ['/repairs/', asForm({ code, phoneLast4: '8000' })],
  'POST /repairs/lost/': () => ['/repairs/lost/', asForm({ phone: '13800138000' })],
}

/** Forms whose good answers have tests of their own, since they need more than one field to be right. */
export const FORMS_OF_SEVERAL_STEPS: ReadonlySet<string> = new Set([
  '/feedback/question/',
  '/feedback/new-complaint/',
  '/feedback/suggestion/',
  '/feedback/commendation/',
  '/book/hold',
  '/book/contact/',
  '/book/mail-in/',
  '/book/move/',
  '/book/cancel/',
])

/** What stands in a desk's address. */
const NAMED: Readonly<Record<string, (world: World) => string>> = {
  code: ({ code }) => code,
  outlet: () => 'HZ-001',
  action: () => 'diagnose',
}

/** A request of staff that is well formed: what it is answered is the permission walk's to say. */
function staffRequest({ method, path }: DeclaredRoute, world: World): GoodRequest {
  const address = path.replaceAll(/\{(.+?)\}/g, (_, name: string) => NAMED[name]?.(world) ?? 'x')
  if (method === 'GET') return [address, { redirect: 'manual' }]
  const said = path.startsWith('/api/') ? asJson({}) : asForm({})
  return [address, { redirect: 'manual', ...said, method }]
}

/** One good request for a declared route; a route nobody thought of throws. */
export function goodRequest(route: DeclaredRoute, world: World): GoodRequest {
  const { method, path, audience } = route
  if (audience === 'staff') return staffRequest(route, world)
  const chinese = path.startsWith('/zh/') || path === '/zh'
  const plain = chinese ? path.slice(3) : path
  const prefix = chinese ? '/zh' : ''
  const booking = goodBookRequests[`${method} ${path}`]
  if (booking) return [booking[0], held(world, booking[1] ?? {})]
  const said = SAID[`${method} ${plain}`]?.(world)
  if (said) return [`${prefix}${said[0]}`, { redirect: 'manual', ...said[1] }]
  if (plain.includes('{')) throw new Error(`no good request for ${method} ${path}`)
  if (method === 'GET') return [path, held(world, {})]
  if (audience === 'ticket' || FORMS_OF_SEVERAL_STEPS.has(plain)) {
    return [path, held(world, asForm({ version: '1', commandId: 'req_1' }))]
  }
  throw new Error(`no good request for ${method} ${path}`)
}
