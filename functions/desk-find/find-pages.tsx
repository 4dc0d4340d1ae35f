import type { Context } from 'hono'
import type { AppEnv } from '#functions/http/context.ts'
import { deskPage } from '#functions/http/desk-page.tsx'
import { translator } from '#i18n/translate.ts'
import { type FindShown, FindView } from './views/find-view.tsx'

/** The find page: how to ask, or what was found. */
export async function findPage(
  c: Context<AppEnv>,
  shown: Pick<FindShown, 'typed' | 'outlet' | 'found'>,
): Promise<Response> {
  const { locale, config, now } = c.var.context
  const view = <FindView {...shown} locale={locale} config={config} now={now} />
  return await deskPage(c, { title: translator(locale)('desk.find.title'), view })
}
