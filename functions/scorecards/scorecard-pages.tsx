import type { Context } from 'hono'
import { keyIn } from '#functions/desk-network/form-query.ts'
import { type Back, statusOf } from '#functions/desk-network/staff-pages.tsx'
import type { AppEnv } from '#functions/http/context.ts'
import { deskPage } from '#functions/http/desk-page.tsx'
import { keyAgain } from '#functions/http/form-key.ts'
import { translator } from '#i18n/translate.ts'
import type { ScorecardList } from './see-scorecards.ts'
import type { ShownScorecard } from './show-scorecard.ts'
import { CardView } from './views/card-view.tsx'
import { ListView } from './views/list-view.tsx'

type Page = Context<AppEnv>

export async function listPage(c: Page, list: ScorecardList): Promise<Response> {
  const { locale, now } = c.var.context
  const t = translator(locale)
  const view = <ListView {...{ t, locale, now, list }} />
  return await deskPage(c, { title: t('desk.scorecards.title'), view })
}

export async function cardPage(c: Page, shown: ShownScorecard, back: Back): Promise<Response> {
  const { locale, now } = c.var.context
  const t = translator(locale)
  const commandId = keyAgain(keyIn(back.typed), back.refusal)
  const view = <CardView {...{ t, locale, now, shown, commandId, ...back }} />
  const title = `${t('desk.scorecards.title')} · ${shown.outlet.code}`
  return await deskPage(c, { title, view, status: statusOf(back) })
}
