import type { FixpointConfig } from '#config'
import { HOTLINE_SOLUTIONS, HOTLINE_TOPICS, LOGGED_RESULTS } from '#domain/desk/hotline-codes.ts'
import { spellCode } from '#domain/identifiers/crockford.ts'
import type { Refused, Typed } from '#functions/bookings/contact-query.ts'
import type { Locale } from '#i18n/locale.ts'
import { plural, type Translate, translator } from '#i18n/translate.ts'
import { modelOptions, SelectField, TextField } from './desk-inputs.tsx'

export type HotlineForm = 'status' | 'solved' | 'call'

/** What may be told of a repair, in each language. */
export type Told = {
  readonly code: string
  readonly sentences: readonly (readonly [locale: Locale, text: string])[]
}

export type Call = {
  readonly id: string
  readonly minutesAgo: number
  readonly result: string
  readonly topic: string
  readonly code: string | null
}

export type HotlinePage = {
  readonly locale: Locale
  readonly config: Pick<FixpointConfig, 'catalogue'>
  readonly commandId: string
  readonly calls: readonly Call[]
  /** The form that came back, with what was typed into it and what is wrong. */
  readonly form: HotlineForm | null
  readonly typed: Typed
  readonly errors: Refused
  readonly told: Told | null
  /** What the caller said isn't what is on record. */
  readonly isMismatch: boolean
  readonly notice: 'solved' | 'logged' | null
}

const EMPTY = { typed: {}, errors: {} }

/** A form's own state, where it is the one that came back. */
const stateOf = (page: HotlinePage, form: HotlineForm) => ({
  t: translator(page.locale),
  form,
  ...(page.form === form ? { typed: page.typed, errors: page.errors } : EMPTY),
})

/** Each part's first field takes the focus. */
const PARTS = [
  ['status', '#status-code'],
  ['request', '/desk/hotline/request/'],
  ['solved', '#solved-topic'],
  ['call', '#call-result'],
] as const

/** Ways to the parts of the page for hands that stay on the keyboard. */
const Shortcuts = ({ t }: { readonly t: Translate }) => (
  <nav className="desk-row" aria-label={t('desk.hotline.parts')}>
    {PARTS.map(([part, href], place) => (
      <a
        key={part}
        className="btn"
        href={href}
        data-alt-key={place + 1}
        aria-keyshortcuts={`Alt+${place + 1}`}
      >
        <span className="hotline-key">{place + 1}</span>
        {t(`desk.hotline.part.${part}`)}
      </a>
    ))}
  </nav>
)

function ToldStatus({
  t,
  told,
  isMismatch,
}: Pick<HotlinePage, 'told' | 'isMismatch'> & { t: Translate }) {
  if (isMismatch) {
    return (
      <p className="desk-alarm" role="alert">
        {t('desk.hotline.mismatch')}
      </p>
    )
  }
  if (!told) return null
  return (
    <div className="hotline-told" role="status">
      <p className="desk-muted">{t('desk.hotline.tell', { code: spellCode(told.code) })}</p>
      {told.sentences.map(([locale, text]) => (
        <p key={locale} lang={locale} className="hotline-sentence">
          {text}
        </p>
      ))}
      <p>
        <a className="tap-target" href={`/desk/repairs/${told.code}/`}>
          {t('desk.hotline.open')}
        </a>
      </p>
    </div>
  )
}

function StatusPart({ page }: { readonly page: HotlinePage }) {
  const state = stateOf(page, 'status')
  const { t } = state
  return (
    <section className="desk-part" id="status" aria-labelledby="status-title">
      <h2 id="status-title">{t('desk.hotline.part.status')}</h2>
      <ToldStatus t={t} told={page.told} isMismatch={page.isMismatch} />
      <form className="desk-form" method="post" action="/desk/hotline/status" noValidate>
        <input type="hidden" name="commandId" value={page.commandId} />
        <TextField {...state} name="code" label={t('desk.hotline.code')} maxLength={40} isFirst />
        <TextField
          {...state}
          name="last4"
          label={t('desk.hotline.last4')}
          hint={t('desk.hotline.last4_hint')}
          inputMode="numeric"
          maxLength={8}
          short
        />
        <fieldset className="hotline-or">
          <legend>{t('desk.hotline.or_name')}</legend>
          <TextField {...state} name="name" label={t('desk.hotline.name')} />
          <SelectField
            {...state}
            name="model"
            label={t('desk.hotline.model')}
            empty={t('bookings.start.choose')}
            options={modelOptions(t, page.config.catalogue)}
          />
        </fieldset>
        <button className="btn btn-primary" type="submit">
          {t('desk.hotline.check')}
        </button>
      </form>
    </section>
  )
}

const topicOptions = (t: Translate) =>
  HOTLINE_TOPICS.map((topic) => [topic, t(`desk.hotline.topic.${topic}`)] as const)

function SolvedPart({ page }: { readonly page: HotlinePage }) {
  const state = stateOf(page, 'solved')
  const { t } = state
  return (
    <section className="desk-part" id="solved" aria-labelledby="solved-title">
      <h2 id="solved-title">{t('desk.hotline.part.solved')}</h2>
      <form className="desk-form" method="post" action="/desk/hotline/calls" noValidate>
        <input type="hidden" name="commandId" value={`${page.commandId}-solved`} />
        <input type="hidden" name="result" value="solved" />
        <SelectField
          {...state}
          name="topic"
          label={t('desk.hotline.topic')}
          empty={t('desk.hotline.choose')}
          options={topicOptions(t)}
        />
        <SelectField
          {...state}
          name="solution"
          label={t('desk.hotline.solution')}
          empty={t('desk.hotline.choose')}
          options={HOTLINE_SOLUTIONS.map(
            (one) => [one, t(`desk.hotline.solution.${one}`)] as const,
          )}
        />
        <TextField {...state} name="code" label={t('desk.hotline.code')} maxLength={40} optional />
        <button className="btn btn-primary" type="submit">
          {t('desk.hotline.solved')}
        </button>
      </form>
    </section>
  )
}

function CallPart({ page }: { readonly page: HotlinePage }) {
  const state = stateOf(page, 'call')
  const { t } = state
  return (
    <section className="desk-part" id="call" aria-labelledby="call-title">
      <h2 id="call-title">{t('desk.hotline.part.call')}</h2>
      <form className="desk-form" method="post" action="/desk/hotline/calls" noValidate>
        <input type="hidden" name="commandId" value={`${page.commandId}-call`} />
        <SelectField
          {...state}
          name="result"
          label={t('desk.hotline.result')}
          empty={t('desk.hotline.choose')}
          options={LOGGED_RESULTS.map((one) => [one, t(`desk.hotline.result.${one}`)] as const)}
        />
        <SelectField
          {...state}
          name="topic"
          label={t('desk.hotline.topic')}
          empty={t('desk.hotline.choose')}
          options={topicOptions(t)}
        />
        <TextField {...state} name="code" label={t('desk.hotline.code')} maxLength={40} optional />
        <button className="btn btn-primary" type="submit">
          {t('desk.hotline.log')}
        </button>
      </form>
    </section>
  )
}

function Calls({ page: { locale, calls } }: { readonly page: HotlinePage }) {
  const t = translator(locale)
  if (calls.length === 0) return null
  return (
    <section className="desk-part" aria-labelledby="calls-title">
      <h2 id="calls-title">{t('desk.hotline.own_calls')}</h2>
      <ul className="desk-list">
        {calls.map(({ id, minutesAgo, result, topic, code }) => (
          <li key={id}>
            <span className="desk-muted">
              {plural(locale, 'desk.hotline.minutes_ago', minutesAgo)}
            </span>{' '}
            {t(`desk.hotline.result.${result as 'ended'}`)} ·{' '}
            {t(`desk.hotline.topic.${topic as 'other'}`)}
            {code ? ` · ${spellCode(code)}` : ''}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The hotline: tell a status, register, solved now, log the call. */
export function HotlineView(page: HotlinePage) {
  const t = translator(page.locale)
  return (
    <div className="hotline">
      <h1>{t('desk.hotline.title')}</h1>
      {page.notice ? <p role="status">{t(`desk.hotline.notice.${page.notice}`)}</p> : null}
      <Shortcuts t={t} />
      <div className="desk-columns">
        <StatusPart page={page} />
        <SolvedPart page={page} />
        <div className="hotline-column">
          <CallPart page={page} />
          <Calls page={page} />
        </div>
      </div>
    </div>
  )
}
