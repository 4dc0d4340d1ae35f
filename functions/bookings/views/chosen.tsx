import { durationText } from '#components/bookings/usual-text.ts'
import type { FixpointConfig } from '#config'
import { typicalMinutes } from '#domain/repairs/catalogue.ts'
import type { Locale } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import { bookAddress, type MadeChoice } from '../choice-query.ts'
import { modelName, priceText, warrantyKey } from './price-text.ts'

type Props = {
  readonly locale: Locale
  readonly choice: MadeChoice
  readonly config: Pick<FixpointConfig, 'catalogue' | 'currency'>
}

/** What was chosen, what it may cost and who pays: said before anything personal is asked. */
export function Chosen({ locale, choice, config }: Props) {
  const t = translator(locale)
  const minutes = typicalMinutes(config.catalogue, choice)
  const facts: readonly (readonly [string, string])[] = [
    [t('bookings.chosen.fault'), t(`bookings.fault.${choice.fault}`)],
    [t('bookings.chosen.model'), modelName(locale, choice.model, config)],
    ...(minutes === null
      ? []
      : [[t('bookings.chosen.time'), durationText(locale, minutes)] as const]),
    [t('bookings.chosen.price'), priceText(locale, choice, config)],
    [t('bookings.chosen.warranty'), t(warrantyKey(choice.fault))],
  ]
  return (
    <section className="panel book-chosen" aria-labelledby="chosen">
      <h2 id="chosen">{t('bookings.chosen')}</h2>
      <dl className="facts facts-tight">
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="book-hint">{t('bookings.price.rule')}</p>
      <p>
        <a className="tap-target" href={bookAddress(locale, '', choice)}>
          {t('bookings.chosen.change')}
        </a>
      </p>
    </section>
  )
}
