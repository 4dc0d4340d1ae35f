import type { Locale } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'

const STEPS = ['backup', 'mode', 'sim', 'passcode'] as const
const BRING = ['phone', 'invoice', 'charger', 'code', 'identity'] as const

/** As the menus of phones sold in China call it, whatever language the page is in. */
const NameInChina = () => (
  <>
    {' ('}
    <span lang="zh-CN">{translator('zh-CN')('bookings.before.mode_name')}</span>
    {')'}
  </>
)

type Props = { readonly locale: Locale; readonly byMail: boolean }

/** What to do with a phone before it leaves one's hands. */
export function BeforeHandingOver({ locale, byMail }: Props) {
  const t = translator(locale)
  return (
    <section aria-labelledby="before">
      <h2 id="before">{t(byMail ? 'bookings.before_mail' : 'bookings.before')}</h2>
      <ol className="book-todo">
        {STEPS.map((step) => (
          <li key={step} className="line-stop">
            <h3>
              {t(`bookings.before.${step}`)}
              {step === 'mode' && locale !== 'zh-CN' ? <NameInChina /> : null}
            </h3>
            <p>{t(`bookings.before.${step}_text`)}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What to bring to the counter. */
export function WhatToBring({ locale }: { readonly locale: Locale }) {
  const t = translator(locale)
  return (
    <section aria-labelledby="bring">
      <h2 id="bring">{t('bookings.bring')}</h2>
      <ul className="book-list">
        {BRING.map((thing) => (
          <li key={thing}>{t(`bookings.bring.${thing}`)}</li>
        ))}
      </ul>
    </section>
  )
}
