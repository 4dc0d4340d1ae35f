import type { Locale } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'

type Props = { readonly locale: Locale }

/** "Near me": hidden until the locator element, which alone can ask the device, has started. */
export function LocatorNearMe({ locale }: Props) {
  const t = translator(locale)
  return (
    <div>
      <button
        className="btn btn-outline mt-3"
        type="button"
        aria-expanded="false"
        data-near-button=""
        hidden
      >
        {t('locator.near.button')}
      </button>
      <div
        className="mt-3 rounded-md border border-line border-l-3 border-l-primary p-4"
        data-near-consent=""
        hidden
      >
        <p>{t('locator.near.explain')}</p>
        <p className="mt-3 flex flex-wrap gap-2">
          <button className="btn btn-primary" type="button" data-near-ask="">
            {t('locator.near.ask')}
          </button>
          <button className="btn btn-outline" type="button" data-near-cancel="">
            {t('locator.near.cancel')}
          </button>
        </p>
      </div>
    </div>
  )
}
