import type { Context } from 'hono'
import type { AppEnv } from '#functions/http/context.ts'
import { pourPage } from '#functions/http/shell.tsx'
import { translator } from '#i18n/translate.ts'
import type { Wall } from './load-wall.ts'
import { WallBoard, WallView } from './views/wall-view.tsx'

/** A television that lost its scripts still shows what is new. */
const RELOADS_AFTER_SECONDS = '300'

/** The wall in the desk's shell, without anybody's head. */
export async function wallPage(
  c: Context<AppEnv>,
  { wall, source }: { readonly wall: Wall; readonly source: string },
): Promise<Response> {
  const { context } = c.var
  return await pourPage(context, {
    title: translator(context.locale)('desk.today.wall'),
    view: <WallView wall={wall} source={source} />,
    path: c.req.path,
    desk: { head: '' },
    headers: { Refresh: RELOADS_AFTER_SECONDS, 'Referrer-Policy': 'no-referrer' },
  })
}

/** The part that changes, alone. */
export const wallFragment = (wall: Wall): string => String(<WallBoard wall={wall} />)
