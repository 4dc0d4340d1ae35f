import type { Context } from 'hono'
import { opensRoute } from '#domain/staff/permissions.ts'
import { keyIn } from '#functions/desk-network/form-query.ts'
import { type Back, statusOf } from '#functions/desk-network/staff-pages.tsx'
import { networkZone } from '#functions/desk-network/views/network-time.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { deskPage } from '#functions/http/desk-page.tsx'
import { keyAgain } from '#functions/http/form-key.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { translator } from '#i18n/translate.ts'
import type { StandingNotice } from './edit-notices.ts'
import { NoticesView } from './views/notices-view.tsx'

type Shown = {
  readonly notices: readonly StandingNotice[]
  readonly next: string | null
  readonly back: Back
}

export async function noticesPage(
  c: Context<AppEnv>,
  { notices, next, back }: Shown,
): Promise<Response> {
  const { locale, config, now } = c.var.context
  const t = translator(locale)
  const view = (
    <NoticesView
      {...{ t, locale, now, notices, ...back, zone: networkZone(config) }}
      next={next && `/desk/notices/?before=${next}`}
      mayRebuild={opensRoute(staffIn(c), 'site.rebuild')}
      commandId={keyAgain(keyIn(back.typed), back.refusal)}
    />
  )
  const title = t('desk.network.notices.title')
  return await deskPage(c, { title, view, status: statusOf(back) })
}
