import type { EffectiveStandard } from '#domain/standards/effective-standard.ts'
import { type Locale, localePath } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import { measureText } from './measure-text.ts'

type Props = {
  readonly locale: Locale
  /** Promises that are stricter here than everywhere. */
  readonly stricter: readonly EffectiveStandard[]
  /** Titles of those that don't hold here. */
  readonly without: readonly string[]
}

/** What an outlet promises: all that holds everywhere, and what it adds. */
export function OutletPromises({ locale, stricter, without }: Props) {
  const t = translator(locale)
  return (
    <section aria-labelledby="promises">
      <h2 id="promises">{t('standards.outlet.title')}</h2>
      {stricter.length > 0 ? (
        <>
          <p>{t('standards.outlet.stricter')}</p>
          <ul className="outlet-promises">
            {stricter.map(({ standard }) => (
              <li key={standard.id}>
                <a href={localePath(locale, `/standards/${standard.id}/`)}>
                  {standard.title[locale]}
                </a>{' '}
                {measureText(locale, standard)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <p>
        {without.length === 0
          ? t('standards.outlet.more')
          : t('standards.outlet.except', { titles: without.join(' · ') })}{' '}
        <a href={localePath(locale, '/standards/')}>{t('standards.outlet.read')}</a>
      </p>
    </section>
  )
}
