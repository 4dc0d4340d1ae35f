import type { Context, MiddlewareHandler } from 'hono'
import { localePath } from '#i18n/locale.ts'
import type { AppEnv } from './context.ts'
import { type VoiceTicket, voiceOf } from './voice-cookie.ts'

const TOLD = /^(feedback|complaint)\//

/** Lets through whoever holds the ticket of feedback or of a complaint; all others are shown where it is had. */
export const voiceGuard: MiddlewareHandler<AppEnv> = async (c, next) => {
  const voice = await voiceOf(c)
  if (!voice || !TOLD.test(voice.subject)) {
    return c.redirect(localePath(c.var.context.locale, '/feedback/look-up/'), 303)
  }
  c.set('voice', voice)
  await next()
  return undefined
}

/** The ticket that the guard let through. */
export function voiceIn(c: Context<AppEnv>): VoiceTicket {
  const { voice } = c.var
  if (!voice) throw new Error('a route of customers was reached without its guard')
  return voice
}
