import type { Outlet } from '#domain/outlets/outlet.ts'
import { type Locale, localePath } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'

type Props = { readonly locale: Locale; readonly outlets: readonly Outlet[] }

/** The outlets of a region: name, address, what they are. */
export function OutletStops({ locale, outlets }: Props) {
  const t = translator(locale)
  return (
    <ul className="stop-columns">
      {outlets.map((outlet) => (
        <li key={outlet.code} className="stop">
          <a href={localePath(locale, `/outlets/${outlet.code.toLowerCase()}/`)}>
            {outlet.name[locale]}
          </a>
          <p>{outlet.address[locale]}</p>
          <p className="line-note">
            <span>{t(`outlets.kind.${outlet.kind}`)}</span>
            {outlet.services.one_hour === 'done' ? (
              <span>{t('outlets.service.one_hour')}</span>
            ) : null}
            {outlet.operation === 'suspended' ? (
              <strong className="alarm-text">{t('pages.region.suspended')}</strong>
            ) : null}
          </p>
        </li>
      ))}
    </ul>
  )
}
