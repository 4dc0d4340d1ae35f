import type { FixpointConfig } from '#config'
import type { Staff } from '#domain/staff/staff.ts'
import type { Database, Tally } from '#functions/db/database.ts'
import type { Databases } from '#functions/db/databases.ts'
import type { Keys } from '#functions/db/keys.ts'
import { type AccessSetting, accessSettingOf } from '#functions/staff/access-token.ts'
import { type Locale, splitLocale } from '#i18n/locale.ts'
import { clientNetwork } from './client-network.ts'
import { type Limits, limitsOf } from './limits.ts'
import { preferredLocale } from './preferred-locale.ts'
import { isProduction, sourcesOf } from './sources-of.ts'
import type { VoiceTicket } from './voice-cookie.ts'

/** What a deployment binds to the Worker. Variables are text, and may be missing. */
export type Bindings = {
  readonly ASSETS: Fetcher
  readonly HUB: D1Database
  /** Photos. */
  readonly MEDIA: R2Bucket
  /** Origin that photos are served from; missing or empty = this one. */
  readonly MEDIA_ORIGIN?: string
  readonly ENVIRONMENT?: string
  /** Per client and minute; 0 = no limit. See limits.ts. */
  readonly RATE_LIMIT_WRITES?: string
  readonly RATE_LIMIT_LOOKUPS?: string
  /** `off` lifts the caps of `booking.caps`, but never in production. */
  readonly BOOKING_CAPS?: string
  /** `on` shows the messages of a demonstration to whoever asks, but never in production. */
  readonly DEMO_MESSAGES?: string
  /** Secret: see keys.ts. */
  readonly SECRET_KEY?: string
  /** Cloudflare Access in front of the desk: both or neither. */
  readonly ACCESS_TEAM_DOMAIN?: string
  readonly ACCESS_AUDIENCE?: string
  /** How messages leave: log, email or webhook. */
  readonly MESSAGE_ADAPTER?: string
  /** Secret: where a POST starts a site build. */
  readonly DEPLOY_HOOK_URL?: string
}

/** What the Worker can't reckon by itself: time and randomness; and where its log lines go. */
export type Platform = {
  readonly now: () => number
  readonly randomId: () => string
  readonly randomByte: () => number
  readonly writeLog: (level: 'info' | 'error', line: string) => void
}

export type RequestContext = {
  readonly requestId: string
  /** The instant this request is answered at, epoch ms: the same for everything it does. */
  readonly now: number
  /** For what the path doesn't say: pages under `/zh` are Chinese, elsewhere Accept-Language decides. */
  readonly locale: Locale
  readonly config: FixpointConfig
  readonly hub: Database
  readonly databases: Databases
  readonly keys: Keys
  /** 0-255, unpredictable. */
  readonly randomByte: () => number
  readonly tally: Tally
  readonly assets: Fetcher
  /** Where photos lie. */
  readonly media: R2Bucket
  /** Origin that photos are served from; '' = this one. */
  readonly mediaOrigin: string
  /** The network that asks. Shows in rate limits and caps only, never in a log. */
  readonly client: string
  readonly limits: Limits
  /** Where set, staff come through Cloudflare Access. */
  readonly access: AccessSetting | null
  /** Shows rows and times to whoever asks. */
  readonly isDevelopment: boolean
  /** A demonstration shows its messages, links and all. */
  readonly showsMessages: boolean
  /** Where a site build is asked for; null = nowhere. */
  readonly deployHook: string | null
}

export type AppEnv = {
  Bindings: Bindings
  Variables: {
    context: RequestContext
    /** The declared path that answers; none = nothing is declared here. */
    route?: string
    /** Who of the staff asks, and in which of their sessions; set by the guard of their routes. */
    staff?: Staff
    sessionId?: string | null
    /** The ticket of what a customer said; set by the guard of their routes. */
    voice?: VoiceTicket
    /** Their password was given by somebody else. */
    mustChangePassword?: boolean
    /** What was thrown, for the log alone. */
    failure?: unknown
  }
}

/** Puts together what a request may use: the only place that reads bindings. */
export function contextOf(env: Bindings, request: Request, platform: Platform): RequestContext {
  const { locale, path } = splitLocale(new URL(request.url).pathname)
  const speaksByPath = locale !== 'en' || !/^\/(api|healthz|problems|t|desk)\b/.test(path)
  return {
    ...sourcesOf(env, platform),
    requestId: platform.randomId(),
    locale: speaksByPath ? locale : preferredLocale(request.headers.get('Accept-Language')),
    assets: env.ASSETS,
    media: env.MEDIA,
    mediaOrigin: env.MEDIA_ORIGIN ?? '',
    client: clientNetwork(request.headers.get('CF-Connecting-IP')),
    limits: limitsOf(env),
    access: accessSettingOf(env),
    isDevelopment: env.ENVIRONMENT === 'development',
    showsMessages: env.DEMO_MESSAGES === 'on' && !isProduction(env),
    deployHook: env.DEPLOY_HOOK_URL || null,
  }
}
