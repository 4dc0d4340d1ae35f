import type { Context } from 'hono'
import { spellCode } from '#domain/identifiers/crockford.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { deskPage } from '#functions/http/desk-page.tsx'
import { type VisitPage, VisitView } from './views/visit-view.tsx'

export const visitPage = async (
  c: Context<AppEnv>,
  page: VisitPage,
  status = 200,
): Promise<Response> =>
  await deskPage(c, {
    title: `${page.t('desk.today.visit')} ${spellCode(page.visit.booking.code)}`,
    view: <VisitView page={page} />,
    status,
  })
