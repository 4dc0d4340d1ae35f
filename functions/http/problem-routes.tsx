import { LOCALES, type Locale, localePath } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import { PROBLEMS, type ProblemCode } from './problem.ts'
import { answerProblem } from './problem-page.tsx'
import { type DeclaredRoute, pageRoute } from './route.ts'
import { pourPage } from './shell.tsx'

const isProblem = (code: string): code is ProblemCode => Object.hasOwn(PROBLEMS, code)

type ViewOfType = { readonly locale: Locale; readonly code: ProblemCode }

const ProblemTypeView = ({ locale, code }: ViewOfType) => {
  const t = translator(locale)
  return (
    <div className="prose-column">
      <h1>{t(`problems.${code}.title`)}</h1>
      <p className="text-muted">{t('problems.explained')}</p>
      <p>{t(`problems.${code}.detail`)}</p>
      <dl className="facts">
        <div>
          <dt>{t('problems.code')}</dt>
          <dd>
            <code>{code}</code>
          </dd>
        </div>
        <div>
          <dt>{t('problems.status')}</dt>
          <dd>{PROBLEMS[code]}</dd>
        </div>
      </dl>
      <p>
        <a className="tap-target" href={localePath(locale, '/')}>
          {t('problems.home')}
        </a>
      </p>
    </div>
  )
}

/** Every problem's `type` is an address that says what it means, in the language of the address. */
export const problemRoutes: readonly DeclaredRoute[] = LOCALES.map((locale) =>
  pageRoute({
    audience: 'public',
    method: 'get',
    path: localePath(locale, '/problems/{code}'),
    handler: async (c) => {
      const code = c.req.param('code') ?? ''
      if (!isProblem(code)) return await answerProblem(c, 'not_found')
      return await pourPage(
        { ...c.var.context, locale },
        {
          title: translator(locale)(`problems.${code}.title`),
          view: <ProblemTypeView locale={locale} code={code} />,
          path: `/problems/${code}`,
        },
      )
    },
  }),
)
