import { CodeBars } from '#components/bookings/code-bars.tsx'
import type { FixpointConfig } from '#config'
import { spellCode } from '#domain/identifiers/crockford.ts'
import type { Outlet } from '#domain/outlets/outlet.ts'
import { type Locale, localePath } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import { modelName } from './views/price-text.ts'

type Props = {
  readonly locale: Locale
  readonly code: string
  readonly model: string
  readonly centre: Outlet
  /** How the parcel gets to us, for the way back; null = not known any more. */
  readonly pickUp: 'door' | 'own' | null
  readonly config: Pick<FixpointConfig, 'catalogue' | 'currency'>
}

/** What goes into the parcel: the code as bars and as text. Nobody's name, number or address. */
export function SlipView({ locale, code, model, centre, pickUp, config }: Props) {
  const t = translator(locale)
  const [phone] = centre.phones
  const chinese = centre.address['zh-CN']
  return (
    <div className="prose-column">
      <h1>{t('bookings.slip.heading')}</h1>
      <div className="slip">
        <p className="book-hint">{t('bookings.slip.code')}</p>
        <p className="book-code-text" translate="no">
          {spellCode(code)}
        </p>
        <CodeBars text={code} label={t('bookings.slip.barcode')} />
        <dl className="facts facts-tight">
          <div>
            <dt>{t('bookings.slip.to')}</dt>
            <dd>
              {centre.name[locale]}
              <br />
              {centre.address[locale]}
              {chinese === centre.address[locale] ? null : (
                <>
                  <br />
                  <span lang="zh-CN">{chinese}</span>
                </>
              )}
              {phone ? (
                <>
                  <br />
                  {phone.display}
                </>
              ) : null}
            </dd>
          </div>
          <div>
            <dt>{t('bookings.slip.phone')}</dt>
            <dd>{modelName(locale, model, config)}</dd>
          </div>
        </dl>
        <p>{t('bookings.slip.inside')}</p>
      </div>
      <p>{t('bookings.slip.by_hand')}</p>
      <p className="slip-hint">{t('bookings.slip.print_hint')}</p>
      <p className="actions">
        <a
          className="btn btn-quiet"
          href={localePath(locale, `/book/done/${pickUp ? `?by=${pickUp}` : ''}`)}
        >
          {t('bookings.slip.back')}
        </a>
      </p>
    </div>
  )
}
