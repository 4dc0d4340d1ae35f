import type { Context } from 'hono'
import type { AppEnv } from '#functions/http/context.ts'
import { deskPage } from '#functions/http/desk-page.tsx'
import { PROBLEMS, type ProblemCode } from '#functions/http/problem.ts'
import { translator } from '#i18n/translate.ts'
import type { SiteState } from './site-state.ts'
import { networkZone } from './views/network-time.ts'
import { type Asked, SiteView } from './views/site-view.tsx'

type Shown = {
  readonly state: SiteState
  readonly asked: Asked
  readonly refusal: ProblemCode | null
}

export async function sitePage(c: Context<AppEnv>, shown: Shown): Promise<Response> {
  const { locale, config, deployHook } = c.var.context
  const t = translator(locale)
  const view = (
    <SiteView
      {...{ t, locale, zone: networkZone(config), ...shown }}
      hasHook={deployHook !== null}
    />
  )
  const failed = shown.asked === 'hook_failed' ? 502 : 200
  const status = shown.refusal ? PROBLEMS[shown.refusal] : failed
  return await deskPage(c, { title: t('desk.network.site.title'), view, status })
}
