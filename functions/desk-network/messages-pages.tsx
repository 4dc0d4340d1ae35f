import type { Context } from 'hono'
import { ALL_TEMPLATES } from '#domain/messages/voice-templates.ts'
import { holdsAnywhere } from '#domain/staff/permissions.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { deskPage } from '#functions/http/desk-page.tsx'
import { PROBLEMS, type ProblemCode } from '#functions/http/problem.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { translator } from '#i18n/translate.ts'
import type { ListedState, OutboxRow } from './list-outbox.ts'
import { MessagesView, TemplatesView } from './views/messages-view.tsx'
import { networkZone } from './views/network-time.ts'

type Page = Context<AppEnv>

type Shown = {
  readonly state: ListedState
  readonly rows: readonly OutboxRow[]
  readonly refusal: ProblemCode | null
}

export async function messagesPage(c: Page, shown: Shown): Promise<Response> {
  const { locale, config } = c.var.context
  const t = translator(locale)
  const staff = staffIn(c)
  const view = (
    <MessagesView
      {...{ t, locale, zone: networkZone(config), ...shown }}
      mayRetry={holdsAnywhere(staff, 'message.retry')}
      maySeeRepairs={holdsAnywhere(staff, 'repair.see')}
    />
  )
  const status = shown.refusal ? PROBLEMS[shown.refusal] : 200
  return await deskPage(c, { title: t('desk.network.messages.title'), view, status })
}

export async function templatesPage(c: Page): Promise<Response> {
  const { locale, config } = c.var.context
  const t = translator(locale)
  const view = (
    <TemplatesView
      {...{ t, brand: config.brand.name, site: config.siteUrl }}
      templates={ALL_TEMPLATES}
    />
  )
  return await deskPage(c, { title: t('desk.network.messages.templates'), view })
}
