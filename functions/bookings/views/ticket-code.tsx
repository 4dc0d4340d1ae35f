import { CodeSquare } from '#components/bookings/code-square.tsx'
import { spellCode } from '#domain/identifiers/crockford.ts'
import type { Locale } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'

/** The one code, large enough to read out, and as a square to scan. */
export function TicketCode({ locale, code }: { readonly locale: Locale; readonly code: string }) {
  const t = translator(locale)
  return (
    <section className="book-code" aria-labelledby="code">
      <CodeSquare text={code} label={t('bookings.code_qr')} />
      <div>
        <h2 id="code">{t('bookings.code')}</h2>
        <p className="book-code-text" translate="no">
          {spellCode(code)}
        </p>
        <p>{t('bookings.code_text')}</p>
        <p>{t('bookings.code_sent')}</p>
      </div>
    </section>
  )
}
