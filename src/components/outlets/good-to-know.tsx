import config from '#config'
import { fullDate } from '#i18n/format.ts'
import type { Locale } from '#i18n/locale.ts'
import { type Translate, translator } from '#i18n/translate.ts'
import type { OutletView } from './outlet-view.ts'

const writers = (locale: Locale) => ({
  names: new Intl.DisplayNames([locale], { type: 'language' }),
  list: new Intl.ListFormat(locale, { type: 'conjunction' }),
})
const WRITERS: Record<Locale, ReturnType<typeof writers>> = {
  en: writers('en'),
  'zh-CN': writers('zh-CN'),
}

/** Spoken languages in the reader's words: of a BCP 47 tag only the language counts. */
function languageNames(locale: Locale, tags: readonly string[]): string {
  const { names, list } = WRITERS[locale]
  return list.format(new Set(tags.map((tag) => names.of(new Intl.Locale(tag).language) ?? tag)))
}

function runBy({ outlet, partnerName }: OutletView, t: Translate): string {
  const brand = config.brand.name
  if (outlet.ownership === 'owned') return brand
  return partnerName
    ? t('outlet_page.know.partner', { partner: partnerName, brand })
    : t('outlet_page.know.authorised', { brand })
}

function facts(view: OutletView, t: Translate): readonly (readonly [string, string])[] {
  const { locale, outlet } = view
  const unknown = t('outlet_page.know.not_known')
  const stepFree = outlet.stepFree ? t('outlet_page.know.yes') : t('outlet_page.know.no')
  return [
    [
      t('outlet_page.know.languages'),
      outlet.languages.length > 0 ? languageNames(locale, outlet.languages) : unknown,
    ],
    [t('outlet_page.know.step_free'), outlet.stepFree === null ? unknown : stepFree],
    [t('outlet_page.know.run_by'), runBy(view, t)],
    [t('outlet_page.know.code'), outlet.code],
    ...(outlet.openedOn
      ? [[t('outlet_page.know.since'), fullDate(locale, outlet.openedOn)] as const]
      : []),
  ]
}

/** Phones to tap and plain facts. */
export function GoodToKnow({ view }: { readonly view: OutletView }) {
  const t = translator(view.locale)
  const { phones } = view.outlet
  return (
    <section aria-labelledby="good-to-know">
      <h2 id="good-to-know">{t('outlet_page.know.title')}</h2>
      <dl className="facts">
        {phones.length > 0 ? (
          <div>
            <dt>{t('outlet_page.know.phones')}</dt>
            {phones.map(({ dial, display }) => (
              <dd key={dial}>
                <a href={`tel:${dial}`}>{display}</a>
              </dd>
            ))}
          </div>
        ) : null}
        {facts(view, t).map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
