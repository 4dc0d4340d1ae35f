import type { Context } from 'hono'
import type { AppEnv } from '#functions/http/context.ts'
import { deskPage } from '#functions/http/desk-page.tsx'
import { BoardColumns, type BoardPage, BoardView } from './views/board-view.tsx'

export async function boardPage(c: Context<AppEnv>, page: BoardPage): Promise<Response> {
  const title = `${page.t('desk.nav.board')} · ${page.day.outlet.name[page.locale]}`
  return await deskPage(c, { title, view: <BoardView page={page} /> })
}

/** The part that changes, alone. */
export const boardFragment = (page: BoardPage): string => String(<BoardColumns page={page} />)
