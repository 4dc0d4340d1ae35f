import { formatDistance } from '#i18n/format-distance.ts'
import { type Locale, localePath } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import type { NearbyOutlet } from './outlet-view.ts'

type Props = { readonly locale: Locale; readonly outlets: readonly NearbyOutlet[] }

/** Outlets as stations of a line, the nearest first. */
export function NearbyList({ locale, outlets }: Props) {
  const t = translator(locale)
  return (
    <ol className="line-list">
      {outlets.map((outlet) => (
        <li key={outlet.code} className="line-stop">
          <a href={localePath(locale, `/outlets/${outlet.code.toLowerCase()}/`)}>{outlet.name}</a>
          <p className="line-note">
            <span>{formatDistance(locale, outlet.distanceMetres)}</span>
            <span>{t(`outlets.kind.${outlet.kind}`)}</span>
            {outlet.oneHour ? <span>{t('outlets.service.one_hour')}</span> : null}
          </p>
        </li>
      ))}
    </ol>
  )
}
