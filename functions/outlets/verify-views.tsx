import type { FixpointConfig } from '#config'
import { spellCode } from '#domain/identifiers/crockford.ts'
import type { Outlet } from '#domain/outlets/outlet.ts'
import { isGenuine, type PlaqueStatus } from '#domain/outlets/plaque-verdict.ts'
import { fullDate } from '#i18n/format.ts'
import { type Locale, localePath } from '#i18n/locale.ts'
import { type Translate, translator } from '#i18n/translate.ts'
import type { PlaqueAnswer } from './verify-plaque.ts'

const EXAMPLE = '7K3M-9QXF-C'

/** Letters, then digits, as outlet codes are written; a plaque code mixes them. */
const looksLikeOutletCode = (text: string): boolean =>
  /^(?:[a-z]{1,8}-?\d{1,10}|x-[0-9a-z]{10})$/i.test(text.trim())

/** A text around a code, which never breaks across lines. */
function Around({ text, code }: { readonly text: string; readonly code: string }) {
  const [before, after] = text.split('\n')
  return (
    <>
      {before}
      <span className="whitespace-nowrap">{code}</span>
      {after}
    </>
  )
}

function refusal(typed: string, t: Translate): string {
  if (!typed) return t('verify.empty')
  return looksLikeOutletCode(typed)
    ? t('verify.outlet_code', { code: typed.toUpperCase() })
    : t('verify.mistyped')
}

type FormProps = {
  readonly locale: Locale
  /** What was typed and can't be a code; null = nothing yet. */
  readonly refused: string | null
}

/** The form. It posts, so that a code never stands in an address, a history or a log. */
export function VerifyForm({ locale, refused }: FormProps) {
  const t = translator(locale)
  const wrong = refused !== null
  return (
    <div className="prose-column">
      <h1>{t('verify.title')}</h1>
      <p>{t('verify.intro')}</p>
      <form method="post" action={localePath(locale, '/verify/')}>
        <label className="mb-1 block font-semibold" htmlFor="plaque-code">
          {t('verify.label')}
        </label>
        {wrong ? (
          <p id="plaque-error" className="mb-1 font-semibold text-error" role="alert">
            {refusal(refused, t)}
          </p>
        ) : null}
        <div className="flex gap-2">
          <input
            className="input h-12 w-full min-w-0 flex-1 uppercase"
            id="plaque-code"
            name="plaqueCode"
            type="text"
            value={refused ?? ''}
            maxLength={40}
            required
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            aria-invalid={wrong ? 'true' : undefined}
            aria-describedby={wrong ? 'plaque-error plaque-hint' : 'plaque-hint'}
          />
          <button className="btn btn-primary h-12" type="submit">
            {t('verify.check')}
          </button>
        </div>
        <p id="plaque-hint" className="mt-1 text-muted">
          <Around text={t('verify.hint', { code: '\n' })} code={EXAMPLE} />
        </p>
      </form>
    </div>
  )
}

type Fact = readonly [term: string, value: string]

function factsOf(outlet: Outlet, status: PlaqueStatus, locale: Locale, t: Translate): Fact[] {
  const dated = (term: string, date: string | null): Fact[] =>
    date ? [[term, fullDate(locale, date)]] : []
  const { suspension, openedOn, closedOn, qualificationSince } = outlet
  const suspended = status === 'suspended' ? suspension : null
  const reason = suspended?.reason?.[locale]
  return [
    [t('verify.fact.name'), outlet.name[locale]],
    [t('verify.fact.address'), outlet.address[locale]],
    ...dated(t('verify.fact.since'), openedOn),
    ...dated(
      t('verify.fact.disqualified_since'),
      status === 'disqualified' ? qualificationSince : null,
    ),
    ...dated(t('verify.fact.closed_on'), status === 'closed' ? closedOn : null),
    ...dated(t('verify.fact.suspended_until'), suspended?.until ?? null),
    ...(reason ? [[t('verify.fact.reason'), reason] as const] : []),
  ]
}

type FactsProps = {
  readonly outlet: Outlet
  readonly status: PlaqueStatus
  readonly locale: Locale
}

function Facts({ outlet, status, locale }: FactsProps) {
  const t = translator(locale)
  return (
    <dl className="facts facts-tight">
      {factsOf(outlet, status, locale, t).map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

type GivenAnswer = Exclude<PlaqueAnswer, { readonly kind: 'mistyped' }>

const verdictOf = (answer: GivenAnswer) => (answer.kind === 'found' ? answer.status : 'unknown')

/** The page's title: the verdict first, which a tab and a screen reader say before all else. */
export function answerTitle(answer: GivenAnswer, locale: Locale): string {
  const t = translator(locale)
  return `${t(`verify.${verdictOf(answer)}.title`)} · ${t('verify.title')}`
}

/** The title of the form, which says so where it is shown again for a mistake. */
export function formTitle(refused: string | null, locale: Locale): string {
  const t = translator(locale)
  const title = t('verify.title')
  return refused === null ? title : t('verify.refused_title', { title })
}

type AnswerProps = {
  readonly locale: Locale
  readonly answer: GivenAnswer
  /** As read, for comparing with the plaque. */
  readonly code: string
  readonly hotline: FixpointConfig['hotline']
}

/** Genuine or not, whose plaque it is, and what to do. */
export function VerifyAnswer({ locale, answer, code, hotline }: AnswerProps) {
  const t = translator(locale)
  const status = verdictOf(answer)
  const genuine = status !== 'unknown' && isGenuine(status)
  const outlet = answer.kind === 'found' ? answer.outlet : null
  return (
    <div className="prose-column">
      <div className={status === 'authorised' ? 'panel' : 'notice'} data-verdict={status}>
        <h1>{t(`verify.${status}.title`)}</h1>
        <p>{t(`verify.${status}.text`)}</p>
        <p>
          <Around text={t('verify.code_read', { code: '\n' })} code={spellCode(code)} />
        </p>
        {outlet?.tags.includes('demo') ? (
          <p className="demo-note">{t('outlet_page.demo')}</p>
        ) : null}
        {answer.kind === 'found' ? (
          <Facts outlet={answer.outlet} status={answer.status} locale={locale} />
        ) : null}
      </div>
      <p className="flex flex-wrap gap-2">
        {outlet && genuine ? (
          <a
            className="btn btn-outline"
            href={localePath(locale, `/outlets/${outlet.code.toLowerCase()}/`)}
          >
            {t('verify.page')}
          </a>
        ) : null}
        {status === 'authorised' ? null : (
          <>
            <a className="btn btn-primary" href={localePath(locale, '/outlets/')}>
              {t('verify.find')}
            </a>
            <a className="btn btn-outline" href={`tel:${hotline.dial}`}>
              {t('verify.call', { phone: hotline.display })}
            </a>
          </>
        )}
        <a className="btn btn-outline" href={localePath(locale, '/verify/')}>
          {t('verify.again')}
        </a>
      </p>
    </div>
  )
}
