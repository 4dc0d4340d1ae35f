import { env } from 'cloudflare:workers'
import { readTicketCode } from '#domain/identifiers/ticket-code.ts'
import type { Grant } from '#domain/staff/staff.ts'
import { aWorker, NOW } from '../support/a-worker.ts'
import { at, everywhere, signedIn } from '../support/signed-in.ts'

export const HOUR_MS = 3_600_000
export const DAY_MS = 24 * HOUR_MS

/** Everybody who meets a complaint about HZ-001. */
export const GRANTS = {
  agent: everywhere('agent'),
  quality: everywhere('hq_quality'),
  manager: at('outlet_manager', 'HZ-001'),
  elsewhere: at('outlet_manager', 'HZ-002'),
  bench: at('bench', 'HZ-001'),
  supply: everywhere('hq_supply'),
} as const satisfies Record<string, Grant>
export type Name = keyof typeof GRANTS

type Json = Record<string, unknown>
export type Answered = { readonly status: number; readonly body: Json }

export const NEW_COMPLAINT = {
  ...{ channel: 'hotline', isFormal: true, receivedAt: new Date(NOW).toISOString() },
  ...{ outletCode: 'HZ-001', locale: 'en', words: 'Three weeks for a battery.' },
  ...{ name: 'Li Wei', phone: '13800138000' },
} as const

/** The desk as several people work at it, each with their own session, by a clock that tests turn. */
export async function aComplaintDesk() {
  const clock = { now: NOW }
  const ask = aWorker({ now: () => clock.now })
  const people = new Map<Name, { id: string; cookie: string }>()
  for (const [name, grant] of Object.entries(GRANTS) as [Name, Grant][]) {
    people.set(name, await signedIn([grant], { key: name }))
  }
  const cookieOf = (name: Name): string => people.get(name)?.cookie ?? ''
  const send = async (name: Name, path: string, init: RequestInit = {}): Promise<Answered> => {
    const headers = { ...(init.headers as Json), Cookie: cookieOf(name) } as Record<string, string>
    const answer = await ask(path, { ...init, headers })
    const text = await answer.text()
    return { status: answer.status, body: text.startsWith('{') ? JSON.parse(text) : { text } }
  }
  const post = (name: Name, path: string, body: Json, headers: Record<string, string> = {}) =>
    send(name, path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  const versionOf = async (code: string): Promise<number> => {
    const row = await env.HUB.prepare('SELECT version FROM complaints WHERE code = ?1')
      .bind(code)
      .first<{ version: number }>()
    return row?.version ?? 0
  }
  const register = async (over: Json = {}, name: Name = 'agent'): Promise<string> => {
    const { body } = await post(name, '/api/v1/desk/complaints', { ...NEW_COMPLAINT, ...over })
    const { code } = (body['complaint'] ?? body) as { readonly code: string }
    return readTicketCode(code) ?? code
  }
  const step = async (name: Name, code: string, action: string, body: Json = {}, seen?: number) =>
    await post(name, `/api/v1/desk/complaints/${code}/actions/${action}`, body, {
      'If-Match': `"${seen ?? (await versionOf(code))}"`,
    })
  return {
    ask,
    clock,
    cookieOf,
    idOf: (name: Name) => people.get(name)?.id ?? '',
    send,
    post,
    register,
    step,
    versionOf,
  }
}

export type Desk = Awaited<ReturnType<typeof aComplaintDesk>>

export const REPORT = {
  ...{
    customerContacted: true,
    statement: 'The part came late.',
    happened: 'No battery in stock.',
  },
  ...{ cause: 'part_missing', remedy: 'apology' },
}

/** Brings a complaint as far as its report. */
export async function reported({ register, step }: Desk): Promise<string> {
  const code = await register()
  await step('agent', code, 'dispatch', { level: 'outlet' })
  await step('manager', code, 'contact', { reached: true, wants: 'The phone, today.' })
  await step('manager', code, 'assign', { outlet: 'HZ-001' })
  await step('manager', code, 'report', REPORT)
  return code
}
