import type { PublishedDefinition } from '#domain/publications/publication-document.ts'
import type { Standard } from '#domain/standards/standard.ts'
import { type Locale, localePath } from '#i18n/locale.ts'
import { plural, translator } from '#i18n/translate.ts'
import { definitionText } from '../kpis/definition-text.ts'

type Props = {
  readonly locale: Locale
  readonly definition: PublishedDefinition
  /** Promises that are held to it. */
  readonly standards: readonly Standard[]
}

/** The whole definition of a figure, as it was when the figures were frozen. */
export const KpiDefinitionPart = ({ locale, definition, standards }: Props) => {
  const t = translator(locale)
  const { numerator, denominator, exclusions, date } = definitionText(locale, definition.kpi)
  const facts = [
    [t('performance.define.numerator'), numerator],
    [t('performance.define.denominator'), denominator],
    [
      t('performance.define.exclusions'),
      exclusions.join(' ') || t('kpis.exclusion.nothing_excluded'),
    ],
    [t('performance.define.date'), date],
    [
      t('performance.define.final'),
      definition.finalAfterDays === 0
        ? t('performance.define.final_at_once')
        : plural(locale, 'performance.define.final_after', definition.finalAfterDays),
    ],
    [t('performance.define.better'), t(`performance.define.better.${definition.betterIs}`)],
    [t('performance.define.counts'), t(`performance.define.counts.${definition.counted}`)],
    [t('performance.define.version'), String(definition.version)],
  ] as const
  return (
    <section className="perf-part prose-column" aria-labelledby="definition">
      <h2 id="definition">{t('performance.method')}</h2>
      <dl className="facts">
        {facts.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
        {standards.length > 0 && (
          <div>
            <dt>{t('performance.define.promises')}</dt>
            <dd>
              {standards.map(({ id, title }) => (
                <a key={id} className="tap-target" href={localePath(locale, `/standards/${id}/`)}>
                  {title[locale]}
                </a>
              ))}
            </dd>
          </div>
        )}
      </dl>
    </section>
  )
}
