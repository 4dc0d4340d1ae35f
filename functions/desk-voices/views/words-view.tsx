import { COMPLAINT_CAUSES } from '#domain/complaints/complaint.ts'
import { isTheme } from '#domain/feedback/themes.ts'
import { VOICE_KINDS } from '#domain/voices/voice-kind.ts'
import { timeText } from '#functions/desk-network/views/network-time.ts'
import type { Locale } from '#i18n/locale.ts'
import type { Translate } from '#i18n/translate.ts'
import type { Verbatim } from '../read-verbatims.ts'
import { addressOf, type VoicesAsked } from '../voices-query.ts'

type Props = {
  readonly t: Translate
  readonly locale: Locale
  readonly zone: string
  readonly ask: VoicesAsked
  readonly verbatims: readonly Verbatim[]
  readonly next: string | null
}

const PATH = '/desk/voices/words/'

const aboutText = (t: Translate, { about, themes }: Verbatim): readonly string[] => {
  const cause = COMPLAINT_CAUSES.find((one) => one === about)
  return [
    ...(cause ? [t(`desk.complaints.cause.${cause}`)] : []),
    ...themes.filter(isTheme).map((theme) => t(`feedback.theme.${theme}`)),
  ]
}

/** What was said, latest first, without what names anybody. */
export const WordsView = ({ t, locale, zone, ask, verbatims, next }: Props) => (
  <>
    <p>
      <a className="tap-target" href={addressOf('/desk/voices/', ask)}>
        {t('desk.voices.title')}
      </a>
    </p>
    <h1>{t('desk.voices.words')}</h1>
    <p>{t('desk.voices.words.what')}</p>
    <nav className="desk-row" aria-label={t('desk.voices.kind')}>
      {VOICE_KINDS.map((kind) => (
        <a
          key={kind}
          className={kind === ask.kind ? 'btn btn-primary' : 'btn'}
          href={addressOf(PATH, ask, { kind })}
          aria-current={kind === ask.kind ? 'page' : undefined}
        >
          {t(`desk.voices.kind.${kind}`)}
        </a>
      ))}
      <a
        className="btn"
        href={addressOf('/desk/voices/words.csv', ask, {
          kind: ask.kind,
          ...(ask.before && { before: ask.before }),
        })}
        download
      >
        {t('desk.voices.csv')}
      </a>
    </nav>
    {verbatims.length === 0 && <p>{t('desk.voices.nothing')}</p>}
    <ul className="desk-list voices-list">
      {verbatims.map((verbatim) => (
        <li key={`${verbatim.at} ${verbatim.words}`} className="voices-words">
          <p className="desk-muted">
            {[timeText(locale, zone, verbatim.at), verbatim.outlet, ...aboutText(t, verbatim)]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <blockquote>{verbatim.words}</blockquote>
        </li>
      ))}
    </ul>
    {next && (
      <p>
        <a className="btn" rel="next" href={addressOf(PATH, ask, { kind: ask.kind, before: next })}>
          {t('desk.network.next_page')}
        </a>
      </p>
    )}
  </>
)
