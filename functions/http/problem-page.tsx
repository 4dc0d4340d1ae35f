import type { Context } from 'hono'
import { localePath, splitLocale } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import type { AppEnv, RequestContext } from './context.ts'
import { DeskHead } from './desk-head.tsx'
import { PROBLEMS, type ProblemCode, problem, problemText } from './problem.ts'
import { pourPage } from './shell.tsx'

type ViewOfProblem = {
  readonly context: Pick<RequestContext, 'locale' | 'requestId'>
  readonly code: ProblemCode
  readonly isOfDesk: boolean
  readonly roles: readonly string[]
}

const ProblemView = ({ context: { locale, requestId }, code, isOfDesk, roles }: ViewOfProblem) => {
  const t = translator(locale)
  return (
    <div className="prose-column">
      <h1>{t(`problems.${code}.title`)}</h1>
      <p>{problemText(locale, code, roles)}</p>
      <p>
        <a className="tap-target" href={isOfDesk ? '/desk/' : localePath(locale, '/')}>
          {t(isOfDesk ? 'problems.desk' : 'problems.home')}
        </a>
      </p>
      <p className="text-sm">{t('problems.request', { id: requestId })}</p>
    </div>
  )
}

/** Whether the client would rather read a page than JSON. */
const readsHtml = (c: Context<AppEnv>): boolean =>
  !c.req.path.startsWith('/api/') && (c.req.header('Accept') ?? '').includes('text/html')

const isOfDesk = ({ req }: Context<AppEnv>): boolean => /^\/desk(?:\/|$)/.test(req.path)

/** Whoever works at the desk stays there: its head leads on, and a mistyped code is typed again. */
function deskOf(c: Context<AppEnv>) {
  const { context, staff = null } = c.var
  if (!isOfDesk(c)) return {}
  const t = translator(context.locale)
  const brand = context.config.brand.name
  return { desk: { head: <DeskHead {...{ t, staff, brand }} path={c.req.path} /> } }
}

/** A problem for whoever asked: a page for a browser on a page's address, problem+json otherwise. */
export async function answerProblem(
  c: Context<AppEnv>,
  code: ProblemCode,
  headers: Readonly<Record<string, string>> = {},
  roles: readonly string[] = [],
): Promise<Response> {
  if (!readsHtml(c)) return problem(c, code, { headers, roles })
  const { context } = c.var
  return await pourPage(context, {
    title: translator(context.locale)(`problems.${code}.title`),
    view: <ProblemView {...{ context, code, roles }} isOfDesk={isOfDesk(c)} />,
    ...deskOf(c),
    status: PROBLEMS[code],
    path: splitLocale(c.req.path).path,
    headers,
  })
}
