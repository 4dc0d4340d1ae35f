import { expect } from 'vitest'
import { readTicketCode } from '#domain/identifiers/ticket-code.ts'
import type { StaffRole } from '#domain/staff/staff.ts'
import { aCounter, aRequest } from '../support/a-counter.ts'
import { fillHub } from '../support/a-hub.ts'
import { type Ask, asForm, asJson, aWorker, NOW } from '../support/a-worker.ts'
import { at, type SignedInStaff, signedIn } from '../support/signed-in.ts'

export const MINUTE = 60_000
export const HERE = 'HZ-001'
export const ELSEWHERE = 'HZ-002'

/** A visit as the API tells it. */
export type Visit = {
  readonly code: string
  readonly version: number
  readonly status: string
  readonly queueNumber: number | null
  readonly behind: number | null
}

export type Desk = {
  readonly ask: Ask
  readonly pass: (ms: number) => void
  readonly now: () => number
  /** Somebody with a role at HZ-001, unless other outlets are named. */
  readonly as: (role: StaffRole, ...outlets: readonly string[]) => Promise<SignedInStaff>
}

/** Two outlets with counters, a clock that the test moves, and people to act. */
export async function aDesk(): Promise<Desk> {
  await fillHub([aCounter(), aCounter({ code: ELSEWHERE })])
  let now = NOW
  const ask = aWorker({ now: () => now })
  return {
    ask,
    pass: (ms) => {
      now += ms
    },
    now: () => now,
    as: async (role, ...outlets) => {
      const places = outlets.length > 0 ? outlets : [HERE]
      const key = `${role}_${places.join('_').toLowerCase()}`
      return await signedIn([at(role, ...places)], { key })
    },
  }
}

/** Books a visit through the API; answers its bare code. */
export async function booked({ ask }: Desk, startsAt: number, outletCode = HERE): Promise<string> {
  const request = aRequest({ outletCode, startsAt: new Date(startsAt).toISOString() })
  const answer = await ask('/api/v1/bookings', asJson(request))
  const { repair } = (await answer.json()) as { repair: { code: string } }
  return readTicketCode(repair.code) ?? ''
}

type Saying = { readonly version?: number; readonly key?: string; readonly body?: object }

/** Takes a step of a visit over the API. */
export const takeStep = (
  { ask }: Desk,
  { cookie }: SignedInStaff,
  [code, action]: readonly [code: string, action: string],
  { version = 1, key, body = {} }: Saying = {},
): Promise<Response> =>
  ask(`/api/v1/desk/bookings/${code}/actions/${action}`, {
    ...asJson(body),
    headers: {
      'Content-Type': 'application/json',
      Cookie: cookie,
      'If-Match': `"${version}"`,
      ...(key ? { 'Idempotency-Key': key } : {}),
    },
  })

export async function visitIn(answer: Response): Promise<Visit> {
  const body = (await answer.json()) as { visit?: Visit }
  expect(body, JSON.stringify(body)).toHaveProperty('visit')
  return body.visit as Visit
}

/** Draws a number for somebody who walks in. */
export const walkIn = (
  { ask }: Desk,
  { cookie }: SignedInStaff,
  { outlet = HERE, key, body = {} }: { outlet?: string; key?: string; body?: object } = {},
): Promise<Response> =>
  ask(`/api/v1/desk/outlets/${outlet}/walk-ins`, {
    ...asJson(body),
    headers: {
      'Content-Type': 'application/json',
      Cookie: cookie,
      ...(key ? { 'Idempotency-Key': key } : {}),
    },
  })

/** A page of the desk as somebody sees it. */
export const page = ({ ask }: Desk, { cookie }: SignedInStaff, path: string): Promise<Response> =>
  ask(path, { headers: { Cookie: cookie, Accept: 'text/html' }, redirect: 'manual' })

/** Presses a button of a page. */
export const press = (
  { ask }: Desk,
  { cookie }: SignedInStaff,
  path: string,
  fields: Readonly<Record<string, string>>,
): Promise<Response> =>
  ask(path, { ...asForm(fields, { Cookie: cookie, Accept: 'text/html' }), redirect: 'manual' })

export const bare = (code: string): string => readTicketCode(code) ?? ''
