import type { Context } from 'hono'
import { opensRoute } from '#domain/staff/permissions.ts'
import { type Form, isSaved, keyIn } from '#functions/desk-network/form-query.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { deskPage } from '#functions/http/desk-page.tsx'
import { keyAgain } from '#functions/http/form-key.ts'
import { cursorTo } from '#functions/http/list-cursor.ts'
import { PROBLEMS, type ProblemCode } from '#functions/http/problem.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import { translator } from '#i18n/translate.ts'
import type { CallbacksListed, Called } from './list-callbacks.ts'
import type { Overview } from './show-figures.ts'
import type { ShownWave, WaveRow } from './show-waves.ts'
import { CallbackView } from './views/callback-view.tsx'
import { CallbacksView } from './views/callbacks-view.tsx'
import { OverviewView } from './views/overview-view.tsx'
import { PanelView, WaveView } from './views/panel-view.tsx'

type Page = Context<AppEnv>

function voiceOf(c: Page) {
  const { locale, now } = c.var.context
  return { t: translator(locale), locale, now }
}

/** The list that cursors of callbacks are sealed for. */
export const CALLBACKS = 'callbacks'

export async function callbacksPage(
  c: Page,
  { listed: answers, next }: CallbacksListed,
): Promise<Response> {
  const voice = voiceOf(c)
  const view = (
    <CallbacksView
      {...voice}
      {...{ answers, isSaved: isSaved(c.req.url), next: await cursorTo(c, CALLBACKS, next) }}
      maySeeFigures={opensRoute(staffIn(c), 'survey.see')}
    />
  )
  return await deskPage(c, { title: voice.t('desk.callbacks.title'), view })
}

export async function callbackPage(
  c: Page,
  called: Called,
  { refusal, form }: { readonly refusal: ProblemCode | null; readonly form: Form },
): Promise<Response> {
  const voice = voiceOf(c)
  const commandId = keyAgain(keyIn(form), refusal)
  const typed = { typed: form.text('words'), chosen: form.text('outcome') }
  const view = <CallbackView {...voice} {...{ called, refusal, commandId, ...typed }} />
  const status = refusal ? PROBLEMS[refusal] : 200
  return await deskPage(c, { title: voice.t('desk.callbacks.one'), view, status })
}

export async function overviewPage(
  c: Page,
  overview: Overview,
  outlet: string | null,
): Promise<Response> {
  const voice = voiceOf(c)
  const staff = staffIn(c)
  const view = (
    <OverviewView
      {...voice}
      {...{ overview, outlet }}
      mayExport={opensRoute(staff, 'survey.export')}
      hasPanel={opensRoute(staff, 'survey.edit')}
    />
  )
  return await deskPage(c, { title: voice.t('desk.surveys.title'), view })
}

type Panel = { readonly waves: readonly WaveRow[]; readonly typed: Form; readonly isBad: boolean }

export async function panelPage(c: Page, panel: Panel): Promise<Response> {
  const voice = voiceOf(c)
  const view = (
    <PanelView
      {...voice}
      {...panel}
      mayBegin={opensRoute(staffIn(c), 'survey.edit')}
      isSaved={isSaved(c.req.url)}
      commandId={crypto.randomUUID()}
    />
  )
  const status = panel.isBad ? 422 : 200
  return await deskPage(c, { title: voice.t('desk.surveys.panel'), view, status })
}

export async function wavePage(c: Page, shown: ShownWave): Promise<Response> {
  const voice = voiceOf(c)
  const title = voice.t('desk.surveys.panel')
  return await deskPage(c, { title, view: <WaveView {...voice} shown={shown} /> })
}
