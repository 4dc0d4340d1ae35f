import type { PublishedDefinition } from '#domain/publications/publication-document.ts'
import type { ToldOtherwise } from '#domain/publications/told-otherwise.ts'
import { fullMonth } from '#i18n/format.ts'
import type { Locale } from '#i18n/locale.ts'
import { formatNumber } from '#i18n/numbers.ts'
import { translator } from '#i18n/translate.ts'
import { definitionText } from '../kpis/definition-text.ts'
import { figureText } from './figure-words.ts'

type Props = {
  readonly locale: Locale
  readonly changed: readonly ToldOtherwise[]
  readonly definitions: readonly PublishedDefinition[]
}

/** Months that were published before and read otherwise now, each with both figures: nothing changes unseen. */
export const ToldOtherwisePart = ({ locale, changed, definitions }: Props) => {
  const t = translator(locale)
  if (changed.length === 0) return <p>{t('performance.otherwise.none')}</p>
  const lines = changed.flatMap(({ kpi, cut, month, before, now }) => {
    const definition = definitions.find((one) => one.kpi === kpi)
    if (!definition) return []
    const text = t('performance.otherwise.one', {
      title: definitionText(locale, kpi).title,
      ...{ month: fullMonth(locale, month), number: before.number },
      ...{
        before: figureText(locale, definition, before.figure),
        n: formatNumber(before.figure.n ?? 0),
      },
      ...{ now: figureText(locale, definition, now.figure), of: formatNumber(now.figure.n ?? 0) },
    })
    const why = before.version === now.version ? 'late' : 'definition'
    return [{ key: `${kpi} ${cut} ${month}`, text, why: t(`performance.otherwise.${why}`) }]
  })
  return (
    <details>
      <summary>{t('performance.otherwise', { count: lines.length })}</summary>
      <ul className="perf-otherwise">
        {lines.map(({ key, text, why }) => (
          <li key={key}>
            {text} {why}
          </li>
        ))}
      </ul>
    </details>
  )
}
