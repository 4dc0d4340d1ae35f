import type { Context } from 'hono'
import type { AppEnv } from '#functions/http/context.ts'
import { deskPage } from '#functions/http/desk-page.tsx'
import { translator } from '#i18n/translate.ts'
import type { OutletChoice } from './open-outlet.ts'
import { ChooseView } from './views/choose-view.tsx'
import type { Voice } from './views/texts.ts'
import type { TodayPage } from './views/today-page.ts'
import { TodayBoard, TodayView } from './views/today-view.tsx'

/** How a page speaks, and of which moment. */
export function voiceOf(c: Context<AppEnv>): Voice {
  const { locale, now, config } = c.var.context
  return { t: translator(locale), locale, now, catalogue: config.catalogue }
}

export async function todayPage(
  c: Context<AppEnv>,
  page: TodayPage,
  status = 200,
): Promise<Response> {
  const { t, locale, day } = page
  const title = `${t('desk.today.title')} · ${day.outlet.name[locale]}`
  return await deskPage(c, { title, view: <TodayView page={page} />, status })
}

/** The part that changes, alone. */
export const todayFragment = (page: TodayPage): string => String(<TodayBoard page={page} />)

export async function choosePage(
  c: Context<AppEnv>,
  choice: OutletChoice,
  path: string,
): Promise<Response> {
  const voice = voiceOf(c)
  const view = <ChooseView page={voice} choice={choice} path={path} />
  return await deskPage(c, { title: voice.t('desk.today.choose_outlet'), view })
}
