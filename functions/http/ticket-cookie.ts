import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { sameText } from '#functions/db/same-text.ts'
import type { AppEnv } from './context.ts'

/** What the holder of a ticket may see and do: one repair, and by an answer's link that answer. */
export type Ticket = {
  readonly code: string
  readonly via: 'link' | 'lookup'
  /** The ask that the link in hand answers; null = none. */
  readonly askVersion: number | null
}

export const TICKET_COOKIE = '__Host-ticket'
const LIVES_SECONDS = 1_800

const COOKIE = {
  secure: true,
  httpOnly: true,
  path: '/',
  sameSite: 'Lax',
  maxAge: LIVES_SECONDS,
} as const

const signed = (c: Context<AppEnv>, text: string): Promise<string> =>
  c.var.context.keys.mac('ticket', text)

/** Gives the browser a ticket for 30 minutes. */
export async function setTicket(
  c: Context<AppEnv>,
  { code, via, askVersion }: Ticket,
): Promise<void> {
  const until = c.var.context.now + LIVES_SECONDS * 1000
  const text = [code, via, askVersion ?? '', until].join('.')
  setCookie(c, TICKET_COOKIE, `${text}.${await signed(c, text)}`, COOKIE)
}

/** Takes the ticket back. */
export const dropTicket = (c: Context<AppEnv>): void =>
  setCookie(c, TICKET_COOKIE, '', { ...COOKIE, maxAge: 0 })

/** The ticket that a request carries; null = none, lapsed, or not one of ours. */
export async function ticketOf(c: Context<AppEnv>): Promise<Ticket | null> {
  const [code = '', via, ask, until, mac = ''] = (getCookie(c, TICKET_COOKIE) ?? '').split('.')
  const text = [code, via, ask, until].join('.')
  if (!code || (via !== 'link' && via !== 'lookup')) return null
  if (!sameText(mac, await signed(c, text))) return null
  if (Number(until) <= c.var.context.now) return null
  return { code, via, askVersion: ask ? Number(ask) : null }
}
