import type { Context } from 'hono'
import { networkZone } from '#domain/outlets/network-zone.ts'
import { keyIn } from '#functions/desk-network/form-query.ts'
import { type Back, statusOf } from '#functions/desk-network/staff-pages.tsx'
import type { AppEnv } from '#functions/http/context.ts'
import { deskPage } from '#functions/http/desk-page.tsx'
import { keyAgain } from '#functions/http/form-key.ts'
import { translator } from '#i18n/translate.ts'
import type { ShownRepeat } from './see-repeat.ts'
import { type ListedRepeats, RepeatsView } from './views/list-view.tsx'
import { RepeatView } from './views/one-view.tsx'

type Page = Context<AppEnv>
type Listed = Omit<ListedRepeats, 't' | 'locale' | 'zone'>

export async function repeatsPage(c: Page, listed: Listed): Promise<Response> {
  const { locale, config } = c.var.context
  const t = translator(locale)
  const view = <RepeatsView {...{ t, locale, zone: networkZone(config), ...listed }} />
  return await deskPage(c, { title: t('desk.repeats.title'), view })
}

export async function repeatPage(c: Page, shown: ShownRepeat, back: Back): Promise<Response> {
  const { locale, config, now } = c.var.context
  const t = translator(locale)
  const commandId = keyAgain(keyIn(back.typed), back.refusal)
  const view = (
    <RepeatView {...{ t, locale, now, zone: networkZone(config), shown, commandId, ...back }} />
  )
  return await deskPage(c, { title: t('desk.repeats.one'), view, status: statusOf(back) })
}
