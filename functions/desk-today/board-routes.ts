import type { Context } from 'hono'
import type { AppEnv } from '#functions/http/context.ts'
import { answerProblem } from '#functions/http/problem-page.tsx'
import { type DeclaredRoute, pageRoute } from '#functions/http/route.ts'
import { boardFragment, boardPage } from './board-pages.tsx'
import type { Opened } from './open-outlet.ts'
import { answerFragment, openScreen } from './screen-routes.ts'
import { showBoard } from './show-board.ts'
import { voiceOf } from './today-pages.tsx'
import type { BoardPage } from './views/board-view.tsx'

async function loadBoard(c: Context<AppEnv>, opened: Opened): Promise<BoardPage | null> {
  const board = await showBoard(c.var.context, opened)
  return 'refusal' in board ? null : { ...voiceOf(c), ...board }
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
