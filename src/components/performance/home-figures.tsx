import { type Locale, localePath } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import { definitionText } from '../kpis/definition-text.ts'
import { figureText, periodText } from './figure-words.ts'
import type { Kept } from './promise-line.tsx'

type Props = { readonly locale: Locale; readonly promises: readonly Kept[] }

/** How we keep our word, in a few figures. */
export const HomeFigures = ({ locale, promises }: Props) => {
  const t = translator(locale)
  return (
    <>
      <dl className="figures">
        {promises.map(({ standard, outcome }) => {
          if (!outcome?.headline) return null
          const { kpi, definition, verdict, headline } = outcome
          const isJudged = verdict === 'kept' || verdict === 'missed'
          return (
            <div key={standard.id}>
              <dt>
                {definitionText(locale, kpi).title}
                {isJudged && (
                  <>
                    {' · '}
                    <span className={`perf-${verdict}`}>{t(`performance.word.${verdict}`)}</span>
                  </>
                )}
                <small className="perf-when">{periodText(locale, headline.period)}</small>
              </dt>
              <dd>{figureText(locale, definition, headline)}</dd>
            </div>
          )
        })}
      </dl>
      <p>
        <a className="tap-target" href={localePath(locale, '/performance/')}>
          {t('performance.title')}
        </a>
      </p>
    </>
  )
}
