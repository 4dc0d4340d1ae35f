import type { Context } from 'hono'
import { localePath, splitLocale } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import type { AppEnv, RequestContext } from './context.ts'
import { PROBLEMS, type ProblemCode, problem } from './problem.ts'
import { pourPage } from './shell.tsx'

type ViewOfProblem = {
  readonly context: Pick<RequestContext, 'locale' | 'requestId'>
  readonly code: ProblemCode
}

const ProblemView = ({ context: { locale, requestId }, code }: ViewOfProblem) => {
  const t = translator(locale)
  return (
    <div className="prose-column">
      <h1>{t(`problems.${code}.title`)}</h1>
      <p>{t(`problems.${code}.detail`)}</p>
      <p>
        <a className="tap-target" href={localePath(locale, '/')}>
          {t('problems.home')}
        </a>
      </p>
      <p className="text-sm">{t('problems.request', { id: requestId })}</p>
    </div>
  )
}

/** Whether the client would rather read a page than JSON. */
const readsHtml = (c: Context<AppEnv>): boolean =>
  !c.req.path.startsWith('/api/') && (c.req.header('Accept') ?? '').includes('text/html')

/** A problem for whoever asked: a page for a browser on a page's address, problem+json otherwise. */
export async function answerProblem(
  c: Context<AppEnv>,
  code: ProblemCode,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  if (!readsHtml(c)) return problem(c, code, { headers })
  const { context } = c.var
  return await pourPage(context, {
    title: translator(context.locale)(`problems.${code}.title`),
    view: <ProblemView context={context} code={code} />,
    status: PROBLEMS[code],
    path: splitLocale(c.req.path).path,
    headers,
  })
}
