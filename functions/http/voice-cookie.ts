import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { sameText } from '#functions/db/same-text.ts'
import type { AppEnv } from './context.ts'

/** What whoever came by a link, or by code and contact, may see and do: one feedback, complaint or survey. */
export type VoiceTicket = {
  /** `feedback/<code>`, `complaint/<code>`, `survey/<id>` */
  readonly subject: string
  readonly via: 'link' | 'lookup'
}

export const VOICE_COOKIE = '__Host-voice'
const LIVES_SECONDS = 1_800

const COOKIE = {
  secure: true,
  httpOnly: true,
  path: '/',
  sameSite: 'Lax',
  maxAge: LIVES_SECONDS,
} as const

const signed = (c: Context<AppEnv>, text: string): Promise<string> =>
  c.var.context.keys.mac('voice ticket', text)

/** Gives the browser a ticket for 30 minutes. */
export async function setVoice(c: Context<AppEnv>, { subject, via }: VoiceTicket): Promise<void> {
  const until = c.var.context.now + LIVES_SECONDS * 1000
  const text = [subject, via, until].join('|')
  setCookie(c, VOICE_COOKIE, `${text}|${await signed(c, text)}`, COOKIE)
}

/** Takes the ticket back. */
export const dropVoice = (c: Context<AppEnv>): void =>
  setCookie(c, VOICE_COOKIE, '', { ...COOKIE, maxAge: 0 })

/** The ticket that a request carries; null = none, lapsed, or not one of ours. */
export async function voiceOf(c: Context<AppEnv>): Promise<VoiceTicket | null> {
  const [subject = '', via, until, mac = ''] = (getCookie(c, VOICE_COOKIE) ?? '').split('|')
  if (!subject || (via !== 'link' && via !== 'lookup')) return null
  if (!sameText(mac, await signed(c, [subject, via, until].join('|')))) return null
  return Number(until) > c.var.context.now ? { subject, via } : null
}
