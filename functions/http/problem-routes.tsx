import { localePath } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import type { RequestContext } from './context.ts'
import { PROBLEMS, type ProblemCode } from './problem.ts'
import { answerProblem } from './problem-page.tsx'
import { type DeclaredRoute, pageRoute } from './route.ts'
import { pourPage } from './shell.tsx'

const isProblem = (code: string): code is ProblemCode => Object.hasOwn(PROBLEMS, code)

type ViewOfType = { readonly locale: RequestContext['locale']; readonly code: ProblemCode }

const ProblemTypeView = ({ locale, code }: ViewOfType) => {
  const t = translator(locale)
  return (
    <>
      <h1>{t(`problems.${code}.title`)}</h1>
      <p>{t(`problems.${code}.detail`)}</p>
      <dl>
        <dt>{t('problems.code')}</dt>
        <dd>
          <code>{code}</code>
        </dd>
        <dt>{t('problems.status')}</dt>
        <dd>{PROBLEMS[code]}</dd>
      </dl>
      <p>
        <a className="link" href={localePath(locale, '/')}>
          {t('problems.home')}
        </a>
      </p>
    </>
  )
}

/** Every problem's `type` is an address that says what it means. */
export const problemRoutes: readonly DeclaredRoute[] = [
  pageRoute({
    audience: 'public',
    method: 'get',
    path: '/problems/{code}',
    handler: async (c) => {
      const code = c.req.param('code') ?? ''
      if (!isProblem(code)) return await answerProblem(c, 'not_found')
      const { context } = c.var
      return await pourPage(context, {
        title: translator(context.locale)(`problems.${code}.title`),
        view: <ProblemTypeView locale={context.locale} code={code} />,
        // One address for both languages, so the switch leads to the start page.
        path: '/',
        headers: { Vary: 'Accept-Language' },
      })
    },
  }),
]
