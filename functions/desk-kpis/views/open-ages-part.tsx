import { AGE_LIMITS } from '#domain/kpis/open-ages.ts'
import type { OpenAges } from '#functions/kpis/read-open-ages.ts'
import { formatNumber } from '#i18n/numbers.ts'
import type { Translate } from '#i18n/translate.ts'

type Props = {
  readonly t: Translate
  /** null = the place is no outlet. */
  readonly ages: OpenAges | null
}

const AGES = [...AGE_LIMITS, 'more'] as const

/** What isn't in the distribution yet: how old what is open has become. */
export const OpenAgesPart = ({ t, ages }: Props) => (
  <div className="desk-stack">
    <h2 id="ages">{t('desk.kpis.ages.title')}</h2>
    {ages ? (
      <table className="desk-table" aria-labelledby="ages">
        <thead>
          <tr>
            <th scope="col">{t('desk.kpis.ages.age')}</th>
            <th scope="col" className="kpis-number">
              {t('desk.kpis.ages.here')}
            </th>
            <th scope="col" className="kpis-number">
              {t('desk.kpis.ages.away')}
            </th>
          </tr>
        </thead>
        <tbody>
          {AGES.map((age, place) => (
            <tr key={age}>
              <th scope="row">{t(`desk.kpis.ages.${age}`)}</th>
              <td className="kpis-number">{formatNumber(ages.here[place] ?? 0)}</td>
              <td className="kpis-number">{formatNumber(ages.away[place] ?? 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    ) : (
      <p className="desk-muted">{t('desk.kpis.ages.at_outlets')}</p>
    )}
  </div>
)
