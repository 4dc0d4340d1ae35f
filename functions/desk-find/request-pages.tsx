import type { Context } from 'hono'
import type { Typed } from '#functions/bookings/contact-query.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { deskPage } from '#functions/http/desk-page.tsx'
import type { ShownRepair } from '#functions/repairs/show-repair.ts'
import { translator } from '#i18n/translate.ts'
import { RegisteredView } from './views/registered-view.tsx'
import { type RequestPage, RequestView } from './views/request-view.tsx'

export type RequestShown = Pick<RequestPage, 'typed' | 'choice' | 'offer'> &
  Partial<Pick<RequestPage, 'errors' | 'notice'>> & {
    readonly status?: number
    readonly typed: Typed
  }

/** The form for a caller, as it begins or with what is to mend. */
export async function requestPage(
  c: Context<AppEnv>,
  { status = 200, errors = {}, notice = null, ...shown }: RequestShown,
): Promise<Response> {
  const { locale, config, requestId } = c.var.context
  // A key belongs to one set of answers: what was refused gets a new one.
  const view = (
    <RequestView {...{ locale, config, errors, notice, ...shown }} commandId={requestId} />
  )
  return await deskPage(c, { title: translator(locale)('desk.hotline.request'), view, status })
}

/** The ticket code to read aloud. */
export async function registeredPage(c: Context<AppEnv>, shown: ShownRepair): Promise<Response> {
  const { locale, config } = c.var.context
  const view = <RegisteredView {...{ locale, config, shown }} />
  return await deskPage(c, { title: translator(locale)('desk.hotline.registered'), view })
}
