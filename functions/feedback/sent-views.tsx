import { spellCode } from '#domain/identifiers/crockford.ts'
import { timeText } from '#functions/repairs/views/when.ts'
import { type Locale, localePath } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import { PhotoForm } from './photo-views.tsx'

/** What its page says of what was just sent. */
export type Sent = {
  readonly kind: 'feedback' | 'complaint'
  readonly code: string
  readonly zone: string
  /** When somebody answers, or of a complaint contacts; null = no clock runs. */
  readonly dueAt: number | null
  readonly isReachable: boolean
  readonly takesPhotos: boolean
}

type Props = {
  readonly locale: Locale
  readonly sent: Sent
  /** What a form shows that it was made for this. */
  readonly mark: string
  /** Shown to whom nobody can send it; null = it was sent. */
  readonly link: { readonly path: string; readonly text: string } | null
}

const PAGES = { feedback: '/feedback/status/', complaint: '/feedback/complaint/' } as const
const TITLES = {
  feedback: 'feedback.sent.title',
  complaint: 'feedback.sent.title_complaint',
} as const
const BY = { feedback: 'feedback.sent.by', complaint: 'feedback.sent.complaint' } as const

/** The reference code, by when somebody answers, and how the answer is found. */
export function SentView({ locale, sent, mark, link }: Props) {
  const t = translator(locale)
  const { kind, code, zone, dueAt } = sent
  return (
    <div className="prose-column">
      <h1>{t(TITLES[kind])}</h1>
      <p>
        {t('feedback.sent.code')} <strong className="voice-code">{spellCode(code)}</strong>
      </p>
      {dueAt === null ? null : <p>{t(BY[kind], { time: timeText(locale, zone, dueAt) })}</p>}
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
        <a className="btn btn-primary" href={localePath(locale, PAGES[kind])}>
          {t('feedback.sent.see')}
        </a>
      </p>
      {sent.takesPhotos ? <PhotoForm locale={locale} mark={mark} /> : null}
    </div>
  )
}
