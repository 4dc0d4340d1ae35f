import { isLaw, type Standard } from '#domain/standards/standard.ts'
import type { Locale } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'

type Props = { readonly locale: Locale; readonly standard: Standard }

/** Whether the law says so, or we do. */
export function PromiseMark({ locale, standard }: Props) {
  const t = translator(locale)
  return isLaw(standard) ? (
    <span className="mark">{t('standards.law')}</span>
  ) : (
    <span className="promise-ours">{t('standards.ours')}</span>
  )
}
