import { spellCode } from '#domain/identifiers/crockford.ts'
import type { Template, TemplateVariables } from '#domain/messages/templates.ts'
import { type AnyTemplate, isAnyTemplate } from '#domain/messages/voice-templates.ts'
import type { ProblemCode } from '#functions/http/problem.ts'
import { shortDate, shortTime } from '#functions/messages/rendering/short-words.ts'
import { voiceOfSubject } from '#functions/voices/voice-link.ts'
import { fillIn } from '#i18n/fill-in.ts'
import { LOCALES, type Locale } from '#i18n/locale.ts'
import { messages } from '#i18n/messages.ts'
import { type Translate, translator } from '#i18n/translate.ts'
import { type ListedState, MESSAGE_STATES, type OutboxRow } from '../list-outbox.ts'
import { Refusal, Seen } from './form-parts.tsx'
import { timeText } from './network-time.ts'

type Props = {
  readonly t: Translate
  readonly locale: Locale
  readonly zone: string
  readonly state: ListedState
  readonly rows: readonly OutboxRow[]
  readonly mayRetry: boolean
  readonly maySeeRepairs: boolean
  readonly refusal: ProblemCode | null
}

const codeOf = ({ subject }: OutboxRow): string =>
  voiceOfSubject(subject)?.code ?? subject.slice(subject.indexOf('/') + 1)

const Retry = ({ t, row }: { readonly t: Translate; readonly row: OutboxRow }) => (
  <form method="post" action="/desk/messages/retry">
    <Seen version={row.version} commandId={crypto.randomUUID()} />
    <input type="hidden" name="subject" value={row.subject} />
    <input type="hidden" name="template" value={row.template} />
    <button className="btn" type="submit">
      {t('desk.network.messages.retry')}
    </button>
  </form>
)

/** What a message says, without what it would be filled with. */
const gistOf = (locale: Locale, template: string): string =>
  isAnyTemplate(template)
    ? messages[locale][`messages_sent.${template}`]
        .replaceAll(/\{\w+\}/g, '…')
        .replace(/[:：]$/, '')
    : template

const Row = ({ row, ...props }: Props & { readonly row: OutboxRow }) => {
  const { t, locale, zone, state, mayRetry, maySeeRepairs } = props
  const code = codeOf(row)
  const at = state === 'dead' ? row.finished_at : row.due_at
  return (
    <tr>
      <th scope="row" className="network-code">
        {maySeeRepairs && !voiceOfSubject(row.subject) ? (
          <a className="tap-target" href={`/desk/repairs/${code}/`}>
            {spellCode(code)}
          </a>
        ) : (
          spellCode(code)
        )}
      </th>
      <td>{row.home_outlet}</td>
      <td>
        <a className="tap-target" href={`/desk/messages/templates/#${row.template}`}>
          {gistOf(locale, row.template)}
        </a>
      </td>
      <td data-label={t(`desk.network.messages.at.${state}`)}>
        {at === null ? '' : timeText(locale, zone, at)}
      </td>
      <td data-label={t('desk.network.messages.attempts')}>
        {row.attempts} {row.last_error && <code>{row.last_error}</code>}
      </td>
      {state === 'dead' && <td>{mayRetry && <Retry t={t} row={row} />}</td>}
    </tr>
  )
}

/** Messages that failed or wait; never what they say, nor to whom. */
export const MessagesView = (props: Props) => {
  const { t, state, rows, refusal } = props
  return (
    <>
      <div className="network-head">
        <h1>{t('desk.network.messages.title')}</h1>
        <a className="btn" href="/desk/messages/templates/">
          {t('desk.network.messages.templates')}
        </a>
      </div>
      <Refusal t={t} refusal={refusal} />
      <nav className="desk-nav" aria-label={t('desk.network.state')}>
        {MESSAGE_STATES.map((one) => (
          <a
            key={one}
            href={`/desk/messages/?state=${one}`}
            aria-current={one === state ? 'true' : undefined}
          >
            {t(`desk.network.messages.${one}`)}
          </a>
        ))}
      </nav>
      {rows.length === 0 ? (
        <p>{t(`desk.network.messages.no_${state}`)}</p>
      ) : (
        <div className="desk-scroll">
          <table className="desk-table is-stacked">
            <thead>
              <tr>
                <th scope="col">{t('desk.network.messages.repair')}</th>
                <th scope="col">{t('desk.network.messages.outlet')}</th>
                <th scope="col">{t('desk.network.messages.message')}</th>
                <th scope="col">{t(`desk.network.messages.at.${state}`)}</th>
                <th scope="col">{t('desk.network.messages.attempts')}</th>
                {state === 'dead' && <th scope="col">{t('desk.network.messages.what')}</th>}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={`${row.subject} ${row.version} ${row.template}`} {...props} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}

const SAMPLE_CODE = '7K3M9QXF2T8BV'
const SAMPLE_AT = Date.UTC(2026, 9, 3, 10)

/** Words that a message could be filled with: nobody's. */
function sampleOf(locale: Locale, link: string): Readonly<Record<string, string>> {
  const t = translator(locale)
  return {
    link,
    code: locale === 'en' ? spellCode(SAMPLE_CODE) : SAMPLE_CODE,
    time: shortTime(locale, 'Asia/Shanghai', SAMPLE_AT),
    date: shortDate(locale, '2026-10-03'),
    outlet: t('desk.network.messages.sample_outlet'),
    tracking: 'SF1234567890',
    help: t('message_frame.outside_help'),
  } satisfies Record<keyof UnionOf<TemplateVariables[Template]> | 'help', string>
}
type UnionOf<Union> = { [Key in Union extends unknown ? keyof Union : never]: string }

const LETTERS_ALARM = { en: 306, 'zh-CN': 70 } as const

/** A message filled with sample words. */
export function worded(locale: Locale, template: AnyTemplate, brand: string, site: string): string {
  const t = translator(locale)
  const host = locale === 'en' ? site : site.replace(/^https:\/\//, '')
  const link = `${host}/t/7d3f…`
  const sentence = fillIn(messages[locale][`messages_sent.${template}`], sampleOf(locale, link))
  const signature = t('message_frame.signature', { brand })
  return t('message_frame.text', { signature, sentence, link })
}

type TemplatesProps = {
  readonly t: Translate
  readonly templates: readonly string[]
  readonly brand: string
  readonly site: string
}

/** Every message there is, in both languages, filled with sample words. */
export const TemplatesView = ({ t, templates, brand, site }: TemplatesProps) => (
  <>
    <h1>{t('desk.network.messages.templates')}</h1>
    <p>{t('desk.network.messages.templates.what')}</p>
    <div className="desk-scroll">
      <table className="desk-table is-stacked">
        <thead>
          <tr>
            <th scope="col">{t('desk.network.messages.message')}</th>
            <th scope="col">{t('desk.network.messages.english')}</th>
            <th scope="col">{t('desk.network.messages.chinese')}</th>
          </tr>
        </thead>
        <tbody>
          {templates.filter(isAnyTemplate).map((template) => (
            <tr key={template} id={template}>
              <th scope="row">{template}</th>
              {LOCALES.map((locale) => {
                const text = worded(locale, template, brand, site)
                return (
                  <td key={locale} lang={locale} className="network-words">
                    {text}
                    <small
                      className={text.length > LETTERS_ALARM[locale] ? 'desk-fault' : 'desk-muted'}
                    >
                      {' '}
                      {text.length}
                    </small>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </>
)
