import type { Context } from 'hono'
import type { AppEnv } from '#functions/http/context.ts'
import { answerProblem } from '#functions/http/problem-page.tsx'
import { type DeclaredRoute, pageRoute } from '#functions/http/route.ts'
import { loadWall, wallKey } from './load-wall.ts'
import { readBoardTag } from './read-board.ts'
import { openScreen } from './screen-routes.ts'
import { wallFragment, wallPage } from './wall-pages.tsx'

const addressOf = async (c: Context<AppEnv>, outlet: string): Promise<string> =>
  `/desk/wall/${outlet}/${await wallKey(c.var.context.keys, outlet)}/`

/** Leads staff to the address that the screen on the wall is given, which needs nobody signed in. */
const open = pageRoute({
  audience: 'staff',
  permission: 'today.see',
  method: 'get',
  path: '/desk/wall/',
  handler: (c) =>
    openScreen(c, { permission: 'today.see', path: '/desk/wall/' }, async ({ code }) =>
      c.redirect(await addressOf(c, code), 303),
    ),
})

/** The outlet whose key stands in the address; null = another's, or none. */
async function outletOf(c: Context<AppEnv>): Promise<string | null> {
  const outlet = c.req.param('outlet')?.toUpperCase() ?? ''
  return c.req.param('key') === (await wallKey(c.var.context.keys, outlet)) ? outlet : null
}

const show = pageRoute({
  audience: 'public',
  method: 'get',
  path: '/desk/wall/{outlet}/{key}/',
  handler: async (c) => {
    const outlet = await outletOf(c)
    const wall = outlet && (await loadWall(c.var.context, outlet))
    if (!wall) return await answerProblem(c, 'not_found')
    return await wallPage(c, { wall, source: `${await addressOf(c, wall.outlet.code)}fragment` })
  },
})

const NEVER_KEPT = { 'Cache-Control': 'no-store' } as const

const fragment = pageRoute({
  audience: 'public',
  method: 'get',
  path: '/desk/wall/{outlet}/{key}/fragment',
  handler: async (c) => {
    const outlet = await outletOf(c)
    if (!outlet) return await answerProblem(c, 'not_found')
    const seen = c.req.header('If-None-Match')
    if (seen && seen === (await readBoardTag(c.var.context, outlet))) {
      return c.body(null, 304, { ETag: seen, ...NEVER_KEPT })
    }
    const wall = await loadWall(c.var.context, outlet)
    if (!wall) return await answerProblem(c, 'not_found')
    return c.html(wallFragment(wall), 200, { ETag: wall.tag, ...NEVER_KEPT })
  },
})

export const wallRoutes: readonly DeclaredRoute[] = [open, show, fragment]
