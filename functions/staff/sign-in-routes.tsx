import type { Context } from 'hono'
import type { AppEnv } from '#functions/http/context.ts'
import { DeskHead } from '#functions/http/desk-head.tsx'
import { formPosts } from '#functions/http/form-posts.ts'
import { answerProblem } from '#functions/http/problem-page.tsx'
import { type DeclaredRoute, pageRoute } from '#functions/http/route.ts'
import { pourPage } from '#functions/http/shell.tsx'
import { SIGN_IN_PATH } from '#functions/http/staff-guard.ts'
import { translator } from '#i18n/translate.ts'
import { signIn } from './sign-in.ts'
import { type SignInFault, SignInView } from './views/sign-in-view.tsx'
import { whoAsks } from './who-asks.ts'

type Page = Context<AppEnv>

/** Where to after the sign-in: a path of the desk and nothing else, or the desk's first page. */
export const pathOfDesk = (asked: string | undefined): string =>
  asked !== undefined && /^\/desk\/(?!\/)[\w/.~%?=&+-]*$/.test(asked) ? asked : '/desk/'

type Shown = { readonly fault: SignInFault | null; readonly email: string; readonly next: string }

const LONGEST_AGENT = 200

const STATUSES = { refused: 401, locked: 429 } as const

async function signInPage(c: Page, shown: Shown): Promise<Response> {
  const { context } = c.var
  const t = translator(context.locale)
  const brand = context.config.brand.name
  return await pourPage(context, {
    title: t('desk.sign_in.title'),
    view: <SignInView t={t} {...shown} />,
    status: shown.fault ? STATUSES[shown.fault] : 200,
    path: SIGN_IN_PATH,
    desk: { head: <DeskHead {...{ t, staff: null, brand }} path={SIGN_IN_PATH} /> },
    headers: { Vary: 'Accept-Language' },
  })
}

const open = pageRoute({
  audience: 'public',
  method: 'get',
  path: SIGN_IN_PATH,
  handler: async (c) => {
    const { context } = c.var
    const next = pathOfDesk(c.req.query('next'))
    const found = await whoAsks(context, c.req.raw.headers, { prolong: false })
    if (found) return c.redirect(next, 303)
    if (context.access) return await answerProblem(c, 'no_staff_session')
    return await signInPage(c, { fault: null, email: '', next })
  },
})

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

// No allowance: whoever shares the shop's network would use up the staff's. Tries are counted in the
// database (sign-in-tries.ts), and one that is locked writes no row.
const enter = pageRoute({
  audience: 'public',
  method: 'post',
  path: SIGN_IN_PATH,
  middleware: [formPosts],
  handler: async (c) => {
    const { context } = c.var
    if (context.access) return await answerProblem(c, 'no_staff_session')
    const form = await c.req.parseBody()
    const typed = {
      email: textOf(form['email']),
      password: textOf(form['password']),
      userAgent: c.req.header('User-Agent')?.slice(0, LONGEST_AGENT) ?? null,
    }
    const next = pathOfDesk(textOf(form['next']))
    const outcome = await signIn(context, typed)
    if (outcome.kind !== 'in') {
      return await signInPage(c, { fault: outcome.kind, email: typed.email, next })
    }
    for (const cookie of outcome.cookies) c.header('Set-Cookie', cookie, { append: true })
    return c.redirect(next, 303)
  },
})

const slashed = ['/desk', '/desk/sign-in'].map((path) =>
  pageRoute({
    audience: 'public',
    method: 'get',
    path,
    handler: (c) => c.redirect(`${path}/`, 308),
  }),
)

export const signInRoutes: readonly DeclaredRoute[] = [open, enter, ...slashed]
