import type { FixpointConfig } from '#config'
import { spellCode } from '#domain/identifiers/crockford.ts'
import { modelName } from '#functions/bookings/views/price-text.ts'
import { timeText } from '#functions/repairs/views/when.ts'
import { formatPrice } from '#i18n/format-price.ts'
import type { Locale } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import type { TakenPhone } from '../show-intake.ts'

type Props = {
  readonly locale: Locale
  readonly config: FixpointConfig
  readonly taken: TakenPhone
}

function nextText(locale: Locale, { repair: { agreed } }: TakenPhone): string {
  const t = translator(locale)
  if (!agreed?.currency) return t('desk.intake.done.next')
  return t('desk.intake.done.agreed', {
    price: formatPrice(locale, agreed.totalMinor, agreed.currency),
  })
}

const Facts = ({ locale, config, taken }: Props) => {
  const t = translator(locale)
  const { repair, home, shelf } = taken
  const facts = [
    [t('desk.intake.model'), modelName(locale, repair.model, config)],
    [
      t('desk.intake.done.promised'),
      repair.promise ? timeText(locale, home.zone, repair.promise.currentAt) : '',
    ],
    [t('desk.intake.shelf'), shelf ?? ''],
  ] as const
  return (
    <dl className="intake-facts">
      {facts
        .filter(([, value]) => value !== '')
        .map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}

/** The phone is in: what happens next with it, what to print, and the next phone. */
export const DoneView = (props: Props) => {
  const { locale, taken } = props
  const t = translator(locale)
  const { repair, home, receipt, visit } = taken
  const { code } = repair
  const outlet = home.code
  return (
    <div className="desk-narrow">
      <h1>{t('desk.intake.done.title')}</h1>
      <p className="desk-count" translate="no">
        {spellCode(code)}
      </p>
      <p>{nextText(locale, taken)}</p>
      {repair.isOneHourListed && <p className="intake-one-hour">{t('desk.intake.one_hour')}</p>}
      {receipt.dataLoss === undefined && (
        <p className="desk-alarm">{t('desk.intake.done.no_data_loss')}</p>
      )}
      {receipt.condition.includes('swollen_battery') && (
        <p className="desk-alarm">{t('desk.intake.swollen')}</p>
      )}
      <Facts {...props} />
      <p className="desk-row">
        {/* What comes next, one key away. */}
        <a className="btn btn-primary" href={`/desk/intake/label/?code=${code}`} autoFocus>
          {t('desk.intake.done.label')}
        </a>
        <a className="btn" href={`/desk/intake/receipt/?code=${code}`}>
          {t('desk.intake.done.receipt')}
        </a>
      </p>
      <p className="desk-row">
        {visit && (
          <a
            className="btn"
            href={`/desk/intake/?${new URLSearchParams({ outlet, ticket: visit })}`}
          >
            {t('desk.intake.done.further')}
          </a>
        )}
        <a className="btn" href={`/desk/intake/?${new URLSearchParams({ outlet })}`}>
          {t('desk.intake.done.customer')}
        </a>
        <a className="btn" href={`/desk/repairs/${code}/`}>
          {t('desk.intake.done.open')}
        </a>
      </p>
    </div>
  )
}
