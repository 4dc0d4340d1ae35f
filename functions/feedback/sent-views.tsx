import type { Feedback } from '#domain/feedback/feedback.ts'
import { lastRound } from '#domain/feedback/feedback-steps.ts'
import { spellCode } from '#domain/identifiers/crockford.ts'
import { timeText } from '#functions/repairs/views/when.ts'
import { type Locale, localePath } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'

type Props = {
  readonly locale: Locale
  readonly feedback: Feedback
  /** Shown to whom nobody can send it; null = it was sent. */
  readonly link: { readonly path: string; readonly text: string } | null
}

/** The reference code, by when somebody answers, and how the answer is found. */
export function SentView({ locale, feedback, link }: Props) {
  const t = translator(locale)
  const { dueAt } = lastRound(feedback)
  return (
    <div className="prose-column">
      <h1>{t('feedback.sent.title')}</h1>
      <p>
        {t('feedback.sent.code')} <strong className="voice-code">{spellCode(feedback.code)}</strong>
      </p>
      {dueAt === null ? null : (
        <p>{t('feedback.sent.by', { time: timeText(locale, feedback.zone, dueAt) })}</p>
      )}
      {link ? (
        <div className="notice">
          <p>{t('feedback.sent.link')}</p>
          <p>
            <a className="voice-link" href={link.path}>
              {link.text}
            </a>
          </p>
        </div>
      ) : (
        <>
          <p>{t('feedback.sent.told')}</p>
          <p>{t('feedback.sent.look_up')}</p>
        </>
      )}
      <p>
        <a className="btn btn-primary" href={localePath(locale, '/feedback/status/')}>
          {t('feedback.sent.see')}
        </a>
      </p>
    </div>
  )
}
