import { spellCode } from '#domain/identifiers/crockford.ts'
import { opensRoute } from '#domain/staff/permissions.ts'
import { capabilities } from '#functions/http/app.ts'
import type { DeclaredRoute } from '#functions/http/route.ts'
import { type Ask, asForm } from '../support/a-worker.ts'
import { signedIn } from '../support/signed-in.ts'
import { HERE } from './a-large-network.ts'
import type { PageCost } from './budget.ts'
import {
  COMMON_NAME,
  type PageRequest,
  PEOPLE,
  pageRequests,
  TYPED,
  type Worlds,
} from './page-requests.ts'

export const GET_ROUTES: readonly DeclaredRoute[] = capabilities
  .flat()
  .filter(({ method }) => method === 'GET')

/** One request with what it cost, and what was wrong about its answer. */
export type Measured = {
  /** The line of the record that it is held to. */
  readonly line: string
  readonly who: string
  readonly cost: PageCost
  readonly faults: readonly string[]
}

type Asking = {
  readonly ask: Ask
  /** What the last request cost, by the log. */
  readonly told: () => PageCost
  readonly worlds: Worlds
}

/** Pages of demonstrations: without its switch a Worker has none of them. */
const NOT_SERVED: Readonly<Record<string, number>> = { 'GET /demo/messages/': 404 }
const FIRST_REFUSAL = 400
const UNCHANGED = 304

function asked(init: RequestInit, cookie: string | null, etag: string | null): RequestInit {
  const headers = new Headers(init.headers)
  if (cookie !== null) headers.set('Cookie', cookie)
  headers.set('Accept', 'text/html, application/json')
  if (etag) headers.set('If-None-Match', etag)
  return { ...init, headers, redirect: 'manual' }
}

/** What a page costs once the isolate knows the calendar and the index that it keeps. */
async function costOf(
  { ask, told }: Asking,
  { line, path, init, again }: PageRequest,
  cookie: string | null,
) {
  const first = await ask(path, asked(init, cookie, null))
  const expected = NOT_SERVED[line]
  const isGood = expected ? first.status === expected : first.status < FIRST_REFUSAL
  const etag = again ? first.headers.get('ETag') : null
  const second = await ask(path, asked(init, cookie, etag))
  const isSame = second.status === (again ? UNCHANGED : first.status)
  const faults = isGood && isSame ? [] : [`${path} answers ${first.status}, then ${second.status}`]
  return { cost: told(), faults }
}

const staffWith = (name: string) => ({
  ...{ id: `stf_${name}`, name, email: `${name}@fixpoint.example`, locale: 'en' as const },
  grants: PEOPLE[name] ?? [],
})

/** Who asks a route: everybody who may, quality only where nobody else does; nobody of the staff where anybody may. */
function askersOf({ audience, permission }: DeclaredRoute): readonly string[] {
  if (audience !== 'staff') return ['anybody']
  const asking = Object.keys(PEOPLE).filter(
    (name) => permission !== null && opensRoute(staffWith(name), permission),
  )
  return asking.length > 1 ? asking.filter((name) => name !== 'quality') : asking
}

async function cookiesOfStaff(): Promise<ReadonlyMap<string, string>> {
  const cookies = new Map<string, string>()
  for (const [key, grants] of Object.entries(PEOPLE)) {
    cookies.set(key, (await signedIn(grants, { key })).cookie)
  }
  return cookies
}

/** What every page costs that the Worker answers, asked by everybody who may. */
export async function costsOfPages(asking: Asking): Promise<readonly Measured[]> {
  const cookies = await cookiesOfStaff()
  const measured: Measured[] = []
  for (const route of GET_ROUTES) {
    for (const request of pageRequests(route, asking.worlds)) {
      for (const who of askersOf(route)) {
        const answer = await costOf(asking, request, cookies.get(who) ?? null)
        measured.push({ line: request.line, who, ...answer })
      }
    }
  }
  return measured
}

async function costOfFind({ ask, told, worlds }: Asking, kind: string, cookie: string) {
  const { code } = worlds.taken
  const form = asForm({ q: kind === 'code' ? code : (TYPED[kind] ?? ''), outlet: HERE })
  const answer = await ask('/desk/find/', asked(form, cookie, null))
  const cost = told()
  const said = `${answer.headers.get('Location')} ${await answer.text()}`
  const isFound = said.includes(code) || said.includes(spellCode(code))
  const isRight = kind === COMMON_NAME ? answer.status < FIRST_REFUSAL : isFound
  return { cost, faults: isRight ? [] : [`answers ${answer.status}, without ${code}`] }
}

/** What every kind of find costs each of those who find, and whether it finds the phone. */
export async function costsOfFinds(asking: Asking): Promise<readonly Measured[]> {
  const cookies = await cookiesOfStaff()
  const measured: Measured[] = []
  for (const who of Object.keys(PEOPLE)) {
    if (!opensRoute(staffWith(who), 'find.search')) continue
    for (const kind of Object.keys(TYPED)) {
      const answer = await costOfFind(asking, kind, cookies.get(who) ?? '')
      measured.push({ line: kind, who, ...answer })
    }
  }
  return measured
}
