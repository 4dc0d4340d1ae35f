import type { Context } from 'hono'
import { networkZone } from '#functions/desk-network/views/network-time.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { deskPage } from '#functions/http/desk-page.tsx'
import { staffIn } from '#functions/http/staff-guard.ts'
import { translator } from '#i18n/translate.ts'
import type { PasswordFault } from './change-password.ts'
import type { OwnSession } from './own-sessions.ts'
import { AccountView } from './views/account-view.tsx'

type Shown = { readonly sessions: readonly OwnSession[]; readonly fault: PasswordFault | null }

/** One's own account. */
export async function accountPage(
  c: Context<AppEnv>,
  { sessions, fault }: Shown,
): Promise<Response> {
  const { context, sessionId = null, mustChangePassword = false } = c.var
  const t = translator(context.locale)
  const view = (
    <AccountView
      t={t}
      locale={context.locale}
      zone={networkZone(context.config)}
      staff={staffIn(c)}
      sessions={sessions}
      here={sessionId}
      fault={fault}
      mustChange={mustChangePassword}
    />
  )
  return await deskPage(c, { title: t('desk.account.title'), view, status: fault ? 422 : 200 })
}
