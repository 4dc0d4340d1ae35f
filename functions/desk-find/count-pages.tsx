import type { Context } from 'hono'
import type { AppEnv } from '#functions/http/context.ts'
import { deskPage } from '#functions/http/desk-page.tsx'
import { translator } from '#i18n/translate.ts'
import { type CountPage, CountView } from './views/count-view.tsx'
import { type CountsPage, CountsView } from './views/counts-view.tsx'

/** Where a count is begun, and those before. */
export async function countsPage(
  c: Context<AppEnv>,
  shown: Pick<CountsPage, 'outlet' | 'own' | 'counts'>,
): Promise<Response> {
  const { locale, requestId } = c.var.context
  const view = <CountsView {...shown} locale={locale} commandId={requestId} />
  return await deskPage(c, { title: translator(locale)('desk.count.title'), view })
}

/** One count. */
export async function countPage(
  c: Context<AppEnv>,
  { status = 200, ...shown }: Pick<CountPage, 'count' | 'notice' | 'typed'> & { status?: number },
): Promise<Response> {
  const { locale, config } = c.var.context
  const view = <CountView {...shown} locale={locale} config={config} />
  return await deskPage(c, { title: translator(locale)('desk.count.title'), view, status })
}
