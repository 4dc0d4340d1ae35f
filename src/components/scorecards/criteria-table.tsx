import { definitionText } from '#components/kpis/definition-text.ts'
import { definitionOf, type FigureId } from '#domain/kpis/kpi-definitions.ts'
import {
  CRITERION_GROUPS,
  CRITERION_IDS,
  type CriterionId,
  criterionOf,
} from '#domain/scorecards/criteria.ts'
import type { Locale } from '#i18n/locale.ts'
import { type Translate, translator } from '#i18n/translate.ts'

type Told = { readonly locale: Locale; readonly t: Translate }

function titleOf({ locale, t }: Told, id: CriterionId): string {
  const { figure } = criterionOf(id)
  return figure ? definitionText(locale, figure).title : t('scorecards.criterion.parts_fill')
}

function markText({ locale, t }: Told, figure: FigureId, value: number): string {
  const { unit } = definitionOf(figure)
  const style = { style: 'unit', unitDisplay: 'long', unit: 'hour' } as const
  if (unit === 'hours') return new Intl.NumberFormat(locale, style).format(value)
  return unit === 'per_thousand' ? t('standards.unit.per_thousand', { value }) : `${value}%`
}

const Row = ({ locale, t, id }: Told & { readonly id: CriterionId }) => {
  const { figure, scale, points } = criterionOf(id)
  return (
    <tr>
      <th scope="row">{titleOf({ locale, t }, id)}</th>
      <td data-label={t('scorecards.points')}>{points}</td>
      <td data-label={t('scorecards.none_at')}>
        {figure ? markText({ locale, t }, figure, scale.zero) : t('scorecards.not_yet')}
      </td>
      <td data-label={t('scorecards.all_at')}>
        {figure ? markText({ locale, t }, figure, scale.full) : t('scorecards.not_yet')}
      </td>
    </tr>
  )
}

const SCROLLED = { tabIndex: 0 } as const

/** What an outlet is scored by, from the data that scores it. */
export const CriteriaTable = ({ locale }: { readonly locale: Locale }) => (
  <div className="promise-table" role="group" aria-labelledby="table" {...SCROLLED}>
    <Criteria locale={locale} />
  </div>
)

function Criteria({ locale }: { readonly locale: Locale }) {
  const t = translator(locale)
  return (
    <table className="hours">
      <thead>
        <tr>
          <th scope="col">{t('scorecards.criterion')}</th>
          <th scope="col">{t('scorecards.points')}</th>
          <th scope="col">{t('scorecards.none_at')}</th>
          <th scope="col">{t('scorecards.all_at')}</th>
        </tr>
      </thead>
      {CRITERION_GROUPS.map((group) => {
        const own = CRITERION_IDS.filter((id) => criterionOf(id).group === group)
        const points = own.reduce((sum, id) => sum + criterionOf(id).points, 0)
        return (
          <tbody key={group}>
            <tr>
              <th scope="rowgroup" colSpan={4}>
                {t(`scorecards.group.${group}`)} · {points}
              </th>
            </tr>
            {own.map((id) => (
              <Row key={id} {...{ locale, t, id }} />
            ))}
          </tbody>
        )
      })}
    </table>
  )
}
