import { COVERAGE_KM, type Reach } from '#domain/coverage/coverage.ts'
import { formatNumber } from '#i18n/numbers.ts'
import type { Translate } from '#i18n/translate.ts'
import { shareText } from './share-text.ts'

type Props = {
  readonly t: Translate
  readonly rows: readonly { readonly name: string; readonly reach: Reach }[]
}

/** Places by how many of their people live near a repair: one line each. */
export const ReachTable = ({ t, rows }: Props) => (
  <table className="hours coverage-table">
    <thead>
      <tr>
        <th scope="col">{t('coverage.division')}</th>
        {COVERAGE_KM.map((km) => (
          <th scope="col" key={km}>
            {t('coverage.within', { km })}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map(({ name, reach }) => (
        <tr key={name}>
          <th scope="row">
            {name} <small>{t('coverage.of_people', { people: formatNumber(reach.people) })}</small>
          </th>
          {reach.within.map((people, place) => (
            <td key={COVERAGE_KM[place]}>{shareText(people, reach.people)}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)
