import type { Ask } from '#domain/repairs/repair.ts'
import { formatDate } from '#i18n/format.ts'
import { formatPrice } from '#i18n/format-price.ts'
import { localePath } from '#i18n/locale.ts'
import { type Translate, translator } from '#i18n/translate.ts'
import { findingText } from './report-section.tsx'
import { confirmHref, StepForm } from './status-forms.tsx'
import { at, mayAnswer, type StatusPage } from './status-page.ts'

type Asked = { readonly page: StatusPage; readonly ask: Ask }

function Charges({ page, ask }: Asked) {
  const { locale } = page
  const t = translator(locale)
  const { currency, lines, totalMinor } = ask
  if (currency === null || lines.length === 0) return null
  return (
    <table className="charges">
      <caption className="visually-hidden">{t('repairs.ask.charges')}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{t('repairs.ask.item')}</th>
          <th scope="col">{t('repairs.ask.amount')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ item, amountMinor }) => (
          <tr key={item}>
            <th scope="row">{t(`repairs.item.${item}`)}</th>
            <td>{formatPrice(locale, amountMinor, currency)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('repairs.ask.total')}</th>
          <td>{formatPrice(locale, totalMinor, currency)}</td>
        </tr>
      </tfoot>
    </table>
  )
}

/** What declining leads to and costs. */
export function declineText({ locale }: StatusPage, ask: Ask): string {
  const t = translator(locale)
  const { declineCostMinor, currency } = ask
  return declineCostMinor > 0 && currency !== null
    ? t('repairs.ask.as_it_was_for', { amount: formatPrice(locale, declineCostMinor, currency) })
    : t('repairs.ask.as_it_was')
}

function acceptText({ locale }: StatusPage, { continueTo }: Ask, t: Translate): string {
  return continueTo.status === 'awaiting_parts'
    ? t('repairs.ask.then.awaiting_parts', { date: formatDate(locale, continueTo.expectedOn) })
    : t(`repairs.ask.then.${continueTo.status}`)
}

function factsOf({ page, ask }: Asked, t: Translate): readonly (readonly [string, string])[] {
  const found = findingText(page.repair, t)
  const { notCovered, currency, expiresAt, priceHoldsUntil } = ask
  return [
    ...(found ? [[t('repairs.ask.finding'), found] as const] : []),
    ...(notCovered
      ? [[t('repairs.ask.not_covered'), t(`repairs.ask.not_covered.${notCovered}`)] as const]
      : []),
    [t('repairs.ask.if_yes'), acceptText(page, ask, t)],
    [t('repairs.ask.if_no'), declineText(page, ask)],
    [t('repairs.ask.answer_by'), at(page, expiresAt)],
    ...(currency ? [[t('repairs.ask.price_holds'), at(page, priceHoldsUntil)] as const] : []),
  ]
}

function Answers({ page, ask }: Asked) {
  const { locale } = page
  const t = translator(locale)
  const { currency, totalMinor } = ask
  return (
    <div className="answers">
      <StepForm page={page} step="accept">
        <button className="btn btn-primary" type="submit">
          {currency && totalMinor > 0
            ? t('repairs.ask.accept_for', { amount: formatPrice(locale, totalMinor, currency) })
            : t('repairs.ask.accept')}
        </button>
      </StepForm>
      <a className="btn btn-quiet" href={confirmHref(page, 'decline')}>
        {t('repairs.ask.decline')}
      </a>
    </div>
  )
}

/** Read by code and digits, or by an older link: nobody answers about money that way. */
function ByLink({ page }: { readonly page: StatusPage }) {
  const { locale, askVersion } = page
  const t = translator(locale)
  return (
    <>
      <p>{t(askVersion === null ? 'repairs.ask.by_link' : 'repairs.ask.older_link')}</p>
      <p>
        <a className="btn btn-quiet" href={localePath(locale, '/repairs/lost/')}>
          {t('repairs.ask.send_again')}
        </a>
      </p>
    </>
  )
}

/** What is asked, what it costs, what each answer leads to, and the answers. */
export function AskSection({ page }: { readonly page: StatusPage }) {
  const t = translator(page.locale)
  const { ask } = page.repair
  if (!ask) return null
  return (
    <section className="ask-box" aria-labelledby="ask">
      <h2 id="ask">{t(`repairs.ask.${ask.kind}.title`)}</h2>
      <Charges {...{ page, ask }} />
      <dl className="facts">
        {factsOf({ page, ask }, t).map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {mayAnswer(page) ? <Answers {...{ page, ask }} /> : <ByLink page={page} />}
    </section>
  )
}
