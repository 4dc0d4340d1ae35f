import type { Context } from 'hono'
import type { AppEnv } from '#functions/http/context.ts'
import { answerProblem } from '#functions/http/problem-page.tsx'
import { type DeclaredRoute, pageRoute } from '#functions/http/route.ts'
import { pourPage } from '#functions/http/shell.tsx'
import { LOCALES, localePath } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import { listMessages } from './list-messages.ts'
import { MessageList } from './message-views.tsx'

const PATH = '/demo/messages/'
const MOST = 50

/** Shows where a demonstration asks for it: anywhere else the links are their customers' own. */
async function showMessages(c: Context<AppEnv>): Promise<Response> {
  const { context } = c.var
  if (!context.showsMessages) return await answerProblem(c, 'not_found')
  const { origin } = new URL(c.req.url)
  const messages = await listMessages(context, { most: MOST, origin })
  return await pourPage(context, {
    title: translator(context.locale)('demo_messages.title'),
    view: <MessageList locale={context.locale} most={MOST} now={context.now} messages={messages} />,
    path: PATH,
  })
}

export const messageRoutes: readonly DeclaredRoute[] = LOCALES.flatMap((locale) => [
  pageRoute({
    audience: 'public',
    method: 'get',
    path: localePath(locale, PATH.slice(0, -1)),
    handler: (c) => c.redirect(localePath(locale, PATH), 308),
  }),
  pageRoute({
    audience: 'public',
    method: 'get',
    path: localePath(locale, PATH),
    handler: showMessages,
  }),
])
