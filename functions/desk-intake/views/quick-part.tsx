import { CHARGE_ITEMS, NOT_COVERED_REASONS } from '#domain/repairs/repair.ts'
import { formatPrice, minorUnits } from '#i18n/format-price.ts'
import type { Locale } from '#i18n/locale.ts'
import { LINES, linesSoFar } from '../agreement-query.ts'
import { type Filling, SelectField, TextField } from './fields.tsx'

type Props = { readonly filling: Filling; readonly locale: Locale; readonly currency: string }

/** A price said and signed at the counter; closed until it is wanted. */
export const QuickPart = ({ filling, locale, currency }: Props) => {
  const { t, typed, faults } = filling
  const lines = linesSoFar(typed, currency)
  const total = lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  const items = [
    { value: '', label: t('desk.intake.line.none') },
    ...CHARGE_ITEMS.map((item) => ({ value: item, label: t(`repairs.item.${item}`) })),
  ]
  const reasons = [
    { value: '', label: t('desk.intake.not_covered.none') },
    ...NOT_COVERED_REASONS.map((reason) => ({
      value: reason,
      label: t(`repairs.ask.not_covered.${reason}`),
    })),
  ]
  return (
    <details
      className="desk-part intake-quick"
      id="lines"
      open={lines.length > 0 || !!faults['lines']}
    >
      <summary>{t('desk.intake.part.quick')}</summary>
      <p className="desk-muted">{t('desk.intake.quick.hint')}</p>
      <p className="intake-fault" role="alert">
        {faults['lines'] && t('desk.intake.error.lines')}
      </p>
      {LINES.map((number) => (
        <div className="intake-row" key={number}>
          <SelectField
            {...filling}
            name={`item${number}`}
            label={t('desk.intake.line', { number })}
            options={items}
          />
          <TextField
            {...filling}
            name={`amount${number}`}
            label={t('desk.intake.amount', { number })}
            inputMode="decimal"
            maxLength={12}
          />
        </div>
      ))}
      <SelectField
        {...filling}
        name="notCovered"
        label={t('desk.intake.not_covered')}
        options={reasons}
      />
      <p className="desk-row">
        {t('desk.intake.total')}
        <output
          className="desk-count"
          data-total
          data-currency={currency}
          data-units={minorUnits(currency)}
        >
          {formatPrice(locale, total, currency)}
        </output>
      </p>
      <button className="btn" type="submit" name="act" value="quick">
        {t('desk.intake.quick.go')}
      </button>
    </details>
  )
}
