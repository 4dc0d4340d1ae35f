import type { StandingSince } from '#domain/scorecards/qualification.ts'
import { fullDate } from '#i18n/format.ts'
import { type Locale, localePath } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'

type Props = {
  readonly locale: Locale
  /** Oldest first. */
  readonly history: readonly StandingSince[]
}

/** How an outlet stood in the network, in short; nothing where it was never but qualified. */
export function QualificationHistory({ locale, history }: Props) {
  const t = translator(locale)
  if (history.length === 0) return null
  return (
    <section aria-labelledby="qualification">
      <h2 id="qualification">{t('scorecards.history')}</h2>
      <ul>
        {history.toReversed().map(({ standing, since }) => (
          <li key={`${standing} ${since}`}>
            {t(`scorecards.history.${standing}`, { date: fullDate(locale, since) })}
          </li>
        ))}
      </ul>
      <p>
        <a className="tap-target" href={`${localePath(locale, '/standards/scorecards/')}#process`}>
          {t('scorecards.history.method')}
        </a>
      </p>
    </section>
  )
}
