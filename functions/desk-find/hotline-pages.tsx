import type { Context } from 'hono'
import type { AppEnv } from '#functions/http/context.ts'
import { deskPage } from '#functions/http/desk-page.tsx'
import { staffIn } from '#functions/http/staff-guard.ts'
import { translator } from '#i18n/translate.ts'
import { ownCalls } from './log-call.ts'
import { type HotlinePage, HotlineView } from './views/hotline-view.tsx'

export type HotlineShown = Partial<
  Pick<HotlinePage, 'form' | 'typed' | 'errors' | 'told' | 'isMismatch' | 'notice'>
> & {
  readonly status?: number
}

const MINUTE_MS = 60_000

const NOTHING = {
  ...{ form: null, typed: {}, errors: {}, told: null, isMismatch: false, notice: null },
} as const

/** The hotline's page, as it begins or with what came of a form. */
export async function hotlinePage(
  c: Context<AppEnv>,
  { status = 200, ...shown }: HotlineShown = {},
): Promise<Response> {
  const { context } = c.var
  const { locale, config, now } = context
  const rows = await ownCalls({ ...context, staff: staffIn(c) })
  const calls = rows.map(({ at, ...call }) => ({
    ...call,
    minutesAgo: Math.floor((now - at) / MINUTE_MS),
  }))
  const view = (
    <HotlineView
      {...NOTHING}
      {...{ locale, config, calls }}
      commandId={context.requestId}
      {...shown}
    />
  )
  return await deskPage(c, { title: translator(locale)('desk.hotline.title'), view, status })
}
