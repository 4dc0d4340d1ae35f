import type { FunnelOutlet, OutletFunnel } from '#domain/publications/outlet-funnel.ts'
import { type Locale, localePath } from '#i18n/locale.ts'
import { formatNumber } from '#i18n/numbers.ts'
import { translator } from '#i18n/translate.ts'
import { definitionText } from '../kpis/definition-text.ts'
import { FunnelPlot } from './funnel-plot.tsx'

type Props = {
  readonly locale: Locale
  readonly compared: OutletFunnel
  /** An outlet's name; its code where it has left the network since. */
  readonly nameOf: (code: string) => string
  /** Whether an outlet has a page still. */
  readonly hasPage: (code: string) => boolean
}

type RowProps = Omit<Props, 'compared'> & { readonly one: FunnelOutlet }

const Row = ({ locale, nameOf, hasPage, one }: RowProps) => {
  const { code, hits, n, isBetter } = one
  const t = translator(locale)
  const name = `${nameOf(code)} · ${code}`
  return (
    <tr>
      <th scope="row">
        {hasPage(code) ? (
          <a href={localePath(locale, `/outlets/${code.toLowerCase()}/`)}>{name}</a>
        ) : (
          name
        )}
      </th>
      <td>{t('performance.count', { hits: formatNumber(hits), n: formatNumber(n) })}</td>
      <td className={isBetter ? undefined : 'perf-missed'}>
        {t(
          `performance.${one.standing === 'act' ? 'act' : 'look'}.${isBetter ? 'better' : 'worse'}`,
        )}
      </td>
    </tr>
  )
}

/** Outlets compared: only what chance doesn't explain is named, by code and never by rank. */
export const FunnelPart = (props: Props) => {
  const { locale, compared } = props
  const t = translator(locale)
  const { outlets, funnel, kpi } = compared
  const beyond = outlets.filter(({ standing }) => standing !== 'within')
  return (
    <section className="perf-part" aria-labelledby="outlets">
      <h2 id="outlets">{t('performance.outlets')}</h2>
      <p>
        {t('performance.funnel_says', {
          figure: definitionText(locale, kpi).title,
          centre: (funnel.centre * 100).toFixed(1),
        })}
      </p>
      <FunnelPlot locale={locale} compared={compared} />
      <p className="notes">{t('performance.funnel_lines')}</p>
      {beyond.length === 0 ? (
        <p>{t('performance.all_within', { outlets: formatNumber(outlets.length) })}</p>
      ) : (
        <details>
          <summary>
            {t('performance.beyond', {
              beyond: formatNumber(beyond.length),
              outlets: formatNumber(outlets.length),
            })}
          </summary>
          <table className="hours perf-table">
            <thead>
              <tr>
                <th scope="col">{t('performance.outlet')}</th>
                <th scope="col">{t('performance.figure')}</th>
                <th scope="col">{t('performance.against_others')}</th>
              </tr>
            </thead>
            <tbody>
              {beyond.map((one) => (
                <Row key={one.code} {...props} one={one} />
              ))}
            </tbody>
          </table>
        </details>
      )}
    </section>
  )
}
