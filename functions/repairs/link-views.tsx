import { type Locale, localePath } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'

type Props = {
  readonly locale: Locale
  /** As it stands in the address: the form goes to the same one. */
  readonly token: string
}

/** What a message's link opens: it shows nothing yet, for whoever previews a link opens it too. */
export function LinkDoor({ locale, token }: Props) {
  const t = translator(locale)
  return (
    <div className="prose-column">
      <h1>{t('repairs.link.title')}</h1>
      <p>{t('repairs.link.text')}</p>
      <form method="post" action={localePath(locale, `/t/${encodeURIComponent(token)}`)}>
        <button className="btn btn-primary" type="submit">
          {t('repairs.link.open')}
        </button>
      </form>
    </div>
  )
}
