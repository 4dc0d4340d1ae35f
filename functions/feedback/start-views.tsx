import type { FixpointConfig } from '#config'
import { type Locale, localePath } from '#i18n/locale.ts'
import { translator } from '#i18n/translate.ts'
import { FORM_KINDS } from './feedback-query.ts'
import { kindPath } from './form-views.tsx'
import { HelpPart } from './help-part.tsx'

type Props = {
  readonly locale: Locale
  readonly config: Pick<FixpointConfig, 'countries' | 'hotline' | 'outsideHelp'>
  readonly outlet: { readonly code: string; readonly name: string } | null
  /** Of that outlet; null = nothing tells where it is about. */
  readonly country: string | null
}

/** The ways to tell us something: who answers, and by when. */
export function StartView({ locale, config, outlet, country }: Props) {
  const t = translator(locale)
  const query = outlet ? `?${new URLSearchParams({ outlet: outlet.code })}` : ''
  return (
    <>
      <h1>{t('feedback.title')}</h1>
      <p>{t('feedback.intro')}</p>
      {outlet ? <p>{t('feedback.start.about', { name: outlet.name })}</p> : null}
      <ul className="voice-kinds">
        {FORM_KINDS.map((kind) => (
          <li key={kind}>
            <a href={`${kindPath(locale, kind)}${query}`}>
              <span className="voice-kind-name">{t(`feedback.start.${kind}`)}</span>
              <span className="voice-kind-who">{t(`feedback.start.${kind}.who`)}</span>
            </a>
          </li>
        ))}
      </ul>
      <div className="voice-columns">
        <section aria-labelledby="follow">
          <h2 id="follow">{t('feedback.start.follow')}</h2>
          <p>
            <a className="btn btn-quiet" href={localePath(locale, '/feedback/look-up/')}>
              {t('feedback.start.look_up')}
            </a>
          </p>
        </section>
        <HelpPart locale={locale} config={config} country={country} />
      </div>
    </>
  )
}
