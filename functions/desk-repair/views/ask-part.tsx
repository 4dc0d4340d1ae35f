import { formatPrice } from '#i18n/format-price.ts'
import { at, choicesHere, type RepairPage } from './repair-page.ts'
import { wordOf } from './words.ts'

/** What the customer was asked and hasn't answered. */
export function AskPart({ page }: { readonly page: RepairPage }) {
  const { t, locale, shown } = page
  const { ask } = shown.repair
  if (!ask) return null
  const { kind, lines, currency, totalMinor, declineCostMinor, notCovered, continueTo } = ask
  const price = (amountMinor: number) =>
    currency ? formatPrice(locale, amountMinor, currency) : ''
  const known = choicesHere(page)
  return (
    <section className="desk-part" aria-labelledby="asked">
      <h2 id="asked">{t('desk.repair.asked', { kind: wordOf('askKinds', kind, known) })}</h2>
      {lines.length > 0 ? (
        <table className="charges">
          <tbody>
            {lines.map(({ item, amountMinor }) => (
              <tr key={item}>
                <th scope="row">{t(`repairs.item.${item}`)}</th>
                <td>{price(amountMinor)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('repairs.ask.total')}</th>
              <td>{price(totalMinor)}</td>
            </tr>
          </tfoot>
        </table>
      ) : null}
      <dl className="facts facts-tight">
        {notCovered ? (
          <div>
            <dt>{t('desk.repair.field.not_covered')}</dt>
            <dd>{t(`repairs.ask.not_covered.${notCovered}`)}</dd>
          </div>
        ) : null}
        <div>
          <dt>{t('desk.repair.ask.yes')}</dt>
          <dd>{t(`desk.repair.continue.${continueTo.status}`)}</dd>
        </div>
        <div>
          <dt>{t('desk.repair.ask.no')}</dt>
          <dd>
            {declineCostMinor > 0
              ? t('desk.repair.ask.no_costs', { amount: price(declineCostMinor) })
              : t('desk.repair.ask.no_free')}
          </dd>
        </div>
        <div>
          <dt>{t('desk.repair.ask.by')}</dt>
          <dd>{at(page, ask.expiresAt)}</dd>
        </div>
      </dl>
    </section>
  )
}
