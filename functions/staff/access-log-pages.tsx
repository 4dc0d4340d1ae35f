import type { Context } from 'hono'
import type { AppEnv } from '#functions/http/context.ts'
import { deskPage } from '#functions/http/desk-page.tsx'
import { translator } from '#i18n/translate.ts'
import { AccessLogView, type LogShown } from './views/access-log-view.tsx'

/** The access log of a record or of somebody of the staff, or the question whose. */
export async function accessLogPage(c: Context<AppEnv>, shown: LogShown): Promise<Response> {
  const { locale } = c.var.context
  const t = translator(locale)
  const view = <AccessLogView {...shown} t={t} locale={locale} />
  return await deskPage(c, {
    title: t('desk.log.title'),
    view,
    status: shown.isUnknown ? 422 : 200,
  })
}
