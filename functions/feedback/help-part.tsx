import type { FixpointConfig } from '#config'
import type { Locale } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'

type Props = {
  readonly locale: Locale
  readonly config: Pick<FixpointConfig, 'countries' | 'hotline' | 'outsideHelp'>
  /** Where it is about: nobody is sent to an authority abroad. Left out, or not served = of every country. */
  readonly country?: string | null
  /** How to go on with us; left out = as feedback does. */
  readonly next?: string
}

/** Where to go on when an answer doesn't help: with us, and outside. */
export function HelpPart({ locale, config, country, next }: Props) {
  const t = translator(locale)
  const there = country ? config.outsideHelp[country] : undefined
  const helpers = there ?? config.countries.flatMap((one) => config.outsideHelp[one] ?? [])
  return (
    <section aria-labelledby="further-help">
      <h2 id="further-help">{t('feedback.help.title')}</h2>
      <p>{next ?? t('feedback.help.next')}</p>
      <p>
        <a className="btn btn-quiet" href={`tel:${config.hotline.dial}`}>
          {t('repairs.call', { phone: config.hotline.display })}
        </a>
      </p>
      {helpers.length > 0 ? (
        <>
          <p>{t('feedback.help.outside')}</p>
          <ul>
            {helpers.map(({ name, phone, site }) => (
              <li key={name.en}>
                {site ? (
                  <a className="tap-target" href={site} rel="noopener">
                    {name[locale]}
                  </a>
                ) : (
                  name[locale]
                )}{' '}
                {phone ? (
                  <a className="tap-target" href={`tel:${phone.dial}`}>
                    {phone.display}
                  </a>
                ) : null}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}
