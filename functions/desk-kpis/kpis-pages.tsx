import type { Context } from 'hono'
import { definitionText } from '#components/kpis/definition-text.ts'
import type { FigureId } from '#domain/kpis/kpi-definitions.ts'
import { kpiPlaceKey } from '#domain/kpis/kpi-place.ts'
import { contestUntil } from '#domain/publications/publication-calendar.ts'
import { opensRoute, type Permission } from '#domain/staff/permissions.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { deskPage } from '#functions/http/desk-page.tsx'
import { cursorTo } from '#functions/http/list-cursor.ts'
import { staffIn } from '#functions/http/staff-guard.ts'
import type { ListedBehind } from '#functions/kpis/list-behind.ts'
import { translator } from '#i18n/translate.ts'
import { BehindView } from './views/behind-view.tsx'
import { KpiView, type ShownKpi } from './views/kpi-view.tsx'
import { KpisView, type ShownKpis } from './views/kpis-view.tsx'

type Page = Context<AppEnv>

export async function kpisPage(c: Page, shown: Omit<ShownKpis, 't' | 'locale'>): Promise<Response> {
  const { locale } = c.var.context
  const t = translator(locale)
  const view = <KpisView {...{ t, locale, ...shown }} />
  return await deskPage(c, {
    ...{ title: t('desk.kpis.title'), view, status: shown.read ? 200 : 422 },
  })
}

type Kpi = Omit<ShownKpi, 't' | 'locale' | 'may' | 'contest'>

/** The form in which a figure of an outlet is contested, filled in, while its month's window is open. */
function contestOf(c: Page, { read, id: kpi }: Kpi): string | null {
  if (read?.place.kind !== 'outlet') return null
  const { month, today, place } = read
  if (today > contestUntil(month, c.var.context.config.publications)) return null
  const said = new URLSearchParams({ outlet: place.id, month, kpi })
  return `/desk/publications/contests/?${said}`
}

export async function kpiPage(c: Page, shown: Kpi): Promise<Response> {
  const { locale } = c.var.context
  const t = translator(locale)
  const may = (permission: Permission) => opensRoute(staffIn(c), permission)
  const contest = contestOf(c, shown)
  const view = <KpiView {...{ t, locale, may, contest, ...shown }} />
  const { title } = definitionText(locale, shown.id)
  return await deskPage(c, { title, view, status: shown.read ? 200 : 422 })
}

/** The list that cursors of repairs behind an outlet's figures are sealed for: whatever the figure, it is one. */
export const behindList = (place: string, month: string): string => `behind/${place}/${month}`

export async function behindPage(c: Page, id: FigureId, listed: ListedBehind): Promise<Response> {
  const { locale } = c.var.context
  const t = translator(locale)
  const list = behindList(kpiPlaceKey(listed.place), listed.month)
  const next = await cursorTo(c, list, listed.next)
  const view = <BehindView {...{ t, locale, id, listed, next }} />
  return await deskPage(c, { title: t('desk.kpis.behind.title'), view })
}
