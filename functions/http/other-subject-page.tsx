import type { Context } from 'hono'
import { splitLocale } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import type { AppEnv } from './context.ts'
import { PROBLEMS } from './problem.ts'
import { pourPage } from './shell.tsx'

type Fields = Readonly<Record<string, string>>

/** Nobody keeps it, nobody lists it, and no other page learns of it. */
const HEADERS = {
  'Cache-Control': 'no-store',
  'X-Robots-Tag': 'noindex',
  'Referrer-Policy': 'no-referrer',
} as const

type Props = { readonly fields: Fields; readonly words: string; readonly action: string }

const OtherSubjectView = ({
  c,
  fields,
  words,
  action,
}: Props & { readonly c: Context<AppEnv> }) => {
  const t = translator(c.var.context.locale)
  return (
    <div className="prose-column">
      <h1>{t('problems.other_subject.title')}</h1>
      <p role="alert" data-notice="other_subject">
        {t('problems.other_subject.detail')}
      </p>
      {words && <p className="voice-words">{words}</p>}
      <form method="post" action={action}>
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button className="btn btn-primary" type="submit">
          {t('problems.send_again')}
        </button>
      </form>
    </div>
  )
}

/**
 * What answers a form that was made for something else than the browser's ticket is for now: nothing was
 * done, and the same form, with all that was typed, can be sent again once the right link is open.
 */
export async function otherSubjectPage(
  c: Context<AppEnv>,
  fields: Fields,
  words: string,
): Promise<Response> {
  const { context } = c.var
  const action = new URL(c.req.url).pathname
  return await pourPage(context, {
    title: translator(context.locale)('problems.other_subject.title'),
    view: <OtherSubjectView {...{ c, fields, words, action }} />,
    status: PROBLEMS.other_subject,
    path: splitLocale(c.req.path).path,
    headers: HEADERS,
  })
}
