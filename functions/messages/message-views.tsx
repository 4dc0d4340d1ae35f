import { spellCode } from '#domain/identifiers/crockford.ts'
import { wallTimeIn } from '#domain/outlets/wall-time.ts'
import { formatDate, formatMinutes } from '#i18n/format.ts'
import type { Locale } from '#i18n/locale.ts'
import { plural, translator } from '#i18n/translate.ts'
import type { ListedMessage } from './list-messages.ts'

function when(locale: Locale, zone: string, at: number): string {
  const { date, minutes } = wallTimeIn(zone, at)
  const time = formatMinutes(minutes)
  return translator(locale)('outlets.on_date', { date: formatDate(locale, date), time })
}

type LineProps = {
  readonly locale: Locale
  readonly message: ListedMessage
  /** Epoch ms. */
  readonly now: number
}

/** How it stands; one that night or a failure holds back says until when. */
function stateText({ locale, message, now }: LineProps): string {
  const t = translator(locale)
  const { state, dueAt, zone } = message
  return state === 'waiting' && dueAt !== null && dueAt > now
    ? t('demo_messages.state.held', { time: when(locale, zone, dueAt) })
    : t(`demo_messages.state.${state}`)
}

function Line({ locale, message, now }: LineProps) {
  const t = translator(locale)
  const { code, template, attempts, text, link, zone, createdAt } = message
  return (
    <li className="panel mb-4" data-template={template}>
      <p lang={text === null ? undefined : message.locale}>{text ?? t('demo_messages.gone')}</p>
      <p>
        <a href={link}>{t('demo_messages.open')}</a>
      </p>
      <dl className="facts facts-tight">
        <div>
          <dt>{t('demo_messages.code')}</dt>
          <dd className="whitespace-nowrap">{spellCode(code)}</dd>
        </div>
        <div>
          <dt>{t('demo_messages.message')}</dt>
          <dd>{template}</dd>
        </div>
        <div>
          <dt>{t('demo_messages.when')}</dt>
          <dd>{when(locale, zone, createdAt)}</dd>
        </div>
        <div>
          <dt>{t('demo_messages.state')}</dt>
          <dd>
            {stateText({ locale, message, now })}
            {' · '}
            {plural(locale, 'demo_messages.attempts', attempts)}
          </dd>
        </div>
      </dl>
    </li>
  )
}

type Props = {
  readonly locale: Locale
  readonly most: number
  readonly now: number
  readonly messages: readonly ListedMessage[]
}

/** What customers of a demonstration would have been sent, newest first. */
export function MessageList({ locale, most, now, messages }: Props) {
  const t = translator(locale)
  return (
    <div className="prose-column">
      <h1>{t('demo_messages.title')}</h1>
      <p>{t('demo_messages.intro', { most })}</p>
      {messages.length === 0 ? (
        <p>{t('demo_messages.none')}</p>
      ) : (
        <ol className="list-none p-0" aria-label={t('demo_messages.caption')}>
          {messages.map((message) => (
            <Line
              key={`${message.code}/${message.template}/${message.createdAt}`}
              locale={locale}
              now={now}
              message={message}
            />
          ))}
        </ol>
      )}
    </div>
  )
}
