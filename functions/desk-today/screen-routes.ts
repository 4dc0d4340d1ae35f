import type { Context } from 'hono'
import type { Permission } from '#domain/staff/permissions.ts'
import type { AppEnv } from '#functions/http/context.ts'
import { answerProblem } from '#functions/http/problem-page.tsx'
import { staffIn } from '#functions/http/staff-guard.ts'
import { firstOwnOutlet, type Opened, openOutlet, outletsToOpen } from './open-outlet.ts'
import { readBoardTag } from './read-board.ts'
import { choosePage } from './today-pages.tsx'

type Screen = {
  readonly permission: Permission
  /** Where the screen is: what a chosen outlet opens. */
  readonly path: string
}

const asking = (c: Context<AppEnv>) => ({ hub: c.var.context.hub, staff: staffIn(c) })

const written = (c: Context<AppEnv>): string | undefined => c.req.query('outlet')?.toUpperCase()

/**
 * Opens the screen of the outlet that the address names, else of the person's first own one; whoever
 * has none of their own, or asks for another, chooses one.
 */
export async function openScreen(
  c: Context<AppEnv>,
  { permission, path }: Screen,
  show: (opened: Opened) => Promise<Response>,
): Promise<Response> {
  const outlet = written(c) ?? firstOwnOutlet(staffIn(c), permission)
  if (!outlet) return await choosePage(c, await outletsToOpen(asking(c), permission), path)
  const opened = await openOutlet(asking(c), outlet, permission)
  return opened.ok ? await show(opened) : await answerProblem(c, opened.refusal)
}

const HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
} as const

/**
 * Answers what a screen asks by itself: nothing new for whoever has the last ETag, after a row of each
 * database, else the part that changes.
 */
export async function answerFragment(
  c: Context<AppEnv>,
  permission: Permission,
  render: (opened: Opened) => Promise<{ readonly tag: string; readonly html: string } | null>,
): Promise<Response> {
  const opened = await openOutlet(asking(c), written(c) ?? '', permission)
  if (!opened.ok) return await answerProblem(c, opened.refusal)
  const seen = c.req.header('If-None-Match')
  if (seen && seen === (await readBoardTag(c.var.context, opened.code))) {
    return c.body(null, 304, { ETag: seen, 'Cache-Control': 'no-store' })
  }
  const part = await render(opened)
  if (!part) return await answerProblem(c, 'unknown_outlet')
  return c.body(part.html, 200, { ...HEADERS, ETag: part.tag })
}
