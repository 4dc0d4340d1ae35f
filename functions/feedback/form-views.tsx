import { COMPLAINT_CAUSES } from '#domain/complaints/complaint.ts'
import { THEMES } from '#domain/feedback/themes.ts'
import { spellCode } from '#domain/identifiers/crockford.ts'
import { ErrorSummary, Field, Tick } from '#functions/bookings/views/field.tsx'
import { type Locale, localePath } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import {
  CONSENT_WORDING,
  type FormKind,
  formPath,
  LONGEST_NAME,
  LONGEST_REACH,
  LONGEST_SAID,
  RETENTION_MONTHS,
  type Refused,
  type Typed,
} from './feedback-query.ts'

export type FormPage = {
  readonly locale: Locale
  readonly kind: FormKind
  /** What it may be about, as the form offers it: a repair in hand, or an outlet. */
  readonly offered: {
    readonly repair: string | null
    readonly outlet: { readonly code: string; readonly name: string } | null
  }
  readonly commandId: string
  readonly typed: Typed
  readonly errors: Refused
}

export const kindPath = (locale: Locale, kind: FormKind): string =>
  localePath(locale, formPath(kind))

/** What it is about: proposed, and taken out by the customer. */
function AboutFields({ locale, offered, typed, errors }: FormPage) {
  const t = translator(locale)
  const isFirst = Object.keys(typed).length === 0
  const { repair, outlet } = offered
  return (
    <>
      {outlet ? <input type="hidden" name="outlet" value={outlet.code} /> : null}
      {repair ? (
        <Tick
          {...{ t, errors, name: 'aboutRepair' }}
          label={t('feedback.form.repair', { code: spellCode(repair) })}
          checked={isFirst || typed['aboutRepair'] === 'yes'}
        />
      ) : null}
      {outlet ? (
        <Tick
          {...{ t, errors, name: 'aboutOutlet' }}
          label={t('feedback.form.outlet', { name: outlet.name })}
          checked={isFirst || typed['aboutOutlet'] === 'yes'}
        />
      ) : null}
    </>
  )
}

/** What it may be about, in a list: the causes of a complaint, or the topics of all else. */
const topicsOf = ({ locale, kind }: FormPage): readonly (readonly [string, string])[] => {
  const t = translator(locale)
  return kind === 'complaint'
    ? COMPLAINT_CAUSES.map((cause) => [cause, t(`feedback.cause.${cause}`)])
    : THEMES.map((theme) => [theme, t(`feedback.theme.${theme}`)])
}

function TopicField(page: FormPage) {
  const { locale, kind, typed } = page
  const t = translator(locale)
  return (
    <div className="book-field">
      <label htmlFor="topic">
        {t(kind === 'complaint' ? 'feedback.form.cause' : 'feedback.form.topic')}
        <span className="book-optional">{t('bookings.optional')}</span>
      </label>
      <select className="select book-input" id="topic" name="topic">
        <option value="">{t('feedback.form.topic_none')}</option>
        {topicsOf(page).map(([topic, label]) => (
          <option key={topic} value={topic} selected={typed['topic'] === topic}>
            {label}
          </option>
        ))}
      </select>
    </div>
  )
}

function WhoFields({ locale, typed, errors }: FormPage) {
  const t = translator(locale)
  const field = (name: string) => ({ t, name, value: typed[name] ?? '', errors, optional: true })
  return (
    <>
      <Field
        {...field('reach')}
        label={t('feedback.form.reach')}
        hint={t('feedback.form.reach_hint')}
        maxLength={LONGEST_REACH}
      />
      <Field
        {...field('name')}
        label={t('feedback.form.name')}
        autoComplete="name"
        maxLength={LONGEST_NAME}
      />
      <Tick
        {...{ t, errors, name: 'consent' }}
        label={t(`feedback.form.consent.${CONSENT_WORDING}`, { months: RETENTION_MONTHS })}
        hint={t('feedback.form.consent_hint')}
        checked={typed['consent'] === 'yes'}
      />
    </>
  )
}

/** What somebody has to say, and to whom the answer goes. */
export function FormView(page: FormPage) {
  const { locale, kind, typed, errors, commandId } = page
  const t = translator(locale)
  return (
    <div className="book">
      <ErrorSummary t={t} errors={errors} />
      <h1>{t(`feedback.form.${kind}`)}</h1>
      <p className="book-lead">{t(`feedback.start.${kind}.who`)}</p>
      <form method="post" action={kindPath(locale, kind)}>
        <input type="hidden" name="commandId" value={commandId} />
        <AboutFields {...page} />
        <Field
          {...{ t, errors, name: 'said', rows: 6, maxLength: LONGEST_SAID }}
          label={t('feedback.form.said')}
          hint={t('feedback.form.said_hint')}
          value={typed['said'] ?? ''}
        />
        <TopicField {...page} />
        <WhoFields {...page} />
        <p className="actions voice-actions">
          <button className="btn btn-primary" type="submit">
            {t('feedback.form.review')}
          </button>
        </p>
      </form>
    </div>
  )
}

type Line = readonly [term: string, said: string]

function linesOf(page: FormPage): readonly Line[] {
  const { locale, kind, offered, typed } = page
  const t = translator(locale)
  const { repair, outlet } = offered
  const about = [
    ...(repair && typed['aboutRepair'] === 'yes' ? [spellCode(repair)] : []),
    ...(outlet && typed['aboutOutlet'] === 'yes' ? [outlet.name] : []),
  ].join(' · ')
  const [, topic] = topicsOf(page).find(([one]) => one === typed['topic']) ?? []
  const reach = (typed['reach'] ?? '').trim()
  const name = (typed['name'] ?? '').trim()
  return [
    [t('feedback.review.kind'), t(`feedback.kind.${kind}`)],
    ...(about ? [[t('feedback.review.about'), about] as const] : []),
    ...(topic ? [[t('feedback.review.topic'), topic] as const] : []),
    [t('feedback.review.said'), (typed['said'] ?? '').trim()],
    [t('feedback.review.reach'), reach || t('feedback.review.anonymous')],
    ...(name ? [[t('feedback.review.name'), name] as const] : []),
  ]
}

/** What is going to be sent, word for word, before it is. */
export function ReviewView(page: FormPage) {
  const { locale, kind, typed } = page
  const t = translator(locale)
  const { step: _, ...carried } = typed
  return (
    <div className="prose-column">
      <h1>{t('feedback.review.title')}</h1>
      <dl className="voice-review">
        {linesOf(page).map(([term, said]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd className="voice-words">{said}</dd>
          </div>
        ))}
      </dl>
      <form method="post" action={kindPath(locale, kind)}>
        {Object.entries(carried).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <p className="actions voice-actions">
          <button className="btn btn-primary" type="submit" name="step" value="send">
            {t('feedback.review.send')}
          </button>
          <button className="btn btn-quiet" type="submit" name="step" value="change">
            {t('feedback.review.change')}
          </button>
        </p>
      </form>
    </div>
  )
}
