import { PURCHASE_PROOFS } from '#domain/desk/code-lists.ts'
import { COVERAGES, WAYS_BACK } from '#domain/repairs/repair.ts'
import { currencyName } from '#i18n/format-price.ts'
import { LOCALE_NAMES, LOCALES, type Locale } from '#i18n/locale.ts'
import { LONGEST } from '../intake-query.ts'
import { type Filling, SelectField, TextField, Tick } from './fields.tsx'

type Props = { readonly filling: Filling }

/** Who it belongs to and how it goes back. */
export const CustomerPart = ({ filling }: Props) => {
  const { t } = filling
  return (
    <section className="desk-part" aria-labelledby="part-customer">
      <h2 id="part-customer">{t('desk.intake.part.customer')}</h2>
      <div className="intake-row">
        <TextField
          {...filling}
          name="name"
          label={t('desk.intake.name')}
          maxLength={LONGEST.name}
        />
        <TextField
          {...filling}
          name="phone"
          label={t('desk.intake.phone')}
          type="tel"
          inputMode="tel"
          maxLength={LONGEST.phone}
        />
        <TextField
          {...filling}
          name="mayCollect"
          label={t('desk.intake.may_collect')}
          maxLength={LONGEST.name}
        />
        <SelectField
          {...filling}
          name="locale"
          label={t('desk.intake.language')}
          options={LOCALES.map((locale) => ({ value: locale, label: LOCALE_NAMES[locale] }))}
        />
        <SelectField
          {...filling}
          name="wayBack"
          label={t('desk.intake.way_back')}
          options={WAYS_BACK.map((way) => ({
            value: way,
            label: t(`desk.intake.way_back.${way}`),
          }))}
        />
      </div>
      <div className="intake-address">
        <TextField
          {...filling}
          name="address"
          label={t('desk.intake.address')}
          maxLength={LONGEST.address}
        />
      </div>
    </section>
  )
}

type CoverageProps = Props & {
  readonly locale: Locale
  readonly currency: string
  readonly today: string
  readonly coverageText: string
  readonly priceText: string
}

/** When it was bought, who probably pays, and how far to go without asking. */
export const CoveragePart = (props: CoverageProps) => {
  const { filling, locale, currency, today } = props
  const { t } = filling
  return (
    <section className="desk-part" aria-labelledby="part-coverage">
      <h2 id="part-coverage">{t('desk.intake.part.coverage')}</h2>
      <div className="intake-row">
        <TextField
          {...filling}
          name="boughtOn"
          label={t('desk.intake.bought_on')}
          type="date"
          max={today}
        />
        <SelectField
          {...filling}
          name="proof"
          label={t('desk.intake.proof')}
          options={['none' as const, ...PURCHASE_PROOFS].map((kind) => ({
            value: kind === 'none' ? '' : kind,
            label: t(`desk.intake.proof.${kind}`),
          }))}
        />
        <SelectField
          {...filling}
          name="coverage"
          label={t('desk.intake.coverage')}
          options={[
            { value: '', label: t('desk.intake.coverage.as_proposed') },
            ...COVERAGES.map((coverage) => ({
              value: coverage,
              label: t(`desk.intake.coverage.${coverage}`),
            })),
          ]}
        />
        <TextField
          {...filling}
          name="ceiling"
          label={t('desk.intake.ceiling')}
          hint={t('desk.intake.ceiling.hint', { currency: currencyName(locale, currency) })}
          inputMode="decimal"
          maxLength={12}
        />
      </div>
      <p aria-live="polite">
        <span data-coverage>{props.coverageText}</span> <span data-price>{props.priceText}</span>
      </p>
    </section>
  )
}

type PromiseProps = Props & { readonly promiseText: string; readonly isAnnounced: boolean }

/** When it will be ready, where it lies, and what the customer agrees to. */
export const PromisePart = ({ filling, promiseText, isAnnounced }: PromiseProps) => {
  const { t } = filling
  return (
    <section className="desk-part" aria-labelledby="part-promise">
      <h2 id="part-promise">{t('desk.intake.part.promise')}</h2>
      <div className="intake-row">
        <TextField
          {...filling}
          name="promised"
          label={t('desk.intake.promised')}
          hint={promiseText}
          type="datetime-local"
        />
        <TextField {...filling} name="shelf" label={t('desk.intake.shelf')} maxLength={64} />
      </div>
      <Tick {...filling} name="dataLoss" label={t('desk.intake.data_loss')} />
      {!isAnnounced && <Tick {...filling} name="consent" label={t('desk.intake.consent')} />}
    </section>
  )
}
