import type { Context } from 'hono'
import { boardColumns } from '#domain/desk/board-columns.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { answerProblem } from '#functions/http/problem-page.tsx'
import { type DeclaredRoute, pageRoute } from '#functions/http/route.ts'
import { boardFragment, boardPage } from './board-pages.tsx'
import { loadBeside } from './load-beside.ts'
import { loadOutletDay } from './load-outlet-day.ts'
import { answerFragment, type Opened, openScreen } from './screen-routes.ts'
import { voiceOf } from './today-pages.tsx'
import type { BoardPage } from './views/board-view.tsx'

async function loadBoard(c: Context<AppEnv>, { code }: Opened): Promise<BoardPage | null> {
  const { context } = c.var
  const day = await loadOutletDay(context, code)
  if (!day) return null
  const { names } = await loadBeside(context, day.repairs, { watches: false })
  return { ...voiceOf(c), day, names, columns: boardColumns(day.repairs) }
}

const staff = { audience: 'staff', permission: 'board.see', method: 'get' } as const

const board = pageRoute({
  ...staff,
  path: '/desk/board/',
  handler: (c) =>
    openScreen(c, { permission: 'board.see', path: '/desk/board/' }, async (opened) => {
      const page = await loadBoard(c, opened)
      return page ? await boardPage(c, page) : await answerProblem(c, 'unknown_outlet')
    }),
})

const fragment = pageRoute({
  ...staff,
  isQuiet: true,
  path: '/desk/board/fragment',
  handler: (c) =>
    answerFragment(c, 'board.see', async (opened) => {
      const page = await loadBoard(c, opened)
      return page && { tag: page.day.tag, html: boardFragment(page) }
    }),
})

export const boardRoutes: readonly DeclaredRoute[] = [board, fragment]
